import pLimit from 'p-limit'
import { type Format, findSources } from './find-sources.ts'
import { readJsonl } from './read-jsonl.ts'
import { readTextSource, streamSource, textReading, tooLarge } from './read-source.ts'
import { describePlace, LARGEST_ARTICLE, type Reading } from './reading.ts'

export type ReadOptions = {
  /** Read everything in this format, whatever its name says. */
  readonly format?: Format | undefined
  /** The publication date of articles that give none: ISO 8601. */
  readonly published?: string | null | undefined
  /** How many files are read at once. */
  readonly concurrency?: number | undefined
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
}

/**
 * Reads articles from files, folders and `-` in a fixed order, as they are asked for: some files ahead, never all. What can't be read is an Unreadable in
 * its place; so is an article whose id an earlier one has. Throws nothing for the input's sake.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  const seen = new Map<string, string>()
  for await (const reading of readAll(paths, options)) {
    if (!('article' in reading)) {
      yield reading
      continue
    }
    const { id } = reading.article
    const first = seen.get(id)
    if (first === undefined) seen.set(id, describePlace(reading.place))
    if (first === undefined) yield reading
    else
      yield {
        place: { ...reading.place, field: 'id' },
        message: `"${id}" is the id of another article, at ${first}; this one is left out`,
        hint: 'give every article an id of its own',
      }
  }
}

async function* readAll(paths: readonly string[], options: ReadOptions): AsyncGenerator<Reading> {
  const published = options.published ?? null
  const limit = pLimit(options.concurrency ?? 8)
  const ahead: Promise<Reading>[] = []
  for (const path of paths) {
    if (path === '-') {
      while (ahead.length > 0) yield await (ahead.shift() as Promise<Reading>)
      yield* readStdin(options, published)
      continue
    }
    for await (const source of findSources(path, options.format)) {
      if ('message' in source) ahead.push(Promise.resolve(source))
      else if (source.format === 'text') ahead.push(limit(() => readTextSource(source, published)))
      else {
        while (ahead.length > 0) yield await (ahead.shift() as Promise<Reading>)
        yield* streamSource(source, published)
      }
      while (ahead.length > limit.concurrency) yield await (ahead.shift() as Promise<Reading>)
    }
  }
  while (ahead.length > 0) yield await (ahead.shift() as Promise<Reading>)
}

async function* readStdin({ format, stdin = process.stdin }: ReadOptions, published: string | null): AsyncGenerator<Reading> {
  if (format === 'jsonl') {
    yield* readJsonl('stdin', stdin, published)
    return
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size <= LARGEST_ARTICLE) chunks.push(chunk)
  }
  const place = { file: 'stdin' }
  if (size > LARGEST_ARTICLE) yield { place, ...tooLarge(size) }
  else yield await textReading('stdin', place, Buffer.concat(chunks), null, published)
}
