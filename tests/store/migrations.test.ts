import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { eventRecord } from '../../src/store/event-record.ts'
import { openStore, StoreError } from '../../src/store/index.ts'
import { migrations } from '../../src/store/migrations.ts'
import { ARTICLES, fakeExtract } from './fake-extract.ts'

// fixtures/databases keeps a database of each schema version, as the annalist of its time wrote it from ARTICLES.
const FIXTURES = join(import.meta.dirname, '../../fixtures/databases')
const dir = mkdtempSync(join(tmpdir(), 'annalist-migrations-'))
const versions = migrations.map((_, i) => i + 1)
const keep = (version: number, name: string): string => {
  const path = join(dir, name)
  copyFileSync(join(FIXTURES, `schema-${version}.db`), path)
  return path
}
const schemaOf = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name').all()
  const columns = (db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").pluck().all() as string[])
    .toSorted()
    .map((name) => [name, db.prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(name)])
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return { rows, columns, version }
}
const EXPECTED = ARTICLES.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap((a) => fakeExtract(a).events.map(eventRecord))

describe.each(versions)('a database of schema %i', (version) => {
  test('is kept in fixtures/databases, and says its version', () => {
    const db = new Database(join(FIXTURES, `schema-${version}.db`), { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    db.close()
  })

  test('opens with every event in it, and becomes what a new database is', () => {
    const path = keep(version, `opens-${version}.db`)
    const store = openStore(path)
    expect([...store.events()]).toEqual(EXPECTED)
    expect(store.quarantine()).toHaveLength(1)
    expect(store.check()).toEqual([])
    store.close()
    const fresh = join(dir, `fresh-${version}.db`)
    openStore(fresh).close()
    expect(schemaOf(path)).toEqual(schemaOf(fresh))
  })

  test.skipIf(version === migrations.length)('is kept as it was beside the new one', () => {
    const path = keep(version, `kept-${version}.db`)
    openStore(path).close()
    const copy = `${path}.schema-${version}`
    expect(schemaOf(copy)).toEqual(schemaOf(join(FIXTURES, `schema-${version}.db`)))
    openStore(path).close()
    copyFileSync(join(FIXTURES, `schema-${version}.db`), path)
    const before = readFileSync(copy)
    openStore(path).close()
    expect(readFileSync(copy).equals(before), 'an earlier copy is overwritten').toBe(true)
    expect(existsSync(`${copy}.2`)).toBe(true)
  })

  test.skipIf(version === migrations.length)('is not changed by reading: what to do is said', () => {
    const path = keep(version, `read-${version}.db`)
    const before = readFileSync(path)
    expect(() => openStore(path, { readonly: true })).toThrow(StoreError)
    expect(() => openStore(path, { readonly: true })).toThrow(/made by an older annalist \(schema \d+, this one reads \d+\)/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test.skipIf(version === migrations.length)('stays as it was when the upgrade fails half way', () => {
    const path = keep(version, `fails-${version}.db`)
    const db = new Database(path)
    // One makes the step to schema 4 fail; the other that to 5, which is all that a file of schema 4 has before it and drops a view that the oldest don't have.
    db.exec('CREATE TABLE new_parties (something_else TEXT); DROP VIEW IF EXISTS stories')
    db.close()
    const before = schemaOf(path)
    expect(() => openStore(path)).toThrow()
    expect(schemaOf(path)).toEqual(before)
  })
})

test.each([
  ['sentences', 'kind'],
  ['events', 'date_precision'],
  ['parties', 'basis'],
  ['magnitudes', 'kind'],
])('a row of %s is checked without a table made for it, and its %s is one of those that are named', (table, column) => {
  const db = new Database(':memory:')
  for (const step of migrations) db.exec(step)
  const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  const steps = db
    .prepare(`EXPLAIN ${insert}`)
    .all(columns.map(() => 1))
    .map((row) => (row as { opcode: string }).opcode)
  expect(steps.at(-1)).toBe('Goto')
  expect(steps).not.toContain('OpenEphemeral')
  const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
  expect(sql).toMatch(new RegExp(`CHECK \\(${column} = '\\w+'( OR ${column} = '\\w+')+\\)`))
  db.close()
})
