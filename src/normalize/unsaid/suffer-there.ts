import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import { isAbove, isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { placesNamed } from '../places/gazetteer.ts'
import { placeKey } from '../places/place-key.ts'
import { resolvePlace } from '../places/resolve-place.ts'
import { isArmed } from '../references/antecedents.ts'
import { isForeign } from '../references/is-foreign.ts'
import { withEntity } from '../sides/found.ts'
import { facesGovernment, STRIKES } from '../sides/sides.ts'

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
  const { entity, name } = ruler
  const text = document.article.text.slice(start, end)
  return [{ start, end, text, entity, role: null, code: actorCode(lexicon, entity, null), name, basis: 'discourse' }]
}

/** The state of the place that the sentence tells for an act, quoted there. */
const stateOfPlace = (scene: Scene, clause: Clause, root: string, parties: readonly Party[]): Party | null => {
  const { lexicon, reading } = scene
  const place = resolvePlace(scene, { clause, root, source: parties, target: [] })
  if (!place?.country || place.start < reading.sentence.start || place.end > reading.sentence.end) return null
  const state = lexicon.entities.get(place.country)
  if (state?.kind !== 'state' || isBeside(scene, place.start, place.name !== state.name) || isOfThing(scene, clause, place.start))
    return null
  const { start, end } = place
  const text = scene.document.article.text.slice(start, end)
  return { start, end, text, entity: state.id, role: null, code: actorCode(lexicon, state.id, null), name: state.name, basis: 'discourse' }
}

/** "mediated in Ivory Coast", "in Darfur": whose quarrel it was. Null where no place is told, or only the capital or town that those met in. */
export const mediateThere = (scene: Scene, clause: Clause, source: readonly Party[]): readonly Party[] | null => {
  if (!clause.args.some((a) => a.slot === 'in')) return null
  const party = warThere(scene, clause) ?? stateOfPlace(scene, clause, '04', source)
  return party && isInside(scene, party.start) && isLand(party) && !source.some((p) => p.entity === party.entity) ? [party] : null
}

/** "mediated in Addis Ababa in the war in Sudan". */
const warThere = ({ document, lexicon, reading: { tree, pieces } }: Scene, { head }: Clause): Party | null => {
  for (const { entity, first, last } of pieces) {
    const state = lexicon.entities.get(entity ?? '')
    if (first < head || state?.kind !== 'state' || preposition(tree, last) !== 'in' || !isAbove(tree, last, lexicon, 'fought-over'))
      continue
    const [{ start }, { end }] = [wordAt(tree, first), wordAt(tree, last)]
    const text = document.article.text.slice(start, end)
    return {
      start,
      end,
      text,
      entity: state.id,
      role: null,
      code: actorCode(lexicon, state.id, null),
      name: state.name,
      basis: 'discourse',
    }
  }
  return null
}

const isLand = ({ text, entity }: Party): boolean =>
  placesNamed(placeKey(text)).every(({ country, rank }) => country !== entity || /^(country|region)$/.test(rank))

/** Who arrests, tries, deports or gives asylum where the sentence tells only where: the state of the place ("was arrested in Rwanda"). Null where it tells none. */
export const coerceThere = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly Party[] | null => {
  if (!/^(17|075)/.test(cameo) || !clause.passive) return null
  const party = stateOfPlace(scene, clause, cameo.slice(0, 2), target)
  return party && !target.some((p) => p.start === party.start) ? [party] : null
}

/** Who riots and marches where the sentence tells only where: people of the place ("thousands rioted in Lagos"). Null where it tells none, or they are from elsewhere. */
export const protestThere = (scene: Scene, clause: Clause, cameo: string, open: readonly Party[]): readonly Party[] | null => {
  if (!/^14/.test(cameo) || open.some((p) => isForeign(p.text) || isVisiting(scene, p))) return null
  // "Police broke up a rally in Kisumu": a noun in a sentence that nothing stands before tells of nobody.
  const { index } = scene.reading.sentence
  if (clause.kind === 'noun' && scene.discourse.referents.every((r) => r.sentence === index)) return null
  const state = stateOfPlace(scene, clause, '14', [])
  if (!state || !isInside(scene, state.start) || isBehindGrievance(scene, clause, state.start)) return null
  const people = open.filter((p) => p.role !== null)
  return people.length > 0 ? people.map((p) => withEntity(scene.lexicon, p, state)) : [state]
}

/** "near the border with Chad", "near Chad": the neighbour of where it was; but "near Abéché" is in Chad. */
const isBeside = ({ reading: { words } }: Scene, start: number, isTown: boolean): boolean => {
  const at = words.findIndex((w) => w.start >= start)
  return words.slice(Math.max(0, at - 4), at).some((w) => (isTown ? ACROSS : BESIDE).test(w.text))
}

/** "in Lagos", "in the Lagos district of Yaba"; not "on the embassy of Chad". */
const isInside = ({ reading: { words } }: Scene, start: number): boolean => {
  const at = words.findIndex((w) => w.start >= start)
  return words.slice(Math.max(0, at - 2), at).some((w) => INSIDE.test(w.text))
}

/** "Tourists protested in Bali": who is there on a visit. */
const isVisiting = ({ lexicon, reading: { tree } }: Scene, { start, end }: Party): boolean =>
  tree.words.some((w) => w.start >= start && w.end <= end && isOf(lexicon, tree, w.index, 'visitor'))

/** "protested against the war in Gaza", "rallied in support of strikers in Iran": where that is of which the crowd complains or which it backs. */
const isBehindGrievance = ({ lexicon, reading: { tree }, time }: Scene, { head, lemma, args }: Clause, start: number): boolean => {
  const isTime = (at: number): boolean =>
    at >= 0 && time.timexes.some((t) => t.start <= wordAt(tree, at).start && wordAt(tree, at).end <= t.end)
  const isBetween = (at: number): boolean => at > head && wordAt(tree, at).start < start
  return (
    tree.words.some(
      (w) => isBetween(w.index) && (ABOUT.test(w.lemma) || isOf(lexicon, tree, w.index, 'taking-sides')) && !isTime(w.head),
    ) ||
    (lemma === 'protest' && args.some((a) => (a.slot === 'object' || a.slot === 'at') && isBetween(a.head)))
  )
}

const ABOUT = /^(against|over|for|about)$/i
const INSIDE = /^(in|across|throughout|around)$/i
const ACROSS = /^(border|frontier)$/i
const BESIDE = /^(near|border|frontier|beside|off)$/i

/** "without the consent of Georgia": whose a thing is, and not where it was. */
const isOfThing = ({ reading: { tree }, lexicon }: Scene, clause: Clause, start: number): boolean => {
  const at = tree.words.find((w) => w.start >= start)
  if (!at || preposition(tree, at.index) !== 'of' || at.head < 0) return false
  return at.head !== clause.head && !isOf(lexicon, tree, at.head, 'place-word')
}

/** CAMEO codes of what is done for a whole country where it stands behind the act: "declared a truce in Chad", "imposed a curfew in Lagos", "troops on alert in Oslo". */
const MEANT_THERE = /^(15|17|0871)/

/** "Kenya's president declared a truce in Kenya", "In Colombia, the ELN declared a truce": at home, also that of a group. */
const isHome = (scene: Scene, clause: Clause, source: readonly Party[], state: Party): boolean =>
  source.some((p) =>
    p.entity === state.entity ? isBehind(scene, clause, state) : scene.lexicon.entities.get(p.entity ?? '')?.home === state.entity,
  )

const isBehind = ({ reading: { tree } }: Scene, { head }: Clause, { start }: Party): boolean => start > wordAt(tree, head).start
