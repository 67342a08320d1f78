import { LEVELS, type Level, type Outcome } from './pair-events.ts'

export type Score = {
  readonly right: number
  readonly wanted: number
  readonly given: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 (their harmonic mean) from counts; nothing given or wanted scores 0. */
export const scoreOf = (right: number, wanted: number, given: number): Score => {
  const precision = given > 0 ? right / given : 0
  const recall = wanted > 0 ? right / wanted : 0
  return { right, wanted, given, precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
}

/** What some outcomes add to the counts, at each level. */
export type Counts = { readonly wanted: number; readonly given: number; readonly right: readonly number[] }

export const countsOf = (outcomes: readonly Outcome[]): Counts => ({
  wanted: outcomes.filter(({ wanted }) => wanted).length,
  given: outcomes.filter(({ given }) => given).length,
  right: LEVELS.map((_, level) => outcomes.filter(({ wanted, bits }) => wanted && bits[level]).length),
})

/** The scores at every level. */
export const scoreLevels = (outcomes: readonly Outcome[]): Readonly<Record<Level, Score>> => {
  const { wanted, given, right } = countsOf(outcomes)
  return Object.fromEntries(LEVELS.map((level, i) => [level, scoreOf(right[i] ?? 0, wanted, given)])) as Record<Level, Score>
}
