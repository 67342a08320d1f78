import type { Connection } from '../store/open-database.ts'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** Rows of the tables that hold what was found in some articles, as one database numbers them. */
export type ArticleRows = {
  readonly articles: readonly Row[]
  readonly sentences: readonly Row[]
  readonly events: readonly Row[]
  readonly rejections: readonly Row[]
  readonly parties: readonly Row[]
  readonly modes: readonly Row[]
  readonly contexts: readonly Row[]
  readonly magnitudes: readonly Row[]
  readonly bands: readonly Row[]
}

/** The tables of an article's own rows, and of an event's. */
export const OF_ARTICLE = ['sentences', 'events', 'rejections', 'bands'] as const
export const OF_EVENT = ['parties', 'modes', 'contexts', 'magnitudes'] as const

/** Reads what a SQLite database holds of the articles with these keys. */
export const rowsOf = (db: Connection, keys: readonly number[]): ArticleRows => {
  const list = JSON.stringify(keys)
  const among = 'IN (SELECT value FROM json_each(?))'
  const ask = (sql: string): readonly Row[] => db.prepare<[string], Row>(sql).all(list)
  const own = (table: string) => [table, ask(`SELECT * FROM ${table} WHERE article ${among}`)] as const
  const below = (table: string) =>
    [table, ask(`SELECT ${table}.* FROM ${table} JOIN events ON events.key = event WHERE article ${among}`)] as const
  return Object.fromEntries([
    ['articles', ask(`SELECT * FROM articles WHERE key ${among}`)],
    ...OF_ARTICLE.map(own),
    ...OF_EVENT.map(below),
  ]) as ArticleRows
}

const NUL = '\u0000'
// PostgreSQL's text has no NUL; this is no character of any text (a noncharacter of Unicode) and as long, so that offsets stay.
const IN_PLACE_OF_NUL = '\uffff'

/** A value as PostgreSQL takes it in JSON. */
export const toPostgres = (value: Value): string | number | null =>
  typeof value === 'string'
    ? value.includes(NUL)
      ? value.replaceAll(NUL, IN_PLACE_OF_NUL)
      : value
    : value instanceof Uint8Array
      ? `\\x${Buffer.from(value).toString('hex')}`
      : value

/** A value as it was before it went into PostgreSQL. */
export const fromPostgres = (value: Value): Value =>
  typeof value === 'string' && value.includes(IN_PLACE_OF_NUL) ? value.replaceAll(IN_PLACE_OF_NUL, NUL) : value
