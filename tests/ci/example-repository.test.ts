import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Library } from '../../src/cli/library.ts'
import { loadEnglish } from '../../src/cli/load-english.ts'
import { runProgram } from '../../src/cli/run-program.ts'
import { folder, sink } from '../cli/command.ts'

// fixtures/example-repository as its README says, with the real extraction over its own lexicon: what a new user copies works.

const SOURCE = join(import.meta.dirname, '../../fixtures/example-repository')
const here = process.cwd()
const dir = folder()
let library: Library

const annalist = async (...argv: readonly string[]) => {
  const [out, err] = [sink(), sink()]
  const io = { stdin: process.stdin, stdout: out.stream, stderr: err.stream, env: {}, signal: new AbortController().signal }
  const code = await runProgram(argv, io, '1.0.0', () => async () => library)
  return { code, out: out.text(), err: err.text() }
}

beforeAll(async () => {
  cpSync(SOURCE, dir, { recursive: true })
  library = await loadEnglish('1.0.0')({ lexicon: [join(SOURCE, 'lexicon')] })()
  process.chdir(dir)
}, 120_000)
afterAll(() => process.chdir(here))

test('rebuilds, checks, scores and exports', { timeout: 120_000 }, async () => {
  const run = await annalist('run', '--fresh', '--json', '--workers', '0')
  expect(run.code, run.err).toBe(0)
  expect(JSON.parse(run.out)).toMatchObject({ db: 'events.db', added: 3, quarantined: 0 })
  const check = await annalist('check')
  expect(check, check.out).toMatchObject({ code: 0, out: 'ok events.db keeps its 17 promises\n' })
  const score = await annalist('score', '--json', '--samples', '20')
  expect(score.code, score.err).toBe(0)
  expect(JSON.parse(score.out).levels[1].f1).toBeGreaterThanOrEqual(0.5)
  expect((await annalist('export', '--all', '--package', '-q')).code).toBe(0)
  for (const { output } of parse(readFileSync('annalist.config.yaml', 'utf8')).exports as readonly { output: string }[])
    expect(existsSync(output)).toBe(true)
})

test('its own actor and its own act are found', async () => {
  const events = (await annalist('export')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const blockade = events.find((event: { rule: string }) => event.rule === 'actions/blockade-harbour-road')
  expect(blockade).toMatchObject({ action: { cameo: '191' }, source: [{ entity: 'TARVIA_FRONT', code: 'INTREBTVF' }] })
})

test('an edited article is told as such, and nothing else', async () => {
  cpSync('events.db', 'old.db')
  const article = join('articles/border-clash/article.txt')
  writeFileSync(
    article,
    `A cold wind blew.\n\n${readFileSync(article, 'utf8').replace('Kenya expelled two Ethiopian diplomats a day later. ', '').replace('Kenya expelled two Ethiopian diplomats a day later.', '')}`,
  )
  expect((await annalist('run', '--fresh', '-q', '--workers', '0')).code).toBe(0)
  const { out } = await annalist('diff', 'old.db', 'events.db', '--format', 'json')
  const { changes } = JSON.parse(out) as { changes: readonly { kind: string; cause: object; before: { trigger: { text: string } } }[] }
  expect(changes.filter(({ kind }) => kind === 'removed').map(({ before }) => before.trigger.text)).toContain('expelled')
  for (const { cause } of changes) expect(cause).toMatchObject({ kind: 'text' })
})

test('its workflow is one that GitHub takes', () => {
  const { jobs, permissions } = parse(readFileSync('.github/workflows/annalist.yml', 'utf8'))
  expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  expect(jobs.regenerate.steps.at(-1).with.config).toBe('annalist.config.yaml')
})
