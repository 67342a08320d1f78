import type { Outcome, Scene } from '../judge-candidate.ts'
import type { Discourse } from '../references/discourse.ts'
import { explainActs, type LostAct } from './explain-acts.ts'
import { explainReferences, type Reference } from './explain-references.ts'
import { explainSides, type LostSide } from './explain-sides.ts'
import { asTold, type Told } from './why-told.ts'

/** What else was considered in a sentence: for each reference, and for each candidate in the order of `candidates`. */
export type Reasons = {
  readonly references: readonly Reference[]
  readonly candidates: readonly { readonly acts: readonly LostAct[]; readonly sides: readonly LostSide[] }[]
}

/** Tells what else was considered in a sentence. `before`: what the article had said before it. Made when somebody asks, so that extraction pays nothing for it. */
export const explainSentence = (scene: Scene, before: Discourse, outcomes: readonly Outcome[]): Reasons => {
  const { reading, lexicon } = scene
  const told = reading.candidates.map((candidate): Told | null => {
    const word = reading.words[candidate.clause.head]
    const event = outcomes.find((o) => 'action' in o && word !== undefined && o.trigger.start <= word.start && word.end <= o.trigger.end)
    return event && 'action' in event ? { candidate, event } : null
  })
  return {
    references: asTold(
      scene,
      explainReferences(reading, lexicon, before),
      told.filter((t) => t !== null),
    ),
    candidates: reading.candidates.map((candidate, i) => {
      const known = told[i]
      return { acts: explainActs(reading, lexicon, candidate), sides: known ? explainSides(scene, known) : [] }
    }),
  }
}
