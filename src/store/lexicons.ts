import { createHash } from 'node:crypto'
import type { Settings } from './article-hash.ts'
import type { Connection } from './open-database.ts'

/** The row beside a lexicon's entries that holds the hash of them all; no entry is called so, they have a slash. */
const ALL = 'digest'

/** The hash of all entries of a lexicon, by which a change to one of them is found. */
export const digestOfEntries = (entries: ReadonlyMap<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 32)

/** The lexicons that runs used, entry by entry. */
export type Lexicons = {
  /** Notes a lexicon's entries where they are not noted yet. */
  readonly note: (lexicon: string, entries: Settings['entries']) => void
  readonly entries: (lexicon: string) => ReadonlyMap<string, string>
  /** What was noted as the hash of all its entries; undefined where none were. */
  readonly digest: (lexicon: string) => string | undefined
}

export const lexiconsOf = (db: Connection): Lexicons => {
  const known = db.prepare<[string], number>('SELECT 1 FROM entries WHERE lexicon = ? LIMIT 1').pluck()
  const list = db.prepare<[string], [string, string]>(`SELECT id, hash FROM entries WHERE lexicon = ? AND id <> '${ALL}' ORDER BY id`).raw()
  const one = db.prepare<[string, string], string>('SELECT hash FROM entries WHERE lexicon = ? AND id = ?').pluck()
  return {
    note: (lexicon, entries) => {
      if (entries === undefined || known.get(lexicon) !== undefined) return
      const add = db.prepare('INSERT INTO entries (lexicon, id, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      const all = entries()
      db.transaction(() => {
        for (const [id, hash] of all) add.run(lexicon, id, hash)
        if (all.size > 0) add.run(lexicon, ALL, digestOfEntries(all))
      }).immediate()
    },
    entries: (lexicon) => new Map(list.all(lexicon)),
    digest: (lexicon) => one.get(lexicon, ALL),
  }
}
