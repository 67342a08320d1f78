import type { Mention } from '../../document.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'
import { findPlaceNames, type PlaceName } from '../places/find-place-names.ts'
import { locateName } from '../places/locate-name.ts'
import { stateOfPlaces } from '../places/state-of-places.ts'
import type { Discourse } from './discourse.ts'
import { goesThere } from './place-beside.ts'

/** A state by the name of a place of its own, as the words of a sentence tell where people are. */
export type Around = { readonly entity: string; readonly name: PlaceName }

/**
 * The state in which the sentence says that people are who are named by no state of their own: "protesters in Lahore", "In Athens, opposition parties
 * demanded"; null where it tells no place for them, or several states have one of that name and the article speaks of none.
 */
export const stateAround = (reading: SentenceReading, lexicon: Lexicon, discourse: Discourse, mention: Mention): Around | null => {
  const names = findPlaceNames(reading, lexicon)
  if (names.length === 0) return null
  const { tree } = reading
  const reached = climb(reading, mention)
  let best: { readonly around: Around; readonly rank: number; readonly far: number } | null = null
  for (const name of names) {
    const far = Math.abs(name.head - mention.head)
    if (far > REACH) continue
    const standing = locateName(lexicon, tree, name, names)
    if (standing?.how !== 'where') continue
    const rank = reached.indexOf(wordAt(tree, standing.at).head)
    // "concluded in Pretoria by the government": an institution is there where the place stands before it.
    if (
      rank < 0 ||
      (rank > 0 && mention.kind === 'body' && !(name.first < mention.head && opens(reading, name))) ||
      (rank > 0 && isVenue(lexicon, tree, standing.at)) ||
      (best !== null && (best.rank < rank || (best.rank === rank && best.far <= far)))
    )
      continue
    const entity = stateOfPlaces(name.places, lexicon, discourse.referents)
    if (entity !== null) best = { around: { entity, name }, rank, far }
  }
  return best !== null && goesThere(reading, mention) && discourse.referents.length > 0 ? null : (best?.around ?? null)
}

/** "the rebels agreed in Pretoria": where one negotiates is neither side's home. */
const isVenue = (lexicon: Lexicon, tree: SentenceReading['tree'], place: number): boolean => {
  const verb = wordAt(tree, place).head
  return verb >= 0 && verb < place && isOf(lexicon, tree, verb, 'parleying')
}

// Farther off no place tells where somebody is, and cost stays linear in sentences of thousands of names.
const REACH = 40
const DEEPEST = 12

/** The words whose place is that of a mention, nearest first: itself, the predicates that it stands under. */
const climb = (reading: SentenceReading, { head }: Mention): readonly number[] => {
  const { tree } = reading
  const path = [head]
  let at = head
  for (const up of ancestors(tree, head)) {
    if (hangsBy(tree, at, 'acl', 'acl:relcl', 'parataxis', 'advcl') || (hangsBy(tree, at, 'ccomp') && isSaidByNamed(reading, up))) break
    path.push(up)
    // "gunmen attacked a base in Mali", "a crowd gathered outside the embassy in Lima": whoever does it is where that is.
    if (hangsBy(tree, at, 'nsubj'))
      path.push(...dependents(tree, up, 'obj'), ...dependents(tree, up, 'obl').filter((o) => preposition(tree, o) === 'outside'))
    if (path.length > DEEPEST) break
    at = up
  }
  return path
}

/** "In Athens, …": the phrase stands before the subject of its verb. */
const opens = ({ tree }: SentenceReading, { first, head }: PlaceName): boolean => {
  const verb = ancestors(tree, head).find((at) => dependents(tree, at, 'nsubj').length > 0)
  return verb !== undefined && dependents(tree, verb, 'nsubj').every((at) => first < at)
}

/** "In London, the president said the army …": who speaks of others elsewhere. But "In Athens, opposition parties demanded that the government …". */
const isSaidByNamed = ({ tree, mentions }: SentenceReading, verb: number): boolean => {
  const subjects = dependents(tree, verb, 'nsubj')
  return !subjects.some((at) => mentions.some((m) => m.head === at && m.entity === null && /^(people|body)$/.test(m.kind)))
}
