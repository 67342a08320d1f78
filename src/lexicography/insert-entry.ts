import { isMap, isSeq, parseDocument, stringify } from 'yaml'

/**
 * A lexicon file with one entry more at its end; where there is none yet, a new one. What stands there stays as it is, comments and layout too, but where the
 * list of entries isn't the last thing in the file.
 */
export const insertEntry = (text: string | null, entry: Readonly<Record<string, unknown>>): string => {
  if (text === null || text.trim() === '') return `about: Entries of our own, from reading the news.\nentries:\n${written(entry, '  ')}`
  const indent = /^entries:.*\n(?:\s*#.*\n|\s*\n)*( *)- /m.exec(text)?.[1] ?? '  '
  const appended = `${text.trimEnd()}\n${written(entry, indent)}`
  return countEntries(appended) === (countEntries(text) ?? 0) + 1 ? appended : rewritten(text, entry)
}

const countEntries = (text: string): number | null => {
  const document = parseDocument(text)
  const entries = document.get('entries')
  return document.errors.length === 0 && isSeq(entries) ? entries.items.length : null
}

const rewritten = (text: string, entry: Readonly<Record<string, unknown>>): string => {
  const document = parseDocument(text)
  document.addIn(['entries'], document.createNode(entry))
  const entries = document.get('entries')
  if (isSeq(entries)) entries.flow = false
  return document.toString({ lineWidth: 0 })
}

/** An item of a list: a key a line, what is below a key in one line. */
const written = (entry: Readonly<Record<string, unknown>>, indent: string): string =>
  Object.entries(entry)
    .map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${inLine(value)}\n`)
    .join('')

/** In flow style, its examples a line each. */
const inLine = (value: unknown): string => {
  const document = parseDocument(stringify(value, { lineWidth: 0 }))
  if (isMap(document.contents) || isSeq(document.contents)) document.contents.flow = true
  return document.toString({ lineWidth: 0 }).trimEnd().replace(/\n\s*/g, ' ')
}
