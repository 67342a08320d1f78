import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { Scene } from '../judge-candidate.ts'
import { isDone } from './is-done.ts'
import { stateOfPlace } from './state-of-place.ts'

/** Who arrests, tries, deports, drives out or gives asylum where the sentence tells only where: the state of the place ("was arrested in Rwanda", "a curfew was imposed in Lagos"). Null where it tells none. */
export const coerceThere = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly Party[] | null => {
  if (!isDone(scene, clause) || !/^(17|075|201)/.test(cameo)) return null
  const party = stateOfPlace(scene, clause, cameo.slice(0, 2), target)
  return party && (clause.kind === 'noun' || !target.some((p) => p.start === party.start)) ? [party] : null
}
