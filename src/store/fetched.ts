import type { Connection } from './open-database.ts'

/** What a server said of a page's version, to ask it next time for what is newer only (RFC 9110 §8.8). */
export type Validators = { readonly etag: string | null; readonly modified: string | null }

/** The pages that were fetched and taken in. */
export type Fetched = {
  readonly validators: (url: string) => Validators | null
  readonly note: (url: string, validators: Validators) => void
  readonly clear: () => void
}

export const fetchedOf = (db: Connection): Fetched => {
  const find = db.prepare<[string], Validators>('SELECT etag, modified FROM fetched WHERE url = ?')
  const put = db.prepare(
    'INSERT INTO fetched (url, etag, modified) VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified',
  )
  return {
    clear: () => void db.prepare('DELETE FROM fetched').run(),
    validators: (url) => find.get(url) ?? null,
    note: (url, { etag, modified }) => void put.run(url, etag, modified),
  }
}
