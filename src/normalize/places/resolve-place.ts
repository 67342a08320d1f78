import type { Document, Place as EventPlace, Party, Sentence, Span, Timex } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import { fold } from '../../lexicon/fold.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { choosePlace, type Surroundings } from './choose-place.ts'
import { capitalsOf, findPlaceNames, type PlaceName } from './find-place-names.ts'
import { type Place, placesNamed } from './gazetteer.ts'
import { isForce, isViolent } from './kinds-of-acts.ts'
import { locateName } from './locate-name.ts'
import { placeKey } from './place-key.ts'
import { reachPlaces } from './reach-places.ts'
import { referBack } from './refer-back.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What the place of an event is read from. `survey` gives the shares of the states that the article names (`surveyArticle`), asked only when a name is found. */
export type PlaceScene = {
  readonly document: Document
  readonly reading: SentenceReading
  readonly lexicon: Lexicon
  readonly survey: () => ReadonlyMap<string, number>
  /** Where the article was before the sentence. */
  readonly whereabouts: Whereabouts | null
  readonly time: { readonly timexes: readonly Timex[] }
}

/** The event whose place is asked. */
export type PlacedAct = {
  readonly clause: Clause
  readonly root: string
  readonly source: readonly Party[]
  readonly target: readonly Party[]
}

/**
 * Where the act of a clause takes place: the name that its grammar reaches most nearly, told apart from its namesakes by what stands around it; else the
 * dateline, where a party acts at home in the first sentences below it; else null.
 */
export const resolvePlace = (scene: PlaceScene, act: PlacedAct): EventPlace | null => {
  const { reading, lexicon, document } = scene
  const own = findPlaceNames(reading, lexicon)
  const meant = referBack(reading, scene.whereabouts, () => capitalAround(lexicon, act))
  const names = namesNear(meant.length === 0 ? own : [...own, ...meant].sort((a, b) => a.first - b.first), act.clause.head)
  // Who strikes is elsewhere more often than not: its state tells nothing of where.
  const parties = isViolent(act.root) ? act.target : [...act.source, ...act.target]
  for (const { name, standing } of reachPlaces(lexicon, reading, names, act.clause, act.root)) {
    if (standing.how !== 'where' && act.source.some((p) => isSame(p, name))) continue
    const place = choosePlace(name.places, surroundings(scene, names, name, parties, isViolent(act.root) ? act.source : []))
    if (place) return eventPlace(place, name.told ?? name)
  }
  // A sentence that tells of other places isn't about the dateline's.
  return names.some((name) => locateName(lexicon, reading.tree, name, names)?.how === 'where')
    ? null
    : (goesOn(scene, act) ?? fromDateline(scene, act, document, reading.sentence))
}

/** The place of the sentence before, where its fight may go on: neither another day nor anybody from elsewhere comes in. */
const goesOn = ({ whereabouts, reading: { sentence }, time }: PlaceScene, { root, source, target }: PlacedAct): EventPlace | null => {
  if (!whereabouts?.force || !isForce(root) || time.timexes.some(isDay)) return null
  const { place, sentence: before, entities } = whereabouts
  if (sentence.index - before.index !== 1 || sentence.section !== before.section) return null
  const isThere = ({ entity }: Party): boolean => entity === null || entity === place.country || entities.includes(entity)
  return [...source, ...target].every(isThere) ? place : null
}

const isDay = ({ type }: Timex): boolean => type === 'DATE'

/** The capital of the state of who acts, else of whom it is done to. */
const capitalAround = (lexicon: Lexicon, { source, target }: PlacedAct): Place | null => {
  const party = [...source, ...target].find(({ entity }) => entity !== null && lexicon.entities.get(entity)?.kind === 'state')
  return party?.entity ? (capitalsOf(lexicon, party.entity)[0] ?? null) : null
}

/** The names around a word, at most so many on either side: in a list of hundreds none further away tells where, and cost stays linear. */
const namesNear = (names: readonly PlaceName[], at: number): readonly PlaceName[] => {
  if (names.length <= 2 * REACH) return names
  const behind = names.findIndex((n) => n.first >= at)
  const middle = behind < 0 ? names.length : behind
  return names.slice(Math.max(0, middle - REACH), middle + REACH)
}

const REACH = 12

/** Whether the party is the place itself, not its police or people. */
const isSame = (party: Span, name: Span): boolean => party.end === name.end && party.start >= name.start - 4

const isPartOf = ({ tree }: SentenceReading, { first, last }: { readonly first: number; readonly last: number }, party: Span): boolean =>
  wordAt(tree, first).start < party.end && wordAt(tree, last).end > party.start

const eventPlace = ({ name, country, latitude, longitude }: Place, { start, end }: Span): EventPlace => ({
  name,
  country,
  start,
  end,
  ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
})

const surroundings = (
  scene: PlaceScene,
  names: readonly PlaceName[],
  name: PlaceName,
  parties: readonly Party[],
  strikers: readonly Party[],
): Surroundings => {
  const { lexicon, reading } = scene
  const states = (entity: string | null): string | null =>
    entity !== null && lexicon.entities.get(entity)?.kind === 'state' ? entity : null
  const only = (places: readonly Place[]): string | null => {
    const [first] = places
    return first && places.every((p) => p.country === first.country) ? first.country : null
  }
  return {
    actors: setOf(parties.filter((p) => p.start >= name.end || p.end <= name.start).map((p) => states(p.entity))),
    sentence: setOf([
      ...reading.pieces
        .filter((p) => (p.first > name.last || p.last < name.first) && !strikers.some((s) => isPartOf(reading, p, s)))
        .map((p) => states(p.entity)),
      ...names.filter((n) => n !== name).map((n) => only(n.places)),
    ]),
    article: scene.survey(),
    stated: statedBeside(scene, names, name),
    called: calledBeside(lexicon, reading, name),
  }
}

const setOf = (items: readonly (string | null)[]): ReadonlySet<string> => new Set(items.filter((i) => i !== null))

/** The states that the text sets beside a name: "Tripoli, Lebanon", "Athens in Georgia", "Lebanon's Tripoli", "the Lebanese city of Tripoli". */
const statedBeside = ({ reading, lexicon }: PlaceScene, names: readonly PlaceName[], name: PlaceName): ReadonlySet<string> => {
  const { words, tree, pieces } = reading
  const wide = (p: Place): boolean => p.rank === 'country' || p.rank === 'region'
  const beside = names.filter((n) => {
    const between = words.slice(Math.min(n.last, name.last) + 1, Math.max(n.first, name.first)).map((w) => w.text.toLowerCase())
    if (n === name || !n.places.some(wide)) return false
    if (n.first > name.last) return /^(,|in|, in|in northern|in southern|in eastern|in western)$/.test(between.join(' '))
    return /^['’]s?$/.test(between.join(' ')) || locateName(lexicon, tree, n, [name])?.how === 'beside'
  })
  const nation = pieces.filter(
    (p) =>
      (p.kind === 'demonym' || p.kind === 'name') &&
      p.entity !== null &&
      p.last < name.first &&
      name.first - p.last <= 5 &&
      isCityOf(reading, p.last, name.first),
  )
  return new Set([
    ...beside.flatMap((n) => n.places.filter(wide).flatMap((p) => [p.area ?? p.country ?? ''])),
    ...nation.flatMap((p) => p.entity ?? []),
  ])
}

/** Between a nationality and a name: "Lebanese [port city of] Tripoli", "Russian [town] Donetsk". */
const isCityOf = ({ words }: SentenceReading, demonym: number, name: number): boolean =>
  /(^|\s)(city|town|village|port|capital|district|region|province|area|border|resort|suburb|island)( of)?( ,)?$/.test(
    words
      .slice(demonym + 1, name)
      .map((w) => w.text.toLowerCase())
      .join(' '),
  )

/** "the town of Batken" is no region, "Batken region" no town. */
const calledBeside = (lexicon: Lexicon, { words }: SentenceReading, { first, last }: PlaceName): 'town' | 'region' | null => {
  const before = words[first - 1]?.text === 'of' ? kindOfPlace(lexicon, words[first - 2]?.lemma) : null
  return before ?? kindOfPlace(lexicon, words[last]?.text) ?? kindOfPlace(lexicon, words[last + 1]?.lemma)
}

/** What kind of place a noun beside a name makes of it. */
const kindOfPlace = (lexicon: Lexicon, noun = ''): 'town' | 'region' | null => {
  const low = noun.toLowerCase()
  return isOfClass(lexicon, low, 'called-town') ? 'town' : isOfClass(lexicon, low, 'called-region') ? 'region' : null
}

/** How many sentences below a dateline its place still holds for. */
const BELOW_DATELINE = 2

/** The dateline's place for an act of its own state's people, alone or among themselves. */
const fromDateline = (
  scene: PlaceScene,
  { source, target, root, clause }: PlacedAct,
  document: Document,
  sentence: Sentence,
): EventPlace | null => {
  const dateline = document.datelines.find((d) => d.block <= sentence.block && sentence.block <= d.block + 1 && d.start <= sentence.start)
  const [span, other] = dateline?.places ?? []
  if (!dateline || !span || other) return null
  const first = document.sentences.find((s) => s.start >= dateline.end)
  if (!first || sentence.index - first.index >= BELOW_DATELINE) return null
  // "since the truce was signed": what is only mentioned was done anywhere.
  if (clause.passive && /^(acl|advcl)/.test(clause.link)) return null
  const text = document.article.text.slice(span.start, span.end)
  const place = choosePlace(placesNamed(placeKey(titled(text))), {
    actors: new Set(),
    sentence: new Set(),
    article: scene.survey(),
    stated: new Set(),
    called: null,
  })
  if (!place) return null
  const home = (p: Party): boolean => p.entity === place.country
  const actors = source.filter((p) => p.entity !== null)
  if (!actors.some(home)) return null
  // Force and truces are anywhere, force against others is where they are; words are said at home.
  if (isForce(root) || root === '08') return null
  return isViolent(root) && [...source, ...target].some((p) => p.entity !== null && !home(p)) ? null : eventPlace(place, span)
}

const titled = (text: string): string =>
  text === text.toUpperCase()
    ? fold(text) === text && text.length <= 3
      ? text
      : text.replace(/(?<=\p{L})\p{Lu}+/gu, (t) => t.toLowerCase())
    : text
