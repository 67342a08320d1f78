import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Unreadable } from '../../src/read/reading.ts'
import { inWorkers } from '../../src/run/in-workers.ts'
import { type Report, run } from '../../src/run/run.ts'
import { inThread, type Runner } from '../../src/run/runner.ts'
import { openStore } from '../../src/store/index.ts'
import { fakeExtract, SETTINGS } from '../store/fake-extract.ts'

const setup = { module: new URL('./fake-module.ts', import.meta.url).href, options: {} }
const dir = mkdtempSync(join(tmpdir(), 'annalist-run-'))
let files = 0

const work = async (
  texts: readonly string[],
  runner: Runner,
  more: object = {},
): Promise<{ readonly report: Report; readonly left: readonly Unreadable[]; readonly ndjson: string }> => {
  const n = ++files
  const file = join(dir, `${n}.jsonl`)
  const db = join(dir, `${n}.db`)
  writeFileSync(file, texts.map((text, i) => `${JSON.stringify({ id: `a${String(i).padStart(4, '0')}`, text })}\n`).join(''))
  const left: Unreadable[] = []
  const report = await run({ paths: [file], db, settings: SETTINGS, runner, onUnreadable: (u) => left.push(u), ...more })
  await runner.close()
  const store = openStore(db, { readonly: true })
  const ndjson = [...store.events()].map((e) => `${JSON.stringify(e)}\n`).join('')
  expect(store.check()).toEqual([])
  store.close()
  return { report, left, ndjson }
}
const many = Array.from(
  { length: 300 },
  (_, i) => `Russia attacked Ukraine killing at least ${i} in Kyiv on 2022-02-24. NATO slept. ${'It went on. '.repeat(i % 7)}`,
)

describe('worker threads', { timeout: 120_000 }, () => {
  test('give the same bytes as one thread, with any number of workers', async () => {
    const alone = await work(many, inThread(fakeExtract))
    expect(alone.report).toMatchObject({ added: 300, totals: { events: 300 } })
    for (const workers of [1, 3]) expect((await work(many, inWorkers({ workers, setup }))).ndjson).toBe(alone.ndjson)
  })

  test('an article that fails or hangs costs only itself', async () => {
    const texts = many.slice(0, 12).map((text, i) => (i === 3 ? 'FOREVER' : i === 7 ? 'FAIL' : text))
    const { report, left } = await work(texts, inWorkers({ workers: 2, setup, patience: 1500 }))
    expect(left.map((u) => [u.place.field, u.message])).toEqual([
      ['article a0003', 'could not be extracted: took longer than 1.5 s'],
      ['article a0007', 'could not be extracted: the extraction came upon FAIL'],
    ])
    expect(report).toMatchObject({ added: 10, quarantined: 2, totals: { articles: 10, quarantined: 2 } })
  })

  test('an article that takes all memory costs only itself', async () => {
    const texts = many.slice(0, 6).map((text, i) => (i === 2 ? 'HUGE' : text))
    const { report, left } = await work(texts, inWorkers({ workers: 1, setup, memory: 96 }))
    expect(left.map((u) => [u.place.field, u.message])).toEqual([
      ['article a0002', 'could not be extracted: took more than 96 MB of memory'],
    ])
    expect(report).toMatchObject({ added: 5, quarantined: 1 })
  })

  test('a module that can not be loaded ends the run, and blames no article', async () => {
    const nowhere = { module: new URL('./no-such-module.ts', import.meta.url).href, options: {} }
    await expect(work(many.slice(0, 3), inWorkers({ workers: 1, setup: nowhere }))).rejects.toThrow(
      /the extraction can't be started in a worker: Cannot find module/,
    )
  })

  test('of two runs at once each article is counted as new by one, and as unchanged by the other', async () => {
    const file = join(dir, 'both.jsonl')
    writeFileSync(
      file,
      many
        .slice(0, 40)
        .map((text, i) => `${JSON.stringify({ id: `b${i}`, text })}\n`)
        .join(''),
    )
    const [db, force] = [join(dir, 'both.db'), true]
    const go = (more: object = {}): Promise<Report> =>
      run({ paths: [file], db, settings: SETTINGS, runner: inThread(fakeExtract), ...more })
    const reports = await Promise.all([go(), go()])
    const sum = (field: 'added' | 'unchanged' | 'replaced' | 'events'): number => reports.reduce((all, report) => all + report[field], 0)
    expect([sum('added'), sum('unchanged'), sum('replaced'), sum('events')]).toEqual([40, 40, 0, 40])
    expect(await go({ force })).toMatchObject({ replaced: 40, events: 40 })
  })

  test('a run that finds nothing new starts no worker', async () => {
    const nowhere = { module: new URL('./no-such-module.ts', import.meta.url).href, options: {} }
    const file = join(dir, 'again.jsonl')
    writeFileSync(file, `${JSON.stringify({ id: 'a', text: 'Russia attacked Ukraine.' })}\n`)
    const go = (runner: Runner): Promise<Report> => run({ paths: [file], db: join(dir, 'again.db'), settings: SETTINGS, runner })
    expect(await go(inThread(fakeExtract))).toMatchObject({ added: 1 })
    const idle = inWorkers({ workers: 2, setup: nowhere })
    expect(await go(idle)).toMatchObject({ added: 0, unchanged: 1 })
    await idle.close()
  })

  test('the door that a pool loads has no modules behind it but those it imports when it runs (Node 20 ends the process otherwise)', () => {
    const door = readFileSync(new URL('../../src/run/worker-entry.ts', import.meta.url), 'utf8')
    expect(door).not.toMatch(/^(import|export) .* from /m)
    expect(door).toContain("await import('./worker.ts')")
  })

  test('an interrupted run stores what is under way and no more', async () => {
    const stop = new AbortController()
    const runner = inWorkers({ workers: 1, setup })
    const { report } = await work(
      Array.from({ length: 1000 }, (_, i) => many[i % 300] as string),
      runner,
      { signal: stop.signal, onProgress: ({ read }: { read: number }) => read === 20 && stop.abort() },
    )
    expect(report.interrupted).toBe(true)
    expect(report.added).toBeGreaterThanOrEqual(20)
    // A transaction, and what was under way then.
    expect(report.added).toBeLessThanOrEqual(128 + runner.width)
  })

  test('an interrupted run finishes what its worker has in hand, and leaves what waits there to the next one', async () => {
    const gate = join(dir, 'gate')
    const stop = new AbortController()
    const texts = many.slice(0, 60).map((text, i) => (i === 0 ? `${text} GATE ${gate}` : text))
    const watching = setInterval(() => {
      if (!existsSync(`${gate}.begun`)) return
      stop.abort()
      writeFileSync(`${gate}.open`, '')
      clearInterval(watching)
    }, 10)
    const { report, left } = await work(texts, inWorkers({ workers: 1, setup }), { signal: stop.signal })
    // As many go through the extraction together.
    expect([report.interrupted, report.added, left]).toEqual([true, 4, []])
    const file = join(dir, `${files}.jsonl`)
    const runner = inWorkers({ workers: 1, setup })
    const again = await run({ paths: [file], db: join(dir, `${files}.db`), settings: SETTINGS, runner })
    await runner.close()
    expect(again).toMatchObject({ unchanged: 4, added: 56, totals: { articles: 60 } })
  })

  test('an interrupted run in the main thread finishes the article in hand', async () => {
    const stop = new AbortController()
    const one = inThread((article) => {
      if (article.id === 'a0002') stop.abort()
      return fakeExtract(article)
    })
    const { report } = await work(many.slice(0, 9), one, { signal: stop.signal })
    expect([report.interrupted, report.added]).toEqual([true, 3])
  })
})
