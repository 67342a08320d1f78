import { Piscina } from 'piscina'
import type { Findings } from '../store/index.ts'
import type { Runner } from './runner.ts'
import type { WorkerSetup } from './worker.ts'

export type WorkerOptions = {
  readonly workers: number
  /** The module that makes the extraction, and what it is told: each worker loads it once. */
  readonly setup: WorkerSetup
  /** How long one article may take, in milliseconds, before its worker is replaced. */
  readonly patience?: number
  /** How much memory a worker may use, in megabytes. */
  readonly memory?: number
}

/** A runner that extracts in worker threads. An article that takes too long or too much memory costs its worker, which is replaced, and nothing else. */
export const inWorkers = ({ workers, setup, patience = 60_000, memory = 1024 }: WorkerOptions): Runner => {
  const own = import.meta.url
  const pool = new Piscina({
    filename: new URL(own.endsWith('.ts') ? './worker.ts' : './worker.js', own).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    ...(own.endsWith('.ts') && { execArgv: ['--import', `data:text/javascript,import{register}from${JSON.stringify(import.meta.resolve('tsx/esm/api'))};register()`] }),
  })
  // A worker that dies is told by the article it had in hand.
  pool.on('error', () => {})
  return {
    width: workers * 2,
    extract: async (article) => {
      try {
        return (await pool.run(article, { signal: AbortSignal.timeout(patience) })) as Findings
      } catch (error) {
        const name = error instanceof Error ? error.name : ''
        const code = error instanceof Error && 'code' in error ? error.code : ''
        if (name === 'AbortError' || name === 'TimeoutError') throw new Error(`took longer than ${patience / 1000} s`)
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Error(`took more than ${memory} MB of memory`)
        throw error
      }
    },
    close: () => pool.destroy(),
  }
}
