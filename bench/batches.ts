/**
 * Batches: speed beside compromise's tagging, workers, repeats, memory and near-copies, each as a ratio to its bound (docs/performance.md).
 *   npm run build && npx tsx bench/batches.ts [speed|workers|repeat|memory|memory-of-all|copies …] [--corpus DIR] [--articles N] [--most N]
 * `memory` is measured over a stand-in for the extraction (bench/stand-in.mjs), so that all the rest shows; `memory-of-all` over the extraction itself, which takes half an hour.
 * Processor time, of all threads, is what is compared with compromise, so that a busy machine doesn't count; workers and repeats go by the clock.
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import nlp from 'compromise'
import type { Article } from '../src/document.ts'
import { openStore } from '../src/store/index.ts'
import { copiesOf } from '../src/store/link-copies.ts'
import { speedUp } from '../src/store/open-database.ts'
import { textBands } from '../src/store/text-bands.ts'
import { newsMaker, randomFrom } from './mixed-news.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: existsSync('corpus') ? 'corpus' : '../shared/corpus' },
    articles: { type: 'string', default: '1600' },
    most: { type: 'string', default: '100000' },
  },
})
const wanted = positionals.length > 0 ? positionals : ['speed', 'workers', 'repeat', 'memory', 'copies']
const { corpus } = values
const count = Number(values.articles)
const dir = mkdtempSync(join(tmpdir(), 'annalist-bench-'))
process.on('exit', () => rmSync(dir, { recursive: true, force: true }))

const row = (what: string, figure: string, ratio: number, bound: number, higher = true): void => {
  const met = higher ? ratio >= bound : ratio <= bound
  console.log(
    `${what.padEnd(62)} ${figure.padStart(26)}   ${ratio.toFixed(2).padStart(7)} ×  ${higher ? '≥' : '≤'} ${bound} ${met ? '✓' : '✗'}`,
  )
}

/** A file of articles, one a line; how many characters they have. */
const write = async (name: string, articles: Iterable<Article>): Promise<{ readonly file: string; readonly characters: number }> => {
  const file = join(dir, name)
  const out = createWriteStream(file)
  let characters = 0
  for (const { id, text, published, title, url } of articles) {
    characters += text.length
    if (!out.write(`${JSON.stringify({ id, text, published, title, url })}\n`))
      await new Promise<void>((drained) => out.once('drain', () => drained()))
  }
  await new Promise<void>((done) => out.end(done))
  return { file, characters }
}
function* made(make: (n: number) => Article, from: number, to: number): Generator<Article> {
  for (let n = from; n < to; n++) yield make(n)
}

type Ran = { readonly seconds: number; readonly cpu: number; readonly memory: number; readonly events: number; readonly articles: number }
const urlOf = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
const EXTRACTION = `await import(${urlOf('../dist/cli/main.js')})`
const STAND_IN = `const { start } = await import(${urlOf('../dist/cli/start.js')})
await start('0', () => async () => ({ worker: { module: ${urlOf('stand-in.mjs')}, options: {} }, settings: { version: '0', lexicon: 'none', model: 'none', options: {} }, nameOf: (code) => code }))`
const child = (work: string): string => `
const started = process.hrtime.bigint(), cpu = process.cpuUsage()
process.on('exit', () => { const { user, system } = process.cpuUsage(cpu); console.error('RAN ' + JSON.stringify({ seconds: Number(process.hrtime.bigint() - started) / 1e9, cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 })) })
process.argv.splice(1, 0, 'annalist')
${work}`
/** One \`annalist run\` in a process of its own, as built. */
const annalist = (file: string, db: string, ...more: readonly string[]): Ran => ran(EXTRACTION, file, db, ...more)
const ran = (work: string, file: string, db: string, ...more: readonly string[]): Ran => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', child(work), '--', 'run', file, '--db', db, '--json', '-q', ...more],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  const told = /^RAN (.*)$/m.exec(stderr)?.[1]
  if (told === undefined || (status !== 0 && status !== 3)) throw new Error(stderr.slice(-2000))
  const { totals } = JSON.parse(stdout.trim().split('\n').at(-1) as string)
  return { ...JSON.parse(told), events: totals.events, articles: totals.articles }
}
/** Characters a second of processor time that compromise tags. */
const tagging = (texts: readonly string[]): number => {
  for (const text of texts) nlp(text)
  const started = process.cpuUsage()
  for (const text of texts) nlp(text)
  const { user, system } = process.cpuUsage(started)
  return (1e6 * texts.reduce((n, text) => n + text.length, 0)) / (user + system)
}

const make = newsMaker(1, corpus)
const dense = readdirSync(corpus)
  .toSorted()
  .flatMap((slug) => {
    const facts = join(corpus, slug, 'article.json')
    if (!existsSync(facts)) return []
    return [
      {
        id: slug,
        text: readFileSync(join(corpus, slug, 'article.txt'), 'utf8'),
        published: JSON.parse(readFileSync(facts, 'utf8')).published ?? null,
      },
    ]
  })
/** The corpus over and over, each time with other numbers, as many characters as asked for. */
const denseArticles = (n: number): readonly Article[] => {
  const random = randomFrom(7)
  return Array.from({ length: n }, (_, i) => {
    const { id, text, published } = dense[i % dense.length] as (typeof dense)[number]
    return {
      id: `${id}-${i}`,
      text: text.replace(/\b[1-9]\d?\b(?= (?:people|troops|soldiers|per cent|tonnes))/g, () => String(2 + Math.floor(random() * 90))),
      published,
      title: null,
      url: null,
      kind: null,
    }
  })
}

console.log(`node ${process.version}, ${count} articles of mixed news\n`)

if (wanted.includes('speed')) {
  for (const [name, articles, bound] of [
    ['mixed news', [...made(make, 0, count)], 8],
    ['event-dense text (the corpus)', denseArticles(Math.ceil(count / 3)), 2],
  ] as const) {
    // What a batch pays once, start-up and V8's warming up, is measured by a run over the first quarter and taken off, as compromise's is.
    const quarter = Math.ceil(articles.length / 4)
    const { file, characters } = await write(`${bound}.jsonl`, articles)
    const { file: little, characters: before } = await write(`${bound}-little.jsonl`, articles.slice(0, quarter))
    const start = annalist(little, join(dir, `${bound}-little.db`), '--workers', '1')
    const ran = annalist(file, join(dir, `${bound}.db`), '--workers', '1')
    const ours = (characters - before) / (ran.cpu - start.cpu)
    const theirs = tagging(articles.slice(0, quarter).map(({ text }) => text))
    row(
      `${name}: text to rows against compromise's tagging`,
      `${(ours / 1e6).toFixed(3)} / ${(theirs / 1e6).toFixed(3)} MB/s`,
      ours / theirs,
      bound,
    )
    console.log(
      `  ${ran.events} events in ${ran.articles} articles, ${(characters / 1e6).toFixed(1)} MB; ${(characters / ran.seconds / 1e6).toFixed(3)} MB/s by the clock, start included; by processor time, all included, ${(characters / ran.cpu / theirs).toFixed(2)} ×`,
    )
  }
}
if (wanted.includes('workers') || wanted.includes('repeat')) {
  const { file } = await write('workers.jsonl', made(make, 0, count * 2))
  const one = annalist(file, join(dir, 'one.db'), '--workers', '1')
  if (wanted.includes('workers')) {
    const two = annalist(file, join(dir, 'two.db'), '--workers', '2')
    row('two workers against one', `${two.seconds.toFixed(1)} / ${one.seconds.toFixed(1)} s`, one.seconds / two.seconds, 1.8)
  }
  if (wanted.includes('repeat')) {
    const again = annalist(file, join(dir, 'one.db'), '--workers', '1')
    row('a repeat against the first run', `${again.seconds.toFixed(2)} / ${one.seconds.toFixed(1)} s`, one.seconds / again.seconds, 30)
  }
}
for (const [name, work] of [
  ['memory', STAND_IN],
  ['memory-of-all', EXTRACTION],
] as const) {
  if (!wanted.includes(name)) continue
  const most = Number(values.most)
  let before: Ran | null = null
  for (const n of [1000, 10_000, 100_000].filter((size) => size <= most)) {
    // Short articles: the number of them is what may tell.
    const { file, characters } = await write(
      `m${n}.jsonl`,
      (function* () {
        for (const a of made(make, 0, n))
          yield { ...a, text: a.text.slice(0, a.text.indexOf('\n\n') > 0 ? a.text.indexOf('\n\n') : undefined) }
      })(),
    )
    const now = ran(work, file, join(dir, `m${n}.db`), '--workers', '2')
    console.log(
      `${String(n).padStart(7)} articles: ${now.seconds.toFixed(1)} s, ${((now.seconds / n) * 1000).toFixed(2)} ms an article, ${(characters / now.seconds / 1e6).toFixed(3)} MB/s, ${now.memory.toFixed(0)} MB at the peak`,
    )
    if (before !== null)
      row(
        `${name} at ${n} articles against ${before.articles}`,
        `${now.memory.toFixed(0)} / ${before.memory.toFixed(0)} MB`,
        now.memory / before.memory,
        1.1,
        false,
      )
    before = now
    rmSync(join(dir, `m${n}.db`))
  }
}
if (wanted.includes('copies')) {
  // The keeper of near-copies alone, disk included: what it costs to look for the copies of 10,000 articles more and to take them in, among 10,000 and among 100,000.
  const NEW = 10_000
  const cost = (among: number): number => {
    const path = join(dir, `copies-${among}.db`)
    openStore(path).close()
    const db = new Database(path)
    speedUp(db)
    db.exec("INSERT INTO runs VALUES ('bench', '1', '1', '1', '{}')")
    const hash = '0'.repeat(32)
    const insert = db.prepare("INSERT INTO articles (id, hash, run, telling, text) VALUES (?, ?, 'bench', 'news', '')")
    const copies = copiesOf(db)
    let spent = 0
    const timed = (work: () => void): void => {
      const started = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(started)
      spent += user + system
    }
    const take = (from: number, to: number): void => {
      for (let n = from; n < to; n += 128) {
        const group = Array.from({ length: Math.min(128, to - n) }, (_, i) => textBands(make(n + i).text))
        db.exec('BEGIN IMMEDIATE')
        const keys = group.map((_, i) => Number(insert.run(`a${n + i}`, hash).lastInsertRowid))
        timed(() => {
          for (const [i, bands] of group.entries()) copies.note(keys[i] as number, hash, bands)
          db.exec('COMMIT')
        })
      }
      timed(() => db.transaction(copies.link).immediate())
    }
    take(0, among)
    spent = 0
    take(among, among + NEW)
    timed(() => db.pragma('wal_checkpoint(TRUNCATE)'))
    db.close()
    return spent / NEW
  }
  const few = cost(10_000)
  const many = cost(100_000)
  row('near-copies: cost of an article among 100,000 against 10,000', `${many.toFixed(0)} / ${few.toFixed(0)} µs`, many / few, 1.3, false)
}
