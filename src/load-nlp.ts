import { createRequire } from 'node:module'
import type { Nlp } from './extract/nlp.ts'

/** compromise, from disk at the first call: one file, in two fifths of the time that its modules take. */
export const loadNlp = (): Nlp => (loaded ??= createRequire(import.meta.url)('compromise') as Nlp)

let loaded: Nlp | undefined
