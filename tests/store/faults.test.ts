import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleHash, openStore, StoreError } from '../../src/store/index.ts'
import { APPLICATION_ID } from '../../src/store/migrations.ts'
import { ARTICLES, article, fakeExtract, SETTINGS } from './fake-extract.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-faults-'))
const at = (name: string): string => join(dir, name)
const isRoot = process.getuid?.() === 0

const fill = (path: string): void => {
  const store = openStore(path)
  const run = store.begin(SETTINGS)
  for (const a of ARTICLES) store.save(fakeExtract(a), articleHash(a), run)
  store.close()
}
const faultOf = (work: () => unknown): StoreError => {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test.each(['', ' ', undefined])('a database called %j, which would be gone when it is closed, is refused', (path) => {
  for (const readonly of [true, false])
    expect(faultOf(() => openStore(path as string, { readonly }))).toMatchObject({ fault: 'missing', message: 'the database has no name' })
})

describe('a database that is not ours is refused and left as it is', () => {
  const make = (name: string, build: (db: Database.Database) => void): string => {
    const db = new Database(at(name))
    build(db)
    db.close()
    return at(name)
  }
  test.each<[string, () => string, string, RegExp]>([
    [
      'another program’s',
      () => make('other.db', (db) => db.exec('CREATE TABLE places (url TEXT)')),
      'foreign',
      /is the database of another program/,
    ],
    [
      'another program’s, marked',
      () => make('marked.db', (db) => db.exec('PRAGMA application_id = 7; PRAGMA user_version = 1')),
      'foreign',
      /is the database of another program/,
    ],
    [
      'a newer version’s',
      () => make('newer.db', (db) => db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 900; CREATE TABLE t (a)`)),
      'newer',
      /made by a newer annalist \(schema 900, this one knows \d+\)/,
    ],
    [
      'a text file',
      () => {
        writeFileSync(at('text.db'), 'Not a database at all, but a letter to the editor.')
        return at('text.db')
      },
      'foreign',
      /is not a SQLite database/,
    ],
    [
      'a folder',
      () => {
        mkdirSync(at('folder.db'))
        return at('folder.db')
      },
      'readonly',
      /is a folder/,
    ],
  ])('%s', (_, build, fault, message) => {
    const path = build()
    const before = fault === 'readonly' ? null : readFileSync(path)
    for (const readonly of [true, false]) {
      const error = faultOf(() => openStore(path, { readonly }))
      expect(error.fault).toBe(fault)
      expect(error.message).toMatch(message)
      expect(error.hint).not.toBe('')
    }
    if (before) expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('an empty file becomes a database, but not by reading it', () => {
    writeFileSync(at('empty.db'), '')
    expect(faultOf(() => openStore(at('empty.db'), { readonly: true })).fault).toBe('foreign')
    openStore(at('empty.db')).close()
    expect(openStore(at('empty.db'), { readonly: true }).totals().events).toBe(0)
  })
})

describe('a database that is not there', () => {
  test('is not made by reading', () => {
    expect(faultOf(() => openStore(at('none.db'), { readonly: true })).fault).toBe('missing')
    expect(existsSync(at('none.db'))).toBe(false)
  })
  test('in a folder that is not there', () => {
    expect(faultOf(() => openStore(at('no/such/folder.db'))).message).toMatch(/the folder of .* does not exist/)
  })
})

describe('a damaged database', () => {
  test('is told, in whichever page the damage is', () => {
    fill(at('whole.db'))
    const whole = readFileSync(at('whole.db'))
    const pages = whole.length / 4096
    let told = 0
    for (let page = 0; page < pages; page++) {
      const bytes = Buffer.from(whole)
      bytes.fill(0xff, page * 4096 + (page === 0 ? 100 : 0), page * 4096 + 600)
      writeFileSync(at('damaged.db'), bytes)
      try {
        const store = openStore(at('damaged.db'), { readonly: true })
        const faults = store.check()
        store.close()
        if (faults.length > 0) told++
      } catch (error) {
        expect(error).toBeInstanceOf(StoreError)
        expect((error as StoreError).fault).toBe('damaged')
        told++
      }
    }
    expect(told).toBe(pages)
  })
})

describe('a database in use', () => {
  test('is waited for, and then told', () => {
    fill(at('busy.db'))
    const other = new Database(at('busy.db'))
    other.exec('BEGIN EXCLUSIVE')
    expect(faultOf(() => openStore(at('busy.db'), { timeout: 50 })).fault).toBe('busy')
    other.exec('COMMIT')
    other.close()
    expect(openStore(at('busy.db')).totals().articles).toBe(3)
  })

  test('is read while another writes', () => {
    fill(at('shared.db'))
    const writer = openStore(at('shared.db'))
    const before = article('a-first-one', 'France met.')
    writer.save(fakeExtract(before), articleHash(before), writer.begin(SETTINGS))
    const reader = openStore(at('shared.db'), { readonly: true })
    const events = reader.events()
    const first = events.next().value
    const added = article('a-new-one', 'France met.')
    writer.save(fakeExtract(added), articleHash(added), writer.begin(SETTINGS))
    expect([first, ...events].map((e) => e?.document)).not.toContain('a-new-one')
    expect([...reader.events()].map((e) => e.document)).toContain('a-new-one')
    writer.close()
    reader.close()
  })
})

describe('a folder that may not be written', () => {
  const script = (path: string, readonly: boolean) => `
    import { openStore } from '${join(import.meta.dirname, '../../src/store/index.ts')}'
    try { const store = openStore('${path}', { readonly: ${readonly} }); if (!${readonly}) store.begin({ version: '2', lexicon: '', model: '', options: {} }); console.log(store.totals().articles) } catch (error) { console.log(error.fault, error.message) }`
  /** Runs as a user without rights where the tests run as root, for whom every folder may be written. */
  const ask = (path: string, readonly: boolean): string =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script(path, readonly)], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, TMPDIR: tmpdir(), HOME: tmpdir() },
      ...(isRoot && { uid: 65534, gid: 65534 }),
    }).stdout.trim()

  const locked = at('locked')
  beforeAll(() => {
    mkdirSync(locked)
    fill(join(locked, 'events.db'))
    const writer = openStore(at('left.db'))
    const left = article('a', 'NATO slept.')
    writer.save(fakeExtract(left), articleHash(left), writer.begin(SETTINGS))
    for (const end of ['', '-wal']) copyFileSync(`${at('left.db')}${end}`, join(locked, `left.db${end}`))
    writer.close()
    chmodSync(dir, 0o755)
    chmodSync(join(locked, 'events.db'), 0o444)
    if (isRoot) chownSync(locked, 0, 0)
    chmodSync(locked, 0o555)
  })
  afterAll(() => chmodSync(locked, 0o755))

  test.skipIf(process.platform === 'win32')('gives its database to readers and none to writers', () => {
    expect(ask(join(locked, 'events.db'), true)).toBe('3')
    expect(ask(join(locked, 'events.db'), false)).toMatch(/^readonly .*events\.db may not be written here/)
    expect(ask(join(locked, 'new.db'), false)).toMatch(/^readonly .*new\.db can't be opened/)
    expect(ask(join(locked, 'left.db'), true)).toMatch(/^readonly .*left\.db can't be opened: beside it is the log .*left\.db-wal/)
  })
})

describe('a disk that is full', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    article(
      `a${String(i).padStart(4, '0')}`,
      `${'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. NATO slept. '.repeat(8)}${i}.`,
    ),
  )
  const fillUp = (path: string): { readonly saved: readonly string[]; readonly error: StoreError } => {
    const saved: string[] = []
    const store = openStore(path)
    const error = faultOf(() => {
      const run = store.begin(SETTINGS)
      for (const a of many) {
        store.save(fakeExtract(a), articleHash(a), run)
        saved.push(a.id)
      }
    })
    store.close()
    return { saved, error }
  }
  const disk = at('disk')
  mkdirSync(disk)
  const mounted = isRoot && process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0
  afterAll(() => {
    if (mounted) execFileSync('umount', [disk])
  })

  test.skipIf(!mounted)(
    'keeps every article that was stored, whole, and takes more when there is room again (needs root on Linux, to mount a disk of 1 MB)',
    () => {
      const { saved, error } = fillUp(join(disk, 'events.db'))
      expect(error.fault).toBe('full')
      expect(saved.length).toBeGreaterThan(0)
      const left = ['events.db', 'events.db-wal'].filter((name) => existsSync(join(disk, name)))
      for (const name of left) copyFileSync(join(disk, name), at(name.replace('events', 'rescued')))
      const store = openStore(at('rescued.db'))
      expect(store.check()).toEqual([])
      expect([...store.ids()]).toEqual(saved)
      for (const id of saved)
        expect([...store.events(id)].map((e) => e.id)).toEqual(fakeExtract(many.find((a) => a.id === id) as never).events.map((e) => e.id))
      const run = store.begin(SETTINGS)
      for (const a of many) store.save(fakeExtract(a), articleHash(a), run)
      expect(store.totals().articles).toBe(many.length)
      store.close()
    },
  )
})

describe('a writer that is killed', () => {
  const writer = `
    import { articleHash, openStore } from '${join(import.meta.dirname, '../../src/store/index.ts')}'
    import { ARTICLES, fakeExtract, SETTINGS, article } from '${join(import.meta.dirname, 'fake-extract.ts')}'
    const store = openStore(process.argv[1])
    const run = store.begin(SETTINGS)
    console.log('ready')
    for (let i = 0; ; i++) { const a = article('a' + i, ARTICLES[0].text + ' ' + i + '.'); store.save(fakeExtract(a), articleHash(a), run) }`

  test('leaves whole articles only', { timeout: 120_000 }, async () => {
    for (const [i, wait] of [3, 40, 170].entries()) {
      const path = at(`killed-${i}.db`)
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', writer, path], {
        cwd: join(import.meta.dirname, '../..'),
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      await new Promise((done) => setTimeout(done, wait))
      child.kill('SIGKILL')
      await ended
      const store = openStore(path)
      expect(store.check()).toEqual([])
      const ids = [...store.ids()]
      for (const id of ids) expect([...store.events(id)].length, id).toBe(2)
      expect(store.totals().sentences).toBe(ids.length * 4)
      store.close()
    }
  })
})
