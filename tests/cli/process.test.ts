import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loader } from '../../src/cli/program.ts'
import { openStore } from '../../src/store/index.ts'
import { builtAnnalist, removeBuilt } from './built-annalist.ts'
import { command, folder, startProcess } from './command.ts'
import { ended } from './ended.ts'
import { fakeLoader } from './fake-library.ts'

afterAll(removeBuilt)

const many = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `${JSON.stringify({ id: `a${String(i).padStart(4, '0')}`, text: 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. NATO slept.' })}\n`,
  ).join('')
/** Whether a run that is under way has stored something yet. */
const holdsArticles = (db: string): boolean => {
  if (!existsSync(db)) return false
  try {
    const store = openStore(db, { readonly: true })
    const { articles } = store.totals()
    store.close()
    return articles > 0
  } catch {
    // Its tables are being made.
    return false
  }
}
const exported = async (db: string): Promise<string> => (await command(['export', '--db', db])).out

describe('a run that is ended from outside', { timeout: 120_000 }, () => {
  test('SIGINT finishes the article in hand, exits 130, and the next run goes on', async () => {
    const dir = folder({ 'a.jsonl': many(300) })
    const db = join(dir, 'e.db')
    const child = startProcess(['run', join(dir, 'a.jsonl'), '--db', db], { SLOW: '20' })
    const end = ended(child)
    while (!holdsArticles(db)) await new Promise((turn) => setTimeout(turn, 20))
    child.kill('SIGINT')
    const { code, out, err } = await end
    expect(code, err).toBe(130)
    expect(out).toMatch(/^Interrupted after \d+ articles/)
    expect(out).toContain('run the same command again to go on where it stopped')
    const store = openStore(db, { readonly: true })
    const { articles } = store.totals()
    expect(store.check()).toEqual([])
    store.close()
    expect(articles).toBeGreaterThan(0)
    expect(articles).toBeLessThan(300)
    const again = JSON.parse((await command(['run', join(dir, 'a.jsonl'), '--db', db, '--json'])).out)
    expect(again).toMatchObject({ unchanged: articles, added: 300 - articles })
  })

  test.each(['extract', 'explain'])('SIGINT ends %s after the article in hand, however many were read with it', async (name) => {
    const dir = folder({ 'a.jsonl': many(400) })
    const child = startProcess([name, join(dir, 'a.jsonl')], { SLOW: '20' })
    const end = ended(child)
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    const { code, out } = await end
    expect(code).toBe(130)
    expect(out.includes('a0399')).toBe(false)
  })

  test.each([['check'], ['diff'], ['diff', '--format', 'json']])(
    'work that waits for nothing hears SIGINT, too: %s %s',
    async (name, ...more) => {
      const db = join(folder({ 'a.jsonl': many(3) }), 'a.jsonl.db')
      await command(['run', db.replace('.db', ''), '--db', db, '-q'])
      const abort = new AbortController()
      const loader: Loader = (options) => async () => {
        setImmediate(() => abort.abort())
        return fakeLoader(options)()
      }
      const argv = name === 'check' ? ['check', '--db', db] : [name, db, db, ...more]
      const { code, out } = await command(argv, { signal: abort.signal, loader })
      expect(code).toBe(130)
      expect(out).not.toMatch(/promises|nothing differs|summary/)
    },
  )

  test.each([
    ['gaps', ['lexicon', 'gaps', '--db', 'e.db']],
    ['stats', ['lexicon', 'stats']],
    ['intervals', ['score', '--db', 'e.db', '--gold', 'gold.jsonl', '--samples', '10000000']],
  ])('%s that are being counted hear SIGINT, too', async (_, words) => {
    const dir = folder({ 'a.jsonl': many(3), 'gold.jsonl': '{"doc": "a0000", "start": 7, "end": 15, "roots": ["19"]}\n' })
    const argv = words.map((word) => (/^(e\.db|gold\.jsonl)$/.test(word) ? join(dir, word) : word))
    await command(['run', join(dir, 'a.jsonl'), '--db', join(dir, 'e.db'), '-q'])
    const abort = new AbortController()
    setImmediate(() => abort.abort())
    expect(await command(argv, { signal: abort.signal })).toMatchObject({ code: 130, out: '' })
  })

  test('a second SIGINT does not wait for the article in hand', async () => {
    const dir = folder({ 'a.jsonl': `${many(3)}{"id": "b", "text": "FOREVER"}\n` })
    const db = join(dir, 'e.db')
    const metrics = join(dir, 'a.prom')
    const child = startProcess(['run', join(dir, 'a.jsonl'), '--db', db, '--workers', '1', '--metrics', metrics], { IN_WORKERS: '1' })
    const end = ended(child)
    while (!existsSync(metrics)) await new Promise((turn) => setTimeout(turn, 20))
    await new Promise((turn) => setTimeout(turn, 1000))
    child.kill('SIGINT')
    await new Promise((turn) => setTimeout(turn, 300))
    expect(child.exitCode).toBeNull()
    child.kill('SIGINT')
    expect(await end).toMatchObject({ code: 130, out: '' })
    const store = openStore(db)
    expect(store.check()).toEqual([])
    store.close()
  })

  test('SIGKILL at any moment: the next run gives what an undisturbed one gives', async () => {
    const dir = folder({ 'a.jsonl': many(200) })
    const undisturbed = join(dir, 'undisturbed.db')
    await command(['run', join(dir, 'a.jsonl'), '--db', undisturbed, '-q'])
    const expected = await exported(undisturbed)
    for (const [i, wait] of [0, 15, 60, 150].entries()) {
      const db = join(dir, `${i}.db`)
      const child = startProcess(['run', join(dir, 'a.jsonl'), '--db', db], { SLOW: '2' })
      const end = ended(child)
      while (!existsSync(db)) await new Promise((turn) => setTimeout(turn, 5))
      await new Promise((turn) => setTimeout(turn, wait))
      child.kill('SIGKILL')
      await end
      const again = JSON.parse((await command(['run', join(dir, 'a.jsonl'), '--db', db, '--json'])).out)
      expect(again.unchanged + again.added).toBe(200)
      expect(await exported(db)).toBe(expected)
      expect((await command(['doctor', '--db', db])).code).toBe(0)
    }
  })

  test('SIGINT while waiting for stdin ends at once and stores nothing of it', async () => {
    const db = join(folder(), 'e.db')
    const child = startProcess(['run', '-', '--db', db])
    const end = ended(child)
    child.stdin.write('Russia attacked Ukraine.')
    while (!existsSync(db)) await new Promise((turn) => setTimeout(turn, 20))
    await new Promise((turn) => setTimeout(turn, 100))
    child.kill('SIGINT')
    expect((await end).code).toBe(130)
    const store = openStore(db, { readonly: true })
    expect(store.totals().articles).toBe(0)
    store.close()
  })
})

describe('pipes', { timeout: 60_000 }, () => {
  test('a reader that goes away ends the command quietly', async () => {
    const dir = folder({ 'a.jsonl': many(3000) })
    const child = startProcess(['extract', join(dir, 'a.jsonl')])
    let err = ''
    child.stderr.on('data', (data) => {
      err += data
    })
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'exit')
    expect([code, err]).toEqual([0, ''])
  })

  test('a slow reader gets every line', async () => {
    const dir = folder({ 'a.jsonl': many(2000) })
    const child = startProcess(['extract', join(dir, 'a.jsonl')])
    await new Promise((turn) => setTimeout(turn, 500))
    const { code, out } = await ended(child)
    expect([code, out.split('\n').length - 1]).toEqual([0, 2000])
  })
})

describe.skipIf(process.platform === 'win32')('named pipes', { timeout: 60_000 }, () => {
  const dir = folder({
    'a.jsonl': many(3),
    'gold.jsonl': '{"doc": "a0000", "start": 7, "end": 15, "roots": ["19"], "source": [], "target": []}\n',
  })
  const [db, events, pipe] = ['e.db', 'events.ndjson', 'pipe'].map((name) => join(dir, name)) as [string, string, string]
  beforeAll(async () => {
    await command(['run', join(dir, 'a.jsonl'), '--db', db])
    await command(['export', '--db', db, '-o', events])
    spawnSync('mkfifo', [pipe])
  })
  const from = (source: string, ...argv: readonly string[]) => ended(startProcess(argv, {}, `(${source} > '${pipe}' &)`))
  const through = (...argv: readonly string[]) => from(`cat '${events}'`, ...argv)

  test('are compared as exports are', async () => {
    expect(await through('diff', pipe, db, '--exit-code')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^nothing differs; 3 /),
    })
    expect((await through('diff', db, pipe, '--exit-code')).code).toBe(0)
    expect(await ended(startProcess(['diff', '/dev/null', events]))).toMatchObject({ code: 0, out: expect.stringMatching(/^3 added/) })
  })
  test('are scored as files are', async () => {
    const gold = join(dir, 'gold.jsonl')
    const { out } = await command(['score', events, '--gold', gold])
    expect(await through('score', pipe, '--gold', gold)).toMatchObject({ code: 0, err: '', out })
  })
  test('hold what is packed, too', async () => {
    const packed = `gzip -c '${events}'`
    expect(await from(packed, 'diff', pipe, db)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^nothing differs; 3 /) })
    const gold = join(dir, 'gold.jsonl')
    const { out } = await command(['score', events, '--gold', gold])
    expect(await from(packed, 'score', pipe, '--gold', gold)).toMatchObject({ code: 0, err: '', out })
  })
  test('hold no database, and tell so', async () => {
    const told = expect.stringMatching(/pipe: a database can't be read out of a pipe\n.*name its file/)
    expect(await from(`cat '${db}'`, 'diff', pipe, db)).toMatchObject({ code: 1, err: told })
    expect(await from(`cat '${db}'`, 'score', pipe, '--gold', join(dir, 'gold.jsonl'))).toMatchObject({ code: 2, err: told })
  })
  test('are written into, those without a name, too', () => {
    const argv = ['export', '--db', db, '-o', '/dev/stdout']
    const { stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$@" | cat', process.execPath, builtAnnalist(), ...argv], { encoding: 'utf8' })
    expect([stdout, stderr]).toEqual([readFileSync(events, 'utf8'), ''])
  })
  test('end the command quietly when their reader goes away', async () => {
    // Ids that can't be packed, so that Parquet, too, is more than a pipe holds.
    const articles = many(400).replace(/"id":"/g, (id) => id + randomBytes(300).toString('hex'))
    const file = join(folder({ 'a.jsonl': articles }), 'a.jsonl')
    const large = `${file}.db`
    await command(['run', file, '--db', large, '-q'])
    await command(['export', '--db', large, '-o', `${file}.parquet`, '--format', 'parquet', '-q'])
    expect(statSync(`${file}.parquet`).size).toBeGreaterThan(1 << 17)
    for (const format of ['ndjson', 'csv', 'parquet']) {
      const argv = ['export', '--db', large, '-o', '/dev/stdout', '--format', format]
      const script = '{ "$0" "$@"; echo "ended $?" >&2; } | head -c 10'
      const { stderr } = spawnSync('sh', ['-c', script, process.execPath, builtAnnalist(), ...argv], { encoding: 'utf8' })
      expect(stderr).toBe('ended 0\n')
    }
  })
})

describe('what can no longer be written to', { timeout: 60_000 }, () => {
  test('whoever stops reading the notes does not stop the run', async () => {
    const dir = folder({ 'a.jsonl': `${'{"id": "none"}\n'.repeat(3000)}${many(300)}` })
    const child = startProcess(['run', join(dir, 'a.jsonl'), '--db', join(dir, 'e.db'), '--json'])
    await once(child.stderr, 'data')
    child.stderr.destroy()
    const { code, out } = await ended(child)
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ added: 300, quarantined: 3000 })
  })

  test.skipIf(!existsSync('/dev/full'))('data that finds no room on stdout are told', async () => {
    const dir = folder({ 'a.jsonl': many(3) })
    const { code, err } = await ended(startProcess(['extract', join(dir, 'a.jsonl')], {}, 'exec >/dev/full'))
    expect([code, err]).toEqual([1, expect.stringMatching(/^error stdout can't be written: ENOSPC/)])
    const db = join(dir, 'e.db')
    await command(['run', join(dir, 'a.jsonl'), '--db', db, '-q'])
    expect(await command(['export', '--db', db, '-o', '/dev/full', '-q'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error \/dev\/full can't be written: the disk is full\n.*free some space/),
    })
  })
})

describe('a database that another program holds', { timeout: 60_000 }, () => {
  test('ends the run with 4 after a wait', async () => {
    const dir = folder({ 'a.jsonl': many(3) })
    const db = join(dir, 'e.db')
    await command(['run', join(dir, 'a.jsonl'), '--db', db])
    const holder = new Database(db)
    holder.exec('BEGIN EXCLUSIVE')
    const { code, err } = await ended(startProcess(['run', join(dir, 'a.jsonl'), '--db', db]))
    holder.close()
    expect(code).toBe(4)
    expect(err).toMatch(/is in use by another program.*\n.*run again/)
  })
})

test('the same bytes come out in any time zone and locale', { timeout: 60_000 }, async () => {
  const dir = folder({
    'a.jsonl': many(3),
    'İstanbul.txt': 'Serbia praised NATO on 2022-02-24.',
    'ärger.txt': 'France met on 2022-12-31.',
    'zebra.txt': 'France met on 2022-01-01.',
  })
  const outputs: string[] = []
  for (const [i, env] of [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    { TZ: 'America/Los_Angeles', LC_ALL: 'sv_SE.UTF-8' },
  ].entries()) {
    const db = join(dir, `${i}.db`)
    const run = await ended(startProcess(['run', dir, '--db', db], env))
    expect(run.code, run.err).toBe(0)
    outputs.push(
      run.out.replaceAll(db, 'e.db') +
        (await ended(startProcess(['export', '--db', db, '--format', 'csv'], env))).out +
        (await ended(startProcess(['extract', dir], env))).out,
    )
  }
  expect(outputs[0]).toContain('praised')
  expect(outputs[1]).toBe(outputs[0])
  expect(outputs[2]).toBe(outputs[0])
})

test.skipIf(process.platform === 'win32')('a read-only folder is told: exit 1', { timeout: 60_000 }, () => {
  const isRoot = process.getuid?.() === 0
  const dir = folder({ 'a.txt': 'France met.' })
  spawnSync('chmod', ['-R', 'a+rX,a-w', dir])
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'fake-annalist.ts'), 'run', join(dir, 'a.txt'), '--db', join(dir, 'e.db')],
    { encoding: 'utf8', cwd: join(import.meta.dirname, '../..'), ...(isRoot && { uid: 65534, gid: 65534 }) },
  )
  expect(stderr).toMatch(/^error .*e\.db can't be opened .*\n.*--db/)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(status).toBe(1)
})

test('of two configurations in a folder none is chosen silently', { timeout: 60_000 }, async () => {
  const dir = folder({ 'annalist.config.json': '{"db": "a.db"}', 'annalist.config.yaml': 'db: b.db\n' })
  const { code, err } = await ended(startProcess(['check'], {}, `cd '${dir}'`))
  expect([code, err]).toEqual([2, expect.stringMatching(/there are annalist\.config\.json and annalist\.config\.yaml here\n.*--config/)])
  const named = await ended(startProcess(['check', '--config', 'annalist.config.yaml'], {}, `cd '${dir}'`))
  expect([named.code, named.err]).toEqual([1, expect.stringMatching(/no database at b\.db/)])
})
