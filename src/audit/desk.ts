import type { Carried } from '../verdicts/carry-verdict.ts'
import { findingKey, foldVerdicts, type Judgement, STATES } from '../verdicts/fold-verdicts.ts'
import type { LineFault } from '../verdicts/parse-verdicts.ts'
import { hasFinding, type Verdict } from '../verdicts/verdict.ts'
import { openVerdictLog, type VerdictLog } from '../verdicts/verdict-log.ts'
import { type Choice, choose, recountVerdicts } from './index/choose.ts'
import { type Filter, writeFilter } from './index/filter.ts'
import type { Ports } from './ports.ts'
import { openReader, type Reader } from './reader.ts'
import { remembering } from './remembering.ts'

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

/** What the pages work on: the database, read only, and the verdict file. */
export type Desk = Pick<Reader, 'snapshot' | 'eventAt' | 'rowOfEvent' | 'stored' | 'run' | 'query' | 'close'> & {
  readonly path: string
  readonly ports: Ports
  readonly log: VerdictLog
  readonly readOnly: boolean
  readonly standing: () => Standing
  readonly choose: (filter: Filter) => Choice
}

export type DeskOptions = {
  readonly db: string
  readonly verdicts: string
  readonly readOnly: boolean
  readonly ports: Ports
  readonly say: (text: string) => void
}

const CHOICES = 24

/** Opens the database for reading and the verdict file beside it. Throws `StoreError`, and errors of the file system. */
export const openDesk = ({ db: path, verdicts, readOnly, ports, say }: DeskOptions): Desk => {
  const log = openVerdictLog(verdicts)
  log.read()
  let current = openReader(path, 1, say)
  const reader = (): Reader => {
    if (current.isReplaced()) {
      const old = current
      current = openReader(path, old.snapshot().revision + 1, say)
      old.close()
    }
    return current
  }

  let known: {
    readonly database: number
    readonly file: number
    readonly memory: Map<string, Carried>
    readonly standing: Standing
  } | null = null
  const standing = (): Standing => {
    const { snapshot, carry, rowOfEvent } = reader()
    const { revision, columns } = snapshot()
    const { verdicts: lines, faults, revision: file } = log.read()
    if (known?.database === revision && known.file === file) return known.standing
    const memory = known?.database === revision ? known.memory : new Map<string, Carried>()
    const carried = carry(lines, memory)
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

  const choices = remembering<Choice>(CHOICES)
  const searches = remembering<Uint8Array>(8)
  return {
    path,
    ports,
    log,
    readOnly,
    standing,
    snapshot: () => reader().snapshot(),
    eventAt: (row) => reader().eventAt(row),
    rowOfEvent: (id) => reader().rowOfEvent(id),
    stored: (article) => reader().stored(article),
    run: () => reader().run(),
    query: (sql, ...values) => reader().query(sql, ...values),
    choose: (filter) => {
      const { columns, bands, search, revision } = reader().snapshot()
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
    close: () => current.close(),
  }
}
