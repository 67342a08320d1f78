import type { Mention } from '../../document.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isAbove, isOf } from '../is-of.ts'
import { findPlaceNames, type PlaceName } from '../places/find-place-names.ts'
import { locateName } from '../places/locate-name.ts'
import { stateOfPlaces } from '../places/state-of-places.ts'
import type { Discourse } from './discourse.ts'
import { goesThere } from './place-beside.ts'
import { type Around, stateAround } from './state-around.ts'

/** The state that towns of the sentence tell for a mention that no state is named for; `there`: whether such people and institutions are mostly where they are told of. */
export const aroundOf = (
  reading: SentenceReading,
  lexicon: Lexicon,
  discourse: Discourse,
  mention: Mention,
  there: boolean,
): Around | null => {
  if (mention.entity !== null || !/^(people|body|person)$/.test(mention.kind)) return null
  const own = mention.rule === null ? null : stateOfTown(reading, lexicon, discourse, mention)
  const around = own ?? (there ? stateAround(reading, lexicon, discourse, mention) : null)
  return around ?? (isHome(mention, there) && isNobodyNamed(discourse) ? onlyState(reading, lexicon, mention) : null)
}

/** "The army razed villages in Rakhine": also soldiers and governments, where the article has named nobody yet. */
const isHome = ({ kind, role }: Mention, there: boolean): boolean => there || (kind === 'people' && role === 'MIL') || kind === 'body'

const isNobodyNamed = ({ referents }: Discourse): boolean => referents.every((r) => r.kind === 'person')

/**
 * The state of the town or province that a role is of by its own phrase: "Karachi police", "Odesa's mayor", "the Lagos State government", "residents of Goma"; null where it is of none.
 */
const stateOfTown = (reading: SentenceReading, lexicon: Lexicon, discourse: Discourse, { head }: Mention): Around | null => {
  const { tree } = reading
  if (dependents(tree, head, 'nmod', 'nmod:poss', 'nmod:desc', 'compound', 'amod').length === 0) return null
  const names = findPlaceNames(reading, lexicon)
  for (const name of names) {
    const above = wordAt(tree, name.head).head
    // "Odesa Mayor Hennadii Trukhanov": the town is the title's.
    const isOwn = above === head || (above >= 0 && hangsBy(tree, above, 'nmod:desc') && wordAt(tree, above).head === head)
    if (!isOwn || !isOfTown(reading, lexicon, name)) continue
    const entity = stateOfPlaces(sharedWith(names, name), lexicon, discourse.referents)
    if (entity !== null) return { entity, name }
  }
  return null
}

/** "the mayor of San Diego in Valencia": the places of a name in a state that has the other places of the sentence, too; else all. */
const sharedWith = (names: readonly PlaceName[], name: PlaceName): PlaceName['places'] => {
  const others = new Set(names.filter((other) => other !== name).flatMap((other) => other.places.map(({ country }) => country)))
  const shared = name.places.filter(({ country }) => others.has(country))
  return shared.length > 0 ? shared : name.places
}

const isOfTown = ({ tree }: SentenceReading, lexicon: Lexicon, name: PlaceName): boolean =>
  tree.words.slice(name.first, name.last + 1).some(({ upos, text }) => upos === 'PROPN' && text !== text.toUpperCase()) &&
  (hangsBy(tree, name.head, 'nmod:poss')
    ? isPeopled(name, CITY) &&
      (isProvince(name) || isAbove(tree, name.head, lexicon, 'of-their-town')) &&
      !isInAnother(tree, wordAt(tree, name.head).head)
    : isPeopled(name) &&
      (hangsBy(tree, name.head, 'compound', 'nmod:desc', 'amod') ||
        (hangsBy(tree, name.head, 'nmod') && preposition(tree, name.head) === 'of')))

/** "Malaita's premier". */
const isProvince = ({ places }: PlaceName): boolean => places.every(({ rank }) => rank !== 'town')

/** "Cologne's sister synagogue in Odesa". */
const isInAnother = (tree: Tree, head: number): boolean => dependents(tree, head, 'nmod').some((at) => preposition(tree, at) === 'in')

// Thousands of people: "Gang members" are of no hamlet, "the nationalists of AUR" of no atoll.
const TOWN = 20
// What has something may be a state that the lexicon lacks, or a man: "Jackson's soldiers".
const CITY = 100

/** The one state in which a sentence has places, of people and institutions of whom nothing else tells it; null where it has several or names others, or they come to talk there. */
const onlyState = (reading: SentenceReading, lexicon: Lexicon, mention: Mention): Around | null => {
  if (/^(DIP|HLH|IGO|IMG|MED)$/.test(mention.role ?? '') || /\bforeign\b/i.test(mention.text) || goesThere(reading, mention)) return null
  const names = findPlaceNames(reading, lexicon)
  const told = names.flatMap((name) => {
    const standing = locateName(lexicon, reading.tree, name, names)
    return standing?.how === 'where' && isPeopled(name) ? [{ name, at: standing.at, entity: stateOfPlaces(name.places, lexicon, []) }] : []
  })
  const own = told.find(({ at }) => isOfDeed(reading, lexicon, mention, at))
  if (own === undefined || own.entity === null) return null
  const { entity, name } = own
  const isAlone = told.every((other) => other.entity === entity) && reading.mentions.every((m) => m.entity === null || m.entity === entity)
  return isAlone ? { entity, name } : null
}

/** "The army razed villages in Rakhine"; not "condemned the attack in Paris", "said two were killed in Gao", "dropped aid in Rafah": what one takes up, tells or helps in may be abroad. */
const isOfDeed = ({ tree, candidates }: SentenceReading, lexicon: Lexicon, { head }: Mention, place: number): boolean => {
  if (dependents(tree, head, 'nmod:poss').length > 0) return false
  const verb = wordAt(tree, head).head
  const above = ancestors(tree, place)
  if (!hangsBy(tree, head, 'nsubj') || !above.includes(verb)) return true
  const between = [place, ...above.slice(0, above.indexOf(verb))]
  if (between.some((at) => !hangsBy(tree, at, 'nmod', 'obl', 'obj', 'conj'))) return false
  const roots = candidates.flatMap(({ clause, acts: [act] }) => (clause.head === verb && act ? [act.entry.cameo.slice(0, 2)] : []))
  if (roots.includes('07')) return false
  return place < head || !(roots.some((root) => root < '14') || TAKES_UP.some((id) => isOf(lexicon, tree, verb, id)))
}

const TAKES_UP = ['reacting', 'speaking', 'calling-something']

const isPeopled = ({ places }: PlaceName, least = TOWN): boolean =>
  places.some(({ rank, known, people }) => rank !== 'water' && (known || rank !== 'town' || people >= least))
