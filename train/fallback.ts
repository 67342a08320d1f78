/**
 * Trains the linear ranker that chooses a root where a verb stands in the lexicon but no entry fits: npx tsx train/fallback.ts CORPUS
 * Data: the CC0 articles of CORPUS (a folder an article: article.json, article.txt, gold.jsonl) and the lexicon's own examples and counterexamples. Clauses
 * that an entry does fit serve too, with the fitting entries taken away. Prints the cross-validation by article, writes the weights.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { offersOf, type Reached } from '../src/extract/acts/fallback.ts'
import { FEATURES } from '../src/extract/acts/fallback-features.ts'
import { reachedActs } from '../src/extract/acts/find-act.ts'
import { extract } from '../src/index.ts'
import { lexicon } from '../src/lexicon/english.ts'

type Row = { readonly group: string; readonly clause: string; readonly x: readonly number[]; readonly y: number; readonly weight: number }
type Gold = { readonly start: number; readonly end: number; readonly roots: readonly string[]; readonly optional?: boolean }
type Example = string | { readonly text: string }
type Entry = { readonly id: string; readonly cameo: string; readonly examples: readonly Example[]; readonly counterexamples?: readonly Example[] }

const article = (text: string, id = 'x') => ({ id, text, published: null, title: null, url: null, kind: null })

/** The offers of every verb clause of a text; `rightAt` gives the roots that are right at a span, null where it can't be told. */
const rowsOf = (group: string, text: string, weight: number, rightAt: (start: number, end: number) => readonly string[] | null): readonly Row[] =>
  extract(article(text, group)).readings.flatMap((reading, r) =>
    reading.candidates.flatMap(({ clause, acts }, c): readonly Row[] => {
      if (clause.kind !== 'verb' || clause.mood === 'hypothetical' || clause.negated) return []
      const scene = { tree: reading.tree, lexicon, mentions: new Map(reading.mentions.map((m) => [m.head, m])) }
      const fitting = new Set(acts.filter((a) => !a.loose).map((a) => a.entry.id))
      const reached: readonly Reached[] = reachedActs(scene, clause).filter(({ entry }) => !fitting.has(entry.id))
      const known = clause.args.some((a) => scene.mentions.get(a.head)?.entity)
      const word = reading.tree.words[clause.head]
      if (reached.length === 0 || !known || !word) return []
      const right = rightAt(word.start, word.end)
      if (right === null) return []
      return offersOf(scene, clause, reached).map(({ root, features }) => ({
        group,
        clause: `${group} ${r} ${c}`,
        x: features,
        y: right.includes(root) ? 1 : 0,
        weight: fitting.size > 0 ? weight * HELD_OUT : weight,
      }))
    }),
  )

// Clauses whose fitting entries were taken away are easier than those that no entry fits: they count for less.
const HELD_OUT = 0.3
const EXAMPLES = 0.05

const corpus = process.argv[2] ?? '../shared/corpus'
const articles = readdirSync(corpus).filter((name) => {
  const file = join(corpus, name, 'article.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).license === 'CC0-1.0'
})
const fromArticles = articles.flatMap((name) => {
  const gold: readonly Gold[] = readFileSync(join(corpus, name, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((g) => !g.none)
  return rowsOf(name, readFileSync(join(corpus, name, 'article.txt'), 'utf8'), 1, (start, end) => {
    const here = gold.filter((g) => g.start < end && start < g.end)
    return here.flatMap((g) => g.roots)
  })
})
const textOf = (example: Example): string => (typeof example === 'string' ? example : example.text)
const fromLexicon = readdirSync('lexicon/en/actions').flatMap((file) =>
  (parse(readFileSync(join('lexicon/en/actions', file), 'utf8')).entries as readonly Entry[]).flatMap(({ cameo, examples, counterexamples = [] }) => [
    ...examples.flatMap((e) => rowsOf('lexicon', textOf(e), EXAMPLES, () => [cameo.slice(0, 2)])),
    ...counterexamples.flatMap((e) => rowsOf('lexicon', textOf(e), EXAMPLES, () => [])),
  ]),
)

type Model = { readonly bias: number; readonly weights: readonly number[] }

/** Logistic regression by full gradient, with an L2 penalty; starts at zero, so that no seed is needed. */
const fit = (rows: readonly Row[], rounds = 3000, rate = 0.5, penalty = 0.002): Model => {
  let bias = 0
  let weights: number[] = FEATURES.map(() => 0)
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  for (let round = 0; round < rounds; round++) {
    const gradient = FEATURES.map(() => 0)
    let ofBias = 0
    for (const { x, y, weight } of rows) {
      const off = ((sureOf({ bias, weights }, x) - y) * weight) / total
      ofBias += off
      for (const [i, value] of x.entries()) gradient[i] = (gradient[i] as number) + off * value
    }
    bias -= rate * ofBias
    weights = weights.map((w, i) => w - rate * ((gradient[i] as number) + penalty * w))
  }
  return { bias, weights }
}

const sureOf = ({ bias, weights }: Model, x: readonly number[]): number =>
  1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i] as number), bias)))

/** Of clauses, best offer each: how many fire, and how many of these are right, at a threshold. */
const count = (rows: readonly Row[], modelOf: (group: string) => Model, threshold: number): { readonly fired: number; readonly right: number } => {
  const best = new Map<string, { readonly sure: number; readonly y: number }>()
  for (const row of rows) {
    const sure = sureOf(modelOf(row.group), row.x)
    if (sure > (best.get(row.clause)?.sure ?? 0)) best.set(row.clause, { sure, y: row.y })
  }
  const fired = [...best.values()].filter(({ sure }) => sure >= threshold)
  return { fired: fired.length, right: fired.filter(({ y }) => y === 1).length }
}

const open = fromArticles.filter((row) => row.weight === 1)
const clauses = new Set(open.map((row) => row.clause)).size
const reachable = new Set(open.filter((row) => row.y === 1).map((row) => row.clause)).size
console.log(`${clauses} clauses of ${articles.length} articles that no entry fits, ${reachable} with the right root on offer; ${fromLexicon.length} offers of examples`)
const models = new Map(articles.map((name) => [name, fit([...fromArticles.filter((row) => row.group !== name), ...fromLexicon], 600)]))
for (const threshold of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) {
  const { fired, right } = count(open, (group) => models.get(group) as Model, threshold)
  console.log(`threshold ${threshold.toFixed(2)}: ${right} right of ${fired} fired (${((100 * right) / (fired || 1)).toFixed(0)} %), of ${reachable} (left-out article)`)
}
const threshold = Number(process.argv[3] ?? 0.35)
// Chosen by what such clauses are in the articles: docs/accuracy.md, "Fallback".
const PLAIN = 0.2
const { bias, weights } = fit([...fromArticles, ...fromLexicon])
for (const [i, name] of FEATURES.entries()) console.log(`${(weights[i] as number).toFixed(2).padStart(6)} ${name}`)
const round = (value: number): number => Math.round(value * 1000) / 1000
const model = {
  about: 'Weights of the ranker that chooses a root where a verb stands in the lexicon and no entry fits (src/extract/acts/fallback.ts). Made by train/fallback.ts; not to be edited. MIT, as the code.',
  trainedOn: { articles, commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim() },
  bias: round(bias),
  threshold,
  plainThreshold: PLAIN,
  features: FEATURES.map((name, i) => ({ name, weight: round(weights[i] as number) })),
}
writeFileSync('model/fallback.json', `${JSON.stringify(model, null, 2)}\n`)
