import type { Found, Refiner } from '../expression.ts'

/** Of expressions that overlap the longest stays; of equally long ones that of the earlier parser. */
export const dropOverlaps: Refiner = {
  name: 'drop-overlaps',
  refine: (_, found) => {
    const order = found.map((f, rank) => ({ f, rank })).sort((a, b) => a.f.start - b.f.start || a.rank - b.rank)
    const kept: { f: Found; rank: number }[] = []
    for (const next of order) {
      // Only what is still open at this start can overlap, so one look back at the end of the list is enough.
      let wins = true
      while (kept.length > 0) {
        const last = kept.at(-1) as { f: Found; rank: number }
        if (last.f.end <= next.f.start) break
        const longer = length(next.f) - length(last.f) || last.rank - next.rank
        if (longer > 0) kept.pop()
        else {
          wins = false
          break
        }
      }
      if (wins) kept.push(next)
    }
    return kept.map(({ f }) => f)
  },
}

const length = (found: Found): number => found.end - found.start
