import type { Span, Word } from '../../document.ts'
import type { Piece } from '../../extract/actors/piece.ts'
import { hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { keepsLast, remembered } from '../../lexicon/remembered.ts'
import { type Place, placesNamed } from './gazetteer.ts'
import { placeKey } from './place-key.ts'

/**
 * A name in a sentence that may be a place's: words `first` to `last`, the highest of them in the tree, and every place so named. `told`: where it was named, for words that only mean
 * it ("the city").
 */
export type PlaceName = Span & {
  readonly first: number
  readonly last: number
  readonly head: number
  readonly places: readonly Place[]
  readonly told: Span | null
}

const LONGEST = 6

/** The names of places in a sentence, longest first from left to right; names that belong to persons and organisations are none. Every event of a sentence asks for them. */
export const findPlaceNames = keepsLast(({ tree, pieces, words }: SentenceReading, lexicon: Lexicon): readonly PlaceName[] => {
  const covering = new Map<number, Piece>()
  for (const piece of pieces) for (let at = piece.first; at <= piece.last; at++) covering.set(at, piece)
  const found: PlaceName[] = []
  for (let at = 0; at < words.length; at++) {
    const name = capitalAt(tree, lexicon, pieces, covering, at) ?? longestAt(tree, lexicon, covering, at)
    if (name === null) continue
    if (isWhole(lexicon, tree, covering, name)) found.push(name)
    at = name.last
  }
  return found
})

/** "the Kenyan capital", "Kenya's capital", "the capital of Kenya": the words from the nationality to the noun, or the other way round. */
const capitalAt = (
  tree: Tree,
  lexicon: Lexicon,
  pieces: readonly Piece[],
  covering: ReadonlyMap<number, Piece>,
  at: number,
): PlaceName | null => {
  const { words } = tree
  const piece =
    covering.get(at) === undefined
      ? undefined
      : pieces.find((p) => p.first === at && p.entity !== null && (p.kind === 'demonym' || p.kind === 'name'))
  const after = piece && (/^['’]s?$/.test(words[piece.last + 1]?.text ?? '') ? piece.last + 2 : piece.last + 1)
  if (piece && after !== undefined && isCapital(words[after])) return named(tree, lexicon, piece, at, after, after)
  if (!isCapital(words[at]) || words[at + 1]?.text !== 'of') return null
  const owner = pieces.find((p) => p.first === at + 2 || (p.first === at + 3 && words[at + 2]?.upos === 'DET'))
  return owner && owner.kind === 'name' ? named(tree, lexicon, owner, at, owner.last, at) : null
}

const isCapital = (word: Word | undefined): boolean => word?.upos === 'NOUN' && word.lemma.toLowerCase() === 'capital'

/** The capital of a state, as the gazetteer has it. */
export const capitalsOf = (lexicon: Lexicon, entity: string): readonly Place[] => {
  const state = lexicon.entities.get(entity)
  const [capital] = state?.kind === 'state' ? state.capitals : []
  return capital === undefined ? [] : placesNamed(placeKey(capital.text)).filter((p) => p.country === entity && p.rank === 'capital')
}

const named = (tree: Tree, lexicon: Lexicon, piece: Piece, first: number, last: number, head: number): PlaceName | null => {
  if (lexicon.entities.get(piece.rule.slice('actors/'.length))?.kind !== 'state') return null
  const found = capitalsOf(lexicon, piece.entity ?? '')
  // A name follows: "the Kenyan capital Nairobi".
  const next = tree.words[last + 1]
  if (found.length === 0 || (next?.upos === 'PROPN' && next.deprel !== 'obl')) return null
  return { first, last, head, start: wordAt(tree, first).start, end: wordAt(tree, last).end, places: found, told: null }
}

const longestAt = (tree: Tree, lexicon: Lexicon, covering: ReadonlyMap<number, Piece>, first: number): PlaceName | null => {
  const { words } = tree
  if (!mayBegin(words, first)) return null
  const ceiling = Math.min(words.length, first + LONGEST)
  let best: PlaceName | null = null
  let text = ''
  for (let last = first; last < ceiling; last++) {
    const word = words[last] as Word
    if (last > first && !mayContinue(lexicon, word)) break
    if (word.upos === 'PUNCT') {
      text += ` ${word.text}`
      continue
    }
    const piece = covering.get(last)
    if (piece && isOther(lexicon, piece, words)) return best !== null && best.last < piece.first ? best : null
    text = text === '' ? word.text : `${text} ${word.text}`
    const state = stateOf(lexicon, covering.get(first), first, last)
    const called = placesCalled(text)
    const places = state === null ? called : [state, ...called]
    if (places.length > 0 && (last > first || isName(word))) best = spanOf(tree, first, last, state === null ? places : mixed(places))
  }
  return best
}

/** "Lebanon" is the state, or a state of the USA ("Georgia"), not one of the towns of its name. */
const mixed = (places: readonly Place[]): readonly Place[] => places.filter((p) => p.rank !== 'town' && p.rank !== 'district')

/** The places of a name as it is written. */
const placesCalled = remembered((text: string): readonly Place[] => placesNamed(placeKey(unshouted(text))))

/** "KANO" as it is mostly written. */
export const unshouted = (text: string): string =>
  text.length > 3 && text === text.toUpperCase() ? text.replace(/(?<=\p{L})\p{Lu}+/gu, (t) => t.toLowerCase()) : text

const DIRECTION = /^(north|south|east|west)(ern|-?east(ern)?|-?west(ern)?)?$|^(central|occupied|upstate|mainland)$/i
/** Words that are hardly ever meant as the places of their name. */
export const NEVER =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|(mon|tues|wednes|thurs|fri|satur|sun)day|union|congress|parliament|police|court|assembly|council|senate|army|republic|church|islam|christmas|easter|ramadan|media|university|college|independence|liberty|justice|freedom|victory|unity|god|general|president|minister|north|south|east|west|northern|southern|eastern|western|central|democrats?|republicans?|i|gmt|mr|mrs|ms|dr|st|san|us|un|eu|uk|ap|al|and|of|the|in|at|he|she|it|we|they|this|that|old|new|young|man|most|split|reading|nation|summit|constitution)$/i

const mayBegin = (words: readonly Word[], at: number): boolean => {
  const { text } = words[at] as Word
  if (NO_BEGINNING.test(text)) return false
  const next = words[at + 1]
  switch (beginningOf(text)) {
    case 'direction':
      return next !== undefined && /^\p{Lu}/u.test(next.text)
    case 'article':
      return next?.text === '-'
    case 'capital':
      return true
    case 'none':
      return false
  }
}

/** Small letters that no direction and no article begins with: rules half of the words out before a table is asked. */
const NO_BEGINNING = /^[bdf-lp-rtvx-z]/

const beginningOf = remembered((text): 'direction' | 'article' | 'capital' | 'none' => {
  if (DIRECTION.test(text)) return 'direction'
  if (/^['’]?\p{Lu}/u.test(text)) return 'capital'
  return /^(al|el|ash|ar|as)$/.test(text) ? 'article' : 'none'
})

const mayContinue = (lexicon: Lexicon, { text }: Word): boolean =>
  /^\p{Lu}/u.test(text) ||
  /^[-.'’]$/.test(text) ||
  /^(of|the|al|el|de|del|da|do|la|le|les|au|sur|en|am|an|na|i|e|and|ez|es|ed)$/.test(text) ||
  isOfClass(lexicon, text.toLowerCase(), 'place-word')

/** A single word must be tagged as a name; words that are rarely a town's never are. */
const isName = ({ text, upos }: Word): boolean =>
  (upos === 'PROPN' || (upos === 'NOUN' && /^\p{Lu}/u.test(text)) || upos === 'ADJ' || upos === 'X') && !NEVER.test(text)

/** A person, a nationality or an organisation, unless its name is a capital's too ("Brussels"). */
const isOther = (lexicon: Lexicon, piece: Piece, words: readonly Word[]): boolean => {
  if (piece.kind === 'person' || piece.kind === 'demonym') return true
  if (piece.kind !== 'name' && piece.kind !== 'body') return false
  if (piece.first === piece.last && placesNamed(placeKey(words[piece.first]?.text ?? '')).some((p) => p.known || p.rank === 'capital'))
    return false
  const actor = lexicon.entities.get(piece.rule.slice('actors/'.length))
  return actor !== undefined && actor.kind !== 'state' && actor.kind !== 'region'
}

const stateOf = (lexicon: Lexicon, piece: Piece | undefined, first: number, last: number): Place | null => {
  if (piece?.kind !== 'name' || piece.first !== first || piece.last !== last) return null
  const actor = lexicon.entities.get(piece.rule.slice('actors/'.length))
  if (actor?.kind !== 'state' || piece.entity === null) return null
  return { name: actor.name, country: piece.entity, area: null, latitude: null, longitude: null, people: 0, rank: 'country', known: true }
}

const spanOf = (tree: Tree, first: number, last: number, places: readonly Place[]): PlaceName => {
  const inside = (at: number): boolean => at >= first && at <= last
  let head = first
  for (let at = first; at <= last; at++)
    if (!inside(wordAt(tree, at).head) && wordAt(tree, at).upos !== 'PUNCT' && wordAt(tree, at).upos !== 'ADP') {
      head = at
      break
    }
  return { first, last, head, start: wordAt(tree, first).start, end: wordAt(tree, last).end, places, told: null }
}

/** Whether the name is no part of a longer one that is none of ours: "Hillary Clinton", "Kabul Times", "Paris Agreement". */
const isWhole = (lexicon: Lexicon, tree: Tree, covering: ReadonlyMap<number, Piece>, { first, last, head }: PlaceName): boolean => {
  const outside = (at: number): boolean => at < first || at > last
  for (let at = first; at <= last; at++)
    for (const child of tree.children[at] ?? [])
      if (outside(child) && hangsBy(tree, child, 'flat', 'compound') && isProper(lexicon, tree, child)) return false
  if (!hangsBy(tree, head, 'flat', 'compound', 'nmod:desc')) return true
  // "Wadi Seidna airfield": both hang on the noun.
  const sibling = (at: number): boolean =>
    tree.words[at] !== undefined &&
    wordAt(tree, at).head === wordAt(tree, head).head &&
    hangsBy(tree, at, 'flat', 'compound') &&
    isProper(lexicon, tree, at)
  if (sibling(first - 1) || sibling(last + 1)) return false
  // "the Lagos State Commissioner of Police": an office of the place, as "Lagos police" are.
  const { index } = wordAt(tree, wordAt(tree, head).head)
  return !isProper(lexicon, tree, index) || isOffice(covering.get(index))
}

const isOffice = (piece: Piece | undefined): boolean => piece?.entity === null && /^(title|institution|people)$/.test(piece.kind)

/** A word of a name, but one that tells a kind of place or building ("Region", "Airport"). */
const isProper = (lexicon: Lexicon, tree: Tree, at: number): boolean => {
  const { upos, text } = wordAt(tree, at)
  return upos === 'PROPN' && /^\p{Lu}/u.test(text) && !isOfClass(lexicon, text.toLowerCase(), 'place-word') && !DIRECTION.test(text)
}
