import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = join(ROOT, 'docs/commands')

/** Why an example isn't run here: what it waits for, or what it asks of a network. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/annalist audit(?! report)/, 'serves until it is stopped: tests/audit'],
  [/--watch/, 'watches until it is stopped: tests/run'],
  [/--fetch/, 'asks the network: tests/read'],
  [/postgres:/, 'needs a server: tests/postgres'],
  [/annalist (worker|enqueue|queue)/, 'needs a server: tests/queue'],
  [/\bjq\b/, 'needs jq'],
  [/annalist verdicts --gold/, 'needs verdicts: tests/verdicts'],
  [/docker|compose/, 'needs an engine for containers'],
]

const examplesOf = (page: string): readonly string[] =>
  [...readFileSync(join(PAGES, page), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.trim() !== '')

// Exit 0: done; 1 where an example asks to be told of differences or failures by it; 3: done, but something was left out.
const ALLOWED = new Set([0, 1, 3])

describe('every example in the pages of the commands runs', () => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-docs-'))
  const sh = (line: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', line], {
      cwd: dir,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(dir, 'bin')}:${process.env.PATH}`, NO_COLOR: '1' },
      timeout: 60_000,
    })

  beforeAll(() => {
    mkdirSync(join(dir, 'bin'))
    mkdirSync(join(dir, 'docs'))
    writeFileSync(join(dir, 'bin/annalist'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"\n`, {
      mode: 0o755,
    })
    const text = 'Finland joined NATO on Tuesday. Russia said on Wednesday that it would respond.'
    writeFileSync(join(dir, 'article.txt'), text)
    writeFileSync(join(dir, 'articles.jsonl'), `${JSON.stringify({ id: 'one', text, published: '2023-04-05' })}\n`)
    for (const folder of ['news', 'corpus'])
      for (const slug of ['grain-deal', 'negatives']) cpSync(join(ROOT, 'corpus', slug), join(dir, folder, slug), { recursive: true })
    for (const file of ['gold.jsonl', 'corpus/grain-deal/gold.jsonl'])
      cpSync(join(ROOT, 'fixtures/articles/grain-deal/gold.jsonl'), join(dir, file))
    writeFileSync(join(dir, 'docs/accuracy.md'), '# Accuracy\n')
    writeFileSync(join(dir, 'annalist.config.json'), JSON.stringify({ corpus: ['corpus'], db: 'events.db' }))
    for (const file of ['verdicts.jsonl', 'ada.jsonl', 'ben.jsonl']) writeFileSync(join(dir, file), '')
    for (const db of ['events.db', 'old.db', 'new.db']) expect(sh(`annalist run corpus --quiet --db ${db}`).status).toBe(0)
    sh('annalist export --db old.db > old.ndjson && annalist export --db new.db | gzip > new.ndjson.gz')
  }, 120_000)
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const pages = existsSync(PAGES) ? readdirSync(PAGES).filter((page) => page.endsWith('.md')) : []
  test('there are pages', () => expect(pages.length).toBeGreaterThan(10))
  describe.each(pages)('%s', (page) => {
    for (const line of examplesOf(page)) {
      const why = ELSEWHERE.find(([pattern]) => pattern.test(line))?.[1]
      test.skipIf(why !== undefined)(`${line}${why ? ` (not here: ${why})` : ''}`, () => {
        const { status, stderr } = sh(line)
        expect(ALLOWED.has(status ?? -1), `exit ${status}: ${stderr}`).toBe(true)
        expect(stderr).not.toMatch(/ {4}at /)
      })
    }
  })
})
