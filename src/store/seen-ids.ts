import type { Connection } from './open-database.ts'

/** Where an id was met, and how that is told. */
export type Met = { readonly file: string; readonly place: string }

/** The ids that one run came upon, with the place of each: on disk, so that memory stays flat whatever their number. */
export type SeenIds = {
  /** Notes an id; the place where it was noted first, or null where it is new. */
  readonly note: (id: string, at: Met) => string | null
  readonly has: (id: string) => boolean
}

/**
 * An empty list of ids, in the connection's temporary database; or, where `stands` is given, the list of the looks before, of which those ids count whose files stand as they were:
 * what another file holds now has left its old one, or will be told of when that one's turn comes.
 */
export const seenIds = (db: Connection, stands?: (file: string) => boolean): SeenIds => {
  db.pragma('temp.journal_mode = OFF')
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, look INTEGER NOT NULL, file TEXT NOT NULL, place TEXT NOT NULL) WITHOUT ROWID',
  )
  if (stands === undefined) db.exec('DELETE FROM temp.seen')
  const look = Number(db.prepare('SELECT coalesce(max(look), 0) + 1 FROM temp.seen').pluck().get())
  const add = db.prepare('INSERT INTO temp.seen (id, look, file, place) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const move = db.prepare('UPDATE temp.seen SET look = ?, file = ?, place = ? WHERE id = ?')
  const find = db.prepare<[string], Met & { readonly look: number }>('SELECT look, file, place FROM temp.seen WHERE id = ?')
  return {
    note: (id, { file, place }) => {
      if (add.run(id, look, file, place).changes === 1) return null
      const first = find.get(id)
      if (first === undefined || first.look === look || stands?.(first.file)) return first?.place ?? place
      move.run(look, file, place, id)
      return null
    },
    has: (id) => find.get(id) !== undefined,
  }
}
