import { type Columns, NO_DAY } from '../index/columns.ts'
import { yearText } from '../index/filter.ts'
import { tally } from '../index/tally.ts'

/** Events by stretch of time and root. `first` is the month (12 · year + month − 1) that a stretch begins with. */
export type Months = {
  readonly unit: 'month' | 'quarter' | 'year' | 'decade'
  readonly stretches: readonly { readonly first: number; readonly counts: readonly number[]; readonly total: number }[]
  readonly roots: readonly string[]
  readonly undated: number
}

const UNITS = [
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
  ['decade', 120],
] as const
/** More stretches than this are no longer told apart: the next unit is taken. */
const MOST = 180

/** Counts the chosen events by month and root, or by a longer unit where there would be too many months to see. */
export const countMonths = ({ month, root, size }: Columns, chosen: Uint8Array): Months => {
  const width = root.dictionary.values.length
  const counts = new Map<number, Uint32Array>()
  let undated = 0
  let seen = NO_DAY
  let current: Uint32Array = new Uint32Array(width)
  for (let row = 0; row < size; row++) {
    if (chosen[row] !== 1) continue
    const at = month[row] as number
    if (at === NO_DAY) {
      undated++
      continue
    }
    if (seen !== at) {
      current = counts.get(at) ?? new Uint32Array(width)
      counts.set(at, current)
      seen = at
    }
    tally(current, root.codes[row] as number)
  }
  const order = root.dictionary.values.map((value, code) => ({ value, code })).sort((a, b) => (a.value < b.value ? -1 : 1))
  const present = order.filter(({ code }) => [...counts.values()].some((c) => (c[code] as number) > 0))
  const months = [...counts.keys()]
  const roots = present.map((r) => r.value)
  if (months.length === 0) return { unit: 'month', stretches: [], roots, undated }
  const [low, high] = [Math.min(...months), Math.max(...months)]
  const [unit, length] = UNITS.find(([, n]) => (high - low) / n < MOST) ?? UNITS[3]
  const begin = Math.floor(low / length)
  const stretches = Array.from({ length: Math.floor(high / length) - begin + 1 }, (_, i) => ({
    first: (begin + i) * length,
    counts: present.map(() => 0),
    total: 0,
  }))
  for (const [at, row] of counts) {
    const stretch = stretches[Math.floor(at / length) - begin]
    if (stretch === undefined) continue
    for (const [i, { code }] of present.entries()) {
      stretch.counts[i] = (stretch.counts[i] ?? 0) + (row[code] as number)
      stretch.total += row[code] as number
    }
  }
  return { unit, stretches, roots, undated }
}

/** The length of a unit in months. */
export const unitLength = (unit: Months['unit']): number => UNITS.find(([name]) => name === unit)?.[1] ?? 1

/** A month as text: 1997-05. */
export const monthText = (month: number): string =>
  `${yearText(Math.floor(month / 12))}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`
