import type pg from 'pg'
import { StoreError } from '../store/index.ts'
import { postgresError } from './postgres-error.ts'

/** One connection of a pool, taken out of it. */
export type Client = pg.PoolClient

/** A PostgreSQL server's database. Every method throws `StoreError`s that tell nothing secret. */
export type Postgres = {
  readonly address: string
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** Runs work in one transaction: all of it is there, or nothing. */
  readonly transaction: <Out>(work: (client: Client) => Promise<Out>, begin?: string) => Promise<Out>
  readonly close: () => Promise<void>
}

/** Loads a peer that is installed only where PostgreSQL is used. Throws a `StoreError` that says what to install. */
export const loadPeer = async <Module>(load: () => Promise<Module>, name: 'pg' | 'pg-boss'): Promise<Module> => {
  try {
    return await load()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new StoreError(
        'missing',
        `${name === 'pg' ? 'a database of PostgreSQL' : 'the queue'} needs the package ${name}, which is not installed`,
        `npm install pg@8${name === 'pg' ? '' : ' pg-boss@10'} (beside annalist; with -g where annalist is installed so)`,
      )
    throw error
  }
}

const INT8 = 20

/** The driver takes the weaker modes for the strictest, and warns of it at length: they are asked for as what they are. */
const strict = (address: string): string => address.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full')

/**
 * Opens a pool of connections to `address` (`postgres://user@host:port/database?sslmode=verify-full&sslrootcert=FILE …`); what the address leaves out comes from
 * PGPASSWORD, PGSSLMODE and their like. Nothing is connected before it is asked.
 */
export const connect = async (address: string, most = 4): Promise<Postgres> => {
  const { default: driver } = await loadPeer(() => import('pg'), 'pg')
  let pool: pg.Pool
  try {
    pool = new driver.Pool({
      connectionString: strict(address),
      max: most,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'annalist',
      types: {
        // Keys, offsets and bands are whole numbers that JavaScript holds exactly.
        getTypeParser: ((oid: number, format: 'text') => (oid === INT8 ? Number : driver.types.getTypeParser(oid, format))) as never,
      },
    })
  } catch (error) {
    throw postgresError(address, error)
  }
  // A connection that breaks while nobody uses it is replaced when the next is asked for.
  pool.on('error', () => {})
  const guard = async <Out>(work: () => Promise<Out>): Promise<Out> => {
    try {
      return await work()
    } catch (error) {
      throw postgresError(address, error)
    }
  }
  return {
    address,
    query: (sql, values) => guard(async () => (await pool.query(sql, values && [...values])).rows),
    transaction: (work, begin = 'BEGIN') =>
      guard(async () => {
        const client = await pool.connect()
        let broken: Error | undefined
        const lost = (error: Error): void => {
          broken = error
        }
        client.on('error', lost)
        try {
          await client.query(begin)
          const out = await work(client)
          await client.query('COMMIT')
          return out
        } catch (error) {
          await client.query('ROLLBACK').catch(lost)
          throw error
        } finally {
          client.off('error', lost)
          client.release(broken)
        }
      }),
    close: () => pool.end(),
  }
}
