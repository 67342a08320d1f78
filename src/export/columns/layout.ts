import type { Dyad } from '../dyads.ts'
import type { About } from '../exported.ts'

export type Cell = string | number | null

/** A column of a table: what it is called, what stands in it, how it comes from a pair of source and target. `null` is an empty cell. */
export type Column = {
  readonly name: string
  readonly meaning: string
  /** As datapackage.json has it. */
  readonly type: 'string' | 'integer' | 'number'
  readonly of: (dyad: Dyad, about: About) => Cell
}

/** A table as the users of a data set know it. */
export type Layout = {
  readonly name: string
  /** What data set it is after, and how far. */
  readonly about: string
  /** Whether a side may be left unsaid. */
  readonly unsaid: boolean
  /** Which pairs it has rows for; all where it doesn't say. */
  readonly takes?: (dyad: Dyad) => boolean
  readonly columns: readonly Column[]
}

const typed =
  (type: Column['type']) =>
  (name: string, meaning: string, of: Column['of']): Column => ({ name, meaning, type, of })

export const column = typed('string')
export const integer = typed('integer')
export const number = typed('number')
/** A column that our record has nothing for. */
export const empty = (name: string): Column => column(name, 'always empty: Annalist does not tell it', () => null)

/** `2022-02-24` as `20220224`; years before Christ have a sign, and a moment is of its day. */
export const compactDay = (day: string | null | undefined): string | null =>
  /^-?\d+-\d\d-\d\d/.exec(day ?? '')?.[0].replace(/(?<=\d)-/g, '') ?? null
export const yearOf = (day: string | null | undefined): number | null => (day ? Number(/^-?\d+/.exec(day)?.[0]) : null)
