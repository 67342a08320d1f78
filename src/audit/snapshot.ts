import type { Connection } from '../store/open-database.ts'
import { bandsOf } from './index/choose.ts'
import type { Columns } from './index/columns.ts'
import { loadColumns } from './index/load-columns.ts'
import { type Order, orderRows, SORTS, type Sort } from './index/order.ts'
import { openSearchIndex, type SearchIndex } from './index/search-index.ts'

/** One state of the database, indexed for browsing. */
export type Snapshot = {
  /** Grows with every state that was loaded. */
  readonly revision: number
  readonly columns: Columns
  readonly bands: Uint8Array
  readonly orders: Readonly<Record<Sort, Order>>
  readonly search: SearchIndex
  readonly articles: number
  readonly rejections: number
}

const load = (db: Connection, path: string, revision: number, say: (text: string) => void): Snapshot => {
  const columns = loadColumns(db)
  return {
    revision,
    columns,
    bands: bandsOf(columns),
    orders: Object.fromEntries(SORTS.map((sort) => [sort, orderRows(columns, sort)])) as Record<Sort, Order>,
    search: openSearchIndex(db, path, columns, say),
    articles: Number(db.prepare('SELECT count(*) FROM articles').pluck().get()),
    rejections: Number(db.prepare('SELECT count(*) FROM rejections').pluck().get()),
  }
}

/**
 * Makes the function that gives the newest state of a database, the first numbered `first`. When another program has written to it (a rebuild beside the audit), it is loaded again, but
 * not while loading would take more than a tenth of the time.
 */
export const snapshotOf = (
  db: Connection,
  path: string,
  first: number,
  say: (text: string) => void,
  clock: () => number = () => performance.now(),
) => {
  const version = (): number => Number(db.pragma('data_version', { simple: true }))
  const loadNow = (
    revision: number,
  ): { readonly version: number; readonly at: number; readonly took: number; readonly snapshot: Snapshot } => {
    const start = clock()
    const seen = version()
    const snapshot = db.transaction(() => load(db, path, revision, say))()
    const end = clock()
    return { version: seen, at: end, took: end - start, snapshot }
  }
  let current = loadNow(first)
  return (): Snapshot => {
    if (version() !== current.version && clock() - current.at > 10 * current.took) {
      current.snapshot.search.close()
      current = loadNow(current.snapshot.revision + 1)
    }
    return current.snapshot
  }
}
