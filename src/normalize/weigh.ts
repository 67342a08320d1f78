import type { Party, Status } from '../document.ts'
import type { Act } from '../extract/acts/find-act.ts'
import type { Clause } from '../extract/clauses/clause.ts'

/** What speaks for an event or against it, each 0 to 1. */
export type Traits = Readonly<Record<keyof typeof WEIGHTS, number>>

/**
 * What each trait adds to the log-odds that an event is right (its act, its CAMEO root and both sides). Fitted by `npx tsx bench/confidence.ts --fit` on the CC0
 * articles and on those of fixtures/wire but the last six, and rounded; docs/accuracy.md tells how well they order events that they were not fitted on.
 */
export const WEIGHTS = {
  /** Any event. */
  any: 1.6,
  /** How much of its entry's conditions is told by words: an object of a class is surer than any object. */
  specific: 0.1,
  /** No entry fitted: what the verb mostly means. */
  fallback: -0.4,
  /** Nouns name events also where nothing happens, and their parties stand in more ways. */
  noun: -0.8,
  /** Below the main clause: what is told beside it, wanted or meant. */
  below: -0.5,
  /** Told by somebody, or still to come. */
  unsure: -0.4,
  hypothetical: -0.6,
  /** The sentence leaves unsaid who acts. Whom it is done to is as often right when the passage tells it. */
  sourceGuessed: -0.3,
  /** A sentence of more words than usual is read less surely (of fewer, more so): the logarithm of how many times as long. */
  long: -0.2,
} as const

// Words of a sentence.
const USUAL = 25
const SHORTEST = 8
const LONGEST = 80

const MAIN = /^(root|conj|parataxis)$/

export const traitsOf = (
  clause: Pick<Clause, 'kind' | 'link'>,
  act: Pick<Act, 'score' | 'loose'>,
  source: readonly Party[],
  status: Status,
  words: number,
): Traits => {
  const is = (holds: boolean): number => (holds ? 1 : 0)
  return {
    any: 1,
    specific: act.loose ? 0 : Math.min(1, act.score / 4),
    fallback: is(act.loose),
    noun: is(clause.kind === 'noun'),
    below: is(clause.kind !== 'noun' && !MAIN.test(clause.link)),
    unsure: is(status === 'reported' || status === 'future'),
    hypothetical: is(status === 'hypothetical'),
    sourceGuessed: is(source.every((p) => p.basis === 'discourse' || p.basis === 'unresolved')),
    long: Math.log(Math.min(LONGEST, Math.max(SHORTEST, words)) / USUAL),
  }
}

/** How sure an event is, 0 to 1: the share of events with these traits that are right, by the weights. */
export const weigh = (traits: Traits, weights: Readonly<Record<string, number>> = WEIGHTS): number => {
  let odds = 0
  for (const trait in traits) odds += traits[trait as keyof Traits] * (weights[trait] ?? 0)
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}
