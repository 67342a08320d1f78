import { articleFromJson, type HowToRead, isObject } from './article-from-json.ts'
import { noObject } from './json.ts'
import { jsonValue } from './json-value.ts'
import { type Named, namedKeys } from './named-keys.ts'
import type { Input, Reader } from './reader.ts'
import { keptBytes, LARGEST_ARTICLE, type Reading } from './reading.ts'
import { type Line, splitLines } from './split-lines.ts'

const HINT = 'a line is one article: {"id": "a-1", "text": "…", "published": "2023-04-05"}'

/** JSON Lines in UTF-8: one article a line, blank lines passed over, a broken line reported and left out. */
export const readJsonLines: Reader = async function* ({ file, published, columns, growing }, chunks) {
  const { articleSchema: schema } = await import('./article-schema.ts')
  const how: HowToRead = { schema, columns, published, id: null, hint: HINT }
  const named = namedKeys(columns)
  let none = true
  for await (const line of splitLines(chunks, LARGEST_ARTICLE)) {
    if (growing && !line.ended) return
    if (line.bytes?.every((byte) => byte === 32 || byte === 9)) continue
    none = false
    const reading = await readLine(file, line, how, named)
    yield 'article' in reading ? reading : { ...reading, ...keptBytes(file, line.bytes) }
  }
  if (growing) return
  if (none) yield { place: { file }, message: 'is empty: no line holds an article', hint: HINT }
  yield* named.missed(file, 'line')
}

const readLine = async (file: Input['file'], line: Line, how: HowToRead, named: Named): Promise<Reading> => {
  const place = { file, line: line.line }
  const parsed = await jsonValue(line, place, 'line', HINT)
  if (!('value' in parsed)) return parsed
  if (!isObject(parsed.value))
    return {
      place,
      message: noObject(parsed.value),
      hint: Array.isArray(parsed.value) ? `${HINT}; a list of articles is read with --format json` : HINT,
    }
  named.see(parsed.value)
  return articleFromJson(parsed.value, place, how)
}
