import { resolve } from 'node:path'
import pLimit from 'p-limit'
import { bareAddress, withoutPart } from './fetch/bare-address.ts'
import type { Follow } from './fetch/follow.ts'
import { isAddress } from './fetch/is-address.ts'
import { findSources } from './find-sources.ts'
import { FORMATS, type Format, formatOfName, isPacked } from './formats.ts'
import { readSource, readStream, type SourceOptions } from './read-source.ts'
import type { Columns } from './reader.ts'
import { describePlace, type Gate, type Place, type Reading, type Source } from './reading.ts'
import { takenId } from './taken-id.ts'

/** What to read: files, folders, patterns, `-`; or files that were found before. */
export type Paths = Iterable<string | Source> | AsyncIterable<string | Source>

export type ReadOptions = {
  /** Read everything in this format, whatever its name or content says. */
  readonly format?: Format | undefined
  /** The publication date of articles that give none: ISO 8601. */
  readonly published?: string | null | undefined
  /** The columns of tables, and keys of lines of JSON, that hold an article's fields. */
  readonly columns?: Columns | undefined
  /** How many files are read at once. */
  readonly concurrency?: number | undefined
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  /** Told of every piece that was read of a file, by its size. */
  readonly onBytes?: ((size: number) => void) | undefined
  /** Asked of every file before it is opened. */
  readonly gate?: Gate | undefined
  /** How addresses, and the links of feeds, are fetched; without it they are not. */
  readonly follow?: Follow | undefined
  /** Keeps the ids that were met: in memory unless something better is given. */
  readonly seen?: Seen | undefined
}

/** Notes an id, or a file under a key that no id has, with file and place; gives the place where it was noted first, or null where it is new. */
export type Seen = { readonly note: (id: string, at: { readonly file: string; readonly place: string }) => string | null }

const inMemory = (): Seen => {
  const places = new Map<string, string>()
  return {
    note: (id, { place }) => {
      const first = places.get(id)
      if (first === undefined) places.set(id, place)
      return first ?? null
    },
  }
}

/**
 * Reads articles from files, folders, patterns and `-` in a fixed order, as they are asked for: some files ahead, never all. What can't be read is an Unreadable
 * in its place; so is an article whose id an earlier one has. A file that is named twice is read once. Throws nothing for the input's sake.
 */
export async function* readArticles(paths: Paths, options: ReadOptions = {}): AsyncGenerator<Reading> {
  const seen = options.seen ?? inMemory()
  for await (const reading of readAll(paths, options, seen)) {
    const first =
      'article' in reading
        ? seen.note(reading.article.id, { file: (reading.source ?? reading.place).file, place: describePlace(reading.place) })
        : null
    if (!('article' in reading) || first === null) yield reading
    else if (!isAgain(reading.place, first))
      yield {
        place: { ...reading.place, field: reading.place.field ?? 'id' },
        ...takenId(reading.article.id, first, reading.place),
      }
  }
}

/** Whether a page was read before: two feeds link to it. */
const isAgain = (place: Place, first: string): boolean =>
  place.field === undefined && isAddress(place.file) && describePlace(place) === first

async function* readAll(paths: Paths, options: ReadOptions, seen: Seen): AsyncGenerator<Reading> {
  const { format, stdin = process.stdin } = options
  const how: SourceOptions = {
    format,
    published: options.published ?? null,
    columns: options.columns ?? {},
    onBytes: options.onBytes,
    follow: options.follow,
  }
  const limit = pLimit(options.concurrency ?? 8)
  // Small files are read ahead, in order; what may be large or endless is read when its turn comes.
  const ahead: Promise<readonly Reading[]>[] = []
  async function* wait(most: number): AsyncGenerator<Reading> {
    while (ahead.length > most) yield* await (ahead.shift() as Promise<readonly Reading[]>)
  }
  // Among the ids, which are on disk where there may be many. A gate is asked first: it keeps track of each file.
  const wasRead = ({ file }: Source, path: string): boolean => seen.note(`\0${path}`, { file, place: file }) !== null
  for await (const path of paths) {
    if (path === '-') {
      yield* wait(0)
      yield* readStream({ file: 'stdin', id: 'stdin', facts: null }, stdin, how)
      continue
    }
    const asked: Source = typeof path === 'string' ? { file: path, id: path, facts: null } : path
    if (isAddress(asked.file)) {
      const at: Source = { ...asked, file: bareAddress(asked.file), id: bareAddress(asked.id) }
      if (options.gate && (await options.gate(at)) === 'skip') continue
      if (wasRead(at, at.file)) continue
      yield* wait(0)
      const { readAddress } = await import('./fetch/read-address.ts')
      yield* readAddress(at, withoutPart(asked.file), options.follow, how)
      continue
    }
    for await (const source of typeof path === 'string' ? findSources(path, how.columns.text) : [path]) {
      if ('message' in source) {
        ahead.push(Promise.resolve([source]))
        yield* wait(limit.concurrency)
        continue
      }
      const gate = options.gate === undefined ? 'whole' : await options.gate(source)
      // Only of lines a part is whole while the rest is being written.
      if (gate === 'skip' || (gate === 'growing' && (format ?? 'jsonl') !== 'jsonl')) continue
      if (wasRead(source, resolve(source.file))) continue
      if (gate === 'growing') {
        yield* wait(0)
        yield* readSource(source, { ...how, growing: true })
      } else if (isSmall(source, format)) ahead.push(limit(() => all(readSource(source, how))))
      else {
        yield* wait(0)
        yield* readSource(source, how)
      }
      yield* wait(limit.concurrency)
    }
  }
  yield* wait(0)
}

const isSmall = ({ file, facts }: Source, format: Format | undefined): boolean =>
  facts !== null || (!isPacked(file) && FORMATS[format ?? formatOfName(file) ?? 'text'].single)

const all = async (readings: AsyncIterable<Reading>): Promise<readonly Reading[]> => {
  const list: Reading[] = []
  for await (const reading of readings) list.push(reading)
  return list
}
