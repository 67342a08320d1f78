import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { inWorkers } from '../../src/run/in-workers.ts'
import { rebuild } from '../../src/run/rebuild.ts'
import { run } from '../../src/run/run.ts'
import { inThread } from '../../src/run/runner.ts'
import { openStore } from '../../src/store/index.ts'
import { migrations } from '../../src/store/migrations.ts'
import { LEFT_OUT } from '../../src/store/write-canonical.ts'
import { removeBuilt } from '../cli/built-annalist.ts'
import { command, folder, startProcess } from '../cli/command.ts'
import { ended } from '../cli/ended.ts'
import { fakeExtract, SETTINGS } from '../store/fake-extract.ts'

afterAll(removeBuilt)

const TEXTS = Array.from({ length: 60 }, (_, i) =>
  i % 7 === 0
    ? `Serbia may have attacked NATO. France praised Atlantis, says number ${i >> 3}.`
    : `Russia attacked Ukraine killing at least ${i} in Kyiv on 2022-02-24. NATO slept. Russia and Ukraine met in Ankara. ${'It went on. '.repeat(i % 5)}`,
)
const line = (i: number): string =>
  `${JSON.stringify({ id: `a${String((i * 37) % 60).padStart(3, '0')}`, text: TEXTS[i], published: '2022-03-01' })}\n`
const dir = folder({
  'in/a.jsonl': TEXTS.slice(0, 20)
    .map((_, i) => line(i))
    .join(''),
  'in/b.jsonl': TEXTS.slice(20)
    .map((_, i) => line(i + 20))
    .join(''),
  'in/bad.txt': Buffer.from('Ça', 'latin1'),
  'in/empty.txt': '',
})
const [A, B, BAD, EMPTY] = ['a.jsonl', 'b.jsonl', 'bad.txt', 'empty.txt'].map((name) => join(dir, 'in', name)) as [
  string,
  string,
  string,
  string,
]
const settings = { ...SETTINGS, entries: () => new Map([['actions/attacked', 'a']]) }
const thread = inThread(fakeExtract as never)

describe('the canonical database', () => {
  test('is the same to the byte in any order, with any number of workers, over whatever was there before', {
    timeout: 120_000,
  }, async () => {
    const bytes: Buffer[] = []
    const setup = { module: new URL('./fake-module.ts', import.meta.url).href, options: {} }
    for (const [i, [paths, workers]] of (
      [
        [[A, B, BAD, EMPTY], 0],
        [[EMPTY, BAD, B, A], 0],
        [[B, EMPTY, A, BAD], 1],
        [[A, B, EMPTY, BAD], 3],
      ] as const
    ).entries()) {
      const db = join(dir, `canonical-${i}.db`)
      if (i === 1) await run({ paths: [B], db, settings: { ...settings, version: '0' }, runner: thread })
      if (i === 2) writeFileSync(db, '')
      const runner = workers === 0 ? thread : inWorkers({ workers, setup })
      const report = await rebuild({ paths, db, settings, runner })
      await runner.close()
      expect(report).toMatchObject({ added: 60, quarantined: 2 })
      bytes.push(readFileSync(db))
    }
    for (const other of bytes.slice(1)) expect(other.equals(bytes[0] as Buffer)).toBe(true)
    expect(readdirSync(dir).filter((name) => /filling|partial|wal|journal/.test(name))).toEqual([])
  })

  test('holds what a plain run holds, and is whole', async () => {
    const plain = join(dir, 'plain.db')
    await run({ paths: [A, B, BAD, EMPTY], db: plain, settings, runner: thread })
    const dump = (path: string): unknown => {
      const store = openStore(path, { readonly: true })
      const all = [
        [...store.events()],
        [...store.rejections()],
        [...store.dyads()],
        [...store.articles()],
        store.totals(),
        store.quarantine(),
        [...store.entries('abc')],
        store.check(),
      ]
      store.close()
      return all
    }
    expect(dump(join(dir, 'canonical-0.db'))).toEqual(dump(plain))
    const copies = (path: string): unknown => {
      const db = new Database(path, { readonly: true })
      const rows = db.prepare('SELECT * FROM copies ORDER BY article').all()
      db.close()
      return rows
    }
    expect(copies(join(dir, 'canonical-0.db'))).toEqual(copies(plain))
  })

  test('has every table of the schema filled, but those that tell of a machine', () => {
    const db = new Database(join(dir, 'canonical-0.db'), { readonly: true })
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[]
    const empty = tables.filter((table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined)
    expect(empty.toSorted()).toEqual([...LEFT_OUT].toSorted())
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.pragma('page_size', { simple: true })).toBe(4096)
    expect(db.pragma('freelist_count', { simple: true })).toBe(0)
    db.close()
  })

  test('has no runs and lexicons of times past', async () => {
    const db = join(dir, 'past.db')
    await run({ paths: [A], db, settings: { ...settings, lexicon: 'old' }, runner: thread })
    await rebuild({ paths: [A], db, settings, runner: thread })
    const store = openStore(db, { readonly: true })
    expect(store.runs().map(({ lexicon }) => lexicon)).toEqual(['abc'])
    expect(store.entries('old').size).toBe(0)
    store.close()
  })
})

describe('an old database', () => {
  test('stays as it was when the rebuild is interrupted or fails', async () => {
    const db = join(dir, 'stays.db')
    await rebuild({ paths: [A], db, settings, runner: thread })
    const before = readFileSync(db)
    const stop = new AbortController()
    const report = await rebuild({
      paths: [A, B],
      db,
      settings,
      runner: thread,
      signal: stop.signal,
      onProgress: ({ read }) => read === 5 && stop.abort(),
    })
    expect(report.interrupted).toBe(true)
    const broken = { ...thread, extract: () => { throw new Error('no') } } // biome-ignore format: one thing
    await expect(rebuild({ paths: [A, B], db, settings, runner: broken })).rejects.toThrow('no')
    expect(readFileSync(db).equals(before)).toBe(true)
    expect(readdirSync(dir).filter((name) => /filling|partial/.test(name))).toEqual([])
  })

  test('that is reached by a link is replaced where it stands, and a device by nothing', async () => {
    const there = folder({ 'real/keep': '', 'links/keep': '' })
    const [real, link] = [join(there, 'real/e.db'), join(there, 'links/e.db')]
    symlinkSync('../real/e.db', link)
    for (const paths of [[A], [A, B]]) {
      await rebuild({ paths, db: link, settings, runner: thread })
      expect(lstatSync(link).isSymbolicLink()).toBe(true)
      await rebuild({ paths, db: join(there, 'plain.db'), settings, runner: thread })
      expect(readFileSync(real).equals(readFileSync(join(there, 'plain.db')))).toBe(true)
    }
    expect(readdirSync(join(there, 'links'))).toEqual(['e.db', 'keep'])
    expect(readdirSync(join(there, 'real'))).toEqual(['e.db', 'keep'])
    const device = join(there, 'null')
    symlinkSync('/dev/null', device)
    await expect(rebuild({ paths: [A], db: device, settings, runner: thread })).rejects.toThrow(/null is no file, but a pipe or device/)
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('that is damaged is replaced; one of another program, or in use, is not', async () => {
    const db = join(dir, 'damaged.db')
    await rebuild({ paths: [A], db, settings, runner: thread })
    const good = readFileSync(db)
    const bytes = Buffer.from(good)
    bytes.fill(0xff, 4096)
    writeFileSync(db, bytes)
    await rebuild({ paths: [A], db, settings, runner: thread })
    expect(readFileSync(db).equals(good)).toBe(true)

    const other = join(dir, 'other.db')
    const foreign = new Database(other)
    foreign.exec('CREATE TABLE places (url TEXT)')
    foreign.close()
    const kept = readFileSync(other)
    await expect(rebuild({ paths: [A], db: other, settings, runner: thread })).rejects.toThrow(/is the database of another program/)
    expect(readFileSync(other).equals(kept)).toBe(true)

    const holder = new Database(db)
    holder.pragma('journal_mode = WAL')
    holder.exec("BEGIN IMMEDIATE; UPDATE articles SET title = 'x'; COMMIT")
    holder.exec('BEGIN IMMEDIATE')
    await expect(rebuild({ paths: [A], db, settings, runner: thread })).rejects.toThrow(/in use|being written/)
    holder.exec('COMMIT')
    holder.close()
  })
})

test('from the command line: another time zone, locale and order give the same bytes of database and every export', {
  timeout: 120_000,
}, async () => {
  const outputs: Buffer[][] = []
  writeFileSync(join(dir, 'annalist.config.yaml'), `corpus: [in/b.jsonl, in/a.jsonl]\ndb: one.db\ntitle: A war\n`)
  const worlds = [
    { env: { TZ: 'UTC', LC_ALL: 'C' }, db: 'one.db', args: ['--config', join(dir, 'annalist.config.yaml')] },
    { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, db: 'two.db', args: [A, B, '--concurrency', '1'] },
  ]
  for (const { env, db, args } of worlds) {
    const path = join(dir, db)
    const { code, err } = await ended(startProcess(['run', '--fresh', '-q', ...args, ...(db === 'one.db' ? [] : ['--db', path])], env))
    expect(code, err).toBe(0)
    const files = ['a.ndjson', 'a.csv', 'a.parquet', 'a.graphml', 'a.jsonld', 'a.svg', 'a.html', 'a.conll']
    const out = folder()
    writeFileSync(
      join(out, 'annalist.config.yaml'),
      `title: A war\nexports:\n${files.map((file) => `  - { output: ${file}, format: ${/svg|html/.test(file) ? 'timeline' : file.slice(2)} }\n`).join('')}`,
    )
    const exported = await ended(
      startProcess(['export', '--all', '--package', '-q', '--db', path, '--config', join(out, 'annalist.config.yaml')], env),
    )
    expect(exported.code, exported.err).toBe(0)
    for (const file of files) expect(statSync(join(out, file)).size, file).toBeGreaterThan(100)
    outputs.push([readFileSync(path), ...[...files, 'datapackage.json', 'codebook.csv'].map((file) => readFileSync(join(out, file)))])
  }
  for (const [i, bytes] of (outputs[0] as Buffer[]).entries()) expect(bytes.equals(outputs[1]?.[i] as Buffer), String(i)).toBe(true)
})

test('a rebuild that reads no article at all leaves the old database as it was, and makes a new one where there is none', async () => {
  const db = join(dir, 'kept.db')
  await run({ paths: [A], db, settings, runner: thread })
  const before = readFileSync(db)
  for (const [more, why] of [
    [{ paths: [A], since: '2030-01-01' }, /kept\.db stays as it was: --fresh keeps .* none was \(20 passed over\)/],
    [{ paths: [BAD, EMPTY] }, /none was \(2 left out\)/],
  ] as const)
    await expect(rebuild({ ...more, db, settings, runner: thread })).rejects.toThrow(why)
  expect(readFileSync(db).equals(before)).toBe(true)
  const none = join(dir, 'made.db')
  for (const _ of [1, 2]) await rebuild({ paths: [EMPTY], db: none, settings, runner: thread })
  expect(existsSync(none)).toBe(true)
})

test.each([['--watch'], ['--dry-run'], ['--retry'], ['--limit', '3']])(
  '--fresh with %s is a mistake in the command line',
  async (...more) => {
    const db = join(dir, 'none.db')
    expect((await command(['run', A, '--fresh', '--db', db, ...more])).code).toBe(2)
    expect(existsSync(db)).toBe(false)
  },
)
