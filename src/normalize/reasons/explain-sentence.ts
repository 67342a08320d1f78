import type { Outcome, Scene } from '../judge-candidate.ts'
import type { Discourse } from '../references/discourse.ts'
import { explainActs, type LostAct } from './explain-acts.ts'
import { explainReferences, type Reference } from './explain-references.ts'
import { explainSides, type LostSide } from './explain-sides.ts'

/** What else was considered in a sentence: for each reference, and for each candidate in the order of `candidates`. */
export type Reasons = {
  readonly references: readonly Reference[]
  readonly candidates: readonly { readonly acts: readonly LostAct[]; readonly sides: readonly LostSide[] }[]
}

/** Tells what else was considered in a sentence. `before`: what the article had said before it. Made when somebody asks, so that extraction pays nothing for it. */
export const explainSentence = (scene: Scene, before: Discourse, outcomes: readonly Outcome[]): Reasons => {
  const { reading, lexicon } = scene
  return {
    references: explainReferences(reading, lexicon, before),
    candidates: reading.candidates.map((candidate) => {
      const word = reading.words[candidate.clause.head]
      const event = outcomes.find((o) => 'action' in o && word !== undefined && o.trigger.start <= word.start && word.end <= o.trigger.end)
      return {
        acts: explainActs(reading, lexicon, candidate),
        sides: event && 'action' in event ? explainSides(scene, candidate, event) : [],
      }
    }),
  }
}
