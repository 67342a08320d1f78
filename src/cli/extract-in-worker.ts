import type { Article } from '../document.ts'
import { createExtract as create, readModel } from '../index.ts'
import type { Findings } from '../store/index.ts'
import { lexiconData } from './load-english.ts'

/** Makes the extraction in a worker thread, with the same lexicon as in the main one. */
export const createExtract = async ({ lexicon }: { readonly lexicon: readonly string[] }): Promise<(article: Article) => Findings> =>
  create({ model: readModel(), lexicon: lexicon.length > 0 ? await lexiconData(lexicon) : undefined })
