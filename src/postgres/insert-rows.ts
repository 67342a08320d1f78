import type { Client } from './connect.ts'
import { type Row, toPostgres } from './rows.ts'
import { quoted, SCHEMA } from './schema.ts'

const asJson = (rows: readonly Row[]): string => {
  const bare = rows.some((row) => Object.values(row).some((value) => value instanceof Uint8Array)) ? null : JSON.stringify(rows)
  // Most rows need no look at each value.
  if (bare !== null && !bare.includes('\\u0000')) return bare
  return JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPostgres(value)]))))
}

/** Adds rows of equal columns to a table, in one statement. `conflict` says what becomes of those that are there; gives the rows that `returning` asks for. */
export const insertRows = async (
  client: Pick<Client, 'query'>,
  table: string,
  rows: readonly Row[],
  conflict = '',
  returning = '',
): Promise<readonly Record<string, unknown>[]> => {
  const [first] = rows
  if (first === undefined) return []
  const columns = quoted(Object.keys(first))
  const { rows: out } = await client.query(
    `INSERT INTO ${SCHEMA}."${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${SCHEMA}."${table}", $1) ${conflict} ${returning}`,
    [asJson(rows)],
  )
  return out
}
