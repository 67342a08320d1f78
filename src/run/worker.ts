import { workerData } from 'piscina'
import type { Article } from '../document.ts'
import type { Findings } from '../store/index.ts'

/** What a worker thread loads: a module that exports `createExtract`, and the options it is called with. */
export type WorkerSetup = { readonly module: string; readonly options: unknown }

type Module = { readonly createExtract: (options: unknown) => Promise<(article: Article) => Findings> }

const { module, options } = workerData as WorkerSetup
const loaded: Module = await import(module)
const extract = await loaded.createExtract(options)

/** Extracts one article. What is sent back is only what is stored. */
export default (article: Article): Findings => {
  const { document, events, rejections } = extract(article)
  return { document, events, rejections }
}
