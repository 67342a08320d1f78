import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { Connection } from '../../store/open-database.ts'
import type { Columns } from './columns.ts'

/** Finds events by the words of their sentence and of their article's title. */
export type SearchIndex = {
  /** 1 for each row whose words fit, in the columns that the index was opened for. @throws SearchError when the words are no query */
  readonly find: (words: string) => Uint8Array
  readonly close: () => void
}

/** Words that can't be searched for. */
export class SearchError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SearchError'
  }
}

/**
 * Opens the full-text index of a database: an FTS5 file of our own beside it, as the audit never writes to the database itself; in the system's folder
 * for temporary files where the database's folder may not be written. It is built anew when the database has changed (about ten seconds a million events).
 */
export const openSearchIndex = (db: Connection, path: string, columns: Columns, say: (text: string) => void): SearchIndex => {
  const index = path === ':memory:' ? new Database(':memory:') : openFile(path)
  const stamp = stampOf(path, columns)
  if (readStamp(index) !== stamp) {
    if (columns.size > 100_000)
      say(`indexing the sentences of ${columns.size.toLocaleString('en')} events for search (once for each state of the database)`)
    build(index, db, columns, stamp)
  }
  const match = index.prepare<[string], string | null>("SELECT group_concat(rowid, ' ') FROM sentences WHERE sentences MATCH ?").pluck()
  return {
    find: (words) => {
      try {
        return markRows(match.get(queryOf(words)) ?? '', columns.size)
      } catch (error) {
        if (error instanceof SearchError) throw error
        throw new SearchError(`“${words}” can't be searched for: write words, "words in a row", or wor*`)
      }
    },
    close: () => index.close(),
  }
}

const openFile = (path: string): Connection => {
  const file = resolve(path)
  const elsewhere = join(tmpdir(), `annalist-${createHash('sha256').update(file).digest('hex').slice(0, 16)}.search`)
  for (const place of [`${file}.search`, elsewhere]) {
    try {
      return openScratch(place)
    } catch {
      // The folder may not be written: the next place.
    }
  }
  return new Database(':memory:')
}

/** A file that can be made anew at any time: no need to wait for the disk. One that is damaged is emptied. */
const openScratch = (place: string): Connection => {
  const index = new Database(place)
  try {
    index.pragma('journal_mode = MEMORY')
    index.pragma('synchronous = OFF')
    index.exec('CREATE TABLE IF NOT EXISTS stamp (value TEXT NOT NULL) STRICT')
    return index
  } catch (error) {
    index.close()
    throw error
  }
}

const readStamp = (index: Connection): string | null => {
  try {
    return (index.prepare('SELECT value FROM stamp').pluck().get() as string | undefined) ?? null
  } catch {
    return null
  }
}

/** What tells one state of a database from another. */
const stampOf = (path: string, columns: Columns): string => {
  const of = (file: string): string => {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
    return stat === undefined ? '' : `${stat.size} ${stat.mtimeNs}`
  }
  const last = columns.keys[columns.size - 1] ?? 0
  return ['3', of(path), of(`${path}-wal`), columns.size, last].join(' ')
}

const SENTENCES = `SELECT sentences.text, articles.title FROM events
JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence
JOIN articles ON articles.key = events.article ORDER BY events.key`

/** Indexes one document an event, under the number of its row. */
const build = (index: Connection, db: Connection, columns: Columns, stamp: string): void => {
  index.transaction(() => {
    index.exec(`DROP TABLE IF EXISTS sentences; DROP TABLE IF EXISTS stamp;
      CREATE TABLE stamp (value TEXT NOT NULL) STRICT;
      CREATE VIRTUAL TABLE sentences USING fts5(text, title, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2")`)
    const insert = index.prepare('INSERT INTO sentences (rowid, text, title) VALUES (?, ?, ?)')
    let row = 0
    for (const [text, title] of db.prepare<[], [string, string | null]>(SENTENCES).raw().iterate())
      if (row < columns.size) insert.run(++row, text, title)
    index.prepare('INSERT INTO stamp VALUES (?)').run(stamp)
  })()
}

/** What a person types as a query of FTS5: every word must be there, "in a row" in quotes, `wor*` for a beginning. Nothing of it is FTS5's own syntax. */
export const queryOf = (words: string): string => {
  const parts = [...words.matchAll(/"([^"]*)"?|([^\s"]+)/g)].flatMap(([, phrase, word]) => {
    const text = (phrase ?? word ?? '').replace(/\*+$/, '')
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    return `"${text.replaceAll('"', '""')}"${/\*$/.test(phrase ?? word ?? '') ? ' *' : ''}`
  })
  if (parts.length === 0) throw new SearchError(`“${words}” holds no word to search for`)
  return parts.join(' ')
}

/** Reads "3 17 204": faster by far than a row a number. */
const markRows = (text: string, size: number): Uint8Array => {
  const found = new Uint8Array(size)
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 32) {
      found[number - 1] = 1
      number = 0
    } else number = number * 10 + code - 48
  }
  if (number > 0) found[number - 1] = 1
  return found
}
