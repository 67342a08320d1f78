import type { Party, Span } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { resolvePlace } from '../places/resolve-place.ts'
import { stateOf } from './party-of.ts'

/** The state of the place that the sentence tells for an act, quoted there. */
export const stateOfPlace = (scene: Scene, clause: Clause, root: string, parties: readonly Party[]): Party | null => {
  const { lexicon, reading } = scene
  const place = resolvePlace(scene, { clause, root, source: parties, target: [] })
  if (!place?.country || place.start < reading.sentence.start || place.end > reading.sentence.end) return null
  const state = lexicon.entities.get(place.country)
  if (state?.kind !== 'state' || isBeside(scene, place.start, place.name !== state.name) || isOfThing(scene, clause, place.start))
    return null
  return partyOfState(scene, state, place)
}

/** A state as a party, quoted by the words that tell where the act was. */
export const partyOfState = (
  { document, lexicon }: Pick<Scene, 'document' | 'lexicon'>,
  { id, name }: { readonly id: string; readonly name: string | null },
  { start, end }: Span,
): Party => stateOf({ start, end, text: document.article.text.slice(start, end), entity: id, name }, lexicon)

/** "near the border with Chad", "near Chad": the neighbour of where it was; but "near Abéché" is in Chad. */
const isBeside = ({ reading: { words } }: Scene, start: number, isTown: boolean): boolean => {
  const at = words.findIndex((w) => w.start >= start)
  return words.slice(Math.max(0, at - 4), at).some((w) => (isTown ? ACROSS : BESIDE).test(w.text))
}

const ACROSS = /^(border|frontier)$/i
const BESIDE = /^(near|border|frontier|beside|off)$/i

/** "without the consent of Georgia": whose a thing is, and not where it was. */
const isOfThing = ({ reading: { tree }, lexicon }: Scene, clause: Clause, start: number): boolean => {
  const at = tree.words.find((w) => w.start >= start)
  if (!at || preposition(tree, at.index) !== 'of' || at.head < 0) return false
  return at.head !== clause.head && !isOf(lexicon, tree, at.head, 'place-word')
}

/** "in Lagos", "in the Lagos district of Yaba"; not "on the embassy of Chad". */
export const isInside = ({ reading: { words } }: Scene, start: number): boolean => {
  const at = words.findIndex((w) => w.start >= start)
  return words.slice(Math.max(0, at - 2), at).some((w) => INSIDE.test(w.text))
}

const INSIDE = /^(in|across|throughout|around)$/i
