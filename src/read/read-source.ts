import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { Article } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { pathFault, type Source } from './find-sources.ts'
import { faultOf, parseJson, readJsonl } from './read-jsonl.ts'
import { type Fault, LARGEST_ARTICLE, type Place, type Reading, type Unreadable } from './reading.ts'

const FACTS_HINT = 'article.json holds {"id", "title", "published", "url", "kind"}, each as it is known'

/** Reads a file of JSON Lines as it streams in. What the disk refuses is an Unreadable too. */
export async function* streamSource(source: Source, published: string | null): AsyncGenerator<Reading> {
  try {
    yield* readJsonl(source.file, createReadStream(source.file, { highWaterMark: 1 << 18 }), published)
  } catch (error) {
    yield pathFault(source.file, error)
  }
}

/** Reads one article: a text, with the facts beside it where there are any. */
export const readTextSource = async (source: Source, published: string | null): Promise<Reading> => {
  const facts = source.facts === null ? null : await readFacts(source.facts)
  if (facts !== null && 'message' in facts) return facts
  try {
    const { size } = await stat(source.file)
    if (size > LARGEST_ARTICLE) return { place: { file: source.file }, ...tooLarge(size) }
    return textReading(source.id, { file: source.file }, await readFile(source.file), facts, published)
  } catch (error) {
    if (facts?.text && source.facts !== null)
      return { article: articleFrom(source.id, facts.text, facts, published), place: { file: source.facts } }
    const fault = pathFault(source.file, error)
    return source.facts === null ? fault : { ...fault, message: `the text is missing beside article.json: ${fault.message}` }
  }
}

/** Reads one article from bytes that are already there, as from stdin. */
export const textReading = async (
  id: string,
  place: Place,
  bytes: Uint8Array,
  facts: Facts | null,
  published: string | null,
): Promise<Reading> => {
  if (bytes.length > LARGEST_ARTICLE) return { place, ...tooLarge(bytes.length) }
  const text = await decodeText(bytes)
  return typeof text === 'string' ? { article: articleFrom(id, text, facts, published), place } : { place, ...text }
}

type Facts = import('./article-schema.ts').Facts

/** The fault of an input beyond the size of any article. */
export const tooLarge = (size: number): Fault => ({
  message: `has ${size} bytes`,
  hint: `an article may have up to ${LARGEST_ARTICLE} bytes; if it holds many, give them one a line with --format jsonl`,
})

const articleFrom = (id: string, text: string, facts: Facts | null, published: string | null): Article => ({
  id: facts?.id ?? id,
  text,
  published: facts?.published ?? published,
  title: facts?.title ?? null,
  url: facts?.url ?? null,
  kind: facts?.kind ?? null,
})

const readFacts = async (file: string): Promise<Facts | Unreadable> => {
  const { factsSchema } = await import('./article-schema.ts')
  try {
    const text = await decodeText(await readFile(file))
    if (typeof text !== 'string') return { place: { file }, ...text }
    const parsed = parseJson(text)
    if ('fault' in parsed) return { place: { file }, message: `is not JSON: ${parsed.fault}`, hint: FACTS_HINT }
    const result = factsSchema.safeParse(parsed.value)
    return result.success ? result.data : faultOf({ file }, result.error, FACTS_HINT)
  } catch (error) {
    return pathFault(file, error)
  }
}
