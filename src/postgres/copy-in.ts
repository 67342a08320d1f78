import { type Connection, openDatabase } from '../store/open-database.ts'
import { connect, type Postgres } from './connect.ts'
import { insertRows } from './insert-rows.ts'
import { type Row, rowsOf } from './rows.ts'
import { createSchema } from './schema.ts'
import { sendRows } from './send-rows.ts'

const ARTICLES = 200

/** The tables that are written before the articles: what these refer to, and what is beside them. */
const sendOthers = (db: Connection, postgres: Postgres): Promise<void> =>
  postgres.transaction(async (client) => {
    const all = (table: string): readonly Row[] => db.prepare<[], Row>(`SELECT * FROM ${table}`).all()
    for (const table of ['runs', 'entries']) await insertRows(client, table, all(table), 'ON CONFLICT DO NOTHING')
    const aside = all('quarantine').map(({ key: _, ...row }) => row)
    await insertRows(client, 'quarantine', aside, 'ON CONFLICT DO NOTHING')
  })

/**
 * Copies a SQLite database into PostgreSQL, into what is there: articles of the same id are replaced, others stay. Some articles go in one transaction, so that
 * copying again goes on where it was broken off. `done` is told how many articles are there. Throws `StoreError`.
 */
export const copyIn = async (path: string, address: string, done: (articles: number) => void = () => {}): Promise<number> => {
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  try {
    const postgres = await connect(address)
    try {
      await createSchema(postgres)
      await sendOthers(db, postgres)
      const next = db.prepare<[string, number], { key: number; id: string }>(
        'SELECT key, id FROM articles WHERE id > ? ORDER BY id LIMIT ?',
      )
      let articles = 0
      for (let rows = next.all('', ARTICLES); rows.length > 0; rows = next.all(rows.at(-1)?.id ?? '', ARTICLES)) {
        const found = rowsOf(
          db,
          rows.map(({ key }) => key),
        )
        await postgres.transaction((client) => sendRows(client, found))
        articles += rows.length
        done(articles)
      }
      return articles
    } finally {
      await postgres.close()
    }
  } finally {
    db.close()
  }
}
