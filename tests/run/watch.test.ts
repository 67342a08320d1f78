import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../../src/read/read-articles.ts'
import type { Progress } from '../../src/run/progress.ts'
import { run } from '../../src/run/run.ts'
import { inThread } from '../../src/run/runner.ts'
import { openStore } from '../../src/store/index.ts'
import { folder } from '../cli/command.ts'
import { fakeExtract, SETTINGS } from '../store/fake-extract.ts'

const line = (id: string): string => `${JSON.stringify({ id, text: `Russia attacked Ukraine ${id}.` })}\n`

/** Watches a folder; `until` waits for a state of affairs. */
const start = (dir: string, read: ReadOptions = {}) => {
  const stop = new AbortController()
  const db = join(dir, '..', `${dir.split('/').at(-1)}.db`)
  let progress: Progress | null = null
  const left: string[] = []
  const done = run({
    paths: [dir],
    read,
    db,
    settings: SETTINGS,
    runner: inThread(fakeExtract),
    watch: 30,
    signal: stop.signal,
    onUnreadable: ({ message }) => left.push(message),
    onProgress: (now) => {
      progress = now
    },
  })
  const ids = (): readonly string[] => {
    const store = openStore(db, { readonly: true })
    try {
      return [...store.ids()]
    } finally {
      store.close()
    }
  }
  const until = async (wanted: readonly string[]): Promise<void> => {
    let found: readonly string[] = []
    for (let i = 0; i < 200; i++) {
      await new Promise((turn) => setTimeout(turn, 20))
      try {
        found = ids()
      } catch {
        continue
      }
      if (JSON.stringify(found) === JSON.stringify(wanted)) return
    }
    expect(found).toEqual(wanted)
  }
  return { done, stop, until, db, left, progress: () => progress }
}

test('what comes into a folder is taken in when it is whole, once', async () => {
  const dir = folder({ 'a.txt': 'Russia attacked Ukraine a.' })
  const { done, stop, until, progress } = start(dir)
  await until(['a'])
  mkdirSync(join(dir, 'deep'))
  writeFileSync(join(dir, 'deep/b.txt'), 'Russia attacked Ukraine b.')
  await until(['a', 'deep/b'])

  // A text that is being written is left alone.
  const growing = join(dir, 'c.txt')
  for (let i = 0; i < 25; i++) {
    appendFileSync(growing, 'Russia attacked Ukraine c. ')
    await new Promise((turn) => setTimeout(turn, 10))
    expect(progress()?.added).toBe(2)
  }
  await until(['a', 'c', 'deep/b'])

  writeFileSync(join(dir, 'tmp'), 'Russia attacked Ukraine, again.')
  renameSync(join(dir, 'tmp'), join(dir, 'a.txt'))
  for (let i = 0; i < 100 && progress()?.replaced !== 1; i++) await new Promise((turn) => setTimeout(turn, 20))
  stop.abort()
  expect(await done).toMatchObject({
    interrupted: true,
    added: 3,
    replaced: 1,
    unchanged: 0,
    quarantined: 0,
    totals: { articles: 3, events: 27 },
  })
})

test('what was left out and then mended leaves the quarantine while the watch goes on', async () => {
  const dir = folder({ 'a.txt': 'Russia attacked Ukraine a.', 'b.jsonl': '{"id": "b", ' })
  const { done, stop, until, db } = start(dir)
  const left = (): readonly string[] => {
    const store = openStore(db, { readonly: true })
    try {
      return store.quarantine().map(({ file }) => file)
    } finally {
      store.close()
    }
  }
  await until(['a'])
  for (let i = 0; i < 100 && left().length === 0; i++) await new Promise((turn) => setTimeout(turn, 20))
  expect(left()).toEqual([join(dir, 'b.jsonl')])
  writeFileSync(join(dir, 'b.jsonl'), line('b'))
  await until(['a', 'b'])
  for (let i = 0; i < 100 && left().length > 0; i++) await new Promise((turn) => setTimeout(turn, 20))
  expect(left()).toEqual([])
  // What is broken again is left out again.
  writeFileSync(join(dir, 'b.jsonl'), '{"id": "c", "text": "Russia sued NATO."}\n{"id": \n')
  await until(['a', 'b', 'c'])
  for (let i = 0; i < 100 && left().length === 0; i++) await new Promise((turn) => setTimeout(turn, 20))
  stop.abort()
  await done
  expect(left()).toEqual([join(dir, 'b.jsonl')])
})

test('a file that is called as lines are and read as something else is left until it is whole', async () => {
  const dir = folder()
  const { done, stop, until, progress } = start(dir, { format: 'text' })
  const file = join(dir, 'a.jsonl')
  for (let i = 0; i < 25; i++) {
    appendFileSync(file, 'Russia attacked Ukraine. ')
    await new Promise((turn) => setTimeout(turn, 10))
    expect(progress()).toBeNull()
  }
  await until(['a'])
  stop.abort()
  expect(await done).toMatchObject({ added: 1, replaced: 0, totals: { events: 25 } })
})

test.skipIf(process.platform === 'win32')('what can not be read at any look is told once', async () => {
  const dir = folder({ 'a.txt': 'Russia attacked Ukraine a.' })
  symlinkSync('nowhere', join(dir, 'lost.txt'))
  const { done, stop, until, left } = start(dir)
  await until(['a'])
  await new Promise((turn) => setTimeout(turn, 300))
  expect(left).toEqual(['there is no such file or folder'])
  stop.abort()
  expect(await done).toMatchObject({ added: 1, quarantined: 1 })
})

test('an id that another file holds is told of as in one run over all: the file that comes first has it', async () => {
  const dir = folder({ 'b.jsonl': line('x') })
  const { done, stop, until, db, left } = start(dir)
  const textOf = (): string | undefined => {
    const store = openStore(db, { readonly: true })
    try {
      return store.article('x')?.text
    } finally {
      store.close()
    }
  }
  const soon = async (what: () => unknown, wanted: unknown): Promise<void> => {
    for (let i = 0; i < 100 && what() !== wanted; i++) await new Promise((turn) => setTimeout(turn, 20))
    expect(what()).toBe(wanted)
  }
  await until(['x'])
  writeFileSync(join(dir, 'c.jsonl'), `{"id": "x", "text": "France sued Serbia."}\n`)
  await soon(() => left.length, 1)
  expect(left[0]).toContain(`"x" is the id of another article, at ${join(dir, 'b.jsonl')}:1`)
  expect(textOf()).toBe('Russia attacked Ukraine x.')
  // What the file that had it gives up, the next one may have.
  renameSync(join(dir, 'b.jsonl'), join(dir, 'd.jsonl'))
  appendFileSync(join(dir, 'c.jsonl'), '\n')
  await soon(textOf, 'France sued Serbia.')
  stop.abort()
  await done
})

test('of a file of lines that grows, the lines that are complete are taken in', async () => {
  const dir = folder()
  const file = join(dir, 'crawl.jsonl')
  const { done, stop, until } = start(dir)
  writeFileSync(file, line('a').slice(0, 20))
  await new Promise((turn) => setTimeout(turn, 25))
  appendFileSync(file, line('a').slice(20) + line('b') + line('c').slice(0, 9))
  await until(['a', 'b'])
  appendFileSync(file, line('c').slice(9) + line('d'))
  await until(['a', 'b', 'c', 'd'])
  stop.abort()
  expect(await done).toMatchObject({ added: 4, replaced: 0 })
})
