import type { Event } from '../document.ts'
import { csvCell } from '../export/write-csv.ts'
import type { State } from '../verdicts/fold-verdicts.ts'
import type { Listed } from './html/event-row.ts'

const COLUMNS: readonly (readonly [name: string, of: (event: Event, state: State, text: string) => string | number | null])[] = [
  ['event', (e) => e.id],
  ['article', (e) => e.document],
  ['date', (e) => e.date?.value ?? null],
  ['date_start', (e) => e.date?.start ?? null],
  ['date_end', (e) => e.date?.end ?? null],
  ['source', (e) => e.source.map((p) => p.code ?? p.text).join('; ')],
  ['source_entity', (e) => e.source.map((p) => p.entity ?? '').join('; ')],
  ['target', (e) => e.target.map((p) => p.code ?? p.text).join('; ')],
  ['target_entity', (e) => e.target.map((p) => p.entity ?? '').join('; ')],
  ['code', (e) => e.action.cameo],
  ['root', (e) => e.action.root],
  ['plover', (e) => e.action.plover],
  ['quad', (e) => e.action.quad],
  ['goldstein', (e) => e.action.goldstein],
  ['status', (e) => e.action.status],
  ['negated', (e) => (e.action.negated ? 1 : 0)],
  ['place', (e) => e.place?.name ?? null],
  ['country', (e) => e.place?.country ?? null],
  ['confidence', (e) => e.confidence],
  ['rule', (e) => e.rule],
  ['verdict', (_, state) => state],
  ['trigger', (e) => e.trigger.text],
  ['text', (_, __, text) => text.trim()],
]

export const csvHead = `${COLUMNS.map(([name]) => name).join(',')}\r\n`

/** An event as a line of CSV, one row an event; several actors of a side with semicolons between them. */
export const csvLine = ({ event, state, text }: Listed): string =>
  `${COLUMNS.map(([, of]) => csvCell(of(event, state, text))).join(',')}\r\n`
