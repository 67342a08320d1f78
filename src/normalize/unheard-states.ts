import { isCalendarWord } from '../extract/actors/calendar-words.ts'
import { fold } from '../lexicon/fold.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { keepsLast, remembered } from '../lexicon/remembered.ts'
import type { UnheardState } from '../lexicon/with-states.ts'
import { type Place, placesNamed } from './places/gazetteer.ts'
import { placeKey } from './places/place-key.ts'

/**
 * The states of an article that neither the lexicon nor the gazetteer knows, by what only a state has ("Zendia's foreign minister", "the Zendian navy"): invented ones,
 * as in exercises, and new ones. What a man may have as well ("Blair's government") tells only beside something else.
 */
export const findUnheardStates = (text: string, lexicon: Lexicon): readonly UnheardState[] => {
  const { names, adjectives, people, barred } = lookFor(text, newWords(lexicon))
  const candidates = [...names].filter(([name]) => !barred.has(name))
  const paired = pairedIn(text, candidates, people)
  if (adjectives.size + people.size + paired.size === 0 && !candidates.some(([, { own, shared }]) => own || shared)) return []
  const state = (name: string): UnheardState => ({ name, demonyms: adjectivesOf(name, text) })
  const isState = ([name, { own, shared, where, slot, village }]: [string, Evidence]): boolean => {
    const like = LIKE_STATE.test(name)
    if (own || (like && shared) || paired.has(name)) return true
    const isAdjectived = (): boolean => adjectivesOf(name, text).length > 0
    return !village && ((like && (slot || isAdjectived())) || (shared && where) || ((shared || where) && isAdjectived()))
  }
  const first = new Set(candidates.filter(isState).map(([name]) => name))
  const joined = first.size === 0 ? new Set<string>() : joinedWith(first, text)
  const beside = candidates.flatMap(([name]) =>
    first.size > 0 && !first.has(name) && (LIKE_STATE.test(name) || joined.has(name)) ? [name] : [],
  )
  const states = [...first, ...beside].map(state)
  const told = new Set(states.flatMap(({ demonyms }) => demonyms))
  const others = states.length + adjectives.size === 0 ? [] : [...new Set([...adjectives, ...people])]
  return [...states, ...others.flatMap((name) => (told.has(name) || barred.has(name) ? [] : [{ name, demonyms: [name] }]))]
}

/**
 * Names that a sentence tells of each other: both are called as states are ("Velmaria's talks with Karsovia"), or one does something to the other, and one is called so or the
 * sentence has what stands between states ("Drossen threatened Kelmar over the border"). Two neighbours and two firms are such names, too.
 */
const pairedIn = (text: string, candidates: readonly (readonly [string, Evidence])[], people: ReadonlySet<string>): ReadonlySet<string> => {
  const near = new Set(
    candidates.flatMap(([name, { village }]) => ((village && !LIKE_STATE.test(name)) || text.includes(name.toLowerCase()) ? [] : [name])),
  )
  const villages = new Set(candidates.flatMap(([name, { village }]) => (village ? [name] : [])))
  if (near.size + people.size < 2) return new Set()
  const owners = new Set(candidates.flatMap(([name, { own, shared }]) => (own || shared ? [name] : [])))
  const pairs = [...text.matchAll(SENTENCE)].flatMap(([sentence]) => {
    const words = [...new Set(sentence.match(NAME))]
    const told = words.filter((name) => near.has(name))
    if (told.every((name) => villages.has(name))) return []
    const alike = told.filter((name) => LIKE_STATE.test(name))
    const isBesideSuch =
      told.some((name) => owners.has(name)) || words.some((word) => PEOPLE.test(word) && people.has(word.replace(/s$/, '')))
    if (
      (alike.length > 1 && (TOGETHER.test(sentence) || !(isRow(alike, sentence) || alike.every((name) => name.endsWith('land'))))) ||
      (alike.length > 0 && isBesideSuch)
    )
      return alike
    const [one, other] = told.length > 1 ? (DOES_TO.exec(sentence)?.slice(1) ?? []) : []
    const isPair = one !== undefined && other !== undefined && told.includes(one) && told.includes(other)
    return isPair && (alike.length > 0 || BETWEEN_STATES.test(sentence)) ? [one, other] : []
  })
  return new Set(pairs)
}

/** "Gardenia, Camellia and Magnolia": what stands in one row may be anything. */
const isRow = (names: readonly string[], sentence: string): boolean => {
  const first = sentence.indexOf(names[0] ?? '')
  const last = names.at(-1) ?? ''
  return /^(?:(?:,| and|, and)? ?\p{Lu}[\p{L}-]+)+$/u.test(sentence.slice(first, sentence.lastIndexOf(last) + last.length))
}

/** What states in one row do, rather than flowers. */
const TOGETHER =
  /\b(?:sign(?:ed|s)?|agree(?:d|ment)?|talks|accord|deal|pact|summit|relations|ties|war|border|treat(?:y|ies)|truce|ceasefire|envoys?|ministers?|presidents?|leaders|troops|sanctions|governments?)\b/

const PEOPLE = /(?:ian|ean)s?$/
const SENTENCE = /[^.!?\n]+/g
/** "Drossen attacked Kelmar". */
const DOES_TO = /^\s*(\p{Lu}\p{Ll}{3,}) (?!and |or )(?:\p{Ll}+ ){1,3}?(\p{Lu}\p{Ll}{3,})(?! \p{Lu})/u
const BETWEEN_STATES =
  /\b(?:border|frontier|embass(?:y|ies)|ambassadors?|envoys?|diplomats?|airspace|warplanes|warships|navy|treat(?:y|ies)|truce|ceasefire|sanctions|embargo|annexation|troops|army)\b/

/** What stands by a name: what only a state has, what leaders have too, and a place in the clause where states stand. `village`: a small town is called so too. */
type Evidence = {
  readonly own: boolean
  readonly shared: boolean
  readonly where: boolean
  readonly slot: boolean
  readonly acts: boolean
  readonly village: boolean
}

type Seen = {
  readonly names: Map<string, Evidence>
  readonly adjectives: Set<string>
  readonly people: Set<string>
  readonly barred: Set<string>
}

const lookFor = (text: string, newness: (word: string) => 'new' | 'village' | null): Seen => {
  const seen: Seen = { names: new Map(), adjectives: new Set(), people: new Set(), barred: new Set() }
  for (const match of text.matchAll(NAME)) {
    const [name] = match
    const how = newness(name)
    if (how === null) continue
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const after = text.slice(match.index + name.length, match.index + name.length + 60)
    const isEnd = isEndOfName(before, newness, NATIONAL.test(name))
    if (NATIONAL.test(name)) {
      if (!isEnd) (ITS.test(after) && !name.endsWith('s') ? seen.adjectives : seen.people).add(name.replace(/s$/, ''))
    } else if (isEnd || goesOn(after)) seen.barred.add(name)
    else {
      const { own, shared, where, slot, acts } = seen.names.get(name) ?? NOTHING
      const owns = /^(?:['’]s|, (?:whose|its)) /.exec(after)?.[0] ?? ''
      const had = owns === '' ? '' : after.slice(owns.length)
      seen.names.set(name, {
        own: own || OWN_AFTER.test(had) || OWN_OF.test(before),
        shared: shared || SHARED_AFTER.test(had) || SHARED_OF.test(before) || HAS.test(after),
        where: where || /\bin $/.test(before),
        slot: slot || SLOT.test(before) || SUBJECT.test(after),
        acts: acts || DEALT_WITH.test(before) || SUBJECT.test(after),
        village: how === 'village',
      })
    }
  }
  return seen
}

/** "Zendia Bridge", but not "in Zendia Monday". */
const goesOn = (after: string): boolean => {
  const [, next] = /^(?: |-)(\p{Lu}[\p{L}]*)/u.exec(after) ?? []
  return next !== undefined && !isCalendarWord(next)
}

const NOTHING: Evidence = { own: false, shared: false, where: false, slot: false, acts: false, village: false }

/** "Alan Garcia", "Mr. Garcia's government"; but not "The Garcian government" and "On Monday Zendia". */
const isEndOfName = (before: string, newness: (word: string) => unknown, isAdjective: boolean): boolean => {
  const match = /\p{Lu}(?:[\p{L}'’-]{0,20}|\p{L}{0,4}\.)(?= $)/u.exec(before)
  if (match === null || isCalendarWord(match[0])) return false
  const isFirst = match.index === 0 || /(?:[.!?:]["”]? |["“])$/.test(before.slice(0, match.index))
  return !isFirst || (!COMMON.test(match[0]) && (!isAdjective || newness(match[0]) === null))
}

const NAME = /\b(?:(?:North|South|East|West|New|Upper|Lower|Greater) )?\p{Lu}\p{Ll}{3,}(?: (?:Minor|Major|Republic|Federation))?(?!\p{L})/gu

const IN_A_ROW = new RegExp(`(${NAME.source})(?=(?:,| and) (${NAME.source}))`, 'gu')

const OWN = String.raw`(?:(?:prime |foreign |defen[cs]e |interior |finance |health |trade |justice |energy |oil |information |economy )minist(?:er|ry|ries)|ministers|premiers?(?! \p{Ll})|ambassadors?|embass(?:y|ies)|consulates?|parliaments?|junta|navy|air force|territorial waters|airspace|coast ?guard|border guards|sovereignty)\b`
const SHARED = String.raw`(?:governments?|presidents?|leaders?|cabinet|regime|rulers?|army|troops|soldiers|military|forces|police|people|territory|border|capital|opposition|independence|ministry)\b`
const ARMED = String.raw`(?:gunners|gunmen|commandos|marines|airmen|warplanes|jets|gunboats|warships|settlers|diplomats|envoys|citizens|nationals|armou?r|artillery|paramilitaries|colonel|general|judge|villages?|towns?|port|city)\b`
/** Of these what stands behind an adjective of thinkers and artists as well. */
const OF_MANY = String.raw`(?!(?:leaders?|rulers?|people|regime|opposition|capital|police|general|judge|villages?|towns?|city|citizens)\b)`
const WITHIN = String.raw`(?:\p{Ll}[\p{Ll}-]+ ){0,2}`
const OWN_AFTER = new RegExp(`^${WITHIN}${OWN}`, 'u')
const SHARED_AFTER = new RegExp(`^${WITHIN}${SHARED}`, 'u')
const OWN_OF = new RegExp(
  `(?:(?:${OWN}|\\b(?:governments?|army|republic|kingdom)) of (?:the )?|\\bPresident \\p{Lu}\\S+ (?:\\p{Lu}\\S+ )?of |\\bneighbou?ring )$`,
  'u',
)
const SHARED_OF = new RegExp(`\\b${SHARED} (?:of|in) (?:the )?$`, 'iu')
/** "Zendia has recalled its ambassador". */
const HAS = /^ [^.]{0,40}\bits (?:ambassador|envoy|troops|soldiers|army|forces|border|embassy|airspace|reserves|tanks)\b/
/** "the Zendian navy", "two Zendian villages": what stands behind the adjective of a state. */
const ITS = new RegExp(
  `^ (?:${WITHIN}(?:${OWN}|${OF_MANY}(?:${SHARED}|${ARMED}))|(?:(?:Deputy |Vice )?(?:Foreign|Defen[cs]e|Interior|Prime) Minister|President|Premier|Parliament|Army|Navy|Air Force|Ambassador|Gen)\\b)`,
  'u',
)
const SLOT = /(?:^|[.!?]["”]? |\b(?:in|against|between|with|by|from|to|on|and) )$/
const DEALT_WITH = /(?:^|[.!?]["”]? |\b(?:against|between|with|by) )$/
const SUBJECT = /^ (?:has|had|have|was|will|would|is)\b/
/** "Zendia", "Vulgaristan", "Northland". */
const LIKE_STATE = /(?:(?<!pho(?=b)|[mp]e(?=d))[bdklmnrtvxz]ia|stan|land| Minor| Major| Republic| Federation)$/
const NATIONAL = /^\p{Lu}\p{Ll}{2,}(?:ian|an|ese|ish|ic)s?$/u

/** "Zendian" of "Zendia": the words of the text that begin as a name does and end as adjectives of states do. */
const adjectivesOf = (name: string, text: string): readonly string[] => {
  const stem = name.replace(/[aeiouy]+$/, '')
  if (stem.length < 3) return []
  const forms = text.match(new RegExp(`(?<!\\p{L})${stem}(?:[aeiouy]{0,2}n|ese|ish|i|ic)(?=s?(?!\\p{L}))`, 'gu')) ?? []
  return [...new Set(forms)].filter((form) => form !== name)
}

/** The names that stand in a row with some: "Zendia and Karvia", "Zendia, Karvia and Lorn". */
const joinedWith = (names: ReadonlySet<string>, text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(IN_A_ROW)].flatMap(([, one = '', other = '']) => [
      ...(names.has(one) ? [other] : []),
      ...(names.has(other) ? [one] : []),
    ]),
  )

/** Whether a word is no name that is known: nobody's, no place's, no place's adjective ("Bavarian"), but for a village, of which hardly anybody heard. */
const newWords = keepsLast((lexicon: Lexicon) =>
  remembered((name): 'new' | 'village' | null => {
    if (isCalendarWord(name) || COMMON.test(name) || lexicon.givenNames.has(name) || isKnown(name, lexicon)) return null
    if (/^New .*(?:an|ese|ish)$/.test(name)) return null
    const places = placesNamed(placeKey(name))
    if (places.some(isHeardOf)) return null
    const stem = name.replace(/(?:ian|an|n|ese|ish|ic)s?$/, '')
    const isOfKnown = (root: string): boolean => isKnown(root, lexicon) || placesNamed(placeKey(root)).some(isHeardOf)
    if (stem !== name && ['', 'a', 'ia', 'e', 'y', 'n', 'o'].some((end) => isOfKnown(stem + end))) return null
    return places.length > 0 ? 'village' : 'new'
  }),
)

/** What sentences begin with. */
const COMMON =
  /^(?:The|Two|Six|Ten|One|Few|All|In|On|At|By|An?|As|For|Its|His|Her|And|But|If|No|Now|So|Yet|Not|Three|Four|Five|From|With|When|While|After|Before|Since|Though|Although|Under|Over|Once|Until|Where|Because|Despite|Each|Both|Some|Many|Most|They|Their|These|Those|This|That|Then|There|Here|What|Which|Such|Other|Every|Neither|Either|Will|Another|Meanwhile|Yesterday|Today|Later|Earlier|Neighbou?ring|Across|Inside|Outside|Near|Elsewhere|However|Instead)$/

const isHeardOf = ({ known, rank, people }: Place): boolean => known || !/^(?:town|district)$/.test(rank) || people >= 100

const isKnown = (name: string, lexicon: Lexicon): boolean => {
  const { exact, roles, blocked } = lexicon.known(fold(name))
  // "Korean": what known names begin with.
  return lexicon.sight(name).most !== undefined || exact !== undefined || roles !== undefined || blocked
}
