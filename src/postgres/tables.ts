import Database from 'better-sqlite3'
import { migrations } from '../store/migrations.ts'

/** A table as SQLite has it, which PostgreSQL has as well. */
export type Table = {
  readonly name: string
  readonly columns: readonly {
    readonly name: string
    readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB'
    readonly required: boolean
    readonly standard: string | null
  }[]
  readonly key: readonly string[]
  readonly unique: readonly (readonly string[])[]
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[]
  readonly references: readonly {
    readonly columns: readonly string[]
    readonly table: string
    readonly to: readonly string[]
    readonly cascade: boolean
  }[]
}

type ColumnRow = { name: string; type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB'; notnull: number; dflt_value: string | null; pk: number }
type IndexRow = { name: string; unique: number; origin: 'c' | 'u' | 'pk' }
type ReferenceRow = { id: number; table: string; from: string; to: string; on_delete: string }

/** The tables that SQLite's migrations make, in an order in which each comes after those that it refers to: PostgreSQL's are made from them, so that there is one schema. */
export const readTables = (): readonly Table[] => {
  const db = new Database(':memory:')
  try {
    for (const step of migrations) db.exec(step)
    return db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
      .pluck()
      .all()
      .map((name) => readTable(db, name))
  } finally {
    db.close()
  }
}

const readTable = (db: Database.Database, name: string): Table => {
  const ask = <Row>(sql: string): readonly Row[] => db.prepare<[string], Row>(sql).all(name)
  const columns = ask<ColumnRow>('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid')
  // An index over an expression has columns without a name; it is made where the schema is.
  const indexes = ask<IndexRow>('SELECT name, "unique", origin FROM pragma_index_list(?) ORDER BY name').map((index) => ({
    ...index,
    columns: db.prepare<[string], string | null>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck().all(index.name),
  }))
  const whole = <Index extends { readonly columns: readonly (string | null)[] }>(
    index: Index,
  ): index is Index & { columns: readonly string[] } => !index.columns.includes(null)
  const rows = ask<ReferenceRow>('SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq')
  const references = [...new Set(rows.map(({ id }) => id))].map((id) => rows.filter((row) => row.id === id))
  return {
    name,
    columns: columns.map((c) => ({ name: c.name, type: c.type, required: c.notnull === 1 || c.pk > 0, standard: c.dflt_value })),
    key: columns
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map((c) => c.name),
    unique: indexes
      .filter(({ origin }) => origin === 'u')
      .filter(whole)
      .map((index) => index.columns),
    indexes: indexes.filter(({ origin, unique }) => origin === 'c' && unique === 0).filter(whole),
    references: references.map((parts) => ({
      columns: parts.map((r) => r.from),
      table: parts[0]?.table ?? '',
      to: parts.map((r) => r.to),
      cascade: parts[0]?.on_delete === 'CASCADE',
    })),
  }
}
