import type { Word } from '../../../document.ts'

/** What a word should have been read as by what stands around it in the parse; null where nothing is wrong. */
export type Relabel = (words: readonly Word[], word: Word) => Word | null

/** The word at this place, which may lie before the first: V8 looks long for what stands at −1. */
export const wordOf = (words: readonly Word[], at: number): Word | undefined => (at < 0 ? undefined : words[at])

/** Whether a word has a dependent of some kind. */
export const has = (words: readonly Word[], head: Word, test: (word: Word) => boolean): boolean =>
  words.some((w) => w.head === head.index && test(w))

export const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'

export const isSubject = ({ deprel }: Word): boolean => /^nsubj/.test(deprel)
