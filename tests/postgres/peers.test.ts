import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAnnalist } from '../cli/built-annalist.ts'
import { folder } from '../cli/command.ts'
import { startBuilt } from './worker-process.ts'

const ROOT = join(import.meta.dirname, '../..')
const NOBODY = 'postgres://me:sEcret@127.0.0.1:1/news'

/** A folder with the command line and all packages but these. */
const without = (...missing: readonly string[]): string => {
  const dir = folder()
  mkdirSync(join(dir, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((n) => !n.startsWith('.') && !missing.includes(n)))
    symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name))
  // An empty folder is no package, and hides those of the folders above.
  for (const name of missing) mkdirSync(join(dir, 'node_modules', name))
  return buildAnnalist(dir)
}

const files: Record<string, string> = {}
beforeAll(() => {
  files.neither = without('pg', 'pg-boss')
  files['no pg-boss'] = without('pg-boss')
})
afterAll(() => {
  for (const file of Object.values(files)) rmSync(join(file, '..'), { recursive: true, force: true })
})

test.each([
  ['neither', ['export', '--db', NOBODY], 'needs the package pg, ', 'npm install pg@8 ('],
  ['neither', ['copy', NOBODY, 'out.db'], 'needs the package pg, ', 'npm install pg@8 ('],
  ['neither', ['enqueue', 'corpus', '--queue', NOBODY], 'needs the package pg-boss, ', 'npm install pg@8 pg-boss@10 ('],
  ['neither', ['worker', '--queue', NOBODY, '--workers', '0'], 'needs the package pg-boss, ', 'npm install pg@8 pg-boss@10 ('],
  ['no pg-boss', ['queue', 'status', '--queue', NOBODY], 'needs the package pg-boss, ', 'npm install pg@8 pg-boss@10 ('],
] as const)('with %s installed, %j says what to install', { timeout: 300_000 }, async (kind, argv, message, hint) => {
  const told = await startBuilt(files[kind] ?? '', argv, {}).ended
  expect(told).toMatchObject({ code: 1, out: '', err: expect.stringContaining(message) })
  expect(told.err).toContain(hint)
  expect(told.err).not.toMatch(/sEcret|\n\s+at /)
})

test('who stays on SQLite needs neither', { timeout: 300_000 }, async () => {
  const file = files.neither ?? ''
  const [article, db] = [join(file, '../a.txt'), join(file, '../events.db')]
  writeFileSync(article, 'Russia attacked Ukraine.')
  for (const argv of [
    ['run', article, '--db', db, '--workers', '0', '-q'],
    ['export', '--db', db],
  ])
    expect(await startBuilt(file, argv, {}).ended).toMatchObject({ code: 0, err: '' })
})
