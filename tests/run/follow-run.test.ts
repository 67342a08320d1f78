import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followRun } from '../../src/cli/follow-run.ts'
import { messagesTo } from '../../src/cli/messages.ts'
import { noProgress } from '../../src/run/progress.ts'
import { sink } from '../cli/command.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date'], now: 1_700_000_000_000 }))
afterEach(() => vi.useRealTimers())

const METRICS = join(mkdtempSync(join(tmpdir(), 'annalist-follow-')), 'a.prom')

/** Follows three minutes of a run that settles an article every ten seconds; what stands on stderr after it. */
const threeMinutes = (
  format: 'text' | 'json',
  tty: boolean,
  { quiet = false, columns = 100, metrics = METRICS, meanwhile = (_: number): unknown => null } = {},
): string => {
  const err = sink(tty)
  const io = {
    stdin: process.stdin,
    stdout: sink().stream,
    stderr: Object.assign(err.stream, { columns }),
    env: { NO_COLOR: '1' },
    signal: new AbortController().signal,
  }
  const follower = followRun(io, messagesTo(io, quiet, format), {
    logFormat: format,
    metrics,
    bytes: () => ({ done: 50, total: 100 }),
  })
  for (let i = 1; i <= 18; i++) {
    vi.advanceTimersByTime(10_000)
    meanwhile(i)
    follower.progress({ ...noProgress, read: i, added: i, events: 2 * i, characters: i * 1e6 })
  }
  follower.end('done')
  return err.text()
}

test('without a terminal there is a line a minute', () => {
  const lines = threeMinutes('text', false).trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toBe(' 50 % 6 articles, 0.10 a second, 0.10 MB a second, 1 min 00 s left, 12 events')
})

test('as JSON, one object a minute', () => {
  const lines = threeMinutes('json', true).trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(JSON.parse(lines[2] as string)).toMatchObject({
    level: 'info',
    event: 'progress',
    read: 18,
    events: 36,
    seconds: 180,
    done: 50,
    total: 100,
  })
})

test('on a terminal one line is written over, and gone in the end', () => {
  const shown = threeMinutes('text', true)
  expect(shown).not.toContain('\n')
  expect(shown.split('\r\u001b[K').length).toBeGreaterThan(18)
  expect(shown.endsWith('\r\u001b[K')).toBe(true)
})

test('on a terminal that does not say how wide it is, too', () => {
  expect(threeMinutes('text', true, { columns: 0 })).toContain(' 50 % 18 articles, 0.10 a second')
})

test('metrics that can not be written are a mistake in the command line at the beginning, and stop nothing later', () => {
  const nowhere = join(dirname(METRICS), 'none', 'a.prom')
  expect(() => threeMinutes('text', false, { metrics: nowhere })).toThrow(`--metrics: ${nowhere} can't be written (ENOENT)`)
  const dir = mkdtempSync(join(tmpdir(), 'annalist-follow-'))
  expect(() => threeMinutes('text', false, { metrics: dir })).toThrow(/^--metrics: .+ can't be written \((EISDIR|EPERM)\)$/)
  expect(readdirSync(dirname(dir)).filter((name) => name.startsWith(`${basename(dir)}.`))).toEqual([])
  const told = threeMinutes('text', false, {
    quiet: true,
    metrics: join(dir, 'a.prom'),
    meanwhile: (i) => i === 7 && rmSync(dir, { recursive: true }),
  })
  expect(told).toBe(`error the figures can't be kept in ${join(dir, 'a.prom')} any more (ENOENT)\n      the run goes on without them\n`)
})

test('what holds something else is not replaced by metrics', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'annalist-follow-')), 'events.db')
  for (const text of ['SQLite format 3\0', '# H', 'France met.']) {
    writeFileSync(file, text)
    expect(() => threeMinutes('text', false, { metrics: file })).toThrow(`--metrics: ${file} holds something else`)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
  writeFileSync(file, '')
  for (const _ of [1, 2]) threeMinutes('text', false, { metrics: file })
  expect(readFileSync(file, 'utf8')).toContain('annalist_run_state{state="done"} 1\n')
})

test('--quiet says nothing', () => {
  expect(threeMinutes('text', false, { quiet: true })).toBe('')
  expect(threeMinutes('json', false, { quiet: true })).toBe('')
})

test('the metrics are those of the end', () => {
  threeMinutes('text', false)
  expect(readFileSync(METRICS, 'utf8')).toContain('annalist_run_duration_seconds 180\n')
  expect(readFileSync(METRICS, 'utf8')).toContain('annalist_run_state{state="done"} 1\n')
})
