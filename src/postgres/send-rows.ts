import type { Client } from './connect.ts'
import { insertRows } from './insert-rows.ts'
import { linkCopies } from './link-copies.ts'
import { type ArticleRows, OF_EVENT, type Row, toPostgres } from './rows.ts'
import { SCHEMA } from './schema.ts'

const without = (row: Row, column: string): Row => {
  const { [column]: _, ...rest } = row
  return rest
}

/** Fresh numbers for rows that others refer to. */
const numbersFor = async (client: Client, table: string, count: number): Promise<readonly number[]> => {
  if (count === 0) return []
  const { rows } = await client.query<{ key: number }>(
    `SELECT nextval(pg_get_serial_sequence('${SCHEMA}."${table}"', 'key')) AS key FROM generate_series(1, $1)`,
    [count],
  )
  return rows.map(({ key }) => key)
}

/**
 * Writes articles with all that was found in them, each in place of what was there of it, inside the transaction of `client`; the runs that they name must be
 * there. The last thing it does is to link near-copies, one transaction at a time: commit soon after it.
 */
export const sendRows = async (client: Client, rows: ArticleRows): Promise<void> => {
  if (rows.articles.length === 0) return
  // In one order everywhere, so that two that write the same articles wait for each other, and not both.
  const articles = rows.articles.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  const columns = Object.keys(articles[0] as Row).filter((name) => name !== 'key' && name !== 'id')
  const kept = await insertRows(
    client,
    'articles',
    articles.map((row) => without(row, 'key')),
    `ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`,
    'RETURNING key, id, xmax <> 0 AS old',
  )
  const byId = new Map(kept.map((row) => [row.id as string, Number(row.key)]))
  const articleKeys = new Map(articles.map(({ key, id }) => [key, byId.get(String(toPostgres(id as string))) as number]))
  const old = kept.filter((row) => row.old).map((row) => Number(row.key))
  if (old.length > 0)
    for (const table of ['events', 'rejections', 'sentences'])
      await client.query(`DELETE FROM ${SCHEMA}.${table} WHERE article = ANY ($1)`, [old])
  const fresh = await numbersFor(client, 'events', rows.events.length)
  const eventKeys = new Map(rows.events.map(({ key }, i) => [key, fresh[i] as number]))
  const inArticle = (row: Row): Row => ({ ...row, article: articleKeys.get(row.article as number) as number })
  await insertRows(client, 'sentences', rows.sentences.map(inArticle))
  await insertRows(
    client,
    'events',
    rows.events.map((row) => ({ ...inArticle(row), key: eventKeys.get(row.key as number) as number })),
  )
  await insertRows(
    client,
    'rejections',
    rows.rejections.map((row) => without(inArticle(row), 'key')),
  )
  for (const table of OF_EVENT)
    await insertRows(
      client,
      table,
      rows[table].map((row) => ({ ...row, event: eventKeys.get(row.event as number) as number })),
    )
  await linkCopies(client, [...articleKeys.values()], rows.bands.map(inArticle) as never)
}
