import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { certain, entitiesOf } from './besides.ts'
import type { Scene } from './judge-candidate.ts'
import { partiesAt } from './parties.ts'

/**
 * Who has not done an act whose source is unsaid: "condemned the attack", "called the abductions a war crime", "denied the accusation": who judges it, where it
 * is none of his own state; "the hostages were handed over to the Red Cross": who receives.
 */
export const barredSource = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly string[] => {
  if (clause.kind === 'verb') return clause.passive && HANDS_OVER.test(cameo) ? receivers(scene, clause) : NOBODY
  const { candidates } = scene.reading
  const above = clause.light === null ? candidates.find((c) => c.clause.head === clause.governor && c.clause.kind === 'verb') : undefined
  if (!above || !JUDGES.test(above.acts[0]?.entry.cameo ?? '')) return NOBODY
  if (!above.clause.args.some((a) => a.slot === 'object' && a.head === clause.head)) return NOBODY
  const judges = certain(scene.said().get(above.clause.head)?.source ?? [])
  const suffers = entitiesOf(target)
  return judges.some((entity) => suffers.includes(entity)) ? NOBODY : judges
}

/** Bodies and charities that judge an act of force, which was done to others. */
export const barredTarget = ({ reading, lexicon, said }: Scene, { kind, governor, head }: Clause, root: string): readonly string[] => {
  if (kind !== 'noun' || !/^(18|19|20)$/.test(root)) return NOBODY
  const above = reading.candidates.find((c) => c.clause.head === governor && c.clause.kind === 'verb')
  if (!above || !JUDGES.test(above.acts[0]?.entry.cameo ?? '') || !above.clause.args.some((a) => a.slot === 'object' && a.head === head))
    return NOBODY
  return certain(said().get(above.clause.head)?.source ?? []).filter((entity) => lexicon.entities.get(entity)?.kind !== 'state')
}

const NOBODY: readonly string[] = []
/** CAMEO codes of judging what was done: to deny it, to praise, to blame and to refuse it. */
const JUDGES = /^(016|051|11|12)/
const HANDS_OVER = /^(063|084)/

const receivers = ({ reading, document, lexicon, resolutions }: Scene, { args }: Clause): readonly string[] =>
  args
    .filter((a) => a.slot === 'to')
    .flatMap((a) => partiesAt({ reading, text: document.article.text, lexicon, resolutions }, a.head))
    .flatMap((f) => f.party.entity ?? [])
