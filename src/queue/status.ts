import type { Postgres } from '../postgres/connect.ts'
import { type Packed, unpack } from './block.ts'
import { deadOf, QUEUE, queueOf } from './boss.ts'

/** The jobs for workers of one version, lexicon and model. */
export type QueueCounts = {
  readonly run: string
  readonly version: string
  readonly lexicon: string
  readonly model: string
  readonly waiting: number
  readonly active: number
  /** Jobs that a worker did not come back from, or whose article failed. */
  readonly dead: number
}

/** A job that was given up: its articles, and why. */
export type DeadLetter = { readonly run: string; readonly articles: readonly string[]; readonly why: string }

export type QueueStatus = {
  readonly queues: readonly QueueCounts[]
  readonly letters: readonly DeadLetter[]
  /** What is stored by now. */
  readonly articles: number
  readonly events: number
}

type LetterRow = {
  readonly name: string
  readonly data: Packed
  readonly output: { readonly value?: { readonly message?: string } } | null
}

/** Counts what is in the queue, and reads the first of the dead letters. Throws `StoreError`. */
export const queueStatus = async (postgres: Postgres, most = 0): Promise<QueueStatus> => {
  const counts = await postgres.query<{ name: string; active: number; waiting: number }>(
    `SELECT name, count(*) FILTER (WHERE state = 'active') AS active, count(*) FILTER (WHERE state < 'active') AS waiting FROM ${QUEUE}.job GROUP BY name`,
  )
  const runs = await postgres.query<{ id: string; version: string; lexicon: string; model: string }>(
    `SELECT id, version, lexicon, model FROM annalist.runs WHERE 'run-' || id IN (SELECT name FROM ${QUEUE}.queue) ORDER BY id`,
  )
  const of = (name: string) => counts.find((row) => row.name === name) ?? { active: 0, waiting: 0 }
  const letters =
    most === 0
      ? []
      : await postgres.query<LetterRow>(
          `SELECT name, data, output FROM ${QUEUE}.job WHERE name LIKE 'dead-%' AND state < 'active' ORDER BY created_on, id LIMIT $1`,
          [most],
        )
  const [stored] = await postgres.query<{ articles: number; events: number }>(
    'SELECT (SELECT count(*) FROM annalist.articles) AS articles, (SELECT count(*) FROM annalist.events) AS events',
  )
  return {
    queues: runs.map(({ id, ...settings }) => ({
      run: id,
      ...settings,
      waiting: of(queueOf(id)).waiting,
      active: of(queueOf(id)).active,
      dead: of(deadOf(id)).waiting,
    })),
    letters: letters.map(({ name, data, output }) => ({
      run: name.replace('dead-', ''),
      articles: unpack(data).map(({ article }) => article.id),
      why:
        data.why ??
        output?.value?.message?.replace(/^job failed by timeout.*/, 'no worker came back from it') ??
        'no worker came back from it',
    })),
    articles: stored?.articles ?? 0,
    events: stored?.events ?? 0,
  }
}
