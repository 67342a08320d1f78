import nlp from 'compromise'
import { type CreateExtract, extractBy } from './create-extract.ts'

export type { ArticleInput, ExtractOptions } from './create-extract.ts'
export { articleFrom, dates } from './create-extract.ts'
export type * from './document.ts'
export type { LexiconData } from './lexicon/lexicon.ts'
export type { Extraction } from './normalize/read-article.ts'

/**
 * Makes a function that extracts the events of one article after the other: pure and synchronous.
 * @throws ModelError when the bytes are no model, damaged or of another version
 */
export const createExtract: CreateExtract = extractBy(() => nlp)
