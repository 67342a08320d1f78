import { decodeText } from './decode-text.ts'
import { faultOf, noObject, parseJson } from './json.ts'
import { linesInUtf8 } from './lines-in-utf-8.ts'
import { looseDate } from './loose-date.ts'
import type { Columns, Reader } from './reader.ts'
import { keptBytes, LARGEST_ARTICLE, type Reading } from './reading.ts'
import { type Line, splitLines } from './split-lines.ts'

const HINT = 'a line is one article: {"id": "a-1", "text": "…", "published": "2023-04-05"}'

const TO_LINES = `${HINT}; jq -c 'if type == "array" then .[] else . end' FILE > NEW.jsonl makes such lines`

const isBracket = ({ bytes }: Line): boolean => bytes !== null && bytes.length < 100 && /^\s*[[{]\s*\{?\s*$/.test(bytes.toString('utf8'))

/** JSON Lines: one article a line, blank lines passed over, a broken line reported and left out. One value over many lines is told once. */
export const readJsonl: Reader = async function* ({ file, published, columns, growing }, chunks) {
  const { articleSchema } = await import('./article-schema.ts')
  let none = true
  let bracket: Reading | null = null
  const named = namedKeys(columns)
  for await (const line of splitLines(await linesInUtf8(chunks), LARGEST_ARTICLE)) {
    if (growing && !line.ended) return
    const reading = await readLine(file, line, articleSchema, published, columns, named)
    if (reading === null) continue
    const told = 'article' in reading ? reading : { ...reading, ...keptBytes(file, line.bytes) }
    if (none && isBracket(line)) bracket = told
    else if (bracket !== null && !('article' in reading)) {
      yield { place: bracket.place, message: 'is one JSON value over many lines, not one a line', hint: TO_LINES }
      return
    } else {
      if (bracket !== null) yield bracket
      bracket = null
      yield told
    }
    none = false
  }
  if (bracket !== null) yield bracket
  if (none && !growing) yield { place: { file }, message: 'is empty: no line holds an article', hint: HINT }
  if (!growing) yield* named.missed(file)
}

const readLine = async (
  file: string,
  { line, bytes, size }: Line,
  schema: typeof import('./article-schema.ts').articleSchema,
  published: string | null,
  columns: Columns,
  named: Named,
): Promise<Reading | null> => {
  const place = { file, line }
  if (bytes === null)
    return {
      place,
      message: `the line has ${size} bytes`,
      hint: `an article may have up to ${LARGEST_ARTICLE} bytes; is a line end missing?`,
    }
  if (bytes.every((byte) => byte === 32 || byte === 9)) return null
  const text = await decodeText(bytes)
  if (typeof text !== 'string') return { place, message: `the line ${text.message}`, hint: text.hint }
  const parsed = parseJson(text)
  if ('fault' in parsed) return { place, message: `is not JSON: ${parsed.fault}`, hint: HINT }
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      place,
      message: noObject(value),
      hint: Array.isArray(value) ? TO_LINES : HINT,
    }
  named.see(value as Keyed)
  const told = renamed(value as Keyed, columns)
  const result = schema.safeParse(told)
  if (result.success) return { article: { ...result.data, published: result.data.published ?? published }, place }
  const isMissing = told[String(result.error.issues[0]?.path[0])] == null
  return faultOf(place, result.error, isMissing ? `${HINT}; ${toName(value as Keyed)}` : HINT)
}

type Keyed = Readonly<Record<string, unknown>>

const toName = (value: Keyed): string =>
  `if other keys hold it: --columns id=KEY,text=BODY (there are ${Object.keys(value).slice(0, 20).join(', ')})`

type Named = { readonly see: (value: Keyed) => void; readonly missed: (file: string) => Iterable<Reading> }

/** The keys that `--columns` names for what an article can do without: where no line has one, a slip of the pen would cost every date. */
const namedKeys = (columns: Columns): Named => {
  const left = new Map(Object.entries(columns).filter(([field]) => field !== 'id' && field !== 'text'))
  let keys = ''
  let lines = 0
  return {
    see: (value) => {
      lines++
      if (left.size === 0) return
      keys ||= Object.keys(value).slice(0, 20).join(', ')
      for (const [field, key] of left) if (Object.hasOwn(value, key.trim()) || value[field] != null) left.delete(field)
    },
    *missed(file) {
      // Of a single line it can't be told from a field that it just lacks.
      if (lines < 2) return
      for (const [field, key] of left)
        yield {
          place: { file, field },
          message: `no line has the key "${key.trim()}": there are ${keys}`,
          hint: 'name the keys: --columns id=KEY,text=BODY,published=DATE',
        }
    },
  }
}

/** A line with an article's fields where other keys hold them, as `--columns` says; their dates may be written as in tables. */
const renamed = (value: Keyed, columns: Columns): Keyed => {
  const held = Object.entries(columns)
    .map(([field, key]) => [field, key.trim()] as const)
    .filter(([, key]) => Object.hasOwn(value, key))
  const fields = held.map(([field, key]): readonly [string, unknown] => {
    const given = value[key]
    return [field, field === 'published' && typeof given === 'string' ? (looseDate(given) ?? given) : given]
  })
  return fields.length === 0 ? value : { ...value, ...Object.fromEntries(fields) }
}
