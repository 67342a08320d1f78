/**
 * How many events get the right date: over all gold events, whether the rest of them is found or not, with the errors by class.
 *   npx tsx bench/event-dates.ts [CORPUS] [--only SLUG,SLUG] [--half 0|1] [--misses] [--optional]
 * The date is the one that `dateEvent` gives to the predicate under the gold trigger. Last line: the share among events that the pipeline has otherwise right.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventDate } from '../src/document.ts'
import { extract } from '../src/index.ts'

const args = process.argv.slice(2)
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const corpus = args.find((a, i) => !a.startsWith('--') && !['--only', '--half'].includes(args[i - 1] ?? '')) ?? '/work/shared/corpus'
const half = option('--half')
const slugs = readdirSync(corpus)
  .filter((name) => existsSync(join(corpus, name, 'gold.jsonl')))
  .filter((name) => option('--only')?.split(',').includes(name) ?? true)
  .filter((_, i) => half === undefined || i % 2 === Number(half))

type Gold = { start: number; end: number; trigger: string; quote: string; date: string | null; optional?: boolean; none?: boolean }
const lines = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

/** What kind of mistake it is. */
const classOf = (want: string, got: EventDate | null): string => {
  if (got === null) return 'no date'
  const finer = got.value.startsWith(want) ? 'too fine' : want.startsWith(got.value) ? 'too coarse' : 'another'
  return `${finer}, by ${got.basis}`
}

const counts = new Map<string, number>()
const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
let right = 0
let wanted = 0
const events: string[] = []
const perArticle: string[] = []
for (const slug of slugs) {
  const folder = join(corpus, slug)
  const { title, published, kind } = JSON.parse(readFileSync(join(folder, 'article.json'), 'utf8')) as Record<string, string>
  const text = readFileSync(join(folder, 'article.txt'), 'utf8')
  const found = extract({ id: slug, text, title: title ?? null, published: published ?? null, kind: kind ?? null })
  events.push(...found.events.map((event) => JSON.stringify(event)))
  const [before, all] = [right, wanted]
  for (const line of lines(join(folder, 'gold.jsonl'))) {
    const gold = JSON.parse(line) as Gold
    if (gold.none || gold.date === null || (gold.optional && !args.includes('--optional'))) continue
    wanted++
    const reading = found.readings.find((r) => r.sentence.start <= gold.start && r.sentence.end > gold.start)
    const inside = reading?.words.filter((w) => w.start < gold.end && w.end > gold.start) ?? []
    const clause = reading?.candidates.find((c) => inside.some((w) => w.index === c.clause.head))?.clause
    const head = clause?.head ?? inside.find((w) => !inside.some((o) => o.index === w.head))?.index
    const date = reading && head !== undefined ? reading.dateOf({ head, light: clause?.light ?? null }) : null
    if (date?.value === gold.date) {
      right++
      continue
    }
    count(classOf(gold.date, date))
    if (args.includes('--misses'))
      console.log(`${slug}: «${gold.trigger}» is ${gold.date}, got ${date?.value ?? null} (${date?.basis ?? '-'})  ${gold.quote}`)
  }
  perArticle.push(`${slug} ${right - before}/${wanted - all}`)
}
console.log(perArticle.join('  '))
for (const [name, n] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${String(n).padStart(4)}  ${name}`)
console.log(`right dates of gold events: ${right} of ${wanted}, ${((100 * right) / wanted).toFixed(1)} %`)

const work = mkdtempSync(join(tmpdir(), 'event-dates-'))
writeFileSync(join(work, 'gold'), slugs.map((slug) => readFileSync(join(corpus, slug, 'gold.jsonl'), 'utf8')).join('\n'))
writeFileSync(join(work, 'given'), events.join('\n'))
const scorer = new URL('../tools/score-events.mjs', `file://${corpus}/`).pathname
const report = JSON.parse(execFileSync('node', [scorer, join(work, 'gold'), join(work, 'given'), '--json'], { encoding: 'utf8' })) as {
  level: string
  right: number
}[]
rmSync(work, { recursive: true })
const at = (level: string): number => report.find((r) => r.level === level)?.right ?? 0
console.log(
  `right dates of events otherwise right: ${at('+date')} of ${at('+actors')}, ${((100 * at('+date')) / at('+actors')).toFixed(1)} %`,
)
