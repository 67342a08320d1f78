const MADE_ANEW = ['sentences', 'events', 'parties', 'modes', 'contexts', 'magnitudes', 'rejections'] as const

/** Whether a column holds one of some values, spelled as comparisons: for `IN` SQLite fills a table of its own at every row that is written. */
const spelledOut = (sql: string): string =>
  sql.replace(/(\w+) IN \(([^()]*)\)/g, (_, column: string, values: string) =>
    values
      .split(', ')
      .map((value) => `${column} = ${value}`)
      .join(' OR '),
  )

const statementsOf = (schema: string, table: string): { readonly create: string; readonly indexes: readonly string[] } => {
  const statements = schema.split(/;\n/).map((statement) => statement.trim())
  const create = statements.find((statement) => statement.startsWith(`CREATE TABLE ${table} (`))
  if (create === undefined) throw new Error(`the schema has no table ${table}`)
  return { create, indexes: statements.filter((statement) => statement.startsWith('CREATE INDEX') && statement.includes(` ON ${table} (`)) }
}

/**
 * The statements that make the tables of what is found in articles anew, as `schema` has them, but that their checks are comparisons and that rejections, for whose
 * ids nothing asks, have no index of them. To be run with foreign keys off; `views` are those that name these tables.
 */
export const plainChecks = (schema: string, views: Readonly<Record<string, string>>): string =>
  [
    ...Object.keys(views).map((view) => `DROP VIEW ${view};`),
    ...MADE_ANEW.flatMap((table) => {
      const { create, indexes } = statementsOf(schema, table)
      const plain = spelledOut(create).replace(`CREATE TABLE ${table} (`, `CREATE TABLE new_${table} (`)
      return [
        `${table === 'rejections' ? plain.replace('id TEXT NOT NULL UNIQUE', 'id TEXT NOT NULL') : plain};`,
        `INSERT INTO new_${table} SELECT * FROM ${table};`,
        `DROP TABLE ${table};`,
        `ALTER TABLE new_${table} RENAME TO ${table};`,
        ...indexes.map((index) => `${index};`),
      ]
    }),
    ...Object.values(views),
  ].join('\n')
