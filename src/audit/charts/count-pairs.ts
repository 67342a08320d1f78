import type { Choice } from '../index/choose.ts'
import type { Columns } from '../index/columns.ts'
import { tally } from '../index/tally.ts'

export type Pair = { readonly source: string; readonly target: string; readonly count: number; readonly conflict: number }
export type Pairs = { readonly actors: readonly { readonly name: string; readonly count: number }[]; readonly pairs: readonly Pair[] }

/** The actors that take part in most of the chosen events, and how many events go from each to each. An actor's events with itself count too. */
export const countPairs = ({ source, target, quad, size }: Columns, { chosen, counts, values }: Choice, most: number): Pairs => {
  const names = values.source
  const taking = names
    .map((name, code) => ({ name, code, count: (counts.source[code] ?? 0) + (counts.target[code] ?? 0) }))
    .filter(({ name, count }) => count > 0 && !name.startsWith('('))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, most)
  const place = new Int32Array(names.length).fill(-1)
  for (const [i, { code }] of taking.entries()) place[code] = i
  const width = taking.length
  const all = new Uint32Array(width * width)
  const hostile = new Uint32Array(width * width)
  const isConflict = quad.dictionary.values.map((value) => value === '3' || value === '4')
  for (let row = 0; row < size; row++) {
    if (chosen[row] !== 1) continue
    const targetEnd = target.starts[row + 1] as number
    const sourceEnd = source.starts[row + 1] as number
    for (let i = source.starts[row] as number; i < sourceEnd; i++) {
      const from = place[source.codes[i] as number] as number
      if (from === -1) continue
      for (let k = target.starts[row] as number; k < targetEnd; k++) {
        const to = place[target.codes[k] as number] as number
        if (to === -1) continue
        const cell = from * width + to
        tally(all, cell)
        if (isConflict[quad.codes[row] as number]) tally(hostile, cell)
      }
    }
  }
  const pairs = taking.flatMap((from, f) =>
    taking.flatMap((to, t): readonly Pair[] => {
      const count = all[f * width + t] as number
      return count === 0 ? [] : [{ source: from.name, target: to.name, count, conflict: hostile[f * width + t] as number }]
    }),
  )
  return {
    actors: taking.map(({ name, count }) => ({ name, count })),
    pairs: pairs.sort((a, b) => b.count - a.count || (a.source + a.target < b.source + b.target ? -1 : 1)),
  }
}
