import { looseDate } from './loose-date.ts'

/** A document of a text file as LexisNexis and Factiva deliver them, many in one. */
export type Delivered = {
  readonly id: string | null
  readonly text: string
  readonly title: string | null
  readonly published: string | null
}

/** The documents of a delivery by its looks; null for any other text. */
export const deliveredIn = (text: string): readonly Delivered[] | null => fromLexis(text) ?? fromFactiva(text)

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
const oneLine = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null

/** What heads each document of LexisNexis: "2 of 50 DOCUMENTS". */
const COUNT = /^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*\r?$/m
const HEAD = /^(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|SERIES|COLUMN|SOURCE|BODY):[ \t]*(.*)$/
const FOOT =
  /^(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|PUB-TYPE|TYPE|JOURNAL-CODE|GRAPHIC|URL|NOTES|CORRECTION(?:-DATE)?|DISTRIBUTION|SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|PERSON|GEOGRAPHIC|CITY|STATE|COUNTRY|ACC-NO|TOTAL PAGES):(?:\s|$)|^\s{8,}Copyright \d{4}\b/

const fromLexis = (text: string): readonly Delivered[] | null => {
  const [front, ...documents] = text.replace(/^\ufeff/, '').split(COUNT)
  return documents.length === 0 || front?.trim() !== '' ? null : documents.map(lexisDocument)
}

const lexisDocument = (document: string): Delivered => {
  const lines = document.split(/\r?\n/)
  const heads = new Map<string, string>()
  let at = Math.max(
    0,
    lines.findIndex((line) => HEAD.test(line)),
  )
  const above = lines.slice(0, at)
  // Each entry of the head goes on to the next empty line; the text begins behind the last of them.
  for (let entry = HEAD.exec(lines[at] ?? ''); entry !== null; entry = HEAD.exec(lines[at] ?? '')) {
    const [, name = '', value = ''] = entry
    const end = lines.findIndex((line, i) => i > at && line.trim() === '')
    if (name === 'BODY') {
      lines[at] = value
      break
    }
    heads.set(name, oneLine([value, ...lines.slice(at + 1, end < 0 ? undefined : end)].join(' ')) ?? '')
    at = end < 0 ? lines.length : end
    while (lines[at]?.trim() === '') at += 1
  }
  const foot = lines.findIndex((line, i) => i >= at && FOOT.test(line))
  const body = tidy(lines.slice(at, foot < 0 ? undefined : foot))
  const dateline = heads.get('DATELINE')
  const dates = above.map((line) => looseDate(line.replace(/\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$/i, '')))
  const day = dates.findIndex((date) => date !== null)
  // Behind the date the edition may stand, on the next line, and behind an empty one the headline.
  const parts =
    day < 0
      ? []
      : above
          .slice(day)
          .join('\n')
          .split(/\n[ \t]*\n/)
  return {
    id: null,
    text: dateline && body !== '' && !body.startsWith(dateline) ? `${dateline} — ${body}` : body,
    title:
      heads.get('HEADLINE') || oneLine(parts.slice(1).find((part) => part.trim() !== '' && !/^\s*Corrections? Appended/i.test(part)) ?? ''),
    published: dates[day] ?? null,
  }
}

/** The fields of Factiva: two letters, three for some, at the front of a line. */
const FIELD =
  /^(?:(SE|HD|CR|BY|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|PUB|AN)(?:[ \t]{2,}|[ \t]*$|(?<=^[A-Z]{3})[ \t]))(.*)$/
const isFactiva = (text: string): boolean =>
  [/^HD(?:[ \t]{2,}|[ \t]*\r?$)/m, /^PD(?:[ \t]{2,}|[ \t]*\r?$)/m, /^AN(?:[ \t]{2,}|[ \t]*\r?\n)Document \w+/m].every((mark) =>
    mark.test(text),
  )

const fromFactiva = (text: string): readonly Delivered[] | null => {
  if (!isFactiva(text)) return null
  const documents: Map<string, string[]>[] = [new Map()]
  let field: string[] | undefined
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const [, name, value = ''] = FIELD.exec(line) ?? []
    if (name === undefined) {
      field?.push(line)
      continue
    }
    const last = documents.at(-1) as Map<string, string[]>
    // The number of a document ends it.
    const into = last.has('AN') || (name === 'HD' && last.has('HD')) ? new Map<string, string[]>() : last
    if (into !== last) documents.push(into)
    field = [value]
    into.set(name, field)
  }
  const told = (fields: Map<string, string[]>, name: string): string => tidy(fields.get(name) ?? [])
  return documents.map((fields) => ({
    id: /^Document (\w+)/.exec(told(fields, 'AN'))?.[1] ?? null,
    text: [told(fields, 'LP'), told(fields, 'TD')].filter((part) => part !== '').join('\n\n'),
    title: oneLine(told(fields, 'HD')),
    published: looseDate(told(fields, 'PD')),
  }))
}
