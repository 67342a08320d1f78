import { type ArticleInput, articleFrom } from './article-from.ts'
import type { Timex } from './document.ts'
import { WEIGHTS as FALLBACK } from './extract/acts/fallback-weights.generated.ts'
import { layOut } from './extract/lay-out.ts'
import type { Nlp } from './extract/nlp.ts'
import { lexicon } from './lexicon/english.ts'
import { indexLexicon } from './lexicon/index-lexicon.ts'
import type { LexiconData } from './lexicon/lexicon.ts'
import { resolveDates } from './normalize/dates/resolve-dates.ts'
import { isTown } from './normalize/places/is-town.ts'
import { type Extraction, type Reader, readArticle, readArticles } from './normalize/read-article.ts'
import { WEIGHTS as SIDES } from './normalize/unsaid/rank-parties-weights.generated.ts'
import { loadSyntaxModel } from './syntax/network/model.ts'

export { type ArticleInput, articleFrom } from './article-from.ts'
export { lexiconData } from './lexicon/english.ts'
export { entryHashes } from './lexicon/entry-hashes.ts'

/** The weights of the rankers: what is learned beside the model. */
export const RANKERS: readonly unknown[] = [FALLBACK, SIDES]

/**
 * `model`: the bytes of model/english.bin. `lexicon`: compiled data in the place of the one that comes with annalist. `sift: false` reads the sentences too that can
 * hold no event, which changes none: it keeps their rejections.
 */
export type ExtractOptions = { readonly model: Uint8Array; readonly lexicon?: LexiconData | undefined; readonly sift?: boolean }

/** Makes a function that extracts the events of one article after the other. */
export type CreateExtract = (options: ExtractOptions) => (article: ArticleInput) => Extraction

const readerOf = (nlp: () => Nlp, { model, lexicon: data, sift = true }: ExtractOptions): Reader => ({
  model: loadSyntaxModel(model),
  lexicon: data ? indexLexicon(data) : lexicon,
  nlp,
  sift,
})

/** Makes `createExtract` where compromise is come by in this way. */
export const extractBy =
  (nlp: () => Nlp): CreateExtract =>
  (options) => {
    if (!ArrayBuffer.isView(options?.model))
      throw new TypeError('write createExtract({ model }), where model is a Uint8Array with the bytes of model/english.bin')
    const reader = readerOf(nlp, options)
    return (article) => readArticle(reader, articleFrom(article))
  }

/** The same of some articles at a time: what one of them throws, all do. */
export const extractManyBy = (nlp: () => Nlp, options: ExtractOptions): ((articles: readonly ArticleInput[]) => readonly Extraction[]) => {
  const reader = readerOf(nlp, options)
  return (articles) => readArticles(reader, articles.map(articleFrom))
}

/** The time expressions of an article with their TIMEX3 values, in the order of the text. */
export const dates = (article: ArticleInput): readonly Timex[] => resolveDates(layOut(articleFrom(article), isTown), lexicon)
