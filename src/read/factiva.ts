import type { Delivered } from './delivered.ts'
import { looseDate } from './loose-date.ts'
import { isBlank, oneLine, tidyLines } from './tidy-lines.ts'

/** The fields of Factiva: two letters, three for some, at the front of a line; one that we don't know with its value beside it. */
const FIELD =
  /^(?:(SE|HD|CR|BY|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CLM|CX|DLN|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]{2,}|[ \t]*$|(?<=^[A-Z]{3})[ \t])|([A-Z]{2,3})[ \t]{2,}(?=\S))(.*)$/
const HEADS = ['SE', 'HD', 'CR', 'BY', 'WC', 'PD', 'ET', 'SN', 'SC', 'NGC', 'GC', 'ED', 'PG', 'VOL', 'LA', 'CY', 'LP', 'TD']
/** Those below the text of which the order is sure. */
const FEET = ['CT', 'RF', 'CO', 'IN', 'NS', 'RE', 'PUB', 'AN']
/** Words of people: they may have paragraphs. */
const WORDY = ['ART', 'CT', 'RF']

const isFactiva = (text: string): boolean =>
  [/^HD(?:[ \t]{2,}|[ \t]*$)/m, /^PD(?:[ \t]{2,}|[ \t]*$)/m, /^AN(?:[ \t]{2,}|[ \t]*\n)Document \w+/m].every((mark) => mark.test(text))

/** Between two documents: behind the number of one, or before a headline where it has none. */
const BOUND = /(?<=^AN(?:[ \t]{2,}|[ \t]*\n)Document \w+)(?!\w)|(?<=\n[ \t]*\n)(?=HD(?:[ \t]{2,}|[ \t]*$))/m

export const fromFactiva = (text: string): readonly Delivered[] | null => {
  if (!isFactiva(text)) return null
  return text
    .split(BOUND)
    .map(fieldsOf)
    .filter((fields) => ['HD', 'LP', 'TD'].some((name) => fields.has(name)))
    .map((fields) => ({
      id: /^Document (\w+)/.exec(told(fields, 'AN'))?.[1] ?? null,
      text: [told(fields, 'LP'), told(fields, 'TD')].filter((part) => part !== '').join('\n\n'),
      title: oneLine(told(fields, 'HD')),
      published: looseDate(told(fields, 'PD')),
    }))
}

type Fields = ReadonlyMap<string, readonly string[]>

const told = (fields: Fields, name: string): string => tidyLines(fields.get(name) ?? [])

const fieldAt = (line: string | undefined): { readonly name: string; readonly value: string } | null => {
  const [, known, unknown, value = ''] = FIELD.exec(line ?? '') ?? []
  const name = known ?? unknown
  return name === undefined ? null : { name, value }
}

const fieldsOf = (document: string): Fields => {
  const lines = document.split('\n')
  const begin = lines.findIndex((line) => /^(?:LP|TD)$/.test(fieldAt(line)?.name ?? ''))
  const foot = begin < 0 ? 0 : footOf(lines, begin)
  const fields = new Map<string, string[]>()
  let open: string[] | undefined
  for (const [i, line] of lines.entries()) {
    const field = fieldAt(line)
    // Within the text only the rest of it is a field.
    const isOne = i <= begin || i >= foot || (field?.name === 'TD' && !fields.has('TD'))
    if (field === null || !isOne) open?.push(line)
    else {
      open = [field.value]
      fields.set(field.name, open)
    }
  }
  return fields
}

/** Where the fields below the text begin: the first behind an empty line, or with a code, from which on there are none but such in Factiva's order. */
const footOf = (lines: readonly string[], begin: number): number => {
  let foot = lines.length
  let next = foot
  let order = FEET.length
  for (let i = lines.length - 1; i > begin; i -= 1) {
    const field = fieldAt(lines[i])
    if (field === null || HEADS.includes(field.name)) continue
    const place = FEET.indexOf(field.name)
    const value = tidyLines([field.value, ...lines.slice(i + 1, next)])
    if (place > order || (/\n\n/.test(value) && !WORDY.includes(field.name))) break
    if (place >= 0) order = place
    next = i
    if (isBlank(lines[i - 1]) || field.name === 'AN' || /^\w+ : /.test(value)) foot = i
  }
  return foot
}
