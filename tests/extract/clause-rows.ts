import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Event, Party } from '../../src/document.ts'

/** A sentence with what must come of the words at `trigger`; `any` leaves a field open, `none` says that no event may stand there (or anywhere). */
export type Row = {
  readonly text: string
  readonly trigger?: string
  readonly source?: string | readonly string[]
  readonly root?: string | readonly string[]
  readonly target?: string | readonly string[]
  readonly status?: string
  readonly negated?: boolean
  readonly none?: true
  /** Why the row fails today. */
  readonly known?: string
  readonly file: string
  readonly differs: string
}

const FOLDER = new URL('../../fixtures/clauses/', import.meta.url)
type Fixture = { readonly pairs: readonly { readonly differs: string; readonly rows: readonly Omit<Row, 'file' | 'differs'>[] }[] }

/** The minimal pairs of `fixtures/clauses`, in the order of files and lines. */
export const readPairs = (): readonly (readonly Row[])[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Fixture).pairs.map(({ differs, rows }) =>
        rows.map((row) => ({ ...row, file, differs })),
      ),
    )

/** What is wrong with the events of a row's sentence, in a line; null when nothing is. */
export const faultOf = (row: Row, events: readonly Event[]): string | null => {
  const start = row.trigger === undefined ? 0 : row.text.indexOf(row.trigger)
  const end = row.trigger === undefined ? row.text.length : start + row.trigger.length
  const there = events.filter((e) => e.trigger.start < end && start < e.trigger.end)
  if (row.none) return there.length === 0 ? null : `an event "${there[0]?.trigger.text}" ${there[0]?.action.cameo} where none is`
  const [event] = there
  if (!event) return `no event at "${row.trigger}"`
  const { root, status, negated } = event.action
  const faults = [
    expected('source', row.source, sideOf(event.source)),
    row.root === 'any' || [row.root ?? []].flat().includes(root) ? null : `root ${root}, not ${row.root}`,
    expected('target', row.target, sideOf(event.target)),
    expected('status', row.status ?? 'asserted', status),
    expected('negated', String(row.negated ?? false), String(negated)),
  ].filter((fault) => fault !== null)
  return faults.length === 0 ? null : faults.join('; ')
}

const sideOf = (parties: readonly Party[]): string => [...new Set(parties.flatMap((p) => p.entity ?? []))].sort().join(' ')

const expected = (what: string, wanted: string | readonly string[] | undefined, found: string): string | null => {
  if (wanted === 'any') return null
  const asked = wanted === undefined ? '' : typeof wanted === 'string' ? wanted : [...wanted].sort().join(' ')
  return asked === found ? null : `${what} ${found || 'none'}, not ${asked || 'none'}`
}
