import type { Delivered } from './delivered.ts'
import { looseDate } from './loose-date.ts'
import { isBlank, oneLine, tidyLines } from './tidy-lines.ts'

/** What heads each document of LexisNexis: "2 of 50 DOCUMENTS". */
const COUNT = /^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$/m
const HEAD = /^(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|SERIES|COLUMN|SOURCE|BODY):[ \t]*(.*)$/
/** Above a line "BODY:" all are heads. */
const ANY_HEAD = /^([A-Z][A-Z -]+):[ \t]*(.*)$/
const BODY = /^BODY:[ \t]*$/
/** No paragraph begins so; those of captions may have several. */
const SURE_FOOT =
  /^(?:LOAD-DATE|GRAPHIC|PUBLICATION-TYPE|DOCUMENT-TYPE|PUB-TYPE|JOURNAL-CODE|CORRECTION-DATE|ACC-NO|TOTAL PAGES):(?:\s|$)|^\s{8,}Copyright \d{4}\b/
/** What a paragraph may begin with, too, as "NOTES: the officials kept …". */
const FOOT =
  /^(?:LANGUAGE|TYPE|URL|NOTES|CORRECTION|DISTRIBUTION|SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|PERSON|GEOGRAPHIC|CITY|STATE|COUNTRY):(?:$|\s+(?![a-z]+,? [a-z]))/

export const fromLexis = (text: string): readonly Delivered[] | null => {
  const [front, ...documents] = text.split(COUNT)
  return documents.length === 0 || front?.trim() !== '' ? null : documents.map(lexisDocument)
}

const lexisDocument = (document: string): Delivered => {
  const lines = document.split('\n')
  const { above, heads, body } = opened(lines)
  const text = tidyLines(body.slice(0, footOf(body)))
  const dateline = heads.get('DATELINE')
  const dates = above.map((line) => looseDate(line.replace(/(?<=\d),?\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$/i, '')))
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
    text: dateline && text !== '' && !text.startsWith(dateline) ? `${dateline} — ${text}` : text,
    title:
      heads.get('HEADLINE') || oneLine(parts.slice(1).find((part) => part.trim() !== '' && !/^\s*Corrections? Appended/i.test(part)) ?? ''),
    published: dates[day] ?? null,
  }
}

type Opened = {
  readonly above: readonly string[]
  readonly heads: ReadonlyMap<string, string>
  /** The text with the feet. */
  readonly body: readonly string[]
}

/** What stands above the heads, the heads, and the rest: behind the line "BODY:" or else behind the last head. Each head goes on to the next empty line. */
const opened = (lines: readonly string[]): Opened => {
  const heads = new Map<string, string>()
  const bodyAt = lines.findIndex((line) => BODY.test(line))
  const from = Math.max(
    0,
    lines.findIndex((line) => HEAD.test(line)),
  )
  const above = lines.slice(0, from)
  const until = bodyAt < 0 ? lines.length : bodyAt
  for (let at = from; at < until; at += 1) {
    if (isBlank(lines[at])) continue
    const [, name, value = ''] = (bodyAt < 0 ? HEAD : ANY_HEAD).exec(lines[at] ?? '') ?? []
    if (name === 'BODY') return { above, heads, body: [value, ...lines.slice(at + 1)] }
    if (name === undefined && bodyAt < 0) return { above, heads, body: lines.slice(at) }
    const end = lines.findIndex((line, i) => i > at && (isBlank(line) || i === until))
    const next = end < 0 ? until : end
    if (name !== undefined) heads.set(name, oneLine([value, ...lines.slice(at + 1, next)].join(' ')) ?? '')
    at = next - 1
  }
  return { above, heads, body: lines.slice(until + 1) }
}

/** Where the feet begin: at the first that can be nothing else, and before it those behind which none but feet follow, each of one paragraph. */
const footOf = (lines: readonly string[]): number => {
  const sure = lines.findIndex((line) => SURE_FOOT.test(line))
  let foot = sure < 0 ? lines.length : sure
  for (let i = foot - 1; i >= 0; i -= 1) {
    const line = lines[i] as string
    if (!FOOT.test(line) || !isBlank(lines[i - 1])) continue
    const value = tidyLines([line.replace(/^[A-Z]+:/, ''), ...lines.slice(i + 1, foot)])
    if (/\n\n/.test(value)) break
    foot = i
  }
  return foot
}
