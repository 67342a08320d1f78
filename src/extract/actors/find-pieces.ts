import type { Word } from '../../document.ts'
import { fold, foldName } from '../../lexicon/fold.ts'
import type { How, Lexicon, NameHit } from '../../lexicon/index-lexicon.ts'
import type { Dated } from '../../lexicon/lexicon.ts'
import type { Piece, PieceKind } from './piece.ts'

/**
 * The stretches of a sentence that the lexicon knows as actors, longest first from left to right, resolved at `date` (ISO, the article's day):
 * names keep their case, words in capitals and titles are looked up without it, roles by their words.
 */
export const findPieces = (words: readonly Word[], lexicon: Lexicon, date: string | null): readonly Piece[] => {
  const folded = words.map((w) => fold(w.text))
  const shouting = words.filter((w) => /\p{Lu}{2}/u.test(w.text)).length > 0.6 * words.filter((w) => /\p{L}{2}/u.test(w.text)).length
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; at++) {
    const piece = longest(words, folded, at, lexicon, date, shouting)
    if (!piece) continue
    pieces.push(piece)
    at = piece.last
  }
  return pieces
}

const longest = (
  words: readonly Word[],
  folded: readonly string[],
  at: number,
  lexicon: Lexicon,
  date: string | null,
  shouting: boolean,
): Piece | null => {
  const first = words[at]
  if (!first || folded[at] === '' || first.upos === 'PUNCT') return null
  let key = ''
  let best: Piece | null = null
  for (let last = at; last < Math.min(words.length, at + lexicon.longestName); last++) {
    const word = words[last]
    if (!word || (last > at && /^[,;:()"“”]$/.test(word.text))) break
    key += folded[last]
    if (folded[last] === '') continue
    const hits = hitsFor(lexicon, key, words, at, last, shouting)
    const hit = hits && pick(hits, date)
    if (hit && fits(hit, words, at, last)) best = pieceOf(hit, at, last, date)
  }
  return best
}

const hitsFor = (
  lexicon: Lexicon,
  key: string,
  words: readonly Word[],
  first: number,
  last: number,
  shouting: boolean,
): readonly NameHit[] | undefined => {
  const named = lexicon.names.get(foldName(key))
  if (named && (/\p{Lu}/u.test(key) || named.some((h) => h.how !== 'name' || !/^\p{Lu}/u.test(h.actor?.name ?? '')))) return named
  const word = words[last]
  if ((shouting || (word !== undefined && key === key.toUpperCase() && key.length > 4)) && /\p{Lu}/u.test(key)) {
    const loud = lexicon.shouted.get(foldName(key).toLowerCase())
    if (loud) return loud
  }
  // A role is a common noun or a title in capitals: never the end of a longer name that is not known ("Bishop Auckland").
  return first === last &&
    word?.upos === 'PROPN' &&
    first > 0 &&
    words[first - 1]?.upos === 'PROPN' &&
    words[first + 1]?.upos !== 'PROPN' &&
    !shouting
    ? undefined
    : lexicon.roles.get(key.toLowerCase())
}

const within = (dated: Dated, date: string | null): boolean =>
  date === null || ((!dated.from || dated.from <= date) && (!dated.to || date.slice(0, dated.to.length) <= dated.to))

const ORDER: readonly How[] = ['name', 'people', 'demonym', 'capital', 'seat', 'body', 'person', 'role', 'description']

const pick = (hits: readonly NameHit[], date: string | null): NameHit | null => {
  const sorted = [...hits].sort((a, b) => Number(within(b, date)) - Number(within(a, date)) || ORDER.indexOf(a.how) - ORDER.indexOf(b.how))
  return sorted[0] ?? null
}

const NOMINAL = /^(NOUN|PROPN|ADJ|NUM|X)$/

/** A common word that only looks like an actor: a verb ("police the border"), a name inside a word. */
const fits = (hit: NameHit, words: readonly Word[], first: number, last: number): boolean => {
  const head = words[last]
  if (!head) return false
  if (hit.how !== 'role')
    return words.slice(first, last + 1).some((w) => NOMINAL.test(w.upos) || w.upos === 'PRON' || /^\p{Lu}/u.test(w.text))
  return (
    NOMINAL.test(head.upos) &&
    !(head.upos === 'ADJ' && head.deprel === 'amod' && first === last && !/^(rebel|opposition)$/.test(head.lemma))
  )
}

const KIND: Readonly<Record<How, PieceKind>> = {
  name: 'name',
  demonym: 'demonym',
  people: 'demonym',
  capital: 'capital',
  seat: 'seat',
  body: 'body',
  person: 'person',
  role: 'people',
  description: 'description',
}

const pieceOf = (hit: NameHit, first: number, last: number, date: string | null): Piece => {
  if (hit.role)
    return {
      first,
      last,
      kind: hit.role.kind === 'title' ? 'title' : hit.role.kind === 'body' ? 'institution' : 'people',
      entity: null,
      role: hit.role.role,
      code: null,
      name: null,
      rule: `actors/${hit.role.id}`,
      gender: null,
    }
  if (hit.person) {
    const { person } = hit
    const office = person.offices.find((o) => within(o, date)) ?? null
    const past = person.offices.length > 0 && date !== null && person.offices.every((o) => (o.from ?? '') <= date)
    const role = office?.role ?? (past ? (person.after ?? 'ELI') : person.before)
    const entity = office?.entity ?? person.entity
    return {
      first,
      last,
      kind: 'person',
      entity,
      role,
      code: codeOf(entity, role),
      name: person.name,
      rule: `actors/${person.id}`,
      gender: person.female ? 'female' : 'male',
    }
  }
  const { actor } = hit
  const entity = hit.entity ?? actor?.entity ?? null
  const role = hit.cameoRole ?? actor?.role ?? null
  return {
    first,
    last,
    kind: KIND[hit.how],
    entity,
    role,
    code: actor ? (actor.kind === 'state' || actor.kind === 'region' ? codeOf(entity ?? actor.entity, role) : actor.code) : null,
    name: actor?.name ?? null,
    rule: `actors/${actor?.id ?? ''}`,
    gender: null,
  }
}

/** CAMEO actor code of a state with a role: `RUS`, `RUSGOV`. Diplomats and the like code as their role says. */
export const codeOf = (entity: string | null, role: string | null): string | null => (entity === null ? null : `${entity}${role ?? ''}`)
