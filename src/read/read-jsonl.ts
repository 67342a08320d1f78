import type { z } from 'zod'
import { decodeText } from './decode-text.ts'
import { LARGEST_ARTICLE, type Reading, type Unreadable } from './reading.ts'
import { type Line, splitLines } from './split-lines.ts'

const SHAPE_HINT = 'a line is one article: {"id": "a-1", "text": "…", "published": "2023-04-05"}'

/** Reads articles from JSON Lines as they stream in: one object a line, blank lines passed over, a broken line reported and left out. */
export async function* readJsonl(file: string, chunks: AsyncIterable<Uint8Array>, published: string | null): AsyncGenerator<Reading> {
  const { articleSchema } = await import('./article-schema.ts')
  let none = true
  for await (const line of splitLines(chunks, LARGEST_ARTICLE)) {
    const reading = await readLine(file, line, articleSchema, published)
    if (reading === null) continue
    none = false
    yield reading
  }
  if (none) yield { place: { file }, message: 'is empty: no line holds an article', hint: SHAPE_HINT }
}

const readLine = async (
  file: string,
  line: Line,
  schema: typeof import('./article-schema.ts').articleSchema,
  published: string | null,
): Promise<Reading | null> => {
  const place = { file, line: line.line }
  if (line.bytes === null)
    return {
      place,
      message: `the line has ${line.size} bytes`,
      hint: `an article may have up to ${LARGEST_ARTICLE} bytes; is a line end missing?`,
    }
  if (line.bytes.every((byte) => byte === 32 || byte === 9)) return null
  const text = await decodeText(line.bytes)
  if (typeof text !== 'string') return { place, message: `the line ${text.message}`, hint: text.hint }
  const parsed = parseJson(text)
  if ('fault' in parsed) return { place, message: `is not JSON: ${parsed.fault}`, hint: SHAPE_HINT }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    return { place, message: `is JSON, but ${Array.isArray(parsed.value) ? 'a list' : 'a single value'}, not an object`, hint: SHAPE_HINT }
  const result = schema.safeParse(parsed.value)
  if (!result.success) return faultOf(place, result.error, SHAPE_HINT)
  return { article: { ...result.data, published: result.data.published ?? published }, place }
}

/** JSON's value, or why there is none, with the column where the parser gives one. */
export const parseJson = (text: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const column = /at position (\d+)/.exec(message)?.[1]
    const what = message
      .replace(/,? ?"[\s\S]*" is not valid JSON$/, '')
      .replace(/(?: in JSON)? at position[\s\S]*$/, '')
      .replace(/ in JSON$/, '')
    return { fault: column === undefined ? what : `${what} at column ${Number(column) + 1}` }
  }
}

/** The first fault that zod found as ours, with its field. */
export const faultOf = (place: { readonly file: string; readonly line?: number }, error: z.ZodError, hint: string): Unreadable => {
  const [first] = error.issues
  const field = first?.path.join('.') ?? ''
  return { place: field === '' ? place : { ...place, field }, message: first?.message ?? 'is no article', hint }
}
