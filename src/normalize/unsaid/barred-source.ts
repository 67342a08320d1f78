import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Scene } from '../judge-candidate.ts'
import { isDeniedForce, judgesOf } from '../sides/judges-of.ts'
import { partiesAt } from '../sides/parties.ts'
import { STRIKES } from '../sides/sides.ts'
import { entitiesOf } from './besides.ts'

/**
 * Who has not done an act whose source is unsaid: "condemned the attack", "called the abductions a war crime", "denied the accusation": who judges it, where it
 * is none of his own state; "the hostages were handed over to the Red Cross": who receives.
 */
export const barredSource = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly string[] => {
  if (clause.kind === 'verb') return clause.passive && HANDS_OVER.test(cameo) ? receivers(scene, clause) : NOBODY
  const judges = clause.light !== null || isDeniedForce(scene, clause, cameo) ? NOBODY : judgesOf(scene, clause)
  const suffers = entitiesOf(target)
  return judges.some((entity) => suffers.includes(entity)) ? NOBODY : judges
}

/** Bodies and charities that judge an act of force, which was done to others. */
export const barredTarget = (scene: Scene, clause: Clause, root: string): readonly string[] =>
  clause.kind === 'noun' && STRIKES.test(root)
    ? judgesOf(scene, clause).filter((entity) => scene.lexicon.entities.get(entity)?.kind !== 'state')
    : NOBODY

const NOBODY: readonly string[] = NONE
const HANDS_OVER = /^(063|084)/

const receivers = ({ reading, document, lexicon, resolutions }: Scene, { args }: Clause): readonly string[] =>
  args
    .filter((a) => a.slot === 'to')
    .flatMap((a) => partiesAt({ reading, text: document.article.text, lexicon, resolutions }, a.head))
    .flatMap((f) => f.party.entity ?? [])
