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

/**
 * "Sall has promised", "Sogavare blamed": a capital that was read as a common noun, or as the adverb of a verb without a subject, is the surname of whom the article
 * names in full, where it bears nothing of a noun.
 */
export const mendSurnames = (words: readonly Word[], surnames: ReadonlySet<string> | undefined): readonly Word[] => {
  if (surnames === undefined) return words
  const at = words.findIndex((word) => word.upos === 'NOUN' && surnames.has(word.text) && isBare(words, word))
  const word = words[at]
  if (word !== undefined) return words.with(at, changeWord(word, { upos: 'PROPN', lemma: word.text }))
  const adverb = words.find((w) => surnames.has(w.text) && isLostSubject(words, w))
  return adverb === undefined ? words : words.with(adverb.index, changeWord(adverb, { upos: 'PROPN', lemma: adverb.text, deprel: 'nsubj' }))
}

/** What no noun is, right before a verb that nobody does. */
const isLostSubject = (words: readonly Word[], { index, head, upos, deprel }: Word): boolean =>
  /^(ADV|ADJ|VERB|INTJ)$/.test(upos) &&
  /^(advmod|advcl|discourse)$/.test(deprel) &&
  words[head]?.upos === 'VERB' &&
  words.slice(index + 1, head).every((w) => w.head === head && /^aux/.test(w.deprel)) &&
  head > index &&
  !words.some((w) => w.head === index || (w.head === head && /^(nsubj|csubj|expl)/.test(w.deprel)))

/** Without an article, an adjective or another noun before it. */
const isBare = (words: readonly Word[], { index }: Word): boolean =>
  !words.some((w) => w.head === index && w.index < index && /^(det|amod|compound|nmod:poss|nummod)/.test(w.deprel))

const CAPITAL = /^\p{Lu}\p{Ll}+$/u
