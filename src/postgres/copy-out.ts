import { existsSync, renameSync, rmSync } from 'node:fs'
import { StoreError } from '../store/index.ts'
import { type Connection, closeDatabase, openDatabase } from '../store/open-database.ts'
import { LEFT_OUT, writeCanonical } from '../store/write-canonical.ts'
import { type Client, connect } from './connect.ts'
import { fromPostgres, OF_ARTICLE, OF_EVENT, type Row } from './rows.ts'
import { checkSchema, SCHEMA } from './schema.ts'
import { readTables } from './tables.ts'

const ARTICLES = 500

/** Makes the function that adds rows to a table of SQLite as they are. */
const adder = (db: Connection, table: string): ((rows: readonly Row[]) => void) => {
  const columns =
    readTables()
      .find(({ name }) => name === table)
      ?.columns.map(({ name }) => name) ?? []
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (rows) => {
    for (const row of rows) insert.run(...columns.map((name) => fromPostgres(row[name] ?? null)))
  }
}

const fill = async (client: Client, db: Connection, done: (articles: number) => void): Promise<number> => {
  const tables = readTables().filter(({ name }) => !LEFT_OUT.has(name))
  const add = Object.fromEntries(tables.map(({ name }) => [name, adder(db, name)])) as Record<string, (rows: readonly Row[]) => void>
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> => (await client.query(sql, [...values])).rows
  for (const table of ['runs', 'entries', 'quarantine']) add[table]?.(await ask(`SELECT * FROM ${SCHEMA}.${table}`))
  const next = (after: string) => ask(`SELECT * FROM ${SCHEMA}.articles WHERE id > $1 ORDER BY id LIMIT $2`, [after, ARTICLES])
  let count = 0
  for (let articles = await next(''); articles.length > 0; articles = await next(String(articles.at(-1)?.id))) {
    const keys = [articles.map(({ key }) => key)]
    const own = new Map<string, readonly Row[]>()
    for (const table of [...OF_ARTICLE, 'clusters'])
      own.set(table, await ask(`SELECT * FROM ${SCHEMA}.${table} WHERE article = ANY ($1)`, keys))
    const events = [(own.get('events') ?? []).map(({ key }) => key)]
    for (const table of OF_EVENT) own.set(table, await ask(`SELECT * FROM ${SCHEMA}.${table} WHERE event = ANY ($1)`, events))
    db.transaction(() => {
      add.articles?.(articles)
      for (const [table, rows] of own) add[table]?.(rows)
    })()
    count += articles.length
    done(count)
  }
  return count
}

/**
 * Copies what a database of PostgreSQL holds into a new SQLite file, as of one moment, whatever is written meanwhile. Each row passes SQLite's own checks. The bytes
 * are those of `annalist run --fresh` over the same articles; the file is put in place when it is whole. Throws `StoreError`.
 */
export const copyOut = async (address: string, path: string, done: (articles: number) => void = () => {}): Promise<number> => {
  if (existsSync(path)) throw new StoreError('readonly', `${path} is there already`, 'name a new file, or move that one away first')
  const raw = `${path}.copying`
  const whole = `${path}.partial`
  const clear = (): void => {
    for (const file of [raw, `${raw}-journal`, whole]) rmSync(file, { force: true })
  }
  clear()
  try {
    const postgres = await connect(address, 1)
    let articles: number
    try {
      await checkSchema(postgres)
      const db = openDatabase(raw, { readonly: false, timeout: 5000 })
      try {
        db.pragma('synchronous = OFF')
        db.pragma('journal_mode = OFF')
        articles = await postgres.transaction((client) => fill(client, db, done), 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      } finally {
        closeDatabase(db)
      }
    } finally {
      await postgres.close()
    }
    writeCanonical(raw, whole)
    renameSync(whole, path)
    return articles
  } finally {
    clear()
  }
}
