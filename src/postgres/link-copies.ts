import { unions } from '../store/unions.ts'
import type { Client } from './connect.ts'
import { insertRows } from './insert-rows.ts'
import { SCHEMA } from './schema.ts'

type Band = { readonly article: number; readonly ordinal: number; readonly hash: number }

// Any numbers will do that no one else takes: "anna" and a count.
const LINKING = [0x616e6e61, 2] as const

/**
 * Takes articles with the bands of their texts in, in place of what was known of them: those that share a band are of one cluster, as `copiesOf` keeps them in
 * SQLite. One transaction does so at a time, until its commit: two that don't see each other's articles would not find that these are alike.
 */
export const linkCopies = async (client: Client, articles: readonly number[], bands: readonly Band[]): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock($1, $2)', [...LINKING])
  const same = await unchanged(client, articles, bands)
  const changed = articles.filter((article) => !same.has(article))
  if (changed.length === 0) return
  const news = bands.filter(({ article }) => !same.has(article))
  // A cluster that loses an article may fall apart: all of it is linked anew.
  const { rows: loose } = await client.query<{ article: number }>(
    `WITH touched AS (SELECT DISTINCT cluster FROM ${SCHEMA}.clusters WHERE article = ANY ($1))
     DELETE FROM ${SCHEMA}.clusters WHERE cluster IN (SELECT cluster FROM touched) RETURNING article`,
    [changed],
  )
  await client.query(`DELETE FROM ${SCHEMA}.bands WHERE article = ANY ($1)`, [changed])
  await insertRows(client, 'bands', news)
  await join(client, [...new Set([...changed, ...loose.map(({ article }) => article)])])
}

/** The articles whose bands are there already as they are. */
const unchanged = async (client: Client, articles: readonly number[], bands: readonly Band[]): Promise<ReadonlySet<number>> => {
  const { rows } = await client.query<{ article: number; hashes: string }>(
    `SELECT article, string_agg(hash::text, ' ' ORDER BY ordinal) AS hashes FROM ${SCHEMA}.bands WHERE article = ANY ($1) GROUP BY article`,
    [articles],
  )
  if (rows.length === 0) return new Set()
  const now = new Map<number, string[]>()
  for (const { article, hash } of bands.toSorted((a, b) => a.ordinal - b.ordinal))
    now.set(article, [...(now.get(article) ?? []), String(hash)])
  return new Set(rows.filter(({ article, hashes }) => now.get(article)?.join(' ') === hashes).map(({ article }) => article))
}

/** Puts articles that are in no cluster into those of the articles that they share a band with. All others that share a band are of one cluster by now: one of them will do. */
const join = async (client: Client, articles: readonly number[]): Promise<void> => {
  const { rows } = await client.query<{ article: number; hash: number; mate: number | null }>(
    `SELECT own.article, own.hash,
       (SELECT other.article FROM ${SCHEMA}.bands AS other WHERE other.hash = own.hash AND other.article <> ALL ($1) LIMIT 1) AS mate
     FROM ${SCHEMA}.bands AS own WHERE own.article = ANY ($1)`,
    [articles],
  )
  const groups = unions()
  const byHash = new Map<number, number>()
  for (const { article, hash, mate } of rows) {
    if (mate !== null) groups.unite(article, mate)
    groups.unite(article, byHash.get(hash) ?? article)
    byHash.set(hash, article)
  }
  const members = groups.all().filter((group) => group.length > 1)
  if (members.length === 0) return
  const { rows: known } = await client.query<{ article: number; cluster: number }>(
    `SELECT article, cluster FROM ${SCHEMA}.clusters WHERE article = ANY ($1)`,
    [members.flat()],
  )
  const clusterOf = new Map(known.map(({ article, cluster }) => [article, cluster]))
  // Groups that touch one cluster are one.
  for (const group of members) for (const one of group) groups.unite(one, -(clusterOf.get(one) ?? -one))
  for (const group of groups.all()) {
    const own = group.filter((one) => one > 0)
    if (own.length + group.filter((one) => one < 0).length < 2) continue
    const [kept = Math.min(...own), ...others] = group.flatMap((one) => (one < 0 ? [-one] : [])).toSorted((a, b) => a - b)
    if (others.length > 0) await client.query(`UPDATE ${SCHEMA}.clusters SET cluster = $1 WHERE cluster = ANY ($2)`, [kept, others])
    await insertRows(
      client,
      'clusters',
      own.map((article) => ({ article, cluster: kept })),
      'ON CONFLICT (article) DO UPDATE SET cluster = excluded.cluster',
    )
  }
}
