/**
 * Trains the linear ranker that tells whom a side means that a sentence leaves open: npx tsx train/sides.ts FOLDER[,FOLDER] [PENALTY] [LEFT-OUT.json]
 * Data: the CC0 articles of the folders (a folder an article: article.json, article.txt, gold.jsonl). Prints the cross-validation by article, writes model/sides.json.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexicon } from '../src/lexicon/english.ts'
import { besides } from '../src/normalize/unsaid/besides.ts'
import { gapsOf } from '../src/normalize/unsaid/fill-gap.ts'
import { saySides, type Sides } from '../src/normalize/sides/find-sides.ts'
import { loadNlp } from '../src/load-nlp.ts'
import { openDiscourse } from '../src/normalize/references/open-discourse.ts'
import { FEATURES } from '../src/normalize/unsaid/rank-parties-features.ts'
import type { Gap } from '../src/normalize/unsaid/gap.ts'
import { type Offer, offersOf, rank } from '../src/normalize/unsaid/rank-parties.ts'
import { rememberActs } from '../src/normalize/unsaid/remember-acts.ts'
import { resolveSentence } from '../src/normalize/references/resolve-sentence.ts'
import { loadSyntaxModel } from '../src/syntax/network/model.ts'
import { extract, readModel } from "../src/index.ts"

type Gold = { readonly start: number; readonly end: number; readonly roots: readonly string[]; readonly source: readonly string[]; readonly target: readonly string[] }
type Row = { readonly article: string; readonly gap: Gap; readonly offers: readonly Offer[]; readonly right: ReadonlySet<string>; readonly note: string }

const folders = (process.argv[2] ?? '../shared/corpus,train/articles').split(',')
const aliases: Record<string, string> = JSON.parse(readFileSync('fixtures/entities.json', 'utf8'))
const canonical = (name: string): string => aliases[name] ?? name
const folderOf = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .map((name) => [name, join(folder, name)] as const)
      .filter(([, at]) => ['article.txt', 'article.json', 'gold.jsonl'].every((part) => existsSync(join(at, part))))
      .filter(([, at]) => JSON.parse(readFileSync(join(at, 'article.json'), 'utf8')).license === 'CC0-1.0'),
  ),
)
const articles = [...folderOf.keys()].sort()
const model = loadSyntaxModel(readModel())

/** Every side that a sentence of an article leaves open, with the entities that may fill it and those that the annotators named. */
const rowsOf = (name: string): readonly Row[] => {
  const file = (part: string): string => readFileSync(join(folderOf.get(name) as string, part), 'utf8')
  const { title = null, published = null, kind = null } = JSON.parse(file('article.json'))
  const text = file('article.txt')
  const gold: readonly Gold[] = file('gold.jsonl').split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((g) => !g.none)
  const { document, readings } = extract({ id: name, text, title, published, kind })
  const opening = openDiscourse({ lexicon, model, nlp: loadNlp }, document, published)
  let discourse = opening
  let block = 0
  const rows: Row[] = []
  for (const reading of readings) {
    if (kind === 'bulletin' && reading.sentence.block !== block) discourse = opening
    block = reading.sentence.block
    const resolved = resolveSentence(reading, lexicon, discourse)
    discourse = resolved.discourse
    const at = { reading, text, lexicon, resolutions: resolved.resolutions }
    const clauses = new Map(reading.candidates.map(({ clause }) => [clause.head, clause]))
    const said = saySides(at, clauses)
    for (const { clause, acts: [act] } of reading.candidates) {
      const word = reading.tree.words[clause.head]
      const right = gold.find((g) => word && g.start < word.end && word.start < g.end)
      if (!act || !word || !right) continue
      const scene = { discourse, lexicon, reading, clause, beside: besides(reading, said, clause.head) }
      for (const gap of gapsOf(lexicon, said.get(clause.head) as Sides, act.entry)) {
        // What a wrong party on the other side asks for is no lesson.
        const other = (right[gap.side === 'source' ? 'target' : 'source'] ?? []).map(canonical)
        if (gap.known.length > 0 && other.length > 0 && !gap.known.some((entity) => other.includes(canonical(entity)))) continue
        const wanted = new Set((right[gap.side] ?? []).map(canonical))
        // What one does together with others: itself is right only where there are no others.
        const others = [...wanted].filter((entity) => !gap.known.some((k) => canonical(k) === entity))
        if (gap.joint && gap.side === 'target' && others.length > 0) for (const k of gap.known) wanted.delete(canonical(k))
        const offers = offersOf(scene, gap)
        if (!offers.some(({ entity }) => wanted.has(canonical(entity)))) continue
        rows.push({ article: name, gap, offers, right: wanted, note: `${word.text}: ${text.slice(reading.sentence.start, reading.sentence.end).replace(/\s+/g, ' ').slice(0, 200)}` })
      }
    }
    discourse = rememberActs(discourse, reading.outcomes, reading.sentence)
  }
  return rows
}

// What hand-made weights did before there was data: where it begins.
const PRIOR = 2
const PENALTY = 0.02

type Sparse = { readonly good: boolean; readonly at: Int32Array; readonly value: Float64Array }

const sparse = ({ offers, right }: Row): readonly Sparse[] =>
  offers.map(({ entity, features }) => {
    const at = features.flatMap((x, i) => (x === 0 ? [] : [i]))
    return { good: right.has(canonical(entity)), at: Int32Array.from(at), value: Float64Array.from(at, (i) => features[i] as number) }
  })

/** Conditional logit with several right answers by full gradient with momentum, with an L2 penalty; starts at zero, so that no seed is needed. */
const fit = (rows: readonly Row[], penalty: number, rounds = 200, rate = 0.3): readonly number[] => {
  const data = rows.map(sparse)
  const weights = new Float64Array(FEATURES.length)
  weights[0] = PRIOR
  const speed = new Float64Array(FEATURES.length)
  const gradient = new Float64Array(FEATURES.length)
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = penalty * ((weights[i] as number) - (i === 0 ? PRIOR : 0))
    for (const offers of data) {
      const sums = offers.map(({ at, value }) => at.reduce((sum, i, k) => sum + (value[k] as number) * (weights[i] as number), 0))
      const top = Math.max(...sums)
      const powers = sums.map((s) => Math.exp(s - top))
      const total = powers.reduce((a, b) => a + b, 0)
      const good = offers.reduce((sum, offer, k) => sum + (offer.good ? (powers[k] as number) : 0), 0)
      offers.forEach(({ good: isGood, at, value }, k) => {
        const off = ((powers[k] as number) / total - (isGood ? (powers[k] as number) / good : 0)) / data.length
        for (let j = 0; j < at.length; j++) gradient[at[j] as number] = (gradient[at[j] as number] as number) + off * (value[j] as number)
      })
    }
    for (let i = 0; i < weights.length; i++) {
      speed[i] = 0.9 * (speed[i] as number) - rate * (gradient[i] as number)
      weights[i] = (weights[i] as number) + (speed[i] as number)
    }
  }
  return [...weights]
}

/** Articles are left out by the fold: each is judged by weights that none of its fold taught. */
const FOLDS = 8

const rows = articles.flatMap(rowsOf)
const kindOf = ({ gap }: Row): string => `${gap.side}${gap.role === null ? '' : ', of a role'}${gap.known.length === 0 ? ', alone' : ''}`
const penalty = Number(process.argv[3] ?? PENALTY)
const counts = new Map<string, { readonly of: number; readonly right: number }>()
const leftOut: Record<string, readonly number[]> = {}
const foldOf = (article: string): number => articles.indexOf(article) % FOLDS
const folds = Array.from({ length: FOLDS }, (_, fold) => fit(rows.filter((row) => foldOf(row.article) !== fold), penalty))
for (const article of articles) {
  const weights = folds[foldOf(article)] as readonly number[]
  leftOut[article] = weights
  for (const row of rows.filter((r) => r.article === article)) {
    const ranked = rank(row.offers, weights)
    const right = row.right.has(canonical(ranked[0]?.entity ?? ''))
    for (const kind of [kindOf(row), article, 'all']) {
      const { of, right: before } = counts.get(kind) ?? { of: 0, right: 0 }
      counts.set(kind, { of: of + 1, right: before + (right ? 1 : 0) })
    }
    if (!right) console.log(`${article} ${row.gap.side} of "${row.note}": ${ranked[0]?.entity} (${ranked[0]?.sure.toFixed(2)}), right: ${[...row.right]}`)
  }
}
for (const [kind, { of, right }] of counts) console.log(`${kind}: ${right} of ${of} (articles left out)`)
if (process.argv[4]) writeFileSync(process.argv[4], JSON.stringify(leftOut))
const weights = fit(rows, penalty)
for (const [i, name] of FEATURES.entries()) console.log(`${(weights[i] as number).toFixed(2).padStart(6)} ${name}`)
const sides = {
  about: 'Weights of the ranker that tells whom a side means that a sentence leaves open (src/normalize/unsaid/rank-parties.ts). Made by train/sides.ts; not to be edited. MIT, as the code.',
  trainedOn: { articles, commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim() },
  features: FEATURES.map((name, i) => ({ name, weight: Math.round((weights[i] as number) * 1000) / 1000 })),
}
writeFileSync('model/sides.json', `${JSON.stringify(sides, null, 2)}\n`)
