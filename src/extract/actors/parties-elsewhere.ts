import type { Word } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Piece } from './piece.ts'

/** A sentence with the actors that the lexicon knows in it, and the text of its article. */
type Named = { readonly words: readonly Word[]; readonly pieces: readonly Piece[]; readonly text: string }

/** How often each article (by its text) names each state, by itself or by those at home there; of an article without a party of many states nothing. */
export type StatesNamed = ReadonlyMap<string, ReadonlyMap<string, number>>

export const statesNamed = (sentences: readonly Named[], lexicon: Lexicon): StatesNamed => {
  const found = new Map<string, Map<string, number>>()
  for (const { words, pieces, text } of sentences)
    if (!found.has(text) && pieces.some((piece) => isSharedParty(piece, words, lexicon))) found.set(text, new Map())
  if (found.size === 0) return found
  for (const { words, pieces, text } of sentences) {
    const states = found.get(text)
    for (const piece of states ? pieces : []) {
      const state = isSharedParty(piece, words, lexicon) ? null : homeOf(piece, lexicon)
      if (state !== null) states?.set(state, (states.get(state) ?? 0) + 1)
    }
  }
  return found
}

/**
 * The Labour Party of a report on Kenya is not Britain's: where the article is about other states and the sentence doesn't name its own, a party whose name parties of
 * other states have, too, is one of the state that the passage is about.
 */
export const takePartiesHome = (
  { words, pieces }: Pick<Named, 'words' | 'pieces'>,
  states: ReadonlyMap<string, number> | undefined,
  lexicon: Lexicon,
): readonly Piece[] => {
  if (states === undefined) return pieces
  const most = Math.max(0, ...states.values())
  const isElsewhere = (piece: Piece): boolean => {
    const home = isSharedParty(piece, words, lexicon) ? homeOf(piece, lexicon) : null
    if (home === null || pieces.some((other) => other !== piece && homeOf(other, lexicon) === home)) return false
    return isOwned(piece, words) || (most >= OFTEN && !states.has(home))
  }
  return pieces.some(isElsewhere) ? pieces.map((piece) => (isElsewhere(piece) ? asAnyParty(piece) : piece)) : pieces
}

const asAnyParty = ({ first, last }: Piece): Piece => ({
  first,
  last,
  kind: 'institution',
  entity: null,
  role: 'PTY',
  code: null,
  name: null,
  rule: 'actors/party',
  gender: null,
})

/** How often another state is named at least. */
const OFTEN = 2

const isSharedParty = ({ first, last, entity, role }: Piece, words: readonly Word[], lexicon: Lexicon): boolean =>
  role === 'PTY' &&
  last > first &&
  lexicon.entities.get(entity ?? '')?.kind === 'party' &&
  isOfClass(lexicon, phraseOf(words, first, last), 'party-of-many-states')

/** "South Korea's Democratic Party", where no state of its own stands beside it. */
const isOwned = ({ first }: Piece, words: readonly Word[]): boolean => /^['’]s?$/.test(words[first - 1]?.text ?? '')

const phraseOf = (words: readonly Word[], first: number, last: number): string =>
  words
    .slice(first, last + 1)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
    .replace(/ ?['’]/g, '')

const homeOf = ({ entity }: Piece, lexicon: Lexicon): string | null => {
  const known = lexicon.entities.get(entity ?? '')
  return known?.kind === 'state' ? entity : (known?.home ?? null)
}
