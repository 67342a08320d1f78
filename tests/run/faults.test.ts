import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { run } from '../../src/run/run.ts'
import { inThread } from '../../src/run/runner.ts'
import { openStore } from '../../src/store/index.ts'
import { removeBuilt } from '../cli/built-annalist.ts'
import { command, folder, startProcess } from '../cli/command.ts'
import { ended } from '../cli/ended.ts'
import { fakeExtract, SETTINGS } from '../store/fake-extract.ts'

afterAll(removeBuilt)

// Short here, in earnest with `npm run soak`.
const SOAK = process.env.SOAK === '1'
const scale = (short: number, long: number): number => (SOAK ? long : short)
// A busy machine is no fault.
const LONG = scale(600_000, 3_600_000)

const good = (n: number): string => `Russia attacked Ukraine in Kyiv on 2022-02-24, as report ${n} has it. NATO slept.`
const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`

/** What a database must hold after a fault: every good article's event exactly once, and no damage. */
const expectWhole = (db: string, ids: readonly string[]): void => {
  const store = openStore(db, { readonly: true })
  try {
    expect(store.check()).toEqual([])
    expect([...store.ids()]).toEqual(ids.toSorted())
    expect([...store.events()].map((e) => e.document)).toEqual(ids.toSorted())
  } finally {
    store.close()
  }
}

/** Runs over a folder with two good articles beside what is broken, twice: the second run changes nothing. */
const around = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  more: readonly string[] = [],
  make: (dir: string) => void = () => {},
) => {
  const dir = folder({ 'in/good-a.txt': good(1), 'in/good-z.txt': good(2), ...files })
  make(join(dir, 'in'))
  const db = join(dir, 'events.db')
  const ids = ['good-a', 'good-z', ...more]
  const first = await command(['run', join(dir, 'in'), '--db', db, '--workers', '0'])
  expectWhole(db, ids)
  const bytes = readFileSync(db)
  const second = await command(['run', join(dir, 'in'), '--db', db, '--workers', '0'])
  expect(second.code).toBe(first.code)
  expect(readFileSync(db).equals(bytes)).toBe(true)
  return first
}

const warc = (pages: readonly string[]): Buffer =>
  Buffer.concat(
    pages.map((text, i) => {
      const body = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${text}`
      return gzipSync(
        `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/${i}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`,
      )
    }),
  )

describe('broken input costs itself and nothing else', { timeout: LONG }, () => {
  const packed = gzipSync(Array.from({ length: 50 }, (_, i) => line(`p${i}`, `${good(i)} ${Math.sin(i)}`)).join(''))
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'.concat(
    ...Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`),
    ']><nitf>&j;</nitf>',
  )
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, readonly string[], RegExp]>([
    ['an empty file', { 'in/m.txt': '' }, [], /m\.txt: is empty/],
    ['NUL bytes', { 'in/m.txt': 'Russia attacked\0 Ukraine.' }, [], /m\.txt: is a binary file: NUL at byte 15/],
    [
      'mixed encodings',
      { 'in/m.txt': Buffer.concat([Buffer.from('Élysée, '), Buffer.from('Élysée', 'latin1')]) },
      [],
      /m\.txt: is not UTF-8: 0xC9 at byte 10/,
    ],
    [
      'broken lines of JSON',
      { 'in/m.jsonl': `${line('m1', good(3))}{"id": "m2", \n${line('m3', good(4))}` },
      ['m1', 'm3'],
      /m\.jsonl:2: is not JSON/,
    ],
    [
      'a table whose quotes never close',
      { 'in/m.csv': `id,text\nm1,${good(3).replaceAll(',', ';')}\nm2,"${good(4)}\nm3,${good(5)}\n` },
      ['m1'],
      /m\.csv:\d+: is no row of a table/,
    ],
    [
      'a zip bomb',
      { 'in/m.jsonl.gz': gzipSync(Buffer.alloc(scale(20, 400) * 1024 * 1024, 97)) },
      [],
      /m\.jsonl\.gz:1: the line has \d+ bytes/,
    ],
    ['an entity bomb', { 'in/m.nitf': bomb }, [], /m\.nitf: declares entities of its own/],
    ['HTML nested without end', { 'in/m.html': `<html><body>${'<div>'.repeat(scale(20_000, 400_000))}` }, [], /m\.html: is a web page/],
    ['a database among the articles', { 'in/m.txt': 'SQLite format 3\0xxxx' }, [], /m\.txt: is a SQLite database, not text/],
  ])('%s', async (_, files, more, message) => {
    const { code, err } = await around(files, more).catch((error) => {
      throw error
    })
    expect(err).toMatch(message)
    expect(code).toBe(3)
  })

  test('a gzip stream cut short: what came before is there', async () => {
    const dir = folder({ 'in/m.jsonl.gz': packed.subarray(0, Math.floor(packed.length / 2)) })
    const db = join(dir, 'events.db')
    const { code, err } = await command(['run', join(dir, 'in'), '--db', db, '--workers', '0'])
    expect(code).toBe(3)
    expect(err).toMatch(/m\.jsonl\.gz: is cut short: the gzip stream ends before its end/)
    const store = openStore(db, { readonly: true })
    const ids = [...store.ids()]
    store.close()
    expect(ids.length).toBeGreaterThan(5)
    expectWhole(db, ids)
  })

  test('a web archive cut short: the records before are there', async () => {
    const archive = warc([good(1), good(2), good(3)])
    const { code, err } = await around({ 'in/m.warc.gz': archive.subarray(0, archive.length - 30) }, [
      'http://x.example/0',
      'http://x.example/1',
    ])
    expect(code).toBe(3)
    expect(err).toMatch(/m\.warc\.gz: is cut short/)
  })

  test(`${scale(20, 100)} MB on one line are measured, not kept`, async () => {
    const size = scale(20, 100) * 1024 * 1024
    const before = process.memoryUsage().rss
    const { code, err } = await around({ 'in/m.jsonl': Buffer.alloc(size, 120) })
    expect(code).toBe(3)
    expect(err).toContain(`m.jsonl:1: the line has ${size} bytes`)
    expect(process.memoryUsage().rss - before).toBeLessThan(size + 200e6)
  })

  test.skipIf(process.platform === 'win32')('links that lead round in a circle, and names with line ends', async () => {
    const { code, err } = await around({}, ['a\nb'], (dir) => {
      symlinkSync('.', join(dir, 'loop'))
      symlinkSync('nowhere.txt', join(dir, 'lost.txt'))
      writeFileSync(join(dir, 'a\nb.txt'), good(5))
    })
    expect(code).toBe(3)
    expect(err).toContain('lost.txt: there is no such file or folder')
  })

  test(`a folder of ${scale(500, 200_000)} files`, async () => {
    const dir = folder()
    const count = scale(500, 200_000)
    for (let d = 0; d * 500 < count; d++) {
      mkdirSync(join(dir, `in/${d}`), { recursive: true })
      for (let i = 0; i < 500; i++) writeFileSync(join(dir, `in/${d}/${i}.txt`), good(d * 500 + i))
    }
    const db = join(dir, 'events.db')
    const report = await run({ paths: [join(dir, 'in')], db, settings: SETTINGS, runner: inThread(fakeExtract) })
    expect(report).toMatchObject({ added: count, quarantined: 0, totals: { articles: count, events: count } })
    const store = openStore(db, { readonly: true })
    expect(store.check()).toEqual([])
    store.close()
    expect(await run({ paths: [join(dir, 'in')], db, settings: SETTINGS, runner: inThread(fakeExtract) })).toMatchObject({
      added: 0,
      unchanged: count,
    })
  })
})

describe('texts made to be slow', { timeout: LONG }, () => {
  const long = scale(20_000, 400_000)
  test.each([
    ['exclamation marks', '!'.repeat(long)],
    ['opening brackets', '('.repeat(long)],
    ['one endless word', 'a'.repeat(long)],
    ['quotation marks', '"“'.repeat(long / 2)],
    ['line ends', '\n'.repeat(long)],
    ['hyphens', 'a-'.repeat(long / 2)],
    ['digits', '1234567890 '.repeat(long / 11)],
    ['commas', 'Russia, '.repeat(long / 8)],
    ['the same verb', 'attacked '.repeat(long / 9)],
    ['capitals', 'RUSSIA '.repeat(long / 7)],
  ])('%s cost no more than so many characters of news do, ten times over', (_, text) => {
    const started = process.cpuUsage()
    const { document } = extract({ id: 'x', text: `Finland joined NATO on Tuesday. ${text}`, published: '2023-04-05' })
    const { user, system } = process.cpuUsage(started)
    expect(document.article.text.length).toBeGreaterThan(long / 2)
    // 0.004 MB a second even on a busy machine; what grows with the square takes hours.
    expect((user + system) / 1e6).toBeLessThan(5 + long / 4000)
  })
})

describe('a machine that fails', { timeout: LONG }, () => {
  const articles = scale(150, 2000)
  const input = Array.from({ length: articles }, (_, i) => line(`a${String(i).padStart(5, '0')}`, good(i))).join('')
  const ids = Array.from({ length: articles }, (_, i) => `a${String(i).padStart(5, '0')}`)

  test(`kill -9 at ${scale(4, 20)} random moments: each run goes on where the last one stopped`, async () => {
    const dir = folder({ 'a.jsonl': input })
    const db = join(dir, 'events.db')
    for (let i = 0; i < scale(4, 20); i++) {
      const child = startProcess(['run', join(dir, 'a.jsonl'), '--db', db], { SLOW: '3' })
      const end = ended(child)
      if (i === 0) while (!existsSync(db)) await new Promise((turn) => setTimeout(turn, 10))
      await new Promise((turn) => setTimeout(turn, Math.random() * 1200))
      child.kill('SIGKILL')
      await end
      const store = openStore(db)
      expect(store.check()).toEqual([])
      for (const id of store.ids()) expect([...store.events(id)], id).toHaveLength(1)
      store.close()
    }
    expect((await command(['run', join(dir, 'a.jsonl'), '--db', db, '-q'])).code).toBe(0)
    expectWhole(db, ids)
  })

  test('a database with flipped bytes is found by doctor, and never written over', async () => {
    const dir = folder({ 'a.jsonl': input })
    const db = join(dir, 'events.db')
    await command(['run', join(dir, 'a.jsonl'), '--db', db, '-q'])
    const whole = readFileSync(db)
    const size = Number(new Database(db, { readonly: true }).pragma('page_size', { simple: true }))
    let found = 0
    const tries = scale(6, 60)
    for (let i = 0; i < tries; i++) {
      const bytes = Buffer.from(whole)
      const page = Math.floor((i / tries) * (bytes.length / size))
      for (let k = page === 0 ? 100 : 0; k < 600; k++) bytes[page * size + k] = (bytes[page * size + k] as number) ^ 0xff
      const damaged = join(dir, `damaged-${i}.db`)
      writeFileSync(damaged, bytes)
      const doctor = await command(['doctor', '--db', damaged])
      if (doctor.code === 4) found++
      expect(readFileSync(damaged).equals(bytes), `page ${page}`).toBe(true)
    }
    expect(found).toBe(tries)
    // A run over one whose first page is broken refuses, and leaves it as it is.
    const broken = join(dir, 'broken.db')
    const bytes = Buffer.from(whole)
    bytes.fill(0xff, 100, 600)
    writeFileSync(broken, bytes)
    const { code, err } = await command(['run', join(dir, 'a.jsonl'), '--db', broken])
    expect(code).toBe(4)
    expect(err).toMatch(/broken\.db is damaged/)
    expect(readFileSync(broken).equals(bytes)).toBe(true)
  })

  const disk = folder({})
  const mounted =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0
  afterAll(() => {
    if (mounted) spawnSync('umount', [disk])
  })
  test.skipIf(!mounted)(
    'a disk that fills up in the middle is told, and loses nothing (needs root on Linux, to mount a disk of 1 MB)',
    async () => {
      const dir = folder({
        'a.jsonl': Array.from({ length: 2000 }, (_, i) =>
          line(`a${String(i).padStart(5, '0')}`, `${good(i)} ${'It went on. '.repeat(20)}`),
        ).join(''),
      })
      const { code, err } = await command(['run', join(dir, 'a.jsonl'), '--db', join(disk, 'events.db'), '--workers', '0'])
      expect(code).toBe(1)
      expect(err).toMatch(/has no room to grow: the disk is full.*\n.*free some space and run again/)
      for (const end of ['', '-wal'])
        if (existsSync(join(disk, `events.db${end}`))) copyFileSync(join(disk, `events.db${end}`), join(dir, `rescued.db${end}`))
      const store = openStore(join(dir, 'rescued.db'))
      expect(store.check()).toEqual([])
      const kept = [...store.ids()]
      store.close()
      expect(kept.length).toBeGreaterThan(100)
      expect(JSON.parse((await command(['run', join(dir, 'a.jsonl'), '--db', join(dir, 'rescued.db'), '--json'])).out)).toMatchObject({
        unchanged: kept.length,
        added: 2000 - kept.length,
      })
    },
  )

  test.skipIf(process.platform === 'win32')(
    'a file that may not grow any more, as under a quota, is told, and nothing is lost',
    async () => {
      const count = 2000
      const text = Array.from({ length: count }, (_, i) =>
        line(`a${String(i).padStart(5, '0')}`, `${good(i)} ${'It went on. '.repeat(20)}`),
      ).join('')
      const dir = folder({ 'a.jsonl': text })
      const db = join(dir, 'events.db')
      // 1 MB in the units of POSIX' shell, 2 MB in those of bash.
      const { code, err } = await ended(startProcess(['run', join(dir, 'a.jsonl'), '--db', db], {}, 'ulimit -f 2048'))
      expect(code).toBe(1)
      expect(err).toMatch(/events\.db can't be read or written: the disk reports an error.*\n.*check the disk and the space left on it/)
      const store = openStore(db)
      expect(store.check()).toEqual([])
      const kept = [...store.ids()]
      store.close()
      expect(kept.length).toBeGreaterThan(100)
      expect(JSON.parse((await command(['run', join(dir, 'a.jsonl'), '--db', db, '--json'])).out)).toMatchObject({
        unchanged: kept.length,
        added: count - kept.length,
      })
    },
  )

  test('a second writer waits or is told; both lose nothing', async () => {
    const dir = folder({ 'a.jsonl': input, 'b.jsonl': input.replaceAll('"a', '"b') })
    const db = join(dir, 'events.db')
    await command(['run', '--db', db, '--limit', '1', join(dir, 'a.jsonl'), '-q'])
    const both = await Promise.all(
      ['a', 'b'].map((name) => ended(startProcess(['run', join(dir, `${name}.jsonl`), '--db', db], { SLOW: '1' }))),
    )
    for (const { code, err } of both) expect(code, err).toBe(0)
    expectWhole(db, [...ids, ...ids.map((id) => id.replace('a', 'b'))])
  })

  test('a clock that is set back changes nothing', async () => {
    const dir = folder({ 'a.jsonl': input })
    const now = Date.now
    const db = join(dir, 'events.db')
    try {
      let tick = now()
      Date.now = () => {
        tick -= 3_600_000
        return tick
      }
      expect((await command(['run', join(dir, 'a.jsonl'), '--db', db, '-q', '--metrics', join(dir, 'm.prom')])).code).toBe(0)
    } finally {
      Date.now = now
    }
    expectWhole(db, ids)
    const [session] = (await command(['runs', '--db', db, '--json'])).out.split('\n').map((text) => (text === '' ? null : JSON.parse(text)))
    expect(session.seconds).toBeGreaterThanOrEqual(0)
  })
})
