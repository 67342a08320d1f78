import type { Connection } from './open-database.ts'

export type Count = { readonly name: string; readonly count: number }

/** What a database holds. `roots` and `statuses` count events, `reasons` rejections, each by falling number or, for roots, by code. */
export type Totals = {
  readonly articles: number
  readonly sentences: number
  readonly events: number
  readonly rejections: number
  readonly quarantined: number
  readonly roots: readonly Count[]
  readonly statuses: readonly Count[]
  readonly reasons: readonly Count[]
}

/** Counts what a database holds. */
export const countTotals = (db: Connection): Totals => {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const counts = (table: string, column: string, order: string): readonly Count[] =>
    db.prepare<[], Count>(`SELECT ${column} AS name, count(*) AS count FROM ${table} GROUP BY ${column} ORDER BY ${order}, name`).all()
  return {
    articles: count('articles'),
    sentences: count('sentences'),
    events: count('events'),
    rejections: count('rejections'),
    quarantined: count('quarantine'),
    roots: counts('events', 'root', 'name'),
    statuses: counts('events', 'status', 'count DESC'),
    reasons: counts('rejections', 'reason', 'count DESC'),
  }
}
