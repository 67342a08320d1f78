import type { Clause } from '../../extract/clauses/clause.ts'
import type { Candidate } from '../../extract/read-sentence.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Scene } from '../judge-candidate.ts'
import { certain } from '../unsaid/besides.ts'
import type { Resolved } from './found.ts'
import { STRIKES } from './sides.ts'

/** The verb that judges what a noun tells: "condemned the attack", "called the abductions a war crime"; undefined where none does. */
export const judgementOf = (
  { reading, lexicon }: Pick<Resolved, 'reading' | 'lexicon'>,
  { kind, governor, head }: Clause,
): Candidate | undefined =>
  kind === 'verb'
    ? undefined
    : reading.candidates.find(
        ({ clause, acts: [act] }) =>
          clause.head === governor &&
          clause.kind === 'verb' &&
          clause.args.some((a) => a.slot === 'object' && a.head === head) &&
          (JUDGES.test(act?.entry.cameo ?? '') || isOfClass(lexicon, clause.lemma, 'calling-something')),
      )

/** Who judges what a noun tells, by the sentence's own words. */
export const judgesOf = (scene: Scene, clause: Clause): readonly string[] => {
  const above = judgementOf(scene, clause)
  return above ? certain(scene.said().get(above.clause.head)?.source ?? []) : []
}

/** "Russia denied the bombing of a hospital": who denies an act of force is mostly who is accused of it; "the attack" alone may be another's, told before. */
export const isDeniedForce = (at: Pick<Resolved, 'reading' | 'lexicon'>, clause: Clause, cameo: string): boolean => {
  const above = STRIKES.test(cameo) && clause.args.some((a) => a.via !== 'outer') ? judgementOf(at, clause) : undefined
  return above !== undefined && isOfClass(at.lexicon, above.clause.lemma, 'denying')
}

/** CAMEO codes of judging what was done: to deny it, to praise, to blame and to refuse it. */
const JUDGES = /^(016|051|11|12)/
