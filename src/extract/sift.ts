import type { Token } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { matchName } from '../lexicon/match-name.ts'

/**
 * Whether a sentence may name anybody that the lexicon knows, by its words alone: whatever part of speech each turns out to be. Where nobody was named before, or
 * the paragraph isn't about politics, one that names nobody holds no event and nobody that a later sentence could mean, so that it need not be parsed.
 */
export const mayName = (tokens: readonly Token[], lexicon: Lexicon): boolean => {
  for (let at = 0; at < tokens.length; at++) if (matchName(lexicon, tokens, at) !== null) return true
  return false
}
