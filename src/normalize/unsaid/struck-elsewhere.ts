import type { Clause } from '../../extract/clauses/clause.ts'
import type { Scene } from '../judge-candidate.ts'
import { STRIKES } from '../sides/sides.ts'
import { stateOfPlace } from './state-of-place.ts'

/**
 * "Chadian jets bombed a village in Niger. A bomb killed six people in Madrid": an act of force in a state of which nothing was told before, by nobody that the sentence tells of. Those
 * told of before have no part in it.
 */
export const struckElsewhere = (scene: Scene, clause: Clause, cameo: string): boolean => {
  if (!STRIKES.test(cameo)) return false
  const { discourse, reading, lexicon } = scene
  const { index } = reading.sentence
  const { referents } = discourse
  if (referents.every((r) => r.sentence === index)) return false
  const place = stateOfPlace(scene, clause, cameo.slice(0, 2), [])
  return (
    place !== null &&
    referents.every((r) =>
      r.sentence === index
        ? r.entity === place.entity || r.guessed
        : r.entity !== place.entity && lexicon.entities.get(r.entity)?.home !== place.entity,
    )
  )
}
