import { setTimeout as wait } from 'node:timers/promises'
import { checkSchema } from '../postgres/schema.ts'
import { type Runner, RunnerError } from '../run/runner.ts'
import { type Settings, StoreError, type ToSave } from '../store/index.ts'
import { type Item, unpack } from './block.ts'
import { fetchJob, type Job, QUEUE, queueOf } from './boss.ts'
import { openQueue, type Queue } from './create-queue.ts'
import { type Made, rowMaker } from './make-rows.ts'
import { type Persist, persistUntil } from './persist.ts'
import { queueStatus } from './status.ts'
import { splitBlock, type Written, writeBlock } from './write-block.ts'

export type WorkOptions = {
  readonly address: string
  readonly settings: Settings
  readonly runner: Runner
  /** How many jobs are in hand at once: one more than extract at once, so that none waits for the database. */
  readonly jobs: number
  /** Ends when the queue is empty; without it, when it is told to. */
  readonly untilEmpty?: boolean | undefined
  /** Ends the work after the jobs in hand. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((counts: Worked) => void) | undefined
  /** Told what people should know: that the server is away, that jobs wait for another version. */
  readonly onNote?: ((text: string) => void) | undefined
}

/** What a worker did so far. */
export type Worked = Written & { readonly jobs: number }

const POLL = 500

/**
 * Works on the jobs of the queue that these settings answer, until it is told to end. A job's results and its end are one transaction; whatever happens to this
 * process or the server, each article is stored once. A server that goes away is waited for. Throws `StoreError` where there is no queue, `RunnerError` when nothing can be extracted.
 */
export const work = async (options: WorkOptions): Promise<Worked> => {
  const { settings, signal, onNote = () => {}, onProgress } = options
  const failing = new AbortController()
  const ended = (): boolean => signal?.aborted === true || failing.signal.aborted
  const persist = persistUntil(ended, signal, onNote)
  let worked: Worked = { jobs: 0, written: 0, failed: 0, late: 0, events: 0 }
  const opened = await persist(() => open(options, onNote))
  if (opened === null) return worked
  const { queue, patience } = opened
  const make = rowMaker(settings)
  const inHand = new Set<string>()
  const timers: NodeJS.Timeout[] = []
  const loop = async (): Promise<void> => {
    while (!ended()) {
      const job = await persist(() => fetchJob(queue.boss, queue.postgres, queueOf(queue.run)))
      if (job === null) {
        if (options.untilEmpty && (await persist(() => isEmpty(queue)))) return
        await wait(POLL, undefined, { signal }).catch(() => {})
        continue
      }
      inHand.add(job.id)
      try {
        const done = await doJob(queue, job, options.runner, make, persist)
        if (done !== null) {
          worked = sum(worked, done)
          onProgress?.(worked)
        }
      } finally {
        inHand.delete(job.id)
      }
    }
  }
  try {
    const beat = (): void => void heartbeat(queue, inHand).catch(() => {})
    const expire = (): void => void queue.boss.expire().catch(() => {})
    expire()
    const third = (patience * 1000) / 3
    timers.push(setInterval(beat, third), setInterval(expire, third * (1 + Math.random() / 3)))
    await Promise.all(
      Array.from({ length: options.jobs }, () =>
        loop().catch((error: unknown) => {
          failing.abort()
          throw error
        }),
      ),
    )
    return worked
  } finally {
    for (const timer of timers) clearInterval(timer)
    await queue.close()
  }
}

/** Opens the queue and looks at what is in it; gives how long it waits for silent workers, too, in seconds. */
const open = async ({ address, settings, jobs }: WorkOptions, onNote: (text: string) => void) => {
  const queue = await openQueue(address, settings, jobs + 2)
  try {
    await checkSchema(queue.postgres)
    await tellOthers(queue, onNote)
    return { queue, patience: (await queue.boss.getQueue(queueOf(queue.run)))?.expireInSeconds ?? 30 }
  } catch (error) {
    await queue.close()
    throw error
  }
}

const sum = (a: Worked, b: Written): Worked => ({
  jobs: a.jobs + 1,
  written: a.written + b.written,
  failed: a.failed + b.failed,
  late: a.late + b.late,
  events: a.events + b.events,
})

const doJob = async (
  queue: Queue,
  job: Job,
  runner: Runner,
  make: (items: readonly ToSave[]) => Made,
  persist: Persist,
): Promise<Written | null> => {
  const items = unpack(job.data)
  if (job.retryCount > 0 && items.length > 1) {
    await persist(() => splitBlock(queue, job, items))
    return null
  }
  const found = await Promise.all(items.map((item) => attempt(runner, item)))
  const { rows, refused } = make(
    found.flatMap((one, i) => ('findings' in one ? [{ findings: one.findings, hash: items[i]?.hash ?? '', run: queue.run }] : [])),
  )
  const failed = new Map<string, unknown>(refused)
  for (const [i, one] of found.entries()) if ('error' in one) failed.set(items[i]?.article.id ?? '', one.error)
  return persist(() => writeBlock(queue, job, items, { rows, failed }))
}

const attempt = async (runner: Runner, { article }: Item) => {
  try {
    return { findings: await runner.extract(article) }
  } catch (error) {
    if (error instanceof RunnerError || (error instanceof StoreError && error.fault !== 'invalid')) throw error
    return { error }
  }
}

const isEmpty = async ({ postgres, run }: Queue): Promise<boolean> =>
  (await postgres.query(`SELECT 1 FROM ${QUEUE}.job WHERE name = $1 AND state < 'completed' LIMIT 1`, [queueOf(run)])).length === 0

/** Says that this worker is alive: its jobs are not late. */
const heartbeat = async ({ postgres, run }: Queue, inHand: ReadonlySet<string>): Promise<void> => {
  if (inHand.size === 0) return
  await postgres.query(`UPDATE ${QUEUE}.job SET started_on = now() WHERE name = $1 AND id = ANY ($2) AND state = 'active'`, [
    queueOf(run),
    [...inHand],
  ])
}

const tellOthers = async ({ postgres, run }: Queue, tell: (text: string) => void): Promise<void> => {
  const status = await queueStatus(postgres)
  if (!status.queues.some((queue) => queue.run === run))
    tell('there are no jobs for this version and lexicon: `annalist enqueue` makes them, with the same --lexicon')
  for (const { run: other, version, lexicon, waiting } of status.queues)
    if (other !== run && waiting > 0)
      tell(`${waiting} jobs wait for workers of version ${version} with lexicon ${lexicon}: this one would answer them differently`)
}
