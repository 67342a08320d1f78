import { workerData } from 'piscina'
import type { Article } from '../document.ts'
import type { Findings } from '../store/check-extraction.ts'
import { type Prepared, prepareFindings } from '../store/prepare-findings.ts'

/** What a worker thread loads: a module that exports `createExtractMany`, and the options it is called with. */
export type WorkerSetup = { readonly module: string; readonly options: unknown }

/** What the sender and its workers share, so that who is busy sees it, too: how many times it was told to stop. */
export type Stops = Int32Array<SharedArrayBuffer>

/** Some articles, and how many stops there were when they were sent: at another one no more of them are begun. */
export type Batch = { readonly articles: readonly Article[]; readonly stops: number }

/** What comes back of one article: all but its own text, which the sender has, or why there is nothing. */
export type Answer = Omit<Prepared, 'article'>
export type Failure = { readonly failed: string }

type Module = { readonly createExtractMany: (options: unknown) => Promise<(articles: readonly Article[]) => readonly Findings[]> }

const { module, options, stops } = workerData as WorkerSetup & { readonly stops: Stops }
const loaded: Module = await import(module)
const extract = await loaded.createExtractMany(options)

/** How many go through the extraction together: it is the faster the more they are, and all stay in memory until the last of them is done. */
const TOGETHER = 4

const answer = (findings: Findings): Answer | Failure => {
  try {
    const { telling, rows, digest, bands } = prepareFindings(findings)
    return { telling, rows, digest, bands }
  } catch (error) {
    return failure(error)
  }
}

const failure = (error: unknown): Failure => ({ failed: error instanceof Error ? error.message : String(error) })

/** Answers for some articles. Where one of them can't be read, each is read by itself. */
const answers = (articles: readonly Article[]): readonly (Answer | Failure)[] => {
  try {
    return extract(articles).map(answer)
  } catch (error) {
    return articles.length === 1 ? [failure(error)] : articles.flatMap((article) => answers([article]))
  }
}

/**
 * Extracts some articles; when it is told to stop, those at the end have no answer. What is sent back is only what is stored: an array of `Answer | Failure` in JSON, which costs who reads it a fifth of what records would.
 */
export const extractBatch = ({ articles, stops: before }: Batch): string => {
  const all: (Answer | Failure)[] = []
  for (let from = 0; from < articles.length && Atomics.load(stops, 0) === before; from += TOGETHER)
    all.push(...answers(articles.slice(from, from + TOGETHER)))
  return JSON.stringify(all)
}
