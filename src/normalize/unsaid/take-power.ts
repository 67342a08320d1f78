import type { Party } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { certain, isCertain } from './besides.ts'
import { isDoing } from './is-doing.ts'
import type { OpenAct } from './open-act.ts'
import { followsCoup, usurpedWhere, usurpers } from './usurped-where.ts'

/** "Mali was suspended after a coup": a coup that is only named. */
export const inNamedCoup = (act: OpenAct): Sides | null => {
  const { scene, clause, source, target } = act
  if (clause.kind !== 'noun' || (isCertain(source) && !followsCoup(scene, clause)) || !isUsurping(act)) return null
  const open = followsCoup(scene, clause) ? NONE : source
  if (!isCertain(target) || target.every((p) => source.includes(p))) return usurpedWhere(scene, clause, { source: open, target })
  const isAgainstState = target.every((p) => p.role === null && isState(scene.lexicon, p))
  return isAgainstState ? { source: usurpers(scene.lexicon, open, target), target } : null
}

/** "Officers seized power in Mali": who takes power takes it at home. */
export const fromOwnState = (act: OpenAct): Sides | null => {
  const { scene, source, target } = act
  if (isCertain(target) || !isUsurping(act)) return null
  const home = source.filter((p) => p.basis !== 'discourse' && isState(scene.lexicon, p))
  return home.length > 0 && certain(source).length === 1 ? { source, target: home } : null
}

/** "Colonel Jan Doe, who led a coup in Mali": whom nobody knows is of where he did so. */
export const byStranger = (act: OpenAct): Sides | null => {
  const { lexicon } = act.scene
  const { target } = act
  const [usurper, ally] = act.source
  const [state, other] = target
  if (usurper?.entity !== null || ally || !state || other || !isState(lexicon, state) || !isUsurping(act)) return null
  return { source: [withEntity(lexicon, usurper, { entity: state.entity, name: state.name, basis: 'discourse' })], target }
}

const isUsurping = ({ scene: { lexicon, reading }, clause }: OpenAct): boolean => isDoing(lexicon, reading, clause, 'usurping')

const isState = (lexicon: Lexicon, { entity }: Party): boolean => lexicon.entities.get(entity ?? '')?.kind === 'state'
