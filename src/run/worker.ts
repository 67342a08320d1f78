import { workerData } from 'piscina'
import type { Article } from '../document.ts'
import type { Findings } from '../store/check-extraction.ts'
import { type Prepared, prepareFindings } from '../store/prepare-findings.ts'

/** What a worker thread loads: a module that exports `createExtract`, and the options it is called with. */
export type WorkerSetup = { readonly module: string; readonly options: unknown }

/** What comes back of one article: all but its own text, which the sender has, or why there is nothing. */
export type Answer = Omit<Prepared, 'article'>
export type Failure = { readonly failed: string }

type Module = { readonly createExtract: (options: unknown) => Promise<(article: Article) => Findings> }

const { module, options } = workerData as WorkerSetup
const loaded: Module = await import(module)
const extract = await loaded.createExtract(options)

const answer = (article: Article): Answer | Failure => {
  try {
    const { telling, rows, digest, bands } = prepareFindings(extract(article))
    return { telling, rows, digest, bands }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Extracts some articles, one after the other. What is sent back is only what is stored: an array of `Answer | Failure` in JSON, which costs who reads it a fifth of what records would.
 */
export const extractBatch = (articles: readonly Article[]): string => JSON.stringify(articles.map(answer))
