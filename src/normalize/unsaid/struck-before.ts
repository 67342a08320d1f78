import type { Party } from '../../document.ts'
import type { Scene } from '../judge-candidate.ts'
import { isArmed } from '../references/antecedents.ts'
import { isForeign } from '../references/is-foreign.ts'
import { withEntity } from '../sides/found.ts'
import { STRIKES } from '../sides/sides.ts'
import { entitiesOf } from './besides.ts'

/**
 * "Chad raided a camp in Sudan. Three men were killed": whom one strikes who was just told to strike another is still of that one. Null where the people's words
 * tell that they are of somebody else, or no such act was told.
 */
export const struckBefore = (
  { discourse: { told }, lexicon, reading: { sentence } }: Scene,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  if (!STRIKES.test(cameo) || open.length === 0 || open.some((p) => isArmed(p.role) || isForeign(p.text))) return null
  const [doer, other] = entitiesOf(source)
  if (doer === undefined || other !== undefined) return null
  const last = told.findLast((t) => STRIKES.test(t.root) && sentence.index - t.sentence <= REACH)
  const [struck, third] = last?.targets ?? []
  if (
    !last?.sources.includes(doer) ||
    struck === undefined ||
    third !== undefined ||
    struck === doer ||
    lexicon.entities.get(struck)?.kind !== 'state'
  )
    return null
  const party = { entity: struck, name: lexicon.entities.get(struck)?.name ?? null, basis: 'discourse' as const }
  return open.map((p) => withEntity(lexicon, p, party))
}

const REACH = 2

/** "Boko Haram killed nine soldiers": where nothing else tells whose they are, of the state that the group is at home in. */
export const struckAtHome = ({ lexicon }: Scene, cameo: string, source: readonly Party[], struck: readonly Party[]): readonly Party[] => {
  if (!STRIKES.test(cameo) || struck.length === 0) return struck
  if (struck.some((p) => p.entity !== null || !VICTIMS.test(p.role ?? '') || isForeign(p.text))) return struck
  const [doer, other] = entitiesOf(source)
  const group = other === undefined ? lexicon.entities.get(doer ?? '') : undefined
  const home = group?.kind === 'group' ? (group.home ?? null) : null
  if (home === null) return struck
  const name = lexicon.entities.get(home)?.name ?? null
  return struck.map((p) => withEntity(lexicon, p, { entity: home, name, basis: 'discourse' }))
}

const VICTIMS = /^(MIL|COP|GOV|CVL|LEG|JUD|EDU|MED)$/
