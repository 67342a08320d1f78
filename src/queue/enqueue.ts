import { setTimeout as wait } from 'node:timers/promises'
import { type Paths, type ReadOptions, readArticles } from '../read/read-articles.ts'
import type { Unreadable } from '../read/reading.ts'
import { keepQuarantine } from '../run/keep-quarantine.ts'
import { articleHash, type Settings } from '../store/index.ts'
import { closeDatabase, openDatabase } from '../store/open-database.ts'
import { seenIds } from '../store/seen-ids.ts'
import { type Item, pack, wantedId } from './block.ts'
import { QUEUE, queueOf, within } from './boss.ts'
import { createQueue, type Queue } from './create-queue.ts'
import { quarantineIn } from './quarantine.ts'

// What a worker has in hand at once: enough that the queue costs little beside it, little enough to be done within seconds.
const ARTICLES = 32
const CHARACTERS = 48_000

export type EnqueueOptions = {
  readonly address: string
  readonly paths: Paths
  readonly read?: ReadOptions | undefined
  readonly settings: Settings
  /** Waits while so many jobs wait, so that the queue stays small however large the input is. */
  readonly ahead: number
  readonly signal?: AbortSignal | undefined
  readonly onUnreadable?: ((unreadable: Unreadable) => void) | undefined
  readonly onProgress?: ((counts: Enqueued) => void) | undefined
}

/** What became of the articles that were read: put into the queue, done already, in the queue already; what could not be read; how many jobs were made. */
export type Enqueued = {
  readonly sent: number
  readonly unchanged: number
  readonly waiting: number
  readonly quarantined: number
  readonly jobs: number
}

/**
 * Reads articles and puts those into the queue that are not done with these settings and not in it yet, in the order of the input, some in a job. Safe to repeat:
 * what is wanted of an article is noted in the transaction that makes its job. Throws `StoreError`.
 */
export const enqueue = async (options: EnqueueOptions): Promise<Enqueued & { readonly interrupted: boolean }> => {
  const { address, settings, signal, ahead, onProgress, onUnreadable } = options
  const queue = await createQueue(address, settings)
  const local = openDatabase(':memory:', { readonly: false, timeout: 0 })
  try {
    const quarantine = await quarantineIn(queue.postgres)
    const keeper = keepQuarantine(quarantine, () => {})
    const gate = backPressure(queue, ahead, signal)
    let counts: Enqueued = { sent: 0, unchanged: 0, waiting: 0, quarantined: 0, jobs: 0 }
    let items: Item[] = []
    let characters = 0
    const flush = async (): Promise<void> => {
      const block = items
      items = []
      characters = 0
      if (block.length > 0) await gate()
      const { sent, unchanged } = await queue.postgres.transaction(async (client) => {
        await quarantine.flush(client)
        return sendBlock(queue, client, block)
      })
      counts = {
        ...counts,
        sent: counts.sent + sent,
        unchanged: counts.unchanged + unchanged,
        waiting: counts.waiting + block.length - sent - unchanged,
        jobs: counts.jobs + (sent > 0 ? 1 : 0),
      }
      onProgress?.(counts)
    }
    for await (const reading of readArticles(options.paths, { ...options.read, seen: seenIds(local) })) {
      if (signal?.aborted) break
      if (!('article' in reading)) {
        keeper.setAside(reading)
        onUnreadable?.(reading)
        counts = { ...counts, quarantined: counts.quarantined + 1 }
        continue
      }
      const { article, place, source = null } = reading
      keeper.sees(source?.file ?? place.file)
      const size = article.text.length
      if (items.length >= ARTICLES || (items.length > 0 && characters + size > CHARACTERS)) await flush()
      items.push({ article, hash: articleHash(article), place, source })
      characters += size
    }
    const interrupted = signal?.aborted === true
    if (!interrupted) keeper.finish({ forget: false })
    await flush()
    return { ...counts, interrupted }
  } finally {
    closeDatabase(local)
    await queue.close()
  }
}

type Sent = { readonly sent: number; readonly unchanged: number }

const sendBlock = async ({ boss, run }: Queue, client: Parameters<typeof within>[0], block: readonly Item[]): Promise<Sent> => {
  if (block.length === 0) return { sent: 0, unchanged: 0 }
  const ids = block.map(wantedId)
  const hashes = block.map(({ hash }) => hash)
  const { rows: done } = await client.query<{ id: string }>(
    `SELECT id FROM annalist.articles JOIN unnest($1::text[], $2::text[]) AS asked (id, hash) USING (id, hash)
     WHERE run = $3 AND EXISTS (SELECT 1 FROM annalist.bands WHERE article = key)`,
    [ids, hashes, run],
  )
  const known = new Set(done.map(({ id }) => id))
  // Another version of the article may be in the queue: it is not the newest any more.
  if (known.size > 0) await client.query(`DELETE FROM ${QUEUE}.wanted WHERE article = ANY ($1)`, [[...known]])
  const { rows: fresh } = await client.query<{ article: string }>(
    `INSERT INTO ${QUEUE}.wanted AS old (article, hash, run)
     SELECT id, hash, $3 FROM unnest($1::text[], $2::text[]) AS asked (id, hash) WHERE id <> ALL ($4) ORDER BY id COLLATE "C"
     ON CONFLICT (article) DO UPDATE SET hash = excluded.hash, run = excluded.run
     WHERE (old.hash, old.run) IS DISTINCT FROM (excluded.hash, excluded.run) RETURNING article`,
    [ids, hashes, run, [...known]],
  )
  const wanted = new Set(fresh.map(({ article }) => article))
  const items = block.filter((item) => wanted.has(wantedId(item)))
  if (items.length > 0) await boss.insert([{ name: queueOf(run), data: pack(items) }], within(client) as never)
  return { sent: items.length, unchanged: known.size }
}

/** Makes the function that waits while more than `ahead` jobs wait. They are counted again when so many were sent that they could be too many. */
const backPressure = ({ boss, run }: Queue, ahead: number, signal: AbortSignal | undefined): (() => Promise<void>) => {
  let room = 0
  return async () => {
    while (room <= 0 && !signal?.aborted) {
      room = ahead - ((await boss.getQueueSize(queueOf(run))) ?? 0)
      if (room <= 0) await wait(500, undefined, { signal }).catch(() => {})
    }
    room -= 1
  }
}
