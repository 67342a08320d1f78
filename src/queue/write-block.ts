import type { Client } from '../postgres/connect.ts'
import { type ArticleRows, fromPostgres, toPostgres } from '../postgres/rows.ts'
import { sendRows } from '../postgres/send-rows.ts'
import { itemOf } from '../run/keep-quarantine.ts'
import { failure } from '../run/run.ts'
import { type Item, pack, wantedId } from './block.ts'
import { deadOf, type Job, QUEUE, queueOf, within } from './boss.ts'
import type { Queue } from './create-queue.ts'
import { setAsideIn } from './quarantine.ts'

/** What was found in a job's articles, and the articles that failed, with the errors. */
export type Answer = { readonly rows: ArticleRows; readonly failed: ReadonlyMap<string, unknown> }

/** How many articles a job brought in, left out, and came too late for. */
export type Written = { readonly written: number; readonly failed: number; readonly late: number; readonly events: number }

/** Those of some articles that are wanted still as they are here; they are wanted no more then. */
const take = async (client: Client, items: readonly Item[], run: string): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ article: string }>(
    `DELETE FROM ${QUEUE}.wanted USING unnest($1::text[], $2::text[]) AS asked (id, hash)
     WHERE article = asked.id AND wanted.hash = asked.hash AND run = $3 RETURNING article`,
    [items.map(wantedId), items.map(({ hash }) => hash), run],
  )
  return new Set(rows.map(({ article }) => String(fromPostgres(article))))
}

/** The rows of these articles only. */
const only = (rows: ArticleRows, ids: ReadonlySet<string>): ArticleRows => {
  const articles = rows.articles.filter(({ id }) => ids.has(id as string))
  if (articles.length === rows.articles.length) return rows
  const keys = new Set(articles.map(({ key }) => key))
  const of = <R extends Readonly<Record<string, unknown>>>(list: readonly R[]) => list.filter(({ article }) => keys.has(article as number))
  const events = of(rows.events)
  const eventKeys = new Set(events.map(({ key }) => key))
  const below = <R extends Readonly<Record<string, unknown>>>(list: readonly R[]) =>
    list.filter(({ event }) => eventKeys.has(event as number))
  return {
    articles,
    sentences: of(rows.sentences),
    events,
    rejections: of(rows.rejections),
    bands: of(rows.bands),
    parties: below(rows.parties),
    modes: below(rows.modes),
    contexts: below(rows.contexts),
    magnitudes: below(rows.magnitudes),
  }
}

/**
 * Writes what a job gave and takes the job out of the queue, in one transaction: both or neither. An article is written once, however often its job is done: by the
 * first that finds it wanted. One that failed goes into the quarantine, and its job is a dead letter.
 */
export const writeBlock = (queue: Queue, job: Job, items: readonly Item[], { rows, failed }: Answer): Promise<Written> =>
  queue.postgres.transaction(async (client) => {
    const { boss, run } = queue
    const good = items.filter(({ article }) => !failed.has(article.id))
    const wanted = await take(client, good, run)
    const bad: Item[] = []
    for (const item of items.filter(({ article }) => failed.has(article.id))) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${QUEUE}.wanted WHERE article = $1 AND hash = $2 AND run = $3`, [
        wantedId(item),
        item.hash,
        run,
      ])
      if (rowCount === 1) bad.push(item)
    }
    const why = (item: Item) => ({
      ...failure(item.place, item.article.id, failed.get(item.article.id)),
      ...(item.source && { source: item.source }),
    })
    await setAsideIn(
      client,
      bad.map((item) => itemOf(why(item))),
    )
    if (bad.length > 0)
      await boss.insert(
        bad.map((item) => ({ name: deadOf(run), data: pack([item], why(item).message) })),
        within(client) as never,
      )
    await client.query('DELETE FROM annalist.quarantine WHERE field = ANY ($1)', [[...wanted].map((id) => toPostgres(`article ${id}`))])
    await boss.deleteJob(queueOf(run), job.id, within(client) as never)
    const sent = only(rows, wanted)
    await sendRows(client, sent)
    return { written: wanted.size, failed: bad.length, late: items.length - wanted.size - bad.length, events: sent.events.length }
  })

/** Makes a job of each article of one that a worker did not come back from, so that the one to blame costs only itself. */
export const splitBlock = (queue: Queue, job: Job, items: readonly Item[]): Promise<void> =>
  queue.postgres.transaction(async (client) => {
    const { boss, run } = queue
    const { affected } = (await boss.deleteJob(queueOf(run), job.id, within(client) as never)) as unknown as { affected: number }
    if (affected > 0)
      await boss.insert(
        items.map((item) => ({ name: queueOf(run), data: pack([item]) })),
        within(client) as never,
      )
  })
