import type { Word } from '../../document.ts'

/** How a stretch of words names an actor. `title` stands before or after a name ("President"), `people` and `body` stand for themselves. */
export type PieceKind = 'name' | 'demonym' | 'capital' | 'seat' | 'body' | 'person' | 'title' | 'people' | 'institution' | 'description'

/** One stretch of words that the lexicon knows, resolved at the article's date: words `first` to `last`, both included. */
export type Piece = {
  readonly first: number
  readonly last: number
  readonly kind: PieceKind
  readonly entity: string | null
  readonly role: string | null
  readonly code: string | null
  readonly name: string | null
  readonly rule: string
  readonly gender: 'male' | 'female' | null
}

/** "Iran-backed rebels", "a Moscow-friendly party": whoever stands by an actor is not the actor's own. `words` are the sentence's. */
export const isBackerOnly = ({ last }: Piece, words: readonly { readonly text: string }[]): boolean =>
  words[last + 1]?.text === '-' && BACKED.test(words[last + 2]?.text ?? '')

const BACKED =
  /^(backed|allied|aligned|supported|funded|financed|sponsored|armed|trained|linked|affiliated|friendly|leaning|inspired|influenced|loyal|brokered|mediated|facilitated|moderated|hosted|monitored|made|built|manufactured|designed|style|speaking|educated|dominated)$/i

/** "rebel-held Aleppo": whoever holds a place stands for it where it is attacked or visited. */
export const isHolder = (last: number, words: readonly { readonly text: string }[]): boolean =>
  words[last + 1]?.text === '-' && HELD.test(words[last + 2]?.text ?? '')

const HELD = /^(held|controlled|occupied|run|ruled|governed|administered)$/i

/** What is built or grown, and acts in nothing, by whatever name. */
export const LANDMARK =
  /^(Airport|Airfield|Boulevard|Avenue|Street|Highway|Road|Square|Bridge|Stadium|Mountains?|River|Lake|Dam|Canal|Desert)$/

/** What tells of the word that it stands before neither who owns nor who leads it. */
export const isNobodysOwn = (piece: Piece, words: readonly Word[], head: number): boolean =>
  isBackerOnly(piece, words) || isOnlyFaith(piece, words, head)

/** "the Christian government", "Muslim rebels", "a mostly Buddhist nation": the faith before a state or its foes tells what they are, not whose. */
export const isOnlyFaith = ({ code, last }: Piece, words: readonly Word[], head: number): boolean =>
  code === 'IMGREL' &&
  last < head &&
  (OF_STATE.test(words[head]?.lemma ?? '') || ARMED_GROUP.test(`${words[head - 1]?.text} ${words[head]?.text}`))

const OF_STATE =
  /^(government|nation|country|state|regime|republic|kingdom|army|president|minister|rebel|insurgent|separatist|secessionist|guerrilla|warlord)$/
const ARMED_GROUP = /^(rebel|insurgent|armed|guerrilla) groups?$/
