import type { ActionPattern } from './index-actions.ts'
import type { LexiconData } from './lexicon.ts'
import { type Lexicon, openLexicon } from './open-lexicon.ts'
import { packLexicon } from './pack-lexicon.ts'

export type { Lexicon } from './open-lexicon.ts'
export type { How, NameHit } from './readings.ts'

/** Builds every index that the extraction asks, for a lexicon that wasn't compiled. */
export const indexLexicon = (data: LexiconData): Lexicon => openLexicon(packLexicon(data), data)

/** The ids of the classes that a word or phrase (in small letters, as a lemma) is in. */
export const classesOf = (lexicon: Lexicon, lemma: string): readonly string[] => [...(lexicon.classesOf.get(lemma) ?? [])]

/** The actions that a verb's, noun's or adjective's lemma may be the head of, with their phrases. */
export const entriesFor = (lexicon: Lexicon, lemma: string): readonly ActionPattern[] => lexicon.actions.get(lemma) ?? []
