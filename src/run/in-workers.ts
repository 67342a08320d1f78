import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import type { Article } from '../document.ts'
import type { Prepared } from '../store/index.ts'
import { inBatches } from './in-batches.ts'
import { NotBegun, type Runner, RunnerError } from './runner.ts'
import { SEMI_SPACE, tuneV8 } from './tune-v8.ts'
import type { Answer, Batch, Failure, Stops, WorkerSetup } from './worker.ts'

export type WorkerOptions = {
  readonly workers: number
  /** The module that makes the extraction, and what it is told: each worker loads it once. */
  readonly setup: WorkerSetup
  /** How long one article may take, in milliseconds, before its worker is replaced. */
  readonly patience?: number | undefined
  /** How much memory a worker may use, in megabytes. */
  readonly memory?: number | undefined
}

type Pool = Piscina<Batch, string>
type Answers = readonly (Answer | Failure)[]

const own = import.meta.url
const IN_TYPESCRIPT = own.endsWith('.ts')

/** From sources, a worker has to learn TypeScript first. */
const execArgv = (): readonly string[] =>
  IN_TYPESCRIPT
    ? ['--import', `data:text/javascript,import{register}from${JSON.stringify(import.meta.resolve('tsx/esm/api'))};register()`]
    : []

const openPool = (threads: number, setup: WorkerSetup & { readonly stops: Stops }, memory: number): Pool =>
  new Piscina({
    filename: new URL(IN_TYPESCRIPT ? './worker-entry.ts' : './worker-entry.js', own).href,
    minThreads: threads,
    maxThreads: threads,
    // The next batch waits in the worker, which so has work while this thread writes.
    concurrentTasksPerWorker: 2,
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 3 * SEMI_SPACE },
    execArgv: [...execArgv()],
  })

/**
 * A runner that extracts in worker threads, some articles a message. When a worker takes too long or too much memory over a batch it is replaced, and the articles that
 * it had are done one by one in a worker of their own: the one to blame costs only itself.
 */
export const inWorkers = ({ workers, setup, patience = 60_000, memory = 1024 }: WorkerOptions): Runner => {
  tuneV8(workers, availableParallelism())
  let broken: RunnerError | null = null
  const fail = new AbortController()
  const stops: Stops = new Int32Array(new SharedArrayBuffer(4))
  const mayGoOn = (before: number): void => {
    if (Atomics.load(stops, 0) !== before) throw new NotBegun()
  }
  const open = (threads: number): Pool => {
    const pool = openPool(threads, { ...setup, stops }, memory)
    // A worker that can't even start: there is no use in waiting for another. One that dies later is told by the batch it had.
    pool.on('error', (error) => {
      broken ??= new RunnerError(`the extraction can't be started in a worker: ${error instanceof Error ? error.message : String(error)}`)
      fail.abort()
    })
    return pool
  }
  // Not before there is something to extract: a repeat that finds nothing new needs no workers.
  let pool: Pool | null = null
  let single: Pool | null = null
  const alone = pLimit(1)

  const ask = async (from: Pool, batch: Batch, wait: number): Promise<Answers> => {
    const timer = new AbortController()
    const late = setTimeout(() => timer.abort(), wait)
    try {
      return JSON.parse(await from.run(batch, { signal: AbortSignal.any([timer.signal, fail.signal]) })) as Answers
    } finally {
      clearTimeout(late)
    }
  }
  const answered = (article: Article, answer: Answer | Failure | undefined, before: number): Prepared => {
    if (answer === undefined) mayGoOn(before)
    return whole(article, answer)
  }
  const suspect = (article: Article, before: number): Promise<Prepared> =>
    alone(async () => {
      mayGoOn(before)
      single ??= open(1)
      try {
        // Its time begins when there is a worker that has loaded all.
        await single.run({ articles: [], stops: before }, { signal: fail.signal })
        return answered(article, (await ask(single, { articles: [article], stops: before }, patience))[0], before)
      } catch (error) {
        throw broken ?? explained(error, patience, memory)
      }
    })
  return inBatches(
    workers,
    async (articles) => {
      pool ??= open(workers)
      const before = Atomics.load(stops, 0)
      const answers = await ask(pool, { articles, stops: before }, patience * 2).catch(() => null)
      if (broken !== null) throw broken
      return articles.map((article, i) =>
        answers === null ? suspect(article, before) : settle(() => answered(article, answers[i], before)),
      )
    },
    {
      stop: () => void Atomics.add(stops, 0, 1),
      close: async () => {
        await Promise.all([pool?.destroy(), single?.destroy()])
      },
    },
  )
}

const settle = async <Out>(work: () => Out): Promise<Out> => work()

const whole = (article: Article, answer: Answer | Failure | undefined): Prepared => {
  if (answer === undefined) throw new Error('the worker gave no answer')
  if ('failed' in answer) throw new Error(answer.failed)
  return { article, ...answer }
}

const explained = (error: unknown, patience: number, memory: number): Error => {
  if (!(error instanceof Error)) return new Error(String(error))
  if (error.name === 'AbortError') return new Error(`took longer than ${patience / 1000} s`)
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new Error(`took more than ${memory} MB of memory`)
  return error
}
