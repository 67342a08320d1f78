import { readFileSync } from 'node:fs'
import { type ArticleInput, type CreateExtract, extractBy } from './create-extract.ts'
import { loadNlp } from './load-nlp.ts'
import type { Extraction } from './normalize/read-article.ts'

export type { ArticleInput, ExtractOptions } from './create-extract.ts'
export { articleFrom, dates } from './create-extract.ts'
export type * from './document.ts'
export type { LexiconData } from './lexicon/lexicon.ts'
export type { Extraction } from './normalize/read-article.ts'

/**
 * Makes a function that extracts the events of one article after the other: pure and synchronous.
 * @throws ModelError when the bytes are no model, damaged or of another version
 */
export const createExtract: CreateExtract = extractBy(loadNlp)

/** The bytes of the model that comes with annalist. */
export const readModel = (): Uint8Array => readFileSync(new URL('../model/english.bin', import.meta.url))

let english: ((article: ArticleInput) => Extraction) | null = null

/** The events of an article, with what became none and every sentence as it was read. The model is loaded at the first call. */
export const extract = (article: ArticleInput): Extraction => {
  english ??= createExtract({ model: readModel() })
  return english(article)
}
