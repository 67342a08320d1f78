/**
 * Time and memory of what CI does with a database: fill, canonical copy, check, diff, export.
 *   npx tsx bench/rebuild.ts [EVENTS]      default 100000
 * A few articles are extracted for real (corpus/, ../shared/corpus, or those of the example repository) and stored under as many ids as it takes; the extraction itself is
 * measured once, on those. The new database is made by another version, in which one entry in a hundred has another code.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDatabase } from '../src/check/check-database.ts'
import { diff } from '../src/diff/diff.ts'
import { openSide } from '../src/diff/open-side.ts'
import type { Article, Event, Rejection } from '../src/document.ts'
import { LAYOUTS } from '../src/export/columns/layouts.ts'
import { exportedFrom } from '../src/export/exported.ts'
import { csvWriter } from '../src/export/write-csv.ts'
import { writeParquet } from '../src/export/write-parquet.ts'
import { createExtract, readModel } from '../src/index.ts'
import { lexiconData } from '../src/lexicon/english.ts'
import { entryHashes } from '../src/lexicon/entry-hashes.ts'
import { findingId } from '../src/normalize/event-id.ts'
import { articleHash, type Findings, openStore, prepareFindings, type Settings } from '../src/store/index.ts'
import { writeCanonical } from '../src/store/write-canonical.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const root = new URL('..', import.meta.url).pathname
const folder = ['corpus', '../shared/corpus', 'fixtures/example-repository/articles']
  .map((name) => join(root, name))
  .find(existsSync) as string
const work = mkdtempSync(join(tmpdir(), 'annalist-bench-'))

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
const timed = async <T>(name: string, run: () => T | Promise<T>, more: (result: T) => string = () => ''): Promise<T> => {
  const start = process.hrtime.bigint()
  const before = process.cpuUsage()
  const result = await run()
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(before)
  console.log(
    `${name.padEnd(58)}${seconds.toFixed(2).padStart(8)} s  ${((user + system) / 1e6).toFixed(2).padStart(8)} s of processor  ${megabytes(process.memoryUsage.rss()).padStart(8)} held   ${more(result)}`,
  )
  return result
}

const articles: readonly Article[] = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'article.txt')))
  .map((id) => {
    const facts = JSON.parse(readFileSync(join(folder, id, 'article.json'), 'utf8')) as { published: string; title: string }
    return {
      id,
      text: readFileSync(join(folder, id, 'article.txt'), 'utf8'),
      published: facts.published,
      title: facts.title,
      url: null,
      kind: null,
    }
  })
const extract = createExtract({ model: readModel() })
const size = articles.reduce((n, { text }) => n + text.length, 0)
const found = await timed(`extraction of ${articles.length} articles (${(size / 1e3).toFixed(0)} kB)`, () =>
  articles.map((article) => extract(article)),
)
const each = found.reduce((n, { events }) => n + events.length, 0)
const copies = Math.ceil(wanted / each)

/** The findings of an article as if it had another id. */
const under = (id: string, { document, events, rejections }: Findings): Findings => {
  const { article, sentences } = document
  const seen = new Map<string, number>()
  const words = sentences.map(({ start, end }) => article.text.slice(start, end))
  const repeats = words.map((text) => {
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return times
  })
  const again = <T extends Event | Rejection>(one: T, what: string): T => {
    const { index, start } = one.sentence
    return {
      ...one,
      document: id,
      id: findingId(id, words[index] ?? '', repeats[index] ?? 0, one.trigger.start - start, one.trigger.end - start, what),
    }
  }
  return {
    document: { ...document, article: { ...article, id } },
    events: events.map((event) => again(event, 'event')),
    rejections: rejections.map((rejection) => again(rejection, rejection.reason)),
  }
}

const edited = lexiconData.actions.filter((_, i) => i % 100 === 0).map(({ id }) => `actions/${id}`)
const recode = (event: Event): Event =>
  edited.includes(event.rule) ? { ...event, action: { ...event.action, modes: [...event.action.modes, 'edited'] } } : event
const fill = (path: string, settings: Settings, change: (event: Event) => Event): number => {
  const store = openStore(path)
  const run = store.begin(settings)
  for (let copy = 0; copy < copies; copy++)
    store.saveAll(
      found.map((one) => {
        const id = `${one.document.article.id}-${copy}`
        const findings = under(id, { ...one, events: one.events.map(change) })
        // The texts are all alike: linking them as copies of each other is not what is measured.
        const prepared = { ...prepareFindings(findings), bands: [] }
        return { findings: prepared, hash: articleHash(findings.document.article), run }
      }),
    )
  const { events } = store.totals()
  store.close()
  return events
}
const settings: Settings = { version: '1', lexicon: lexiconData.hash, model: 'm', options: {}, entries: () => entryHashes(lexiconData) }
const [old, fresh, canonical] = ['old.db', 'new.db', 'canonical.db'].map((name) => join(work, name)) as [string, string, string]
const other: Settings = {
  ...settings,
  lexicon: 'edited',
  entries: () => new Map([...entryHashes(lexiconData)].map(([id, hash]) => [id, edited.includes(id) ? 'edited' : hash])),
}

await timed(
  'fill a database',
  () => fill(old, settings, (event) => event),
  (events) => `${events} events, ${megabytes(statSync(old).size)}`,
)
await timed('the other', () => fill(fresh, other, recode))
await timed(
  'canonical copy',
  () => writeCanonical(old, canonical),
  () => megabytes(statSync(canonical).size),
)
const compare = (a: string, b: string): number => {
  const sides = [openSide(a), openSide(b)] as const
  let changes = 0
  for (const article of diff(...sides)) changes += article.changes.length
  for (const side of sides) side.close()
  return changes
}
await timed(
  'diff: nothing differs',
  () => compare(old, canonical),
  (n) => `${n} changes`,
)
await timed(
  'diff: one entry in a hundred edited',
  () => compare(old, fresh),
  (n) => `${n} changes`,
)
const { default: Database } = await import('better-sqlite3')
const blind = new Database(fresh)
blind.exec('UPDATE articles SET digest = NULL')
blind.close()
await timed(
  'diff: the same without digests, every event read',
  () => compare(old, fresh),
  (n) => `${n} changes`,
)
await timed(
  'check',
  () => [...checkDatabase(canonical, { codebook: new Map(lexiconData.codebook.map((code) => [code.code, code])) })].length,
  (n) => `${n} failures`,
)
const about = {
  version: '1',
  title: null,
  licence: null,
  created: null,
  runs: [],
  nameOf: (code: string) => code,
  nameOfEntity: () => null,
}
for (const [name, writer] of [
  ['export as CSV', csvWriter(LAYOUTS.annalist)],
  ['export as Parquet', writeParquet],
] as const)
  await timed(
    name,
    async () => {
      const store = openStore(canonical, { readonly: true })
      let bytes = 0
      for await (const piece of writer(exportedFrom(store, {}), about)) bytes += piece.length
      store.close()
      return bytes
    },
    megabytes,
  )
rmSync(work, { recursive: true })
