import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyIn } from '../../src/postgres/copy-in.ts'
import { copyOut } from '../../src/postgres/copy-out.ts'
import { articleHash, openStore } from '../../src/store/index.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { storiesByHost } from '../../src/store/views.ts'
import { writeCanonical } from '../../src/store/write-canonical.ts'
import { folder } from '../cli/command.ts'
import { ARTICLES, article, fakeExtract, SETTINGS } from '../store/fake-extract.ts'
import { noServer, type Server, startServer } from './server.ts'

const why = noServer()
if (why !== null) console.warn(`tests/postgres: skipped: ${why}`)

const WIRE = 'Russia attacked Ukraine in Kyiv on 2022-02-24. NATO praised France. The choir sang for the whole of the long evening there.'
const COPIES = ['b', 'a', 'c'].map((id) =>
  article(`wire-${id}`, `${WIRE} ${id}`, { published: '2022-02-25', url: `https://${id}.example/x` }),
)
const ODD = [
  article('odd/nul', 'Russia attacked\u0000 Ukraine. Russia attacked Ukraine.'),
  article('odd/😀', 'France praised Serbia “so” \\u0000 there. \t'),
  article('odd/é', 'France met.'),
  article('odd/Z', 'France met.'),
]

/** A database with these articles in it, filled in this order. */
const filled = (dir: string, articles = [...ARTICLES, ...COPIES, ...ODD]): string => {
  const path = join(dir, `${Math.random()}.db`)
  const store = openStore(path)
  const run = store.begin({ ...SETTINGS, entries: () => new Map([['actions/attacked', 'abc']]) })
  for (const one of articles) store.save(fakeExtract(one), articleHash(one), run)
  store.setAside({
    file: 'a.txt',
    line: 2,
    field: null,
    message: 'no',
    hint: 'so',
    source: { file: 'a.txt', id: 'a', facts: null },
    bytes: Buffer.from([0, 255, 1]),
  })
  store.close()
  return path
}

/** The bytes of a database in the one order of rows. */
const canonical = (dir: string, path: string): string => {
  const out = join(dir, `${Math.random()}.canonical`)
  writeCanonical(path, out)
  return readFileSync(out).toString('base64')
}

describe.skipIf(why !== null)('copy', () => {
  let server: Server
  const dir = folder()
  beforeAll(async () => {
    server = await startServer({ fsync: 'off' })
  })
  afterAll(() => server?.stop())

  test('SQLite → PostgreSQL → SQLite gives the same bytes', async () => {
    const address = await server.createDatabase('there_and_back')
    const path = filled(dir)
    expect(await copyIn(path, address)).toBe(10)
    const back = join(dir, 'back.db')
    expect(await copyOut(address, back)).toBe(10)
    expect(readFileSync(back).toString('base64')).toBe(canonical(dir, path))
  })

  test('a second time changes nothing, and edited articles are replaced', async () => {
    const address = await server.createDatabase('again')
    const before = filled(dir)
    await copyIn(before, address)
    await copyIn(before, address)
    const same = join(dir, 'same.db')
    await copyOut(address, same)
    expect(readFileSync(same).toString('base64')).toBe(canonical(dir, before))
    // One of three near-copies becomes another text, another article becomes a near-copy of one that was alone.
    const edited = [...ARTICLES, ...COPIES.slice(1), ...ODD].map((a) => (a.id === 'odd/Z' ? { ...a, text: `${ARTICLES[0]?.text} ` } : a))
    const after = filled(dir, [...edited, { ...(COPIES[0] as (typeof COPIES)[0]), text: 'Serbia sued NATO on 1999-03-24.' }])
    await copyIn(after, address)
    const other = join(dir, 'other.db')
    await copyOut(address, other)
    expect(readFileSync(other).toString('base64')).toBe(canonical(dir, after))
  })

  test('the views give the rows of SQLite', async () => {
    const address = await server.createDatabase('views')
    const path = filled(dir)
    await copyIn(path, address)
    const db = openDatabase(path, { readonly: true, timeout: 0 })
    const plain = (rows: readonly unknown[]) =>
      rows
        .map((row) =>
          JSON.stringify(row, (_, v) => (typeof v === 'string' && /^-?\d+$/.test(v) ? Number(v) : v)).replaceAll('\uffff', '\\u0000'),
        )
        .toSorted()
    for (const [view, least] of [
      ['dyads', 8],
      ['evidence', 40],
      ['copies', 2],
      ['stories', 2],
    ] as const) {
      const rows = db.prepare(`SELECT * FROM ${view}`).all()
      expect(rows.length).toBeGreaterThanOrEqual(least)
      expect(plain(await server.psql('views', `SELECT * FROM annalist.${view}`))).toEqual(plain(rows))
    }
    db.close()
    void address
  })

  test('a database of schema 4, of which only a view was another, is brought up to date by what writes into it', async () => {
    const address = await server.createDatabase('fourth')
    const path = filled(dir)
    await copyIn(path, address)
    const stories = () => server.psql('fourth', "SELECT pg_get_viewdef('annalist.stories'::regclass) AS sql")
    const newest = await stories()
    const byHost = storiesByHost({ concat: 'string_agg', find: 'strpos' })
    await server.psql(
      'fourth',
      `SET search_path = annalist; DROP VIEW stories; ${byHost} UPDATE schema_version SET version = 4;
       CREATE ROLE fourth_reader; GRANT SELECT ON stories TO fourth_reader`,
    )
    await expect(copyOut(address, join(dir, 'never.db'))).rejects.toMatchObject({
      fault: 'older',
      hint: expect.stringContaining('annalist queue init --queue'),
    })
    expect(await stories()).not.toEqual(newest)
    await Promise.all([copyIn(path, address), copyIn(path, address)])
    expect(await stories()).toEqual(newest)
    expect(await server.psql('fourth', "SELECT has_table_privilege('fourth_reader', 'annalist.stories', 'SELECT') AS may")).toEqual([
      { may: true },
    ])
    const back = join(dir, 'fourth.db')
    await copyOut(address, back)
    expect(readFileSync(back).toString('base64')).toBe(canonical(dir, path))
  })

  test.each([
    ['a password that is wrong', (a: string) => a.replace('pa55', 'wr0ng'), /lets nobody in/],
    ['a database that is not there', (a: string) => a.replace(/\w+$/, 'nowhere'), /is not there/],
    ['a server that is not there', (a: string) => a.replace(/:\d+\//, ':1/'), /can't be reached/],
    ['a database without our tables', (a: string) => a, /holds no tables of annalist/],
  ])('%s is told, without the password', async (_, change, message) => {
    const address = change(server.address('postgres'))
    const error = await copyOut(address, join(dir, 'never.db')).catch((e: Error) => e)
    expect(error).toMatchObject({ name: 'StoreError', message: expect.stringMatching(message) })
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toMatch(/pa55|wr0ng/)
  })

  test('a file that is there is left as it is', async () => {
    const path = filled(dir)
    await expect(copyOut(server.address('postgres'), path)).rejects.toThrow('is there already')
  })
})
