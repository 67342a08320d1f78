import type { Quad } from '../../document.ts'
import { dyadsOf } from '../dyads.ts'
import type { Exported } from '../exported.ts'

export type Unit = 'day' | 'month' | 'year'

/** How many events of a quad class a stretch of time holds: from the first day of it to the first day after. */
export type Bin = { readonly from: Date; readonly to: Date; readonly quad: Quad; readonly count: number }
/** The same for one pair of source and target. */
export type PairBin = Bin & { readonly pair: string }

export type Tally = {
  readonly unit: Unit
  readonly dated: number
  readonly undated: number
  readonly bins: readonly Bin[]
  /** Of the pairs with most events. */
  readonly pairs: readonly PairBin[]
}

const PAIRS = 12

/** Days by which everything is counted first; the unit is chosen when the whole range is known. */
export const tally = (events: Iterable<Exported>): Tally => {
  const byDay = new Map<string, number>()
  const byPair = new Map<string, Map<string, number>>()
  let undated = 0
  let dated = 0
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
  for (const exported of events) {
    const { date, action } = exported.event
    if (date === null || !/^\d{4}-/.test(date.start)) {
      undated++
      continue
    }
    dated++
    const key = `${date.start} ${action.quad}`
    count(byDay, key)
    for (const { source, target } of dyadsOf(exported, { unsaid: false })) {
      if (!source?.entity || !target?.entity || source.entity === target.entity) continue
      const pair = `${source.entity} → ${target.entity}`
      const days = byPair.get(pair) ?? new Map<string, number>()
      byPair.set(pair, days)
      count(days, key)
    }
  }
  const days = [...byDay.keys()].map((key) => key.slice(0, 10)).sort()
  const unit = unitFor(days[0], days.at(-1))
  const total = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0)
  const most = [...byPair].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1)).slice(0, PAIRS)
  return {
    unit,
    dated,
    undated,
    bins: binned(byDay, unit),
    pairs: most.flatMap(([pair, map]) => binned(map, unit).map((bin) => ({ ...bin, pair }))),
  }
}

const unitFor = (first = '', last = ''): Unit => {
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4))
  if (years > 12) return 'year'
  return years > 0 || Number(last.slice(5, 7)) - Number(first.slice(5, 7)) > 3 ? 'month' : 'day'
}

const binned = (days: ReadonlyMap<string, number>, unit: Unit): readonly Bin[] => {
  const counts = new Map<string, number>()
  const length = { day: 10, month: 7, year: 4 }[unit]
  for (const [key, count] of days) {
    const bin = `${key.slice(0, length)} ${key.slice(11)}`
    counts.set(bin, (counts.get(bin) ?? 0) + count)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [stretch = '', quad] = key.split(' ')
      const [year = 0, month = 1, day = 1] = stretch.split('-').map(Number)
      const from = new Date(Date.UTC(year, month - 1, day))
      if (year < 100) from.setUTCFullYear(year)
      const to = new Date(from)
      if (unit === 'day') to.setUTCDate(to.getUTCDate() + 1)
      else if (unit === 'month') to.setUTCMonth(to.getUTCMonth() + 1)
      else to.setUTCFullYear(to.getUTCFullYear() + 1)
      return { from, to, quad: Number(quad) as Quad, count }
    })
}
