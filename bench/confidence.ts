/**
 * How well `confidence` orders events, and whether it says how many are right.
 *   npx tsx bench/confidence.ts [CORPUS] [--fit]
 * Right is an event whose act, CAMEO root and both sides are right; what met an optional gold event is left out. Prints the area under the ROC curve, how many of the surest
 * quarter are right, the expected calibration error and ten bins: with the weights of src/normalize/weigh.ts, and cross-validated, where each half of the CC0 articles is
 * judged by weights fitted on the other. `--fit` prints the weights that all CC0 articles give. Articles that are not CC0 are judged, never fitted on.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaOf, binsOf, errorOf, type Judged, meanOf, shareOf } from '../scripts/measure-confidence.ts'
import type { Event } from '../src/document.ts'
import { extract } from '../src/index.ts'
import { type Traits, traitsOf, WEIGHTS, weigh } from '../src/normalize/weigh.ts'
import { readGold } from '../src/score/gold.ts'
import { type Aliases, pairEvents } from '../src/score/pair-events.ts'

type Row = { readonly article: string; readonly traits: Traits; readonly right: readonly [root: boolean, actors: boolean, all: boolean] }
type Weights = Readonly<Record<string, number>>

const corpus = process.argv.slice(2).find((a) => !a.startsWith('--')) ?? '../shared/corpus'
const aliases: Aliases = JSON.parse(readFileSync(join(corpus, '../gold/entities.json'), 'utf8'))
const factsOf = (slug: string) => JSON.parse(readFileSync(join(corpus, slug, 'article.json'), 'utf8'))
const slugs = readdirSync(corpus).filter((slug) => existsSync(join(corpus, slug, 'gold.jsonl')))
const isFree = (slug: string): boolean => factsOf(slug).license === 'CC0-1.0'
const free = slugs.filter(isFree)

/** The events of an article that are right or wrong, with their traits. */
const rowsOf = (slug: string): readonly Row[] => {
  const { title = null, published = null, kind = null } = factsOf(slug)
  const text = readFileSync(join(corpus, slug, 'article.txt'), 'utf8')
  const { events, readings } = extract({ id: slug, text, title, published, kind })
  const entities = (side: Event['source']) => side.map((p) => p.entity)
  const predictions = events.map((e) => ({ ...e, source: entities(e.source), target: entities(e.target), event: e }))
  return pairEvents(readGold([join(corpus, slug, 'gold.jsonl')]), predictions, aliases).flatMap(
    ({ prediction, bits: [, root, actors, all], given }) => {
      const event = (prediction as { readonly event?: Event } | null)?.event
      const reading = readings.find((r) => r.sentence.index === event?.sentence.index)
      const candidate = reading?.candidates.find(({ clause, acts: [act] }) => {
        const head = reading.words[clause.head]
        return (
          act &&
          head &&
          event &&
          event.trigger.start <= head.start &&
          head.end <= event.trigger.end &&
          event.rule.endsWith(`/${act.entry.id}`)
        )
      })
      const act = candidate?.acts[0]
      if (!event || !act || !reading || !given) return []
      return [
        {
          article: slug,
          traits: traitsOf(candidate.clause, act, event.source, event.action.status, reading.words.length),
          right: [root, actors, all],
        },
      ]
    },
  )
}

/** Weights that make what was seen likeliest, by gradient ascent; each is drawn to 0 as by one event seen either way. */
const fitTo = (rows: readonly Row[]): Weights => {
  const weights: Record<string, number> = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0]))
  for (let step = 0; step < 4000; step++)
    for (const name of Object.keys(weights)) {
      const slope = rows.reduce(
        (sum, { traits, right }) => sum + traits[name as keyof Traits] * (Number(right[1]) - sure(traits, weights)),
        0,
      )
      weights[name] = (weights[name] ?? 0) + (0.5 * (slope - (name === 'any' ? 0 : (weights[name] ?? 0)))) / rows.length
    }
  return weights
}
const sure = (traits: Traits, weights: Weights): number =>
  1 / (1 + Math.exp(-Object.entries(traits).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0)))

const report = (name: string, rows: readonly Row[], weightsOf: (row: Row) => Weights): void => {
  const judged = (level: 0 | 1 | 2): readonly Judged[] =>
    rows.map((row) => ({ confidence: weigh(row.traits, weightsOf(row)), right: row.right[level] }))
  const [root, actors, all] = [judged(0), judged(1), judged(2)]
  const surest = actors.toSorted((a, b) => b.confidence - a.confidence).slice(0, Math.round(actors.length / 4))
  console.log(
    `${name.padEnd(34)} ${String(rows.length).padStart(4)} events, ${shareOf(actors).toFixed(2)} right; AUC ${areaOf(actors).toFixed(3)} (+ root alone ${areaOf(root).toFixed(3)}, + date ${areaOf(all).toFixed(3)}); surest quarter ${shareOf(surest).toFixed(2)}; calibration error ${errorOf(actors).toFixed(3)}`,
  )
}

const rows = slugs.flatMap(rowsOf)
const ours = rows.filter((r) => free.includes(r.article))
const halfOf = (article: string): number => free.indexOf(article) % 2
const halves = [0, 1].map((half) => fitTo(ours.filter((r) => halfOf(r.article) !== half)))
const crossed = (row: Row): Weights => halves[halfOf(row.article)] ?? WEIGHTS
report('weights of src/normalize/weigh.ts', ours, () => WEIGHTS)
report('cross-validated by halves', ours, crossed)
for (const half of [0, 1])
  report(
    `  half ${half}, fitted on the other`,
    ours.filter((r) => halfOf(r.article) === half),
    crossed,
  )
if (ours.length < rows.length)
  report(
    'articles not fitted on',
    rows.filter((r) => !free.includes(r.article)),
    () => WEIGHTS,
  )
console.log('\n| confidence | events | right | mean confidence |\n|---|--:|--:|--:|')
for (const [i, bin] of binsOf(rows.map((r) => ({ confidence: weigh(r.traits), right: r.right[1] }))).entries())
  console.log(
    `| ${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)} | ${bin.length} | ${bin.length === 0 ? '' : shareOf(bin).toFixed(2)} | ${bin.length === 0 ? '' : meanOf(bin).toFixed(2)} |`,
  )
if (process.argv.includes('--fit')) console.log('\n', fitTo(ours))
