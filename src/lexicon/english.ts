import { lexiconData, packed } from './compiled.ts'
import { type Lexicon, openLexicon } from './open-lexicon.ts'

/** The lexicon that comes with Annalist (lexicon/en). */
export const lexicon: Lexicon = openLexicon(packed, lexiconData)
