import { notedBands } from './noted-bands.ts'
import type { Connection } from './open-database.ts'
import { BANDS, textBands } from './text-bands.ts'
import { unions } from './unions.ts'

/** Keeps the clusters of near-copies: articles that share a band, directly or over others. */
export type Copies = {
  /** Takes in what was stored of an article: the hash of what was read and the bands of its text. A new one is linked with many others, by `link`. */
  readonly note: (article: number, hash: string, bands: readonly number[]) => void
  /** Takes articles out, before they are deleted. */
  readonly unlink: (articles: readonly number[]) => void
  /** Whether articles are stored that are not linked yet: noted ones, or those of a run that was killed. */
  readonly pending: () => boolean
  /** Links all articles that are not linked yet. To be called inside a transaction. */
  readonly link: () => void
}

/** So many articles are linked at once: the more, the fewer pages of the index an article costs; what is noted of one takes a tenth of a kilobyte until then. */
const MOST = 16_384

type Pair = readonly [number, number]

/**
 * The keeper of near-copies. The clusters are what the articles make of them, in whatever order they came: those that share a band are of one cluster.
 *
 * New articles are linked many at a time, their bands sorted: the index is gone through from end to end once for all of them instead of being asked all over for each,
 * so that an article costs the same among many as among few, and no large part of the index is held in memory. Articles get their keys in rising order and are linked
 * in that order: those above the last one that has bands are still to be linked, whoever stored them, and what was noted of them only saves to reckon their bands again.
 */
export const copiesOf = (db: Connection): Copies => {
  const lastLinked = db.prepare<[], number>('SELECT coalesce(max(article), 0) FROM bands').pluck()
  const unlinked = db.prepare<[number, number], { key: number; hash: string }>(
    'SELECT key, hash FROM articles WHERE key > ? ORDER BY key LIMIT ?',
  )
  const textOf = db.prepare<[number], string>('SELECT text FROM articles WHERE key = ?').pluck()
  const bandsOf = db.prepare<[number], number>('SELECT hash FROM bands WHERE article = ? ORDER BY ordinal').pluck()
  const forget = db.prepare('DELETE FROM bands WHERE article = ?')
  const insert = db.prepare('INSERT INTO bands (article, ordinal, hash) VALUES (?, ?, ?)')
  const mate = db.prepare<[number, number], number>('SELECT article FROM bands WHERE hash = ? AND article <> ? LIMIT 1').pluck()
  const clusterOf = db.prepare<[number], number>('SELECT cluster FROM clusters WHERE article = ?').pluck()
  const members = db.prepare<[number], number>('SELECT article FROM clusters WHERE cluster = ? ORDER BY article').pluck()
  const size = db.prepare<[number], number>('SELECT count(*) FROM clusters WHERE cluster = ?').pluck()
  const put = db.prepare('INSERT INTO clusters (article, cluster) VALUES (?, ?)')
  const merge = db.prepare('UPDATE clusters SET cluster = ? WHERE cluster = ?')
  const dissolve = db.prepare('DELETE FROM clusters WHERE cluster = ?')
  const noted = notedBands(MOST)

  /** Makes one cluster of articles that share a band and of the clusters that they are of; of clusters that turn out to be one the largest keeps its name. */
  const unite = (pairs: Iterable<Pair>): void => {
    const groups = unions()
    const nodeOf = (article: number): number => -(clusterOf.get(article) ?? -article)
    for (const [a, b] of pairs) groups.unite(nodeOf(a), nodeOf(b))
    for (const group of groups.all()) {
      const loose = group.filter((node) => node > 0)
      const clusters = group.flatMap((node) => (node < 0 ? [-node] : []))
      const [kept = loose.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), ...others] =
        clusters.length < 2 ? clusters : bySize(clusters)
      for (const other of others) merge.run(kept, other)
      for (const one of loose) put.run(one, kept)
    }
  }
  const bySize = (clusters: readonly number[]): readonly number[] => {
    const sizes = new Map(clusters.map((cluster) => [cluster, size.get(cluster) ?? 0]))
    return clusters.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
  }
  const matesOf = (article: number): readonly Pair[] =>
    bandsOf.all(article).flatMap((hash) => {
      const found = mate.get(hash, article)
      return found === undefined ? [] : [[article, found] as const]
    })
  /** What is left of their clusters may fall apart: all of it is linked anew. */
  const leave = (articles: readonly number[]): void => {
    const clusters = new Set(articles.flatMap((article) => clusterOf.get(article) ?? []))
    const left = new Set([...clusters].flatMap((cluster) => members.all(cluster)))
    for (const article of articles) {
      left.delete(article)
      forget.run(article)
    }
    for (const cluster of clusters) dissolve.run(cluster)
    unite([...left].flatMap(matesOf))
  }
  /** Takes the bands of articles in, all bands in rising order; gives each article that has one in common with an earlier one, with that one. */
  function* linked(articles: readonly { readonly key: number; readonly hash: string }[]): Generator<Pair> {
    const hashes = new Float64Array(articles.length * BANDS)
    for (const [i, { key, hash }] of articles.entries()) hashes.set(noted.of(key, hash) ?? textBands(textOf.get(key) ?? ''), i * BANDS)
    const order = Uint32Array.from(hashes, (_, i) => i).sort((a, b) => (hashes[a] as number) - (hashes[b] as number) || a - b)
    let last: number | null = null
    let first = 0
    for (const at of order) {
      const hash = hashes[at] as number
      const article = (articles[Math.floor(at / BANDS)] as { readonly key: number }).key
      if (hash !== last) first = mate.get(hash, article) ?? article
      last = hash
      if (first !== article) yield [article, first]
      insert.run(article, at % BANDS, hash)
    }
  }
  const link = (): void => {
    for (let some = unlinked.all(lastLinked.get() ?? 0, MOST); some.length > 0; some = unlinked.all(some.at(-1)?.key ?? 0, MOST))
      unite(linked(some))
    noted.clear()
  }
  return {
    note: (article, hash, bands) => {
      const before = bandsOf.all(article)
      if (before.length === 0) {
        noted.add(article, hash, bands)
        if (noted.size() >= MOST) link()
      } else if (before.length !== bands.length || before.some((band, i) => band !== bands[i])) {
        leave([article])
        for (const [i, band] of bands.entries()) insert.run(article, i, band)
        unite(matesOf(article))
      }
    },
    unlink: leave,
    pending: () => unlinked.get(lastLinked.get() ?? 0, 1) !== undefined,
    link,
  }
}
