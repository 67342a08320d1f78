/**
 * Speed of the dates: MB/s over some megabytes of the articles, beside raw chrono-node on the same paragraphs, compromise's tagging and the whole pipeline, in the
 * same run.
 *   npx tsx bench/dates.ts [MEGABYTES] [CORPUS]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'chrono-node/en'
import nlp from 'compromise'
import type { Document } from '../src/document.ts'
import { findDates } from '../src/extract/find-dates.ts'
import { layOut } from '../src/extract/lay-out.ts'
import { extract } from '../src/index.ts'
import { lexicon } from '../src/lexicon/english.ts'
import { resolveDates } from '../src/normalize/dates/resolve-dates.ts'
import { isTown } from '../src/normalize/places/is-town.ts'

const megabytes = Number(process.argv[2] ?? 2)
const corpus = `${process.argv[3] ?? '/work/shared/corpus'}/`
const articles = readdirSync(corpus)
  .filter((name) => !name.includes('.'))
  .map((slug) => ({
    text: readFileSync(`${corpus}${slug}/article.txt`, 'utf8'),
    ...(JSON.parse(readFileSync(`${corpus}${slug}/article.json`, 'utf8')) as { published: string; kind: string }),
  }))
const size = articles.reduce((n, a) => n + a.text.length, 0)
const documents: readonly Document[] = articles.map(({ text, published, kind }) =>
  layOut({ id: 'bench', text, published, kind, title: null, url: null }, isTown),
)

const measure = (name: string, amount: number, run: (document: Document) => unknown): number => {
  for (let warm = 0; warm < Math.min(8, amount * 20); warm++) for (const document of documents) run(document)
  const rounds = Math.max(1, Math.round((amount * 1e6) / size))
  // Processor time, so that a busy machine doesn't count.
  const start = process.cpuUsage()
  for (let round = 0; round < rounds; round++) for (const document of documents) run(document)
  const { user, system } = process.cpuUsage(start)
  const speed = (size * rounds) / (user + system)
  console.log(`${name.padEnd(34)}${speed.toFixed(2).padStart(8)} MB/s`)
  return speed
}

const paragraphs = (document: Document): readonly string[] => document.blocks.map((b) => document.article.text.slice(b.start, b.end))
const reference = new Date(Date.UTC(2023, 3, 5))
measure('dates found', megabytes, findDates)
const whole = measure('dates found and reckoned', megabytes, (d) => resolveDates(d, lexicon))
const layout = measure('layout and sentences', megabytes, (d) => layOut(d.article, isTown))
const chrono = measure('chrono-node, casual, by paragraph', megabytes, (d) => paragraphs(d).map((p) => parse(p, reference)))
const compromise = measure('compromise, tagging', Math.min(megabytes, 0.3), (d) => paragraphs(d).map((p) => nlp(p)))
const pipeline = measure('the whole pipeline', Math.min(megabytes, 0.5), (d) => extract(d.article))
console.log(
  `\n× HeidelTime (0.015 MB/s): ${(whole / 0.015).toFixed(0)}   × compromise: ${(whole / compromise).toFixed(1)}   × chrono: ${(whole / chrono).toFixed(2)}   × layout: ${(whole / layout).toFixed(2)}   of the pipeline's time: ${((100 * pipeline) / whole).toFixed(1)} %`,
)

// Linear: the same text, once, eight times and 32 times as long, as one article.
const text = articles.map((a) => a.text).join('\n\n')
for (const times of [1, 8, 32]) {
  const long = layOut(
    { id: 'long', text: `${text}\n\n`.repeat(times), published: '2023-04-05', kind: 'wire', title: null, url: null },
    isTown,
  )
  const start = process.cpuUsage()
  resolveDates(long, lexicon)
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1e3
  console.log(`one article of ${(long.article.text.length / 1e6).toFixed(2)} MB: ${(long.article.text.length / 1e3 / ms).toFixed(2)} MB/s`)
}
