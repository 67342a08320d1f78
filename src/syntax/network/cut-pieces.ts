import type { Token } from '../../document.ts'
import { PIECE } from './engine.ts'

/** Marks after which a monster is cut, where one stands in the last half of a piece. */
const BREAKS = new Set(['.', ';', ':', '!', '?', ',', '…', '...'])

/** Where the pieces of a sentence end: one piece but for sentences of more than PIECE words. */
export const cutPieces = (tokens: readonly Token[]): readonly number[] => {
  const ends: number[] = []
  let start = 0
  while (tokens.length - start > PIECE) {
    let end = start + PIECE
    for (let i = end - 1; i >= start + PIECE / 2; i--) {
      if (BREAKS.has(tokens[i]?.text ?? '')) {
        end = i + 1
        break
      }
    }
    ends.push(end)
    start = end
  }
  return tokens.length > 0 ? [...ends, tokens.length] : ends
}
