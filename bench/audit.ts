// How fast every page of the audit is: npx tsx bench/audit.ts [FILE]. Without a file a database of a million events is made (some minutes, 700 MB, in the
// system's folder for temporary files) and kept for the next time. Prints the time to load; of each page the first answer, the median and
// worst of nine more by the clock, and the median of processor time.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/audit/app.ts'
import { openDesk } from '../src/audit/desk.ts'
import { readRuleBook } from '../src/audit/rule-book.ts'
import { makeDoors } from '../src/audit/security.ts'
import { newVerdictId } from '../src/audit/serve.ts'
import { lexiconData } from '../src/lexicon/english.ts'

const file = process.argv[2] ?? join(tmpdir(), 'annalist-audit-bench.db')
if (!existsSync(file))
  execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'make-audit-db.ts'), file], { stdio: 'inherit' })

const ROUNDS = 9
const started = performance.now()
const desk = openDesk({
  db: file,
  verdicts: join(mkdtempSync(join(tmpdir(), 'annalist-bench-')), 'verdicts.jsonl'),
  readOnly: false,
  say: console.error,
  ports: {
    explain: async () => [],
    drawTree: () => '',
    ruleOf: readRuleBook([join(import.meta.dirname, '../lexicon/en')]),
    codebook: lexiconData.codebook,
    nameOfEntity: () => null,
    version: 'bench',
    now: () => new Date().toISOString(),
    newId: newVerdictId,
  },
})
const loaded = performance.now() - started
const doors = makeDoors('bench')
const app = createApp({ desk, doors, host: '127.0.0.1', port: 4711, invited: () => {} })
const cookie = `annalist-4711=${doors.enter(doors.invite())}`
const headers = { host: '127.0.0.1:4711', cookie, origin: 'http://127.0.0.1:4711' }
/** Milliseconds on the clock, and of this process's processor time: on a busy machine the two part. */
type Time = { readonly wall: number; readonly cpu: number }
const ask = async (path: string, body?: URLSearchParams): Promise<Time> => {
  const at = performance.now()
  const before = process.cpuUsage()
  const answer = await app.request(`http://127.0.0.1:4711${path}`, body ? { method: 'POST', headers, body } : { headers })
  const length = (await answer.text()).length
  if (!answer.ok && answer.status !== 303) throw new Error(`${path}: ${answer.status}, ${length} characters`)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - at, cpu: (user + system) / 1000 }
}
const { events } = (await (await app.request('http://127.0.0.1:4711/events.json?after=', { headers })).json()) as {
  events: readonly { readonly id: string; readonly document: string }[]
}
const [first] = events
const middle = desk.eventAt(Math.floor(desk.snapshot().columns.size / 2))?.event
if (first === undefined || middle === undefined) throw new Error('the database holds no events')

/** Each page with a filter of its own, so that no round finds its choice remembered: `N` becomes the round. */
const PAGES: readonly (readonly [string, string])[] = [
  ['events', '/?from=N'],
  ['events, page in the middle', `/?after=${middle.id}&from=N`],
  ['events, sorted by confidence', '/?sort=confidence&from=N'],
  ['events, newest first', '/?sort=-date&from=N'],
  ['events, four facets', '/?root=19&root=18&source=RUS&status=asserted&from=N'],
  ['events, none left', '/?root=19&country=CHE&confidence=0–0.2&from=N'],
  ['events, rare word', '/?q=1N'],
  ['events, frequent word', '/?q=att*&from=N'],
  ['events, word of all', '/?q=item&from=N'],
  ['events as JSON', '/events.json?from=N'],
  ['timeline', '/timeline?from=N'],
  ['network', '/network?from=N'],
  ['map', '/map?from=N'],
  ['articles', '/articles?find=news/0N'],
  ['article', `/article?id=${encodeURIComponent(middle.document)}`],
  ['event in its article', `/article?id=${encodeURIComponent(middle.document)}&event=${middle.id}`],
  ['actor', '/actor?id=IRN&round=N'],
  ['rules', '/rules?round=N'],
  ['rule', '/rule?id=actions/attacked&round=N'],
  ['rejections', '/rejections?round=N'],
  ['judge, most doubtful', '/judge?from=N'],
  ['judge, random sample', '/judge?queue=random&from=N'],
  ['judge, stratified by root', '/judge?queue=stratified&from=N'],
  ['judge, stratified by year', '/judge?queue=stratified&by=year&from=N'],
  ['verdicts', '/verdicts?round=N'],
  ['quality', '/quality?round=N'],
]
console.log(
  `${desk.snapshot().columns.size.toLocaleString('en')} events loaded in ${(loaded / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB\n`,
)
console.log(`${'page'.padEnd(34)}${['first', 'median', 'worst', 'CPU'].map((head) => head.padStart(8)).join('')} ms`)
const slow: string[] = []
const row = (name: string, times: readonly Time[]): void => {
  const later = times.slice(1)
  const walls = later.map((t) => t.wall).sort((a, b) => a - b)
  const cpus = later.map((t) => t.cpu).sort((a, b) => a - b)
  const middle = Math.floor(later.length / 2)
  if ((cpus[middle] ?? 0) > 100) slow.push(name)
  console.log(
    `${name.padEnd(34)}${[times[0]?.wall ?? 0, walls[middle] ?? 0, walls.at(-1) ?? 0, cpus[middle] ?? 0].map((t) => t.toFixed(0).padStart(8)).join('')}`,
  )
}
for (const [name, path] of PAGES) {
  const times: Time[] = []
  for (let round = 0; round <= ROUNDS; round++)
    times.push(await ask(path.replace(/=N$|=1N$|0N$/, (end) => end.replace('N', String(path.endsWith('from=N') ? 1998 + round : round)))))
  row(name, times)
}
const verdicts: Time[] = []
for (let round = 0; round <= ROUNDS; round++) {
  const next = (await (await app.request('http://127.0.0.1:4711/judge.json?queue=random', { headers })).json()) as {
    event: { id: string; document: string }
  }
  verdicts.push(
    await ask(
      '/verdicts',
      new URLSearchParams({
        id: newVerdictId(),
        verdict: 'accept',
        article: next.event.document,
        event: next.event.id,
        queue: 'random',
        seed: '1',
      }),
    ),
  )
}
row('saving a verdict (synced)', verdicts)
desk.close()
console.log(
  slow.length === 0
    ? '\nEvery page takes less than 100 ms of processor time.'
    : `\nMore than 100 ms of processor time: ${slow.join(', ')}.`,
)
