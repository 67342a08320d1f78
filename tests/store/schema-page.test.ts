import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/schema.md'), 'utf8')
const db = new Database(':memory:')
for (const step of migrations) db.exec(step)
const columns = (table: string): readonly string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
const quoted = (text: string): readonly string[] => [...text.matchAll(/`(\w+)`/g)].map((m) => m[1] as string)

const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()

test.each(tables)('docs/schema.md names every column of %s, and no other', (table) => {
  const row =
    page
      .slice(page.indexOf('## Tables'))
      .split('\n')
      .find((line) => line.startsWith(`| \`${table}\` |`)) ?? ''
  expect(quoted(row.split('|').at(-2) ?? '')).toEqual(columns(table))
})

test('and those of the views', () => {
  const section = page.slice(page.indexOf('## Start here'), page.indexOf('## `evidence`'))
  const named = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => quoted(line.split('|')[1] ?? ''))
  expect(named.toSorted()).toEqual(columns('dyads').toSorted())
  const sectionOf = (view: string): string => page.slice(page.indexOf(`## \`${view}\``), page.indexOf('## Tables'))
  for (const view of ['evidence', 'stories', 'copies'])
    for (const column of columns(view)) expect(sectionOf(view)).toContain(`\`${column}\``)
})

test('its queries run', () => {
  const queries = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map((m) => m[1] as string)
  expect(queries).toHaveLength(4)
  for (const query of queries) expect(db.prepare(query).all()).toEqual([])
})
