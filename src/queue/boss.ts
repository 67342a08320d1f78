import type PgBoss from 'pg-boss'
import { toldAddress } from '../postgres/address.ts'
import { type Client, loadPeer, type Postgres } from '../postgres/connect.ts'
import { StoreError } from '../store/index.ts'
import type { Packed } from './block.ts'

/** The schema of pg-boss, and of what stands beside its tables. */
export const QUEUE = 'annalist_queue'

export type Boss = PgBoss
export type Job = PgBoss.JobWithMetadata<Packed>

/** The queue of the jobs that are to be answered with these settings, and the one of those that could not be. Workers of other settings never see them. */
export const queueOf = (run: string): string => `run-${run}`
export const deadOf = (run: string): string => `dead-${run}`

/** Loads pg-boss. Throws a `StoreError` that says what to install. */
export const loadBoss = () => loadPeer(() => import('pg-boss'), 'pg-boss')

/**
 * Opens pg-boss over our connections, so that errors, credentials and TLS are ours. `create` makes its tables where there are none, which only the owner may.
 * Throws `StoreError`.
 */
export const openBoss = async (postgres: Postgres, { create }: { readonly create: boolean }): Promise<Boss> => {
  const { default: Driver } = await loadBoss()
  const boss = new Driver({
    schema: QUEUE,
    db: { executeSql: async (sql, values) => ({ rows: [...((await postgres.query(sql, values)) ?? [])] }) },
    migrate: create,
    // Each worker looks after expired jobs itself, by an index; nothing is archived.
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  try {
    await boss.start()
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error
    throw new StoreError(
      /require/.test(error.message) ? 'older' : 'missing',
      `${toldAddress(postgres.address)} has no queue that this annalist knows`,
      '`annalist queue init` or `annalist enqueue` makes it, as the owner of the database',
    )
  }
  return boss
}

/** pg-boss's work inside our transaction. */
export const within = (client: Client): { readonly db: PgBoss.Db } => ({
  db: { executeSql: (sql, values) => client.query(sql, values) },
})

/** Takes the oldest job that waits. pg-boss hides errors here, we don't. */
export const fetchJob = async (boss: Boss, postgres: Postgres, queue: string): Promise<Job | null> => {
  let failed: unknown
  const db: PgBoss.Db = {
    executeSql: async (sql, values) => {
      try {
        return { rows: [...(await postgres.query(sql, values))] }
      } catch (error) {
        failed = error
        throw error
      }
    },
  }
  const jobs = await boss.fetch<Packed>(queue, { batchSize: 1, includeMetadata: true, priority: false, db } as never)
  if (failed !== undefined) throw failed
  return (jobs[0] as Job | undefined) ?? null
}
