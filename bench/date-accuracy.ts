/**
 * Scores the dates against a gold file with the project's scorer.
 *   npx tsx bench/date-accuracy.ts GOLD.jsonl… [--half 0|1] [--misses N] [--kind KIND]
 * Gold: one article a line, {docid, dct, text, timexes}. `--half` keeps every other article; `--kind` is given to all that have none.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { layOut } from '../src/extract/lay-out.ts'
import { resolveDates } from '../src/normalize/resolve-dates.ts'

const SCORER = '/work/shared/tools/score-dates.mjs'

const args = process.argv.slice(2)
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const files = args.filter((a, i) => !a.startsWith('--') && !args[i - 1]?.startsWith('--'))
const half = option('--half')

const kindOf = (file: string): string | null => {
  try {
    return (JSON.parse(readFileSync(join(dirname(file), 'article.json'), 'utf8')) as { kind: string }).kind
  } catch {
    return option('--kind') ?? null
  }
}

const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, kind: option('--kind') ?? kindOf(file) })),
)
const kept = half === undefined ? lines : lines.filter((_, i) => i % 2 === Number(half))
const predictions = kept.flatMap(({ line, kind }) => {
  const { docid, dct, text } = JSON.parse(line) as { docid: string; dct: string; text: string }
  const document = layOut({ id: docid, text, published: dct, title: null, url: null, kind })
  return resolveDates(document).map((timex) => JSON.stringify({ document: docid, ...timex }))
})
const folder = mkdtempSync(join(tmpdir(), 'dates-'))
writeFileSync(join(folder, 'gold'), kept.map(({ line }) => line).join('\n'))
writeFileSync(join(folder, 'given'), predictions.join('\n'))
const misses = option('--misses')
process.stdout.write(
  execFileSync('node', [SCORER, join(folder, 'gold'), join(folder, 'given'), ...(misses ? ['--misses', misses] : [])], {
    encoding: 'utf8',
  }),
)
rmSync(folder, { recursive: true })
