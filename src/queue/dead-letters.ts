import type { Client, Postgres } from '../postgres/connect.ts'
import { type Item, type Packed, pack, unpack, wantedId } from './block.ts'
import { type Boss, QUEUE, queueOf, within } from './boss.ts'

const LETTERS = 100

type Letter = { readonly id: string; readonly name: string; readonly data: Packed }

/** Takes dead letters out, some in a transaction, and does something with each inside it. Gives how many there were. */
const takeLetters = async (
  postgres: Postgres,
  each: (client: Client, run: string, items: readonly Item[]) => Promise<void>,
): Promise<number> => {
  for (let count = 0; ; ) {
    const taken = await postgres.transaction(async (client) => {
      const { rows } = await client.query<Letter>(
        `DELETE FROM ${QUEUE}.job WHERE name LIKE 'dead-%' AND id IN (
           SELECT id FROM ${QUEUE}.job WHERE name LIKE 'dead-%' ORDER BY created_on, id LIMIT ${LETTERS} FOR UPDATE SKIP LOCKED
         ) RETURNING id, name, data`,
      )
      for (const { name, data } of rows) await each(client, name.replace('dead-', ''), unpack(data))
      return rows.length
    })
    if (taken === 0) return count
    count += taken
  }
}

/** Puts every dead letter back into its queue, an article a job. Gives how many there were. Throws `StoreError`. */
export const retryLetters = (postgres: Postgres, boss: Boss): Promise<number> =>
  takeLetters(postgres, async (client, run, items) => {
    await boss.insert(
      items.map((item) => ({ name: queueOf(run), data: pack([item]) })),
      within(client) as never,
    )
  })

/** Throws every dead letter away: its articles are not wanted any more. What the quarantine tells of them stays. Gives how many there were. Throws `StoreError`. */
export const purgeLetters = (postgres: Postgres): Promise<number> =>
  takeLetters(postgres, async (client, run, items) => {
    for (const item of items)
      await client.query(`DELETE FROM ${QUEUE}.wanted WHERE article = $1 AND hash = $2 AND run = $3`, [wantedId(item), item.hash, run])
  })

/** Empties the queue: nothing is wanted any more. What workers have in hand comes to nothing. Gives how many jobs there were. Throws `StoreError`. */
export const purgeQueue = (postgres: Postgres): Promise<number> =>
  postgres.transaction(async (client) => {
    await client.query(`DELETE FROM ${QUEUE}.wanted`)
    return (await client.query(`DELETE FROM ${QUEUE}.job WHERE state <> 'active'`)).rowCount ?? 0
  })
