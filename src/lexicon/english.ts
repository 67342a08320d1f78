import { packed } from './compiled.ts'
import type { LexiconData } from './lexicon.ts'
import { type Lexicon, openData, openLexicon } from './open-lexicon.ts'

/** The entries of the lexicon that comes with Annalist (lexicon/en). */
export const lexiconData: LexiconData = openData(packed)

/** The same with its indexes. */
export const lexicon: Lexicon = openLexicon(packed, lexiconData)
