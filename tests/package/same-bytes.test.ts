import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SLUGS = readdirSync(join(ROOT, 'corpus'))

/** Events of the corpus as NDJSON, sorted by article, from a process with this environment that reads the articles in this order. */
const events = (order: readonly string[], env: Readonly<Record<string, string>>): string =>
  execFileSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'extract', '--quiet', ...order.map((slug) => join(ROOT, 'corpus', slug))],
    { cwd: ROOT, env: { ...process.env, ...env }, maxBuffer: 1e9, encoding: 'utf8' },
  )
    .split('\n')
    .toSorted()
    .join('\n')

test('the same articles give the same bytes in any time zone, locale and order', () => {
  const once = events(SLUGS, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
  expect(once.length).toBeGreaterThan(10_000)
  expect(events([...SLUGS].toReversed(), { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(once)
})
