import { extractManyBy } from '../create-extract.ts'
import type { Article } from '../document.ts'
import { readModel } from '../index.ts'
import { loadNlp } from '../load-nlp.ts'
import type { Findings } from '../store/index.ts'
import { lexiconData } from './load-english.ts'

/** Makes the extraction in a worker thread, with the same lexicon as in the main one. */
export const createExtractMany = async ({
  lexicon,
}: {
  readonly lexicon: readonly string[]
}): Promise<(articles: readonly Article[]) => readonly Findings[]> =>
  extractManyBy(loadNlp, { model: readModel(), lexicon: lexicon.length > 0 ? await lexiconData(lexicon) : undefined })
