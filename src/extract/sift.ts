import type { Token, Upos } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { matchName } from '../lexicon/match-name.ts'
import { lemmaOf } from '../syntax/lemmas.ts'

/**
 * Whether a sentence may hold an act that the lexicon knows or name anybody that it knows, by its words alone: whatever part of speech each turns out to be. Where
 * nobody was named before, or the paragraph isn't about politics, one that may not holds no event, no rejection and nobody that a later sentence could mean, so that
 * it need not be parsed. Costs a look-up a word.
 */
export const mayTell = (tokens: readonly Token[], lexicon: Lexicon): boolean =>
  tokens.some(({ text }) => isAct(lexicon, text)) || mayName(tokens, lexicon)

/** Whether a sentence may name anybody that the lexicon knows. */
export const mayName = (tokens: readonly Token[], lexicon: Lexicon): boolean =>
  tokens.some((_, at) => matchName(lexicon, tokens, at) !== null)

const PARTS: readonly Upos[] = ['VERB', 'NOUN', 'PROPN', 'ADJ']

const isAct = (lexicon: Lexicon, text: string): boolean => {
  let known = acts.get(lexicon)
  if (known === undefined) {
    known = new Map()
    acts.set(lexicon, known)
  }
  const before = known.get(text)
  if (before !== undefined) return before
  const forms = [text.toLowerCase(), ...PARTS.map((upos) => lemmaOf(text, upos).toLowerCase())]
  const found = forms.some((lemma) => lexicon.actions.get(lemma) !== undefined)
  if (known.size >= MOST) known.clear()
  known.set(text, found)
  return found
}

// The words of a language are few; memory stays bounded all the same.
const MOST = 50_000
const acts = new WeakMap<Lexicon, Map<string, boolean>>()
