import { statSync } from 'node:fs'
import type { Article, Event, Rejection, Sentence } from '../document.ts'
import { closeDatabase, openDatabase } from '../store/open-database.ts'
import { eventReader } from '../store/read-events.ts'
import { articleReader, rejectionReader } from '../store/read-rows.ts'
import { carryAll } from '../verdicts/carry-all.ts'
import type { Carried } from '../verdicts/carry-verdict.ts'
import type { FindingVerdict, Verdict } from '../verdicts/verdict.ts'
import { rowOf } from './index/columns.ts'
import { remembering } from './remembering.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** A stored article with what it needs to be read. */
export type Stored = {
  readonly key: number
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
}

/** Which annalist, lexicon and model extracted something. */
export type Run = { readonly version: string; readonly lexicon: string; readonly model: string }
const UNKNOWN_RUN: Run = { version: 'unknown', lexicon: 'unknown', model: 'unknown' }

/** One database file, open for reading, with its index. */
export type Reader = {
  readonly snapshot: () => Snapshot
  readonly eventAt: (row: number) => { readonly event: Event; readonly text: string } | null
  readonly rowOfEvent: (id: string) => number | null
  readonly stored: (article: string) => Stored | null
  /** What extracted most of the articles. */
  readonly run: () => Run
  readonly carry: (verdicts: readonly Verdict[], memory: Map<string, Carried>) => ReadonlyMap<FindingVerdict['id'], Carried>
  readonly query: <Row>(sql: string, ...values: readonly (string | number)[]) => readonly Row[]
  /** Whether another file stands in its place: a rebuild puts a new one there when it is whole. */
  readonly isReplaced: () => boolean
  readonly close: () => void
}

const inode = (path: string): bigint | null => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null

/** Opens a database; its states are numbered from `revision` on. Throws `StoreError`. */
export const openReader = (path: string, revision: number, say: (text: string) => void): Reader => {
  const own = inode(path)
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  const snapshot = snapshotOf(db, path, revision, say)
  const readEvents = eventReader(db)
  const recent = remembering<readonly Event[]>(64)
  const eventsOf = (article: number): readonly Event[] => recent(`${snapshot().revision} ${article}`, () => readEvents(article))
  const rejectionsOf = rejectionReader(db)
  const articleOf = articleReader(db)
  const keyOf = db.prepare<[string], number>('SELECT key FROM events WHERE id = ?').pluck()
  const whereOf = db.prepare<[number], { article: number; ordinal: number; text: string }>(
    `SELECT events.article, events.ordinal, sentences.text FROM events
     JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence WHERE events.key = ?`,
  )
  const sentencesOf = db.prepare<[number], Omit<Sentence, 'block' | 'index'> & { ordinal: number }>(
    'SELECT ordinal, start, end, section, kind FROM sentences WHERE article = ? ORDER BY ordinal',
  )
  const mostlyBy = db.prepare<[], Run>(
    'SELECT version, lexicon, model FROM runs JOIN (SELECT run, count(*) AS articles FROM articles GROUP BY run) ON run = id ORDER BY articles DESC LIMIT 1',
  )
  const runs = remembering<Run>(1)
  return {
    snapshot,
    eventAt: (row) => {
      const where = whereOf.get(snapshot().columns.keys[row] as number)
      const event = where && eventsOf(where.article)[where.ordinal]
      return event ? { event, text: where.text } : null
    },
    rowOfEvent: (id) => {
      const key = keyOf.get(id)
      const row = key === undefined ? -1 : rowOf(snapshot().columns, key)
      return row === -1 ? null : row
    },
    stored: (id) => {
      const row = articleOf(id)
      if (row === null) return null
      const { key, ...article } = row
      return {
        key,
        article,
        sentences: sentencesOf.all(key).map(({ ordinal, ...s }) => ({ index: ordinal, block: 0, ...s })),
        events: eventsOf(key),
        rejections: rejectionsOf(key),
      }
    },
    run: () => runs(String(snapshot().revision), () => mostlyBy.get() ?? UNKNOWN_RUN),
    carry: (verdicts, memory) => carryAll(db, eventsOf, verdicts, memory),
    query: <Row>(sql: string, ...values: readonly (string | number)[]) => db.prepare<(string | number)[], Row>(sql).all(...values),
    isReplaced: () => {
      const now = inode(path)
      return now !== null && now !== own
    },
    close: () => {
      snapshot().search.close()
      closeDatabase(db)
    },
  }
}
