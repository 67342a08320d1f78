import { readFileSync } from 'node:fs'
import { type ArticleInput, createExtract } from './browser.ts'
import type { Extraction } from './normalize/read-article.ts'

export * from './browser.ts'

/** The bytes of the model that comes with annalist. */
export const readModel = (): Uint8Array => readFileSync(new URL('../model/english.bin', import.meta.url))

let english: ((article: ArticleInput) => Extraction) | null = null

/** The events of an article, with what became none and every sentence as it was read. The model is loaded at the first call. */
export const extract = (article: ArticleInput): Extraction => {
  english ??= createExtract({ model: readModel() })
  return english(article)
}
