import type { Word } from '../../document.ts'
import { changeWord } from '../clauses/change-word.ts'
import type { Piece } from './piece.ts'

/** A sentence with the actors that the lexicon knows in it, and the text of its article. */
type Named = { readonly words: readonly Word[]; readonly pieces: readonly Piece[]; readonly text: string }

/** The last names of persons whom each article (by its text) names in full: "Sall" of "President Macky Sall". */
export const knownSurnames = (sentences: readonly Named[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { words, pieces, text } of sentences)
    for (const { kind, first, last } of pieces) {
      const name = kind === 'person' && last > first ? words[last]?.text : undefined
      if (name === undefined || !CAPITAL.test(name)) continue
      const known = found.get(text)
      if (known === undefined) found.set(text, new Set([name]))
      else known.add(name)
    }
  return found
}

/** "Sall has promised": a capital that was read as a common noun is the surname of whom the article names in full, where it bears nothing of a noun. */
export const mendSurnames = (words: readonly Word[], surnames: ReadonlySet<string> | undefined): readonly Word[] => {
  if (surnames === undefined) return words
  const at = words.findIndex((word) => word.upos === 'NOUN' && surnames.has(word.text) && isBare(words, word))
  const word = words[at]
  return word === undefined ? words : words.with(at, changeWord(word, { upos: 'PROPN', lemma: word.text }))
}

/** Without an article, an adjective or another noun before it. */
const isBare = (words: readonly Word[], { index }: Word): boolean =>
  !words.some((w) => w.head === index && w.index < index && /^(det|amod|compound|nmod:poss|nummod)/.test(w.deprel))

const CAPITAL = /^\p{Lu}\p{Ll}+$/u
