/**
 * Scores the dates against a gold file with the project's scorer.
 *   npx tsx bench/date-accuracy.ts GOLD.jsonl… [--half 0|1] [--misses N] [--kind KIND] [--chrono]
 * Gold: one article a line, {docid, dct, text, timexes}. `--half` keeps every other article; `--kind` is given to all that have none;
 * `--chrono` scores chrono-node as it comes, paragraph by paragraph.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'chrono-node/en'
import { layOut } from '../src/extract/lay-out.ts'
import { lexicon } from '../src/lexicon/english.ts'
import { resolveDates } from '../src/normalize/dates/resolve-dates.ts'
import { isTown } from '../src/normalize/places/is-town.ts'

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
/** chrono-node's own findings with what it is certain of as a value. */
const rawChrono = (
  text: string,
  blocks: readonly { readonly start: number; readonly end: number }[],
  published: string,
): readonly object[] =>
  blocks.flatMap((block) =>
    parse(text.slice(block.start, block.end), new Date(`${published}T12:00:00Z`)).map(({ index, text: words, start }) => {
      const two = (n: number | null): string => String(n).padStart(2, '0')
      const year = String(start.get('year')).padStart(4, '0')
      const day = start.isCertain('day') || start.isCertain('weekday')
      const value = day
        ? `${year}-${two(start.get('month'))}-${two(start.get('day'))}`
        : start.isCertain('month')
          ? `${year}-${two(start.get('month'))}`
          : year
      return { start: block.start + index, end: block.start + index + words.length, type: start.isCertain('hour') ? 'TIME' : 'DATE', value }
    }),
  )

const kept = half === undefined ? lines : lines.filter((_, i) => i % 2 === Number(half))
const predictions = kept.flatMap(({ line, kind }) => {
  const { docid, dct, text } = JSON.parse(line) as { docid: string; dct: string; text: string }
  const document = layOut({ id: docid, text, published: dct, title: null, url: null, kind }, isTown)
  const given = args.includes('--chrono') ? rawChrono(document.article.text, document.blocks, dct) : resolveDates(document, lexicon)
  return given.map((timex) => JSON.stringify({ document: docid, ...timex }))
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
