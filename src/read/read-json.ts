import { articleFromJson, type HowToRead, holdsText, isObject, type Keyed } from './article-from-json.ts'
import { behind, type Chunks, peek } from './bytes.ts'
import { noObject } from './json.ts'
import { jsonInUtf8 } from './json-in-utf-8.ts'
import { jsonValue } from './json-value.ts'
import { type Named, namedKeys } from './named-keys.ts'
import { readJsonLines } from './read-json-lines.ts'
import type { Columns, Input, Reader } from './reader.ts'
import { keptBytes, LARGEST_ARTICLE, type Place, type Reading } from './reading.ts'
import { splitValues, type Value } from './split-values.ts'

const HINT = 'an article is {"id": "a-1", "text": "…", "published": "2023-04-05"}; a file may hold one, or a list of them'

/** How lines of JSON begin: two objects, each on its line. */
const LINES = /^\s*\{[^\n]*\}\s*\n\s*\{/

/** How an object over many lines, or a list, begins. */
const ONE_VALUE = /^\s*(?:\{\s*\n\s*"|\[\s*(?:\n|\{))/

/** JSON: one article, a list of them, or an object that holds such a list ({"articles": […]}). What is one a line is read so. */
export const readJson: Reader = (input, chunks) => read(input, chunks, (head) => LINES.test(head))

/** JSON Lines: one article a line. What is one value over many lines, or a list, is read so. */
export const readJsonl: Reader = (input, chunks) => read(input, chunks, (head) => input.growing === true || !ONE_VALUE.test(head))

/** A byte order mark, its bytes read as Latin-1. */
const MARK = '\u00ef\u00bb\u00bf'

async function* read(input: Input, source: Chunks, isInLines: (head: string) => boolean): AsyncGenerator<Reading> {
  const { head, chunks } = await peek(await jsonInUtf8(source), 1 << 16)
  const start = head.toString('latin1')
  const mark = start.startsWith(MARK) ? MARK.length : 0
  yield* (isInLines(start.slice(mark)) ? readJsonLines : readValues)(input, behind(chunks, mark))
}

const readValues: Reader = async function* ({ file, id, published, columns }, chunks) {
  const { articleSchema: schema } = await import('./article-schema.ts')
  const named = namedKeys(columns)
  let count = 0
  for await (const value of splitValues(chunks, LARGEST_ARTICLE)) {
    count++
    const how: HowToRead = { schema, columns, published, id: count === 1 && !value.isMember ? id : `${id}#${count}`, hint: HINT }
    for await (const reading of readValue(file, value, how, named))
      yield 'article' in reading ? reading : { ...reading, ...keptBytes(file, value.bytes) }
  }
  if (count === 0) yield { place: { file }, message: 'is empty: there is no article', hint: HINT }
  yield* named.missed(file, 'value')
}

async function* readValue(file: string, value: Value, how: HowToRead, named: Named): AsyncGenerator<Reading> {
  const place = { file, line: value.line }
  const parsed = await jsonValue(value, place, 'value', HINT)
  if (!('value' in parsed)) {
    yield parsed
    return
  }
  if (!isObject(parsed.value)) {
    yield { place, message: noObject(parsed.value), hint: HINT }
    return
  }
  const members = holdsText(parsed.value, how.columns) ? null : listWithin(parsed.value, how.columns)
  if (members === null) {
    named.see(parsed.value)
    yield articleFromJson(parsed.value, place, how)
  }
  for (const [i, { path, member }] of members?.entries() ?? []) {
    if (isObject(member)) named.see(member)
    yield isObject(member)
      ? within(path, articleFromJson(member, place, { ...how, id: `${how.id}#${i + 1}` }))
      : { place: { ...place, field: path }, message: noObject(member), hint: HINT }
  }
}

/** What an answer of a news service holds beside its list is passed over, two steps down at most ("response.results"). */
const listWithin = (value: Keyed, columns: Columns, above = '', steps = 2): readonly Member[] | null => {
  for (const [key, held] of Object.entries(value)) {
    const path = `${above}${key}`
    if (Array.isArray(held) && held.some((member) => isObject(member) && holdsText(member, columns)))
      return held.map((member: unknown, i) => ({ path: `${path}[${i}]`, member }))
    const below = isObject(held) && steps > 1 ? listWithin(held, columns, `${path}.`, steps - 1) : null
    if (below !== null) return below
  }
  return null
}

type Member = { readonly path: string; readonly member: unknown }

const within = (path: string, reading: Reading): Reading => {
  const { field } = reading.place
  const place: Place = { ...reading.place, field: field === undefined ? path : `${path}.${field}` }
  return 'article' in reading ? { article: reading.article, place } : { place, message: reading.message, hint: reading.hint }
}
