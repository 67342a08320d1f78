import type { Connection } from './open-database.ts'

/** Keeps the clusters of near-copies: articles that share a band, directly or over others. */
export type Copies = {
  /** Takes an article with the bands of its text in, in place of what was known of it. */
  readonly link: (article: number, bands: readonly number[]) => void
  /** Takes an article out, before it is deleted. */
  readonly unlink: (article: number) => void
}

/**
 * The keeper of near-copies. The clusters are what the articles make of them, in whatever order they came: those that share a band are of one cluster. An article costs a
 * look-up and a row for each of its bands; two clusters that turn out to be one cost the smaller of them.
 */
export const copiesOf = (db: Connection): Copies => {
  const bandsOf = db.prepare<[number], number>('SELECT hash FROM bands WHERE article = ? ORDER BY ordinal').pluck()
  const forget = db.prepare('DELETE FROM bands WHERE article = ?')
  const note = db.prepare('INSERT INTO bands (article, ordinal, hash) VALUES (?, ?, ?)')
  const mate = db.prepare<[number, number], number>('SELECT article FROM bands WHERE hash = ? AND article <> ? LIMIT 1').pluck()
  const clusterOf = db.prepare<[number], number>('SELECT cluster FROM clusters WHERE article = ?').pluck()
  const members = db.prepare<[number], number>('SELECT article FROM clusters WHERE cluster = ? ORDER BY article').pluck()
  const size = db.prepare<[number], number>('SELECT count(*) FROM clusters WHERE cluster = ?').pluck()
  const put = db.prepare(
    'INSERT INTO clusters (article, cluster) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET cluster = excluded.cluster',
  )
  const merge = db.prepare('UPDATE clusters SET cluster = ? WHERE cluster = ?')
  const dissolve = db.prepare('DELETE FROM clusters WHERE cluster = ?')

  const join = (article: number, bands: readonly number[]): void => {
    const mates = new Set<number>()
    for (const hash of bands) {
      const found = mate.get(hash, article)
      if (found !== undefined) mates.add(found)
    }
    if (mates.size === 0) return
    const all = [article, ...mates]
    const clusters = [...new Set(all.flatMap((one) => clusterOf.get(one) ?? []))]
    const [kept = article, ...others] =
      clusters.length < 2
        ? clusters
        : clusters
            .map((cluster) => ({ cluster, size: size.get(cluster) ?? 0 }))
            .toSorted((a, b) => b.size - a.size)
            .map((c) => c.cluster)
    for (const other of others) merge.run(kept, other)
    for (const one of all) if (clusterOf.get(one) !== kept) put.run(one, kept)
  }
  const leave = (article: number): void => {
    const cluster = clusterOf.get(article)
    forget.run(article)
    if (cluster === undefined) return
    const others = members.all(cluster).filter((one) => one !== article)
    dissolve.run(cluster)
    for (const one of others) join(one, bandsOf.all(one))
  }
  return {
    link: (article, bands) => {
      const before = bandsOf.all(article)
      if (before.length === bands.length && before.every((hash, i) => hash === bands[i])) return
      if (before.length > 0) leave(article)
      for (const [i, hash] of bands.entries()) note.run(article, i, hash)
      join(article, bands)
    },
    unlink: leave,
  }
}
