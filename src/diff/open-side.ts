import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isStream } from '../disk/is-stream.ts'
import { readUnpacked } from '../disk/read-unpacked.ts'
import type { Event } from '../document.ts'
import { eventSchema } from '../store/event-schema.ts'
import { openStore, type Store, StoreError } from '../store/index.ts'
import { teach, told } from '../teach.ts'
import { openOlder } from './open-older.ts'
import type { Finding, Made, Side, SideArticle } from './side.ts'

const headOf = (path: string): Buffer => {
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(file, head, 0, 16, 0))
  } finally {
    closeSync(file)
  }
}

/** Opens a database or an export (NDJSON, also in .gz) to compare. Throws `StoreError`. */
export const openSide = (path: string): Side => {
  if (!existsSync(path)) throw new StoreError('missing', `there is no database or export at ${path}`, '`annalist run --db FILE` makes one')
  if (isStream(path)) return fromExport(path)
  if (statSync(path).isDirectory()) throw new StoreError('foreign', `${path} is a folder`, 'name a database or an export (NDJSON) in it')
  const head = headOf(path)
  // An export of no events is an empty file.
  const isEmpty = head.length === 0 && !/\.(ndjson|jsonl)$/i.test(path)
  return head.toString('latin1').startsWith('SQLite format 3') || isEmpty ? fromDatabase(path) : fromExport(path)
}

/** A function that does its work when it is first called, and once. */
const once = <T>(work: () => T): (() => T) => {
  let done: { readonly value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}

/** A database of any schema that there was: what an upgrade changes is what one wants to see. */
const openAny = (path: string): Store => {
  try {
    return openStore(path, { readonly: true })
  } catch (error) {
    if (error instanceof StoreError && error.fault === 'older') return openOlder(path)
    throw error
  }
}

const fromDatabase = (path: string): Side => {
  const store = openAny(path)
  const runs = new Map<string, Made>(store.runs().map((run) => [run.id, run]))
  function* articles(): Generator<SideArticle> {
    for (const article of store.articles()) {
      const words = once(() => store.sentences(article.id).map(({ text }) => text))
      yield {
        id: article.id,
        title: article.title,
        url: article.url,
        hash: article.hash,
        digest: article.digest,
        made: runs.get(article.run) ?? null,
        findings: once(() =>
          [...store.events(article.id)].map(
            (event): Finding => ({
              event,
              // Most events are alike, and nobody asks for their words.
              get words() {
                return words()[event.sentence.index] ?? null
              },
            }),
          ),
        ),
        sentences: words,
      }
    }
  }
  return { path, events: store.totals().events, articles, entries: store.entries, close: store.close }
}

/** The lines of an export by article, as places in its bytes: what is compared is read when its turn comes. */
const fromExport = (path: string): Side => {
  const bytes =
    path.endsWith('.gz') || isStream(path) ? readUnpacked(path, (message, hint) => new StoreError('foreign', message, hint)) : null
  const file = bytes === null ? openSync(path, 'r') : null
  const read = (start: number, end: number): string => {
    if (bytes !== null) return bytes.toString('utf8', start, end)
    const buffer = Buffer.alloc(end - start)
    readSync(file as number, buffer, 0, end - start, start)
    return buffer.toString('utf8')
  }
  const mark = read(0, 3) === '\uFEFF' ? 3 : 0
  const lines = new Map<string, [number, number][]>()
  let events = 0
  let number = 0
  for (const [start, end] of linesOf(bytes, file, mark)) {
    number++
    const line = read(start, end)
    if (line.trim() === '') continue
    events++
    const { document } = eventOf(line, path, number)
    const places = lines.get(document)
    if (places) places.push([start, end])
    else lines.set(document, [[start, end]])
  }
  const made = settingsBeside(path)
  const ids = [...lines.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  function* articles(): Generator<SideArticle> {
    for (const id of ids)
      yield {
        id,
        title: null,
        url: null,
        hash: null,
        digest: null,
        made,
        findings: () => (lines.get(id) ?? []).map(([start, end]) => ({ event: JSON.parse(read(start, end)) as Event, words: null })),
        sentences: () => null,
      }
  }
  return { path, events, articles, entries: () => new Map(), close: () => file !== null && closeSync(file) }
}

const eventOf = (line: string, path: string, number: number): Event => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new StoreError(
      'foreign',
      `${path}:${number}: is not JSON`,
      'compare databases, or exports as `annalist export` writes them (NDJSON)',
    )
  }
  const result = eventSchema.safeParse(value, { error: teach })
  const issue = result.error?.issues[0]
  if (issue)
    throw new StoreError(
      'foreign',
      `${path}:${number}: ${told(issue)}`,
      'compare databases, or exports as `annalist export` writes them (NDJSON)',
    )
  return value as Event
}

function* linesOf(bytes: Buffer | null, file: number | null, from: number): Generator<readonly [number, number]> {
  const chunk = Buffer.alloc(1 << 20)
  let start = from
  let at = from
  for (;;) {
    const piece = bytes === null ? chunk.subarray(0, readSync(file as number, chunk, 0, chunk.length, at)) : bytes.subarray(at)
    if (piece.length === 0) break
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, end + 1)) {
      yield [start, at + end]
      start = at + end + 1
    }
    at += piece.length
  }
  if (at > start) yield [start, at]
}

/** The settings of the one run that datapackage.json beside an export tells of. */
const settingsBeside = (path: string): Made | null => {
  try {
    const { annalist } = JSON.parse(readFileSync(join(dirname(path), 'datapackage.json'), 'utf8')) as {
      annalist?: { runs?: readonly Made[] }
    }
    return annalist?.runs?.length === 1 ? (annalist.runs[0] ?? null) : null
  } catch {
    return null
  }
}
