import type { Settings } from './article-hash.ts'
import type { Connection } from './open-database.ts'

/** The lexicons that runs used, entry by entry. */
export type Lexicons = {
  /** Notes a lexicon's entries where they are not noted yet. */
  readonly note: (lexicon: string, entries: Settings['entries']) => void
  readonly entries: (lexicon: string) => ReadonlyMap<string, string>
}

export const lexiconsOf = (db: Connection): Lexicons => {
  const known = db.prepare<[string], number>('SELECT 1 FROM entries WHERE lexicon = ? LIMIT 1').pluck()
  const list = db.prepare<[string], [string, string]>('SELECT id, hash FROM entries WHERE lexicon = ? ORDER BY id').raw()
  return {
    note: (lexicon, entries) => {
      if (entries === undefined || known.get(lexicon) !== undefined) return
      const add = db.prepare('INSERT INTO entries (lexicon, id, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      db.transaction(() => {
        for (const [id, hash] of entries()) add.run(lexicon, id, hash)
      }).immediate()
    },
    entries: (lexicon) => new Map(list.all(lexicon)),
  }
}
