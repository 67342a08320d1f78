import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { facesGovernment, isArmed } from '../role-groups.ts'
import { withEntity } from '../sides/found.ts'
import { STRIKES } from '../sides/sides.ts'
import { partyOfState, stateOfPlace } from './state-of-place.ts'

/**
 * Who suffers an act of force where the sentence tells only where: the state of the place ("shelled Erbil", "a bomb killed six in Kabul"), for its people where
 * their words tell a role. Null where no place is told, or where it is the source's own and nobody faces it.
 */
export const sufferThere = (
  scene: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  const root = cameo.slice(0, 2)
  if (root === '07') return receiverThere(scene, clause, source, open)
  if (!STRIKES.test(root) && !(MEANT_THERE.test(cameo) && open.length === 0)) return null
  const state = stateOfPlace(scene, clause, root, source)
  if (!state) return /^17/.test(cameo) ? ownPlace(scene, clause, source) : null
  if (!STRIKES.test(root)) return isHome(scene, clause, source, state) || (isBehind(scene, clause, state) && root !== '08') ? [state] : null
  const people = open.filter((p) => p.role !== null)
  const own = source.filter((p) => p.entity === state.entity)
  // "Rebels attacked a base in Mali": of Mali themselves, they fight it.
  if (own.length > 0 && !people.some((p) => facesGovernment(p.role)) && !own.every((p) => isArmed(p.role))) return null
  if (people.length === 0) return [state]
  return people.map((p) => withEntity(scene.lexicon, p, state))
}

/** "delivered food to Aleppo": who gets aid by the name of a place of theirs. */
const receiverThere = (scene: Scene, clause: Clause, source: readonly Party[], open: readonly Party[]): readonly Party[] | null => {
  const [receiver, other] = open
  if (!receiver || other || receiver.entity !== null || receiver.role !== null) return null
  const state = stateOfPlace(scene, clause, '07', source)
  return state?.start === receiver.start ? [state] : null
}

/** "declared a state of siege in the town": a place without a state's name, where who governs coerces his own; null where a name stands in it. */
const ownPlace = (
  { document, lexicon, reading: { tree, pieces } }: Scene,
  { head, args }: Clause,
  source: readonly Party[],
): readonly Party[] | null => {
  const [ruler, other] = source
  if (!ruler?.entity || other || !/^(GOV)?$/.test(ruler.role ?? '') || lexicon.entities.get(ruler.entity)?.kind !== 'state') return null
  const place = args.find((a) => a.slot === 'in' && a.head > head && isOf(lexicon, tree, a.head, 'place-word'))?.head
  if (place === undefined) return null
  const { first, last } = nounPhrase(tree, place)
  if (pieces.some((p) => p.first <= last && p.last >= first)) return null
  const { start } = wordAt(tree, wordAt(tree, first).upos === 'DET' ? first + 1 : first)
  const { end } = wordAt(tree, last)
  return [partyOfState({ document, lexicon }, { id: ruler.entity, name: ruler.name }, { start, end })]
}

/** CAMEO codes of what is done for a whole country where it stands behind the act: "declared a truce in Chad", "imposed a curfew in Lagos", "troops on alert in Oslo". */
const MEANT_THERE = /^(15|17|0871)/

/** "Kenya's president declared a truce in Kenya", "In Colombia, the ELN declared a truce": at home, also that of a group. */
const isHome = (scene: Scene, clause: Clause, source: readonly Party[], state: Party): boolean =>
  source.some((p) =>
    p.entity === state.entity ? isBehind(scene, clause, state) : scene.lexicon.entities.get(p.entity ?? '')?.home === state.entity,
  )

const isBehind = ({ reading: { tree } }: Scene, { head }: Clause, { start }: Party): boolean => start > wordAt(tree, head).start
