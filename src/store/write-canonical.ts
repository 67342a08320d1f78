import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID, migrations } from './migrations.ts'
import { storeError } from './store-error.ts'

/** Tables that tell of the runs on one machine and their time, not of articles: they are left empty. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['sessions', 'fetched'])

/** The tables in which a key numbers rows, with what the rows are sorted by. */
const SORTED = {
  articles: 'id',
  events: '(SELECT fresh FROM temp.keys_of_articles WHERE old = article), ordinal',
  rejections: '(SELECT fresh FROM temp.keys_of_articles WHERE old = article), ordinal',
  quarantine: "file, coalesce(line, 0), coalesce(field, '')",
} as const

/** Columns whose value is the key of another table. */
const KEYS: Readonly<Record<string, string>> = { article: 'articles', event: 'events' }

/** What is left behind of tables that keep more than the articles of now need. */
const WHERE: Readonly<Record<string, string>> = {
  runs: 'WHERE id IN (SELECT run FROM source.articles)',
  entries: 'WHERE lexicon IN (SELECT lexicon FROM source.runs WHERE id IN (SELECT run FROM source.articles))',
}

const renumbered = (key: string, column: string): string => `(SELECT fresh FROM temp.keys_of_${key} WHERE old = ${column})`

/**
 * Writes what a database holds to a new file, the same bytes whatever the order in which it was filled: rows sorted, keys numbered anew, a fixed page size,
 * nothing of clock and machine. Throws `StoreError`.
 */
export const writeCanonical = (source: string, target: string): void => {
  const db = new Database(target)
  try {
    db.pragma('page_size = 4096')
    db.pragma("encoding = 'UTF-8'")
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma('secure_delete = ON')
    db.pragma('trusted_schema = OFF')
    db.transaction(() => {
      for (const step of migrations) db.exec(step)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${migrations.length}`)
    })()
    db.exec('VACUUM')
    db.prepare('ATTACH ? AS source').run(source)
    db.transaction(() => {
      for (const [table, order] of Object.entries(SORTED)) {
        db.exec(`CREATE TEMP TABLE keys_of_${table} (fresh INTEGER PRIMARY KEY, old INTEGER NOT NULL UNIQUE)`)
        db.exec(`INSERT INTO temp.keys_of_${table} (old) SELECT key FROM source.${table} ORDER BY ${order}`)
      }
      for (const table of tablesOf(db)) if (!LEFT_OUT.has(table)) copy(db, table)
    })()
    db.exec('DETACH source')
  } catch (error) {
    throw storeError(target, error)
  } finally {
    db.close()
  }
  const file = openSync(target, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** In the order in which they were made: what others refer to first. */
const tablesOf = (db: Database.Database): readonly string[] =>
  db
    .prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .pluck()
    .all()

const copy = (db: Database.Database, table: string): void => {
  const columns = db.prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table)
  const values = columns.map(({ name }) => {
    if (name === 'key' && table in SORTED) return renumbered(table, 'key')
    // A cluster is called by the least of its articles.
    if (table === 'clusters' && name === 'cluster')
      return '(SELECT min(fresh) FROM source.clusters AS other JOIN temp.keys_of_articles ON old = other.article WHERE other.cluster = clusters.cluster)'
    const key = KEYS[name]
    return key === undefined ? `"${name}"` : renumbered(key, name)
  })
  const order = columns.flatMap(({ pk }, i) => (pk > 0 ? [[pk, i + 1] as const] : [])).sort(([a], [b]) => a - b)
  db.exec(
    `INSERT INTO main.${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
     SELECT ${values.join(', ')} FROM source.${table} ${WHERE[table] ?? ''} ORDER BY ${order.map(([, at]) => at).join(', ')}`,
  )
}
