import { connect, type Postgres } from '../postgres/connect.ts'
import { insertRows } from '../postgres/insert-rows.ts'
import type { Row } from '../postgres/rows.ts'
import { createSchema } from '../postgres/schema.ts'
import { runId, type Settings } from '../store/index.ts'
import { lexiconsOf } from '../store/lexicons.ts'
import { openDatabase } from '../store/open-database.ts'
import { type Boss, deadOf, loadBoss, openBoss, QUEUE, queueOf } from './boss.ts'

/** How long a worker may be silent before its jobs go to others, in seconds, unless the queue is made otherwise; it is heard from three times as often. */
const PATIENCE = 30
// A job that took so many workers with it is a dead letter.
const TRIES = 5

/** The rows of `runs` and `entries` that these settings make. */
export const settingRows = (settings: Settings): { readonly run: Row; readonly entries: readonly Row[] } => {
  const db = openDatabase(':memory:', { readonly: false, timeout: 0 })
  try {
    lexiconsOf(db).note(settings.lexicon, settings.entries)
    const { version, lexicon, model, options } = settings
    return {
      run: { id: runId(settings), version, lexicon, model, options: JSON.stringify(options) },
      entries: db.prepare<[], Row>('SELECT * FROM entries ORDER BY id').all(),
    }
  } finally {
    db.close()
  }
}

/** Beside pg-boss's tables: which articles are still to be done, and as what. A worker writes what is wanted, and it is wanted no more. */
const WANTED = `CREATE TABLE IF NOT EXISTS ${QUEUE}.wanted (article text COLLATE "C" PRIMARY KEY, hash text NOT NULL, run text NOT NULL)`

const isThere = async (postgres: Postgres, run: string): Promise<boolean> => {
  const [there] = await postgres.query<{ wanted: string | null }>('SELECT to_regclass($1) AS wanted', [`${QUEUE}.wanted`])
  if (there?.wanted == null) return false
  const rows = await postgres.query(`SELECT 1 FROM ${QUEUE}.queue JOIN annalist.runs ON id = $2 WHERE name = $1`, [queueOf(run), run])
  return rows.length > 0
}

/** Makes tables and the queue of these settings where they are not there; as their owner then. */
const create = async (postgres: Postgres, settings: Settings, patience: number): Promise<Boss> => {
  const run = runId(settings)
  await createSchema(postgres)
  if (await isThere(postgres, run)) return openBoss(postgres, { create: false })
  const boss = await openBoss(postgres, { create: true })
  const rows = settingRows(settings)
  await postgres.transaction(async (client) => {
    await client.query(WANTED)
    await insertRows(client, 'runs', [rows.run], 'ON CONFLICT DO NOTHING')
    await insertRows(client, 'entries', rows.entries, 'ON CONFLICT DO NOTHING')
  })
  // Nothing waits too long: what is enqueued is wanted until it is done or purged.
  const kept = { retentionDays: 36_500 }
  await boss.createQueue(deadOf(run), { name: deadOf(run), policy: 'standard', ...kept } as never)
  await boss.createQueue(queueOf(run), {
    name: queueOf(run),
    policy: 'standard',
    retryLimit: TRIES - 1,
    expireInSeconds: patience,
    deadLetter: deadOf(run),
    ...kept,
  } as never)
  // So that the next job and the expired ones are found as fast among a million as among ten.
  const [queue] = await postgres.query<{ name: string }>(`SELECT partition_name AS name FROM ${QUEUE}.queue WHERE name = $1`, [
    queueOf(run),
  ])
  for (const [name, what] of [
    ['next', "(created_on, id) WHERE state < 'active'"],
    ['late', "(started_on) WHERE state = 'active'"],
  ])
    await postgres.query(`CREATE INDEX IF NOT EXISTS "${queue?.name}_${name}" ON ${QUEUE}."${queue?.name}" ${what}`)
  return boss
}

/** An open queue: of these settings, on this server. */
export type Queue = { readonly postgres: Postgres; readonly boss: Boss; readonly run: string; readonly close: () => Promise<void> }

const open = async (
  address: string,
  settings: Settings,
  connections: number,
  bossOf: (postgres: Postgres) => Promise<Boss>,
): Promise<Queue> => {
  // First what is to be installed, then what is to be reached.
  await loadBoss()
  const postgres = await connect(address, connections)
  try {
    return { postgres, boss: await bossOf(postgres), run: runId(settings), close: postgres.close }
  } catch (error) {
    await postgres.close()
    throw error
  }
}

/** Opens the queue of these settings, making it where there is none. Throws `StoreError`. */
export const createQueue = (address: string, settings: Settings, patience = PATIENCE): Promise<Queue> =>
  open(address, settings, 4, (postgres) => create(postgres, settings, patience))

/** Opens the queue of these settings to work on it; nothing is made. Throws `StoreError`. */
export const openQueue = (address: string, settings: Settings, connections: number): Promise<Queue> =>
  open(address, settings, connections, (postgres) => openBoss(postgres, { create: false }))
