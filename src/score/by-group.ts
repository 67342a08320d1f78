import { type Score, scoreOf } from './count.ts'
import { type Aliases, canonical, type Outcome, sideRight } from './pair-events.ts'

type Tally = { right: number; wanted: number; given: number }

const scores = (tallies: ReadonlyMap<string, Tally>): readonly (readonly [string, Score])[] =>
  [...tallies].map(([name, { right, wanted, given }]) => [name, scoreOf(right, wanted, given)] as const)

const tallyOf = (tallies: Map<string, Tally>, name: string): Tally => {
  const tally = tallies.get(name) ?? { right: 0, wanted: 0, given: 0 }
  tallies.set(name, tally)
  return tally
}

/** Scores by CAMEO root: a gold event that takes several counts under the one that was given where that is right, else under its first. */
export const byRoot = (outcomes: readonly Outcome[]): readonly (readonly [string, Score])[] => {
  const tallies = new Map<string, Tally>()
  for (const { gold, prediction, wanted, given, bits } of outcomes) {
    if (gold && wanted) {
      const tally = tallyOf(tallies, bits[1] && prediction ? prediction.action.root : (gold.roots[0] ?? ''))
      tally.wanted++
      if (bits[1]) tally.right++
    }
    if (prediction && given) tallyOf(tallies, prediction.action.root).given++
  }
  return scores(tallies).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Scores by actor, each side of an event that was found or missed counting for itself; the actors that are wanted most come first. */
export const byActor = (outcomes: readonly Outcome[], aliases: Aliases): readonly (readonly [string, Score])[] => {
  const tallies = new Map<string, Tally>()
  for (const { gold, prediction, wanted, given } of outcomes)
    for (const side of ['source', 'target'] as const) {
      const got = canonical(prediction?.[side] ?? [], aliases).filter((name) => name !== null)
      const want = gold ? gold[side] : []
      const right = prediction !== null && want.length > 0 && sideRight(want, prediction[side], aliases)
      if (wanted && want.length > 0) {
        const tally = tallyOf(tallies, right ? (got[0] ?? '') : (canonical(want, aliases)[0] ?? ''))
        tally.wanted++
        if (right) tally.right++
      }
      // A side that the gold takes anything for judges nothing.
      if (given && got.length > 0 && (gold === null || want.length > 0)) tallyOf(tallies, got[0] ?? '').given++
    }
  return scores(tallies).toSorted(([a, x], [b, y]) => y.wanted - x.wanted || (a < b ? -1 : 1))
}
