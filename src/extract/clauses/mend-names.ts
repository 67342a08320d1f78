import type { Word } from '../../document.ts'
import { changeWord } from './change-word.ts'

/** The first and last word of a name that the lexicon knows. */
export type NameSpan = { readonly first: number; readonly last: number }

/**
 * A known name is one noun, whatever the parser made of its words: "Human Rights Watch condemned" holds no watching, "Save the Children said" no saving, and
 * "ASEAN condemned" no adverb.
 */
export const mendNames = (words: readonly Word[], names: readonly NameSpan[]): readonly Word[] =>
  names.reduce((read, name) => (name.last > name.first ? asOneNoun(read, name) : asSubject(read, name)), words)

const asOneNoun = (words: readonly Word[], { first, last }: NameSpan): readonly Word[] => {
  const isInside = (at: number): boolean => first <= at && at <= last
  const top = words.find((w) => isInside(w.index) && !isInside(w.head))
  if (!top || !words.some((w) => isInside(w.index) && isVerbal(w))) return words
  const verb = words[last + 1]
  const governs =
    isVerbal(top) && verb?.upos === 'VERB' && isInside(verb.head) && !words.some((w) => w.head === verb.index && SUBJECT.test(w.deprel))
  return words.map((word): Word => {
    if (word.index === top.index) return governs ? changeWord(noun(word), { head: verb.index, deprel: 'nsubj' }) : noun(word)
    if (isInside(word.index)) {
      const named = isVerbal(word) ? noun(word) : word
      return !isInside(word.head) || (word.head === top.index && SUBJECT.test(word.deprel))
        ? changeWord(named, { head: top.index, deprel: 'compound' })
        : named
    }
    if (!governs) return word
    if (word.index === verb.index) return changeWord(word, { head: top.head, deprel: top.deprel })
    return isInside(word.head) && word.index > last ? changeWord(word, { head: verb.index }) : word
  })
}

/** A word at the start that is read as an adverb or interjection of the verb behind it, which has no subject. */
const asSubject = (words: readonly Word[], { first }: NameSpan): readonly Word[] => {
  const [word, verb] = [words[first], words[first + 1]]
  if (first !== 0 || !word || verb?.upos !== 'VERB' || word.head !== verb.index || !/^(ADV|INTJ|ADJ|X)$/.test(word.upos)) return words
  if (words.some((w) => w.head === verb.index && SUBJECT.test(w.deprel))) return words
  return words.with(first, changeWord(noun(word), { deprel: 'nsubj' }))
}

const SUBJECT = /^[nc]subj/
const isVerbal = ({ upos }: Word): boolean => upos === 'VERB' || upos === 'AUX'
const noun = (word: Word): Word => changeWord(word, { upos: 'PROPN', lemma: word.text })
