import type { Lexicon } from './index-lexicon.ts'

/** Whether a word (as a lemma: in small letters) or phrase is one of a class of the lexicon. */
export const isOfClass = ({ classesOf }: Pick<Lexicon, 'classesOf'>, word: string, id: string): boolean =>
  classesOf.get(word)?.has(id) === true
