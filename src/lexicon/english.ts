import { lexiconData } from './compiled.ts'
import { indexLexicon, type Lexicon } from './index-lexicon.ts'

/** The lexicon that comes with Annalist (lexicon/en), indexed once. */
export const lexicon: Lexicon = indexLexicon(lexiconData)
