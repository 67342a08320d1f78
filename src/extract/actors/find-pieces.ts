import type { Word } from '../../document.ts'
import type { Lexicon, NameHit } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { matchName } from '../../lexicon/match-name.ts'
import { type ResolvedActor, resolveActor } from '../../lexicon/resolve-actor.ts'
import { isCalendarWord } from './calendar-words.ts'
import { LANDMARK, type Piece, type PieceKind } from './piece.ts'

/** The stretches of a sentence that the lexicon knows as actors, longest first from left to right, resolved at `date` (ISO, the article's day). */
export const findPieces = (words: readonly Word[], lexicon: Lexicon, date: string | null): readonly Piece[] => {
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; at++) {
    const match = matchName(lexicon, words, at)
    if (!match) continue
    const last = at + match.length - 1
    const nation = pieces.at(-1)
    const isOfNation = nation?.kind === 'name' && nation.entity !== null && nation.last === at - 1
    const hits = match.hits.filter((hit) => fits(hit, words, at, last, isOfNation))
    const actor = resolveActor(lexicon, { length: match.length, hits }, date)
    if (actor) pieces.push(pieceOf(actor, isOutOfOffice(actor, words, at, lexicon) ? 'ELI' : actor.role, at, last))
    // A phrase that only looks like an actor is passed over whole.
    if (actor || match.hits.length === 0) at = last
  }
  return pieces
}

/** "the former Peruvian president", "Peru's one-time trade minister": who held an office is of the elite (CAMEO: ELI). */
const isOutOfOffice = ({ hit, role }: ResolvedActor, words: readonly Word[], first: number, lexicon: Lexicon): boolean => {
  if (role === null || kindOf(hit) !== 'title') return false
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const { text, upos } = words[at] as Word
    if (isOfClass(lexicon, text.toLowerCase(), 'out-of-office')) return true
    if (!/^(ADJ|PROPN|NOUN|NUM)$/.test(upos)) return false
  }
  return false
}

const NOMINAL = /^(NOUN|PROPN|ADJ|NUM|X)$/

/** Not a common word that only looks like an actor: a verb ("police the border"), the end of a longer name that is not known ("Bishop Auckland"). */
const fits = (hit: NameHit, words: readonly Word[], first: number, last: number, isOfNation: boolean): boolean => {
  const head = words[last]
  if (!head) return false
  // "Mazar-i-Sharif": what a hyphen joins to a name before it is a part of that.
  if (hit.how === 'person' && (isHyphened(words, first) || isPlaceOfName(words, last) || isLonger(hit, words, first, last))) return false
  if (hit.how === 'capital' && isBegunBy(words, first, last)) return false
  // "fined US $7 million": a currency.
  if (hit.how !== 'role' && /^(US|A|C|NZ|HK|NT)?\$/.test(words[last + 1]?.text ?? '')) return false
  // "the first ethnic Indian prime minister": of the state that he governs.
  if (hit.how === 'demonym' && words[first - 1]?.text === 'ethnic' && /^(NOUN|ADJ)$/.test(words[last + 1]?.upos ?? '')) return false
  // "the former French colony": whose it was isn't what is told of.
  if (
    (hit.how === 'demonym' || hit.how === 'people') &&
    COLONY.test(words[last + 1]?.text ?? '') &&
    FORMER.test(words[first - 1]?.text ?? '')
  )
    return false
  if (hit.how !== 'role')
    return words.slice(first, last + 1).some((w) => NOMINAL.test(w.upos) || w.upos === 'PRON' || /^\p{Lu}/u.test(w.text))
  if (!NOMINAL.test(head.upos) || (head.text === 'assembly' && isBare(words[first - 1]))) return false
  const [before, after] = [words[first - 1], words[last + 1]]
  if (
    !isOfNation &&
    first === last &&
    head.upos === 'PROPN' &&
    before?.upos === 'PROPN' &&
    before.end < head.start &&
    after?.upos !== 'PROPN' &&
    before.text !== before.text.toUpperCase()
  )
    return false
  return !(head.upos === 'ADJ' && head.deprel === 'amod' && first === last && !/^(rebel|opposition)$/.test(head.lemma))
}

/** "near Suva Reka", "in Lima Duarte": a town whose name only begins as a capital's does. */
const isBegunBy = (words: readonly Word[], first: number, last: number): boolean => {
  const next = words[last + 1]
  return (
    next?.deprel === 'flat' && next.head >= first && next.head <= last && /^\p{Lu}\p{Ll}/u.test(next.text) && !isCalendarWord(next.text)
  )
}

const COLONY = /^(colony|colonies|protectorate|protectorates|possession|possessions|dependency|mandate)$/
const FORMER = /^(former|ex|one-time|onetime|erstwhile|old)$/i

/** "Altaf Hussain Chowdhury", "Abbas Araki": a known name with another behind it is somebody else's; but a given name is known by itself, too ("Fidel Castro"). */
const isLonger = ({ person }: NameHit, words: readonly Word[], first: number, last: number): boolean => {
  const next = words[last + 1]
  if (next?.upos !== 'PROPN' || next.deprel !== 'flat' || !/^\p{Lu}\p{Ll}+$/u.test(next.text)) return false
  if (isCalendarWord(next.text) || GENERATION.test(next.text)) return false
  const [isOffice, hasTwo] = [hasHisOffice(person, words, first), TWO_SURNAMES.test(person?.entity ?? '')]
  // "Governor Haley Barbour": a surname with its office may yet be somebody's given name.
  if (first < last ? isOffice || hasTwo : isOffice && hasTwo) return false
  return first < last ? next.head >= first && next.head <= last : next.text.length > 2 && !person?.name.startsWith(words[first]?.text ?? '')
}

/** "President Rafael Correa Delgado", "President Correa Delgado": an office that he held tells that it is he. */
const hasHisOffice = (person: NameHit['person'], words: readonly Word[], first: number): boolean =>
  person?.offices.some(({ title }) => {
    const length = title.split(' ').length
    const before = words.slice(Math.max(0, first - length), first)
    return before.map(({ text }) => text.toLowerCase()).join(' ') === title.toLowerCase()
  }) ?? false

/** States of Spanish: "Evo Morales Ayma" has his mother's name behind his father's. */
const TWO_SURNAMES = /^(ARG|BOL|CHL|COL|CRI|CUB|DOM|ECU|ESP|GTM|HND|MEX|NIC|PAN|PER|PRY|SLV|URY|VEN)$/

const GENERATION = /^(Jr|Sr|Junior|Senior)$/

/** "Indira Gandhi International Airport": whom a place is called after is not there. */
const isPlaceOfName = (words: readonly Word[], last: number): boolean =>
  words
    .slice(last + 1, last + 3)
    .some(({ text }, i) => (LANDMARK.test(text) || HOUSE.test(text)) && (i === 0 || INTERNATIONAL.test(words[last + 1]?.text ?? '')))

const HOUSE = /^(Hospital|University|Mosque|Library|Museum|Park)$/
const INTERNATIONAL = /^(International|National|Memorial|General|State|Central)$/

/** "freedom of assembly", "banned assembly of five": without an article or a word before it, it is what people do. */
const isBare = (before: Word | undefined): boolean => before === undefined || !/^(DET|ADJ|NOUN|PROPN|PRON|PART|NUM)$/.test(before.upos)

const isHyphened = (words: readonly Word[], at: number): boolean => {
  const [name, hyphen, word] = [words[at - 2], words[at - 1], words[at]]
  return hyphen?.text === '-' && hyphen.end === word?.start && name?.end === hyphen.start && /^\p{L}/u.test(name.text)
}

const kindOf = ({ how, role }: NameHit): PieceKind => {
  if (role) return role.kind === 'body' ? 'institution' : role.kind
  switch (how) {
    case 'people':
      return 'demonym'
    case 'role':
      return 'people'
    default:
      return how
  }
}

const pieceOf = ({ hit, entity, code, name, rule }: ResolvedActor, role: string | null, first: number, last: number): Piece => ({
  first,
  last,
  kind: kindOf(hit),
  entity,
  role,
  code,
  name,
  rule,
  gender: hit.person ? (hit.person.female ? 'female' : 'male') : null,
})
