import type { Grade } from './grade.ts'
import { type Interval, wilson } from './wilson.ts'

/** A band of confidence: how sure the extraction was on average, and how much of it was right. */
export type Band = Interval & {
  readonly from: number
  readonly to: number
  readonly judged: number
  readonly confidence: number
  readonly share: number
}

export type Calibration = {
  readonly bands: readonly Band[]
  /** The mean squared distance between confidence and correctness: 0 is perfect, 0.25 is what always saying one half gets. */
  readonly brier: number | null
}

/** Confidence held against correctness, in bands of a tenth, over everything that was judged. */
export const calibrate = (grades: readonly Grade[]): Calibration => {
  const seen = grades.flatMap(({ finding, right }) => (finding.confidence === null ? [] : [{ confidence: finding.confidence, right }]))
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
  const bands = Array.from({ length: 10 }, (_, i) => {
    const inside = seen.filter((s) => Math.min(9, Math.floor(s.confidence * 10 + 1e-9)) === i)
    if (inside.length === 0) return null
    const share = mean(inside.map((s) => s.right))
    return {
      from: i / 10,
      to: (i + 1) / 10,
      judged: inside.length,
      confidence: mean(inside.map((s) => s.confidence)),
      share,
      ...wilson(share, inside.length),
    }
  }).filter((band) => band !== null)
  return { bands, brier: seen.length === 0 ? null : mean(seen.map((s) => (s.confidence - s.right) ** 2)) }
}
