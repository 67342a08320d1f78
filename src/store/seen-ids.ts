import type { Connection } from './open-database.ts'

/** The ids that one run came upon, with the place of each: on disk, so that memory stays flat whatever their number. */
export type SeenIds = {
  /** Notes an id; the place where it was noted first, or null where it is new. */
  readonly note: (id: string, place: string) => string | null
  readonly has: (id: string) => boolean
}

/** An empty list of ids, in the connection's temporary database. */
export const seenIds = (db: Connection): SeenIds => {
  db.pragma('temp.journal_mode = OFF')
  db.exec('CREATE TEMP TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID; DELETE FROM temp.seen')
  const add = db.prepare('INSERT INTO temp.seen (id, place) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const find = db.prepare<[string], string>('SELECT place FROM temp.seen WHERE id = ?').pluck()
  return {
    note: (id, place) => (add.run(id, place).changes === 1 ? null : (find.get(id) ?? place)),
    has: (id) => find.get(id) !== undefined,
  }
}
