import type { Article, Event, Rejection, Sentence } from '../document.ts'
import { closeDatabase, openDatabase } from '../store/open-database.ts'
import { eventReader } from '../store/read-events.ts'
import { articleReader, rejectionReader } from '../store/read-rows.ts'
import { carryAll } from '../verdicts/carry-all.ts'
import type { Carried } from '../verdicts/carry-verdict.ts'
import { findingKey, foldVerdicts, type Judgement, STATES } from '../verdicts/fold-verdicts.ts'
import type { LineFault } from '../verdicts/parse-verdicts.ts'
import { hasFinding, type Verdict } from '../verdicts/verdict.ts'
import { openVerdictLog, type VerdictLog } from '../verdicts/verdict-log.ts'
import { type Choice, choose, recountVerdicts } from './index/choose.ts'
import { rowOf } from './index/columns.ts'
import { type Filter, writeFilter } from './index/filter.ts'
import type { Ports } from './ports.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** A stored article with what it needs to be read. */
export type Stored = {
  readonly key: number
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
}

/** Verdicts as they stand against the present state of the database. */
export type Standing = {
  readonly verdicts: readonly Verdict[]
  readonly faults: readonly LineFault[]
  readonly carried: ReadonlyMap<string, Carried>
  /** By event id (or the finding's own key where there is no event); stale verdicts left out. */
  readonly judgements: ReadonlyMap<string, Judgement>
  /** The state of each row, as its place in STATES. */
  readonly codes: Uint8Array
  readonly rows: ReadonlyMap<string, number>
}

export type Run = { readonly version: string; readonly lexicon: string; readonly model: string }
const UNKNOWN_RUN: Run = { version: 'unknown', lexicon: 'unknown', model: 'unknown' }

/** What the pages work on: the database, read only, and the verdict file. */
export type Desk = {
  readonly path: string
  readonly ports: Ports
  readonly log: VerdictLog
  readonly readOnly: boolean
  readonly snapshot: () => Snapshot
  readonly standing: () => Standing
  readonly choose: (filter: Filter) => Choice
  readonly eventAt: (row: number) => { readonly event: Event; readonly text: string } | null
  readonly rowOfEvent: (id: string) => number | null
  readonly stored: (article: string) => Stored | null
  /** The text of a sentence, for lists. */
  readonly sentenceText: (row: number) => string
  /** What extracted most of the articles. */
  readonly run: () => Run
  readonly query: <Row>(sql: string, ...values: readonly (string | number)[]) => readonly Row[]
  readonly close: () => void
}

export type DeskOptions = {
  readonly db: string
  readonly verdicts: string
  readonly readOnly: boolean
  readonly ports: Ports
  readonly say: (text: string) => void
}

const REMEMBERED = 24

/** A memory of the last values that were made, by their keys. */
const remembering = <Value>(most: number): ((key: string, make: () => Value) => Value) => {
  const memory = new Map<string, Value>()
  return (key, make) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    const made = make()
    if (memory.size >= most) memory.delete(memory.keys().next().value as string)
    memory.set(key, made)
    return made
  }
}

/** The reader of an article's events, with the last articles that were read kept at hand. */
const rememberedEvents = (read: (article: number) => readonly Event[], snapshot: () => Snapshot) => {
  const memory = new Map<number, readonly Event[]>()
  let revision = 0
  return (article: number): readonly Event[] => {
    if (snapshot().revision !== revision) {
      memory.clear()
      revision = snapshot().revision
    }
    const known = memory.get(article)
    if (known) return known
    const events = read(article)
    if (memory.size >= 64) memory.delete(memory.keys().next().value as number)
    memory.set(article, events)
    return events
  }
}

/** Opens the database for reading and the verdict file beside it. Throws `StoreError`. */
export const openDesk = ({ db: path, verdicts, readOnly, ports, say }: DeskOptions): Desk => {
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  const snapshot = snapshotOf(db, path, say)
  const log = openVerdictLog(verdicts)
  const eventsOf = rememberedEvents(eventReader(db), snapshot)
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
  const rowOfEvent = (id: string): number | null => {
    const key = keyOf.get(id)
    const row = key === undefined ? -1 : rowOf(snapshot().columns, key)
    return row === -1 ? null : row
  }

  let known: {
    readonly database: number
    readonly file: number
    readonly memory: Map<string, Carried>
    readonly standing: Standing
  } | null = null
  const standing = (): Standing => {
    const { revision, columns } = snapshot()
    const { verdicts: lines, faults, revision: file } = log.read()
    if (known?.database === revision && known.file === file) return known.standing
    const memory = known?.database === revision ? known.memory : new Map<string, Carried>()
    const carried = carryAll(db, eventsOf, lines, memory)
    const fresh = lines.filter((v) => !hasFinding(v) || carried.get(v.id)?.fate !== 'stale')
    const judgements = foldVerdicts(fresh, (v) => carried.get(v.id)?.event ?? findingKey(v))
    const codes = new Uint8Array(columns.size)
    const rows = new Map<string, number>()
    for (const [key, { state }] of judgements) {
      const row = rowOfEvent(key)
      if (row === null) continue
      rows.set(key, row)
      codes[row] = STATES.indexOf(state)
    }
    known = { database: revision, file, memory, standing: { verdicts: lines, faults, carried, judgements, codes, rows } }
    return known.standing
  }

  const mostlyBy = db.prepare<[], Run>(
    'SELECT version, lexicon, model FROM runs JOIN (SELECT run, count(*) AS articles FROM articles GROUP BY run) ON run = id ORDER BY articles DESC LIMIT 1',
  )
  const runs = remembering<Run>(1)
  const choices = remembering<Choice>(REMEMBERED)
  const searches = remembering<Uint8Array>(8)
  return {
    path,
    ports,
    log,
    readOnly,
    snapshot,
    standing,
    choose: (filter) => {
      const { columns, bands, search, revision } = snapshot()
      const { codes } = standing()
      const fresh = (): Choice => {
        const found = filter.q === '' ? null : searches(`${revision} ${filter.q}`, () => search.find(filter.q))
        return choose(columns, { bands, verdicts: codes }, filter, found)
      }
      const state = `${revision} ${known?.file}`
      const query = writeFilter(filter)
      if (filter.verdict.length > 0) return choices(`${state} ${query}`, fresh)
      return choices(`${state} ${query}`, () => recountVerdicts(choices(`${revision} any ${query}`, fresh), codes))
    },
    eventAt: (row) => {
      const where = whereOf.get(snapshot().columns.keys[row] as number)
      const event = where && eventsOf(where.article)[where.ordinal]
      return event ? { event, text: where.text } : null
    },
    rowOfEvent,
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
    sentenceText: (row) => whereOf.get(snapshot().columns.keys[row] as number)?.text ?? '',
    run: () => runs(String(snapshot().revision), () => mostlyBy.get() ?? UNKNOWN_RUN),
    query: <Row>(sql: string, ...values: readonly (string | number)[]) => db.prepare<(string | number)[], Row>(sql).all(...values),
    close: () => {
      snapshot().search.close()
      closeDatabase(db)
    },
  }
}
