import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import type { PlaceName } from './find-place-names.ts'
import { type Place, placesNamed } from './gazetteer.ts'
import { placeKey } from './place-key.ts'
import type { Whereabouts } from './whereabouts.ts'

/** How many sentences back a place is still meant by "there" or "the city". */
const REACH = 4

/** Words that mean a place told of before: "there", "in the city", "at the scene"; and the capital of a state that the sentence doesn't name. */
export const referBack = (reading: SentenceReading, before: Whereabouts | null, capital: () => Place | null): readonly PlaceName[] => {
  const { tree, sentence } = reading
  const near = before !== null && sentence.index - before.sentence.index <= REACH && sentence.section === before.sentence.section
  return mayMean(reading).flatMap((word): readonly PlaceName[] => {
    const noun = word.lemma.toLowerCase()
    const span = { first: word.index, last: word.index, head: word.index, start: word.start, end: word.end }
    if (noun === 'there' && word.upos === 'ADV' && hangsBy(tree, word.index, 'advmod'))
      return near ? [{ ...span, places: [placeOf(before)], told: before.place }] : []
    const kind = KINDS.get(noun)
    if (kind === undefined || word.upos !== 'NOUN' || !isBare(reading, word.index)) return []
    const [first] = dependents(tree, word.index, 'det') as [number]
    const own = { ...span, first, start: wordAt(tree, first).start }
    if (noun === 'capital') {
      const place = capital()
      return place === null ? [] : [{ ...own, places: [place], told: null }]
    }
    if (!near) return []
    const place = placeOf(before)
    return kind.test(place.rank) ? [{ ...own, places: [place], told: before.place }] : []
  })
}

// Every event of a sentence asks for them.
const mayMean = keepsLast(({ words }: SentenceReading) =>
  words.filter(({ lemma }) => /^there$/i.test(lemma) || KINDS.has(lemma.toLowerCase())),
)

const TOWN = /^(capital|province|district|town)$/
/** What kinds of place a noun can mean. */
const KINDS: ReadonlyMap<string, RegExp> = new Map([
  ['capital', /^capital$/],
  ['city', TOWN],
  ['town', TOWN],
  ['village', /^(district|town|site)$/],
  ['port', TOWN],
  ['scene', /./],
  ['site', /./],
  ['island', /^(region|site)$/],
  ['camp', /^site$/],
  ['base', /^site$/],
])

/** "the city", "that town": told of before, by nothing but an article. */
const isBare = ({ tree }: SentenceReading, at: number): boolean =>
  dependents(tree, at, 'det').some((d) => /^(the|that|this)$/i.test(wordAt(tree, d).text)) &&
  dependents(tree, at, 'amod', 'compound', 'nmod', 'nmod:poss', 'nummod', 'appos', 'flat', 'acl', 'acl:relcl').length === 0

const placeOf = ({ place }: Whereabouts): Place =>
  placesNamed(placeKey(place.name)).find((p) => p.name === place.name && p.country === place.country) ?? {
    name: place.name,
    country: place.country,
    area: null,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
    people: 0,
    rank: 'country',
    known: true,
  }
