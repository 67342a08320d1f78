import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { metricsText } from '../../src/cli/metrics.ts'
import { progressLine } from '../../src/cli/progress-line.ts'
import { noProgress } from '../../src/run/progress.ts'
import { roomForWorkers } from '../../src/run/room-for-workers.ts'
import { command, folder } from '../cli/command.ts'

const news = (): {
  readonly dir: string
  readonly db: string
  readonly run: (...argv: readonly string[]) => Promise<Record<string, unknown>>
} => {
  const dir = folder({
    'in/a.jsonl': ['2024-05-01', '2024-05-02', '2024-05-03', null]
      .map((published, i) => `${JSON.stringify({ id: `a${i}`, text: `Russia attacked Ukraine ${i}. NATO slept.`, published })}\n`)
      .join(''),
  })
  const db = join(dir, 'events.db')
  return { dir, db, run: async (...argv) => JSON.parse((await command(['run', join(dir, 'in'), '--db', db, '--json', ...argv])).out) }
}

test('--limit stops after so many new articles, and the next run goes on from there', async () => {
  const { run } = news()
  expect(await run('--limit', '3')).toMatchObject({ added: 3, unchanged: 0 })
  expect(await run('--limit', '3')).toMatchObject({ added: 1, unchanged: 3, totals: { articles: 4 } })
})

test('a folder without anything that is read is told of, with what to write instead', async () => {
  const dir = folder({ 'in/notes.md': 'Russia attacked Ukraine. NATO slept.' })
  const empty = await command(['run', join(dir, 'in'), '--db', join(dir, 'events.db')])
  expect(empty.code).toBe(0)
  expect(empty.err).toMatch(/^nothing to read: .* whose name tells a format .* a pattern such as 'news\/\*\*\/\*' names any/)
  const named = await command(['run', join(dir, 'in/**/*'), '--db', join(dir, 'events.db'), '--json'])
  expect(JSON.parse(named.out)).toMatchObject({ added: 1 })
  expect(named.err).toBe('')
})

test('--since passes over what was published before; what has no date is read', async () => {
  const { dir, db, run } = news()
  expect(await run('--since', '2024-05-02')).toMatchObject({ added: 3, skipped: 1, totals: { articles: 3 } })
  const { out } = await command(['run', join(dir, 'in'), '--db', db, '--since', '2024-05-02'])
  expect(out).toMatch(/^Read 3 articles \(3 unchanged, 1 passed over\)$/m)
})

test('where nothing could be read the summary leads to the quarantine, and --retry says where there is none', async () => {
  const dir = folder({ 'in/a.txt': '' })
  const db = join(dir, 'events.db')
  const { out, code } = await command(['run', join(dir, 'in'), '--db', db])
  expect(code).toBe(3)
  expect(out).toContain(`next: annalist quarantine --db ${db} tells what was left out`)
  writeFileSync(join(dir, 'in/a.txt'), 'Russia attacked Ukraine.')
  expect(JSON.parse((await command(['run', '--retry', '--db', db, '--json'])).out)).toMatchObject({ added: 1 })
  expect(await command(['run', '--retry', '--db', db, '--json'])).toMatchObject({
    code: 0,
    err: 'nothing is in quarantine that could be read again\n',
  })
  expect(await command(['quarantine', '--db', db])).toEqual({ code: 0, out: '', err: 'nothing is left out\n' })
  expect(await command(['quarantine', '--db', db, '--json'])).toEqual({ code: 0, out: '', err: '' })
})

test('a folder that could not be read leaves the quarantine when a file in it is read', async () => {
  const dir = folder({ 'in/b.txt': 'NATO slept.' })
  writeFileSync(join(dir, 'list'), `\ufeff${join(dir, 'in/')}\r\n${join(dir, 'more/')}\r\n`)
  const run = ['run', '--files-from', join(dir, 'list'), '--db', join(dir, 'events.db'), '--json']
  expect(JSON.parse((await command(run)).out)).toMatchObject({ added: 1, quarantined: 1, totals: { quarantined: 1 } })
  mkdirSync(join(dir, 'more/below'), { recursive: true })
  writeFileSync(join(dir, 'more/below/a.txt'), 'Russia attacked Ukraine.')
  expect(JSON.parse((await command(run)).out)).toMatchObject({ added: 1, unchanged: 1, totals: { quarantined: 0 } })
})

test('--retry leaves an id with the file that has it, though it reads another one only', async () => {
  const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`
  const doubled = line('a', 'China attacked Ukraine. NATO slept.')
  const dir = folder({ 'in/a.jsonl': line('a', 'Russia attacked Ukraine. NATO slept.'), 'in/b.jsonl': `${doubled}{"id": "b"\n` })
  const db = join(dir, 'events.db')
  await command(['run', join(dir, 'in'), '--db', db])
  const before = (await command(['export', '--db', db])).out
  writeFileSync(join(dir, 'in/b.jsonl'), `${doubled}${line('b', 'NATO slept.')}`)
  const retried = await command(['run', '--retry', '--db', db, '--json'])
  expect(JSON.parse(retried.out)).toMatchObject({ added: 1, replaced: 0, quarantined: 1 })
  expect(retried.err).toContain(`b.jsonl:1: id: "a" is the id of another article, at ${join(dir, 'in/a.jsonl')}:1; this one is left out`)
  expect((await command(['export', '--db', db])).out).toBe(before)
  writeFileSync(join(dir, 'in/b.jsonl'), `${doubled.replace('"a"', '"c"')}${line('b', 'NATO slept.')}{\n`)
  await command(['run', join(dir, 'in'), '--db', db])
  writeFileSync(join(dir, 'in/a.jsonl'), `\n${line('a', 'Russia attacked Ukraine. NATO slept.')}{\n`)
  expect(JSON.parse((await command(['run', join(dir, 'in'), '--db', db, '--json'])).out)).toMatchObject({ unchanged: 3, quarantined: 2 })
  expect(JSON.parse((await command(['run', '--retry', '--db', db, '--json'])).out)).toMatchObject({ unchanged: 3, quarantined: 2 })
})

test('--force does again what was done, and gives the same', async () => {
  const { db, run } = news()
  await run()
  const before = (await command(['export', '--db', db])).out
  expect(await run()).toMatchObject({ unchanged: 4, added: 0 })
  expect(await run('--force')).toMatchObject({ unchanged: 0, added: 0, replaced: 4 })
  expect((await command(['export', '--db', db])).out).toBe(before)
})

test('--dry-run tells what would be done, and makes and changes no database', async () => {
  const { dir, db, run } = news()
  expect(await run('--dry-run')).toMatchObject({ added: 4, replaced: 0, unchanged: 0 })
  expect(existsSync(db)).toBe(false)
  await run()
  const bytes = readFileSync(db)
  writeFileSync(join(dir, 'in/b.txt'), 'France sued Serbia.')
  writeFileSync(join(dir, 'in/c.txt'), '')
  writeFileSync(
    join(dir, 'in/a.jsonl'),
    `${JSON.stringify({ id: 'a0', text: 'Russia praised Ukraine.' })}\n{"id": "a1", "text": "Russia attacked Ukraine 1. NATO slept.", "published": "2024-05-02"}\n`,
  )
  expect(await run('--dry-run')).toMatchObject({ added: 1, replaced: 1, unchanged: 1, quarantined: 1 })
  expect((await command(['run', join(dir, 'in'), '--db', db, '--dry-run'])).out).toBe(
    'Would do: 1 new, 1 changed, 1 unchanged, 1 unreadable\n',
  )
  expect(readFileSync(db).equals(bytes)).toBe(true)
})

test.each([
  [['--prune', '--limit', '3'], /--limit reads a part/],
  [['--prune', '--since', '2024-05-02'], /--since reads a part/],
  [['--watch', '--prune'], /--watch goes on for ever/],
  [['--watch', '--dry-run'], /--watch goes on for ever/],
  [['--dry-run', '--limit', '1'], /--dry-run changes nothing/],
  [['--since', 'yesterday'], /write a day: 2023-04-05/],
  [['--since', '2023-04-05T10:00:00Z'], /write a day: 2023-04-05/],
  [['--dry-run', '--fetch'], /--dry-run asks nothing of the web/],
  [['--limit', '0'], /write a whole number from 1/],
  [['--workers', '-1'], /write a whole number from 0/],
] as const)('%j is refused: exit 2', async (argv, message) => {
  const { dir, db } = news()
  const { code, err } = await command(['run', join(dir, 'in'), '--db', db, ...argv])
  expect(code).toBe(2)
  expect(err).toMatch(message)
  expect(existsSync(db)).toBe(false)
})

describe('annalist runs', () => {
  test('lists what changed the database, the last one first; a repeat changes nothing', async () => {
    const { dir, db, run } = news()
    await run('--limit', '3')
    await run()
    await run()
    writeFileSync(join(dir, 'in/c.txt'), '')
    await command(['run', join(dir, 'in'), '--db', db])
    const lines = (await command(['runs', '--db', db, '--json'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { key: 3, state: 'done', added: 0, unchanged: 4, quarantined: 1 },
      { key: 2, state: 'done', added: 1, unchanged: 3, events: 1 },
      { key: 1, state: 'done', added: 3, unchanged: 0, events: 3, version: '0.0.0', lexicon: 'fake' },
    ])
    const { out, code } = await command(['runs', '--db', db])
    expect(code).toBe(0)
    expect(out).toMatch(/^run {2}started \(UTC\) .*\n {2}3 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +\d+\.\d s {2}done /)
  })

  test('of a rebuilt database, which tells no time, says so', async () => {
    const { db, run } = news()
    await run('--fresh')
    expect((await command(['runs', '--db', db])).out).toMatch(/^no run is noted: .*--fresh/)
    expect((await command(['runs', '--db', db, '--json'])).out).toBe('')
  })

  test('of a database that is not there: exit 1', async () => {
    expect(await command(['runs', '--db', join(folder(), 'none.db')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no database/),
    })
  })
})

test.skipIf(process.platform === 'win32')('--metrics takes the place of no device and no link', async () => {
  const { dir, run } = news()
  symlinkSync('/dev/null', join(dir, 'device.prom'))
  await run('--metrics', join(dir, 'device.prom'))
  expect(readlinkSync(join(dir, 'device.prom'))).toBe('/dev/null')
  writeFileSync(join(dir, 'real.prom'), '')
  symlinkSync('real.prom', join(dir, 'link.prom'))
  await run('--metrics', join(dir, 'link.prom'))
  expect(readlinkSync(join(dir, 'link.prom'))).toBe('real.prom')
  expect(readFileSync(join(dir, 'real.prom'), 'utf8')).toContain('annalist_run_articles')
})

test('--metrics keeps figures as node exporter reads them', async () => {
  const { dir, run } = news()
  const file = join(dir, 'annalist.prom')
  await run('--metrics', file)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('annalist_run_articles{outcome="added"} 4\n')
  expect(text).toContain('annalist_run_events 4\n')
  expect(text).toContain('annalist_run_state{state="done"} 1\n')
  // Every line is a comment or a sample, each name has one HELP and one TYPE before its samples (Prometheus' text format 0.0.4).
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z]+"\})? -?\d+(\.\d+)?)$/)
  const typed = [...text.matchAll(/# TYPE (\w+)/g)].map((m) => m[1])
  expect(new Set(typed).size).toBe(typed.length)
  expect(metricsText({ ...noProgress, quarantined: 2 }, { seconds: 1.5, now: 1700000000.4, state: 'failed' })).toContain(
    'annalist_run_articles{outcome="quarantined"} 2\n',
  )
})

test('--log-format json writes one object a line on stderr', async () => {
  const { dir, db } = news()
  writeFileSync(join(dir, 'in/c.txt'), '')
  const { err, code } = await command(['run', join(dir, 'in'), '--db', db, '--log-format', 'json'])
  expect(code).toBe(3)
  const lines = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([{ level: 'warning', event: 'left out', file: join(dir, 'in/c.txt'), message: 'is empty' }])
})

describe('the progress line', () => {
  const progress = { ...noProgress, read: 1200, added: 1200, events: 3000, characters: 4_000_000 }
  test.each([
    [
      { seconds: 10, done: 25, total: 100 },
      120,
      '██████░░░░░░░░░░░░░░░░░░  25 % 1200 articles, 120 a second, 0.40 MB a second, 30.0 s left, 3000 events',
    ],
    [{ seconds: 10, done: 25, total: null }, 120, '1200 articles, 120 a second, 0.40 MB a second, 3000 events'],
    [{ seconds: 7200, done: 50, total: 100 }, 60, ' 50 % 1200 articles, 0.17 a second, 0.00056 MB a second, 2 h 00 min left, 3000 events'],
    [
      { seconds: 1, done: 200, total: 100 },
      200,
      '████████████████████████ 100 % 1200 articles, 1200 a second, 4.0 MB a second, 3000 events',
    ],
  ])('%j', (pace, wide, line) => expect(progressLine(progress, pace, wide)).toBe(line))
})

test.for([
  [64 * 2 ** 20, 1],
  [2 ** 30, 3],
  [16 * 2 ** 30, 57],
] as const)('memory of %d bytes has room for %d workers', ([memory, workers]) => {
  expect(roomForWorkers(memory)).toBe(workers)
})

test('more workers than memory has room for are refused before anything is read', async () => {
  const { dir, db } = news()
  const { code, err } = await command(['run', join(dir, 'in'), '--db', db, '--workers', '1000000'])
  expect([code, existsSync(db)]).toEqual([2, false])
  expect(err).toMatch(/--workers 1000000: each takes a quarter of a gigabyte, and the memory here has room for \d+\n.*write \d+ or fewer/)
})
