import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { isAbove } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { placesNamed } from '../places/gazetteer.ts'
import { placeKey } from '../places/place-key.ts'
import { isInside, partyOfState, stateOfPlace } from './state-of-place.ts'

/** "mediated in Ivory Coast", "in Darfur": whose quarrel it was. Null where no place is told, or only the capital or town that those met in. */
export const mediateThere = (scene: Scene, clause: Clause, source: readonly Party[]): readonly Party[] | null => {
  if (!clause.args.some((a) => a.slot === 'in')) return null
  const party = stateFoughtOver(scene, clause) ?? stateOfPlace(scene, clause, '04', source)
  return party && isInside(scene, party.start) && isLand(party) && !source.some((p) => p.entity === party.entity) ? [party] : null
}

/** The state of a quarrel that is told behind the act: "mediated in Addis Ababa in the war in Sudan". */
const stateFoughtOver = ({ document, lexicon, reading: { tree, pieces } }: Scene, { head }: Clause): Party | null => {
  for (const { entity, first, last } of pieces) {
    const state = lexicon.entities.get(entity ?? '')
    if (first < head || state?.kind !== 'state' || preposition(tree, last) !== 'in' || !isAbove(tree, last, lexicon, 'fought-over'))
      continue
    return partyOfState({ document, lexicon }, state, { start: wordAt(tree, first).start, end: wordAt(tree, last).end })
  }
  return null
}

const isLand = ({ text, entity }: Party): boolean =>
  placesNamed(placeKey(text)).every(({ country, rank }) => country !== entity || /^(country|region)$/.test(rank))
