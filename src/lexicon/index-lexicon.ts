import type { LexiconData } from './lexicon.ts'
import { type Lexicon, openLexicon } from './open-lexicon.ts'
import { packLexicon } from './pack-lexicon.ts'

export type { Known, Lexicon, Sight } from './open-lexicon.ts'
export type { How, NameHit } from './readings.ts'

/** Builds every index that the extraction asks, for a lexicon that wasn't compiled. */
export const indexLexicon = (data: LexiconData): Lexicon => openLexicon(packLexicon(data), data)
