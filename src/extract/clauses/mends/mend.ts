import type { Word } from '../../../document.ts'
import { isBarePast } from '../../../syntax/bare-pasts.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import type { Grammar } from '../grammar.ts'

/** A sentence's words as mended so far; `below` gives the dependents of a word by relation, `isOf` tells what is of a class of the lexicon. */
export type Scene = {
  readonly words: readonly Word[]
  readonly below: (head: number, relation: RegExp) => readonly number[]
  readonly isOf: Grammar['isOf']
}

/** What a mend changes: the words as they should be, none where nothing is wrong. */
export type Mend = (scene: Scene, word: Word) => readonly Word[]

/** Most words need no mending, whatever mend is asked. */
export const NOTHING: readonly Word[] = []

export const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'

export const ING = /ing$/i

/** Endings of the third person of the present, and of plurals. */
export const PRESENT = /[^s]s$/

export const TIME =
  /^(day|week|weekend|month|year|decade|century|morning|evening|afternoon|night|moment|time|hour|minute|summer|winter|autumn|fall|spring|way)$/i

/** Endings of the past and its participle. */
export const PARTICIPLE = /(ed|en|wn|ung|ught|eld|old|ent|elt|ost|aid|ade|ound|un|et|ad|it|ut|ead|uck)$/

/** Whether a word is the past or the past participle of a verb of a class; what it was read as doesn't matter. */
export const isPastOf = ({ isOf }: Scene, { text }: Word, id: string): boolean => {
  if (NO_PAST.test(text)) return false
  const lemma = lemmaOf(text, 'VERB')
  return (lemma !== text || isBarePast(text)) && isOf(lemma, id)
}

/** Capitals, "says", "saying". */
const NO_PAST = /\p{Lu}|[^s]s$|ing$/u

/** Whether a word is the present participle of a verb of a class. */
export const isIngOf = ({ isOf }: Pick<Scene, 'isOf'>, { text }: Pick<Word, 'text'>, id: string): boolean =>
  ING.test(text) && isOf(lemmaOf(text, 'VERB'), id)

/** Whether a word is a verb of a class as one alone does it: "plans". */
export const isPresentOf = ({ isOf }: Scene, { text }: Word, id: string): boolean =>
  /^\p{Ll}+s$/u.test(text) && isOf(lemmaOf(text, 'VERB'), id)

export const CAPITAL = /^\p{Lu}\p{Ll}/u

/** The word that the other parts of a name hang on: "Louis" of "Le Franc". */
export const topOfName = (words: readonly Word[], part: Word | undefined): Word | undefined => {
  let name = part
  while (name?.deprel === 'flat') name = words[name.head]
  return name
}

/** Whether `at` stands below `top`: hanging `top` on it would make a circle. */
export const isBelow = (words: readonly Word[], top: number, at: number): boolean => {
  for (let up = at; up >= 0; up = words[up]?.head ?? -1) if (up === top) return true
  return false
}

/** "agreed", "met"; not "agrees", "meeting". */
export const isPastForm = ({ upos, text, lemma }: Word): boolean =>
  upos === 'VERB' && text.toLowerCase() !== lemma.toLowerCase() && !/(?:[^s]s|ing)$/i.test(text)

/** Whether a verb has a subject of any kind. */
export const hasSubject = (below: Scene['below'], verb: number): boolean => below(verb, /^(nsubj|csubj|expl)/).length > 0

/** The first preposition of a noun, in small letters; none where it has none. */
export const caseOf = ({ words, below }: Pick<Scene, 'words' | 'below'>, at: number): string =>
  words[below(at, /^case$/)[0] ?? -1]?.text.toLowerCase() ?? ''
