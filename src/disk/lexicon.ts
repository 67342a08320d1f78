import { readFileSync } from 'node:fs'
import type { PackedLexicon } from '../lexicon/pack-lexicon.ts'
import { unpackText } from './packed-text.ts'

/** The packed lexicon from disk: what Node loads in the place of lexicon/compiled.ts (`#lexicon` in package.json, scripts/bundle.ts). */
export const packed = unpackText(readFileSync(new URL('./lexicon.txt', import.meta.url), 'latin1')) as PackedLexicon
