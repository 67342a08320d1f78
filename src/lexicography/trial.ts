import type { Raw } from '../lexicon/read-files.ts'

/** An example or counterexample of an entry, with what was to come of it and what came. */
export type Trial = {
  /** As events call it: `actions/expel-diplomats`. */
  readonly entry: string
  readonly kind: 'example' | 'counterexample'
  readonly text: string
  readonly path: string
  readonly line: number
  readonly holds: boolean
  readonly wanted: string
  readonly got: string
}

/** Makes the trials of one entry: each by its text, what it wants and what it gets; it holds when `right` says so. */
export const trialsOf =
  (entry: string, raw: Raw) =>
  (kind: Trial['kind'], at: number, text: string, right: boolean, wanted: string, got: string): Trial => ({
    entry,
    kind,
    text,
    path: raw.path,
    line: raw.lineOf([`${kind}s`, at]),
    holds: right,
    wanted,
    got,
  })
