/**
 * The queue and PostgreSQL, each as a ratio to its bound (docs/scale.md). Starts a server of its own.
 *   npm run build && npx tsx bench/queue.ts [overhead|waiting|linking|copy …] [--corpus DIR] [--articles N] [--rounds N] [--most N]
 * Overhead is told in processor time, of all threads and of the server, so that a busy machine doesn't count; what waits for the server goes by its own clock, least of several.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Article } from '../src/document.ts'
import { copyIn } from '../src/postgres/copy-in.ts'
import { copyOut } from '../src/postgres/copy-out.ts'
import { linkCopies } from '../src/postgres/link-copies.ts'
import { pack } from '../src/queue/block.ts'
import { fetchJob, QUEUE, queueOf, within } from '../src/queue/boss.ts'
import { createQueue } from '../src/queue/create-queue.ts'
import { articleHash, openStore, prepareFindings } from '../src/store/index.ts'
import { startServer } from '../tests/postgres/server.ts'
import { article, fakeExtract, SETTINGS } from '../tests/store/fake-extract.ts'
import { newsMaker } from './mixed-news.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: existsSync('corpus') ? 'corpus' : '../shared/corpus' },
    articles: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '2' },
    most: { type: 'string', default: '1000000' },
  },
})
const wanted = positionals.length > 0 ? positionals : ['overhead', 'waiting', 'linking', 'copy']
const dir = mkdtempSync(join(tmpdir(), 'annalist-bench-'))
const server = await startServer()
const row = (what: string, figure: string, ratio?: number, bound?: number): void => {
  const told =
    ratio === undefined || bound === undefined ? '' : `${ratio.toFixed(2).padStart(7)} ×  ≤ ${bound} ${ratio <= bound ? '✓' : '✗'}`
  console.log(`${what.padEnd(62)} ${figure.padStart(30)}   ${told}`)
}

/** Processor seconds of the server and of what it started and has ended by now. */
const serverSeconds = (): number => {
  const of = (pid: number): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    return fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) / 100
  }
  const children = readFileSync(`/proc/${server.pid()}/task/${server.pid()}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [server.pid(), ...children.map(Number)].reduce((sum, pid) => sum + of(pid), 0)
}

const CHILD = `
const started = process.hrtime.bigint(), cpu = process.cpuUsage()
process.on('exit', () => { const { user, system } = process.cpuUsage(cpu); console.error('RAN ' + JSON.stringify({ seconds: Number(process.hrtime.bigint() - started) / 1e9, cpu: (user + system) / 1e6 })) })
process.argv.splice(1, 0, 'annalist')
await import(${JSON.stringify(new URL('../dist/cli/main.js', import.meta.url).href)})`
const annalist = (...argv: readonly string[]): { readonly seconds: number; readonly cpu: number } => {
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', CHILD, '--', ...argv], { encoding: 'utf8' })
  const ran = /RAN (.*)/.exec(stderr)?.[1]
  if (status !== 0 || ran === undefined) throw new Error(`annalist ${argv[0]} ended with ${status}: ${stderr}`)
  return JSON.parse(ran) as { seconds: number; cpu: number }
}

/** The same articles by `run` and by the queue, two threads each. */
const overhead = async (): Promise<void> => {
  const make = newsMaker(11, values.corpus)
  const file = join(dir, 'news.jsonl')
  const articles = Array.from({ length: Number(values.articles) }, (_, n) => make(n))
  writeFileSync(file, articles.map(({ id, text, published }) => JSON.stringify({ id, text, published })).join('\n'))
  // Each the least of some rounds, in turn: what else the machine does falls on both.
  type Ran = ReturnType<typeof annalist>
  const least = (a: Ran | undefined, b: Ran): Ran => (a === undefined || b.cpu < a.cpu ? b : a)
  let alone: Ran | undefined
  let sent: Ran | undefined
  let worked: Ran | undefined
  let served = Number.POSITIVE_INFINITY
  for (let round = 0; round < Number(values.rounds); round++) {
    const queue = await server.createDatabase(`overhead${round}`)
    alone = least(alone, annalist('run', file, '--db', join(dir, `run${round}.db`), '--workers', '2', '-q'))
    const before = serverSeconds()
    sent = least(sent, annalist('enqueue', file, '--queue', queue, '-q'))
    worked = least(worked, annalist('worker', '--queue', queue, '--workers', '2', '--until-empty', '-q'))
    served = Math.min(served, serverSeconds() - before)
  }
  if (!alone || !sent || !worked) return
  const all = sent.cpu + worked.cpu + served
  row(`run, ${articles.length} articles, 2 threads`, `${alone.cpu.toFixed(1)} cpu s, ${alone.seconds.toFixed(1)} s`)
  row('worker, 2 threads', `${worked.cpu.toFixed(1)} cpu s, ${worked.seconds.toFixed(1)} s`, worked.cpu / alone.cpu, 1.15)
  row('enqueue', `${sent.cpu.toFixed(1)} cpu s, ${sent.seconds.toFixed(1)} s`)
  row('PostgreSQL', `${served.toFixed(1)} cpu s`)
  row('worker and PostgreSQL, against run', `${(worked.cpu + served).toFixed(1)} cpu s`, (worked.cpu + served) / alone.cpu, 1.15)
  row('all three, against run', `${all.toFixed(1)} cpu s`, all / alone.cpu, 1.15)
  const [room] = await server.psql(
    'overhead0',
    `SELECT (SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relnamespace = 'annalist'::regnamespace AND relkind = 'r' AND relname <> 'entries') AS bytes,
       (SELECT count(*) FROM annalist.articles) AS articles, (SELECT count(*) FROM annalist.events) AS events,
       (SELECT sum(length(text)) FROM annalist.articles) AS characters`,
  )
  const of = (name: string): number => Number(room?.[name]) / Number(room?.articles)
  row(
    'an article in PostgreSQL',
    `${(of('bytes') / 1000).toFixed(1)} kB, ${of('events').toFixed(1)} events, ${of('characters').toFixed(0)} characters`,
  )
}

/** What taking and ending a job costs among few waiting jobs and among many. */
const waiting = async (): Promise<void> => {
  const address = await server.createDatabase('waiting')
  const queue = await createQueue(address, SETTINGS)
  const name = queueOf(queue.run)
  const fill = (count: number) =>
    queue.postgres.query(
      `INSERT INTO ${QUEUE}.job (name, data, expire_in, retry_limit, created_on) SELECT $1, $2::jsonb, interval '30 s', 5, now() - interval '1 s' * random() FROM generate_series(1, $3::int)`,
      [
        name,
        JSON.stringify(pack([{ article: article('a', 'Russia attacked Ukraine.'), hash: 'x', place: { file: 'a' }, source: null }])),
        count,
      ],
    )
  const cost = async (): Promise<number> => {
    let least = Number.POSITIVE_INFINITY
    for (let round = 0; round < 7; round++) {
      const start = performance.now()
      for (let i = 0; i < 200; i++) {
        const job = await fetchJob(queue.boss, queue.postgres, name)
        if (job === null) throw new Error('the queue is empty')
        await queue.postgres.transaction((client) => queue.boss.deleteJob(name, job.id, within(client) as never))
      }
      await queue.boss.expire()
      least = Math.min(least, (performance.now() - start) / 200)
    }
    return least
  }
  const most = Number(values.most)
  await fill(10_000)
  await server.psql('waiting', 'VACUUM ANALYZE')
  const few = await cost()
  await fill(most - 10_000)
  await server.psql('waiting', 'VACUUM ANALYZE')
  const many = await cost()
  row('a job among 10,000 that wait', `${few.toFixed(2)} ms`)
  row(`a job among ${most.toLocaleString('en')} that wait`, `${many.toFixed(2)} ms`, many / few, 1.5)
  await queue.close()
}

/** How long a job of 32 articles holds the lock under which near-copies are linked, to the end of its transaction: what the whole queue waits for. */
const linking = async (): Promise<void> => {
  const address = await server.createDatabase('linking')
  const queue = await createQueue(address, SETTINGS)
  const held: number[] = []
  for (let job = 0; job < 400; job++) {
    let start = 0
    await queue.postgres.transaction(async (client) => {
      const { rows } = await client.query<{ key: number }>(
        `INSERT INTO annalist.articles (id, hash, run, telling, text) SELECT 'a' || n, repeat('0', 32), $1, 'news', '' FROM generate_series($2::int, $2::int + 31) AS n RETURNING key`,
        [queue.run, job * 32],
      )
      const keys = rows.map(({ key }) => key)
      start = performance.now()
      await linkCopies(
        client,
        keys,
        keys.flatMap((article) => Array.from({ length: 8 }, (_, ordinal) => ({ article, ordinal, hash: (article * 8 + ordinal) * 7919 }))),
      )
    })
    held.push(performance.now() - start)
  }
  held.sort((a, b) => a - b)
  row('the lock for linking, held for a job of 32 articles', `${held[0]?.toFixed(1)} ms at least, ${held[200]?.toFixed(1)} ms median`)
  await queue.close()
}

/** A database of 100,000 events into PostgreSQL and back. */
const copy = async (): Promise<void> => {
  const path = join(dir, 'events.db')
  const store = openStore(path)
  const run = store.begin(SETTINGS)
  const make = (n: number): Article =>
    article(
      `a${n}`,
      Array.from({ length: 8 }, (_, k) => `Russia attacked Ukraine in Kyiv on 2022-02-${10 + (k % 10)}, told ${n} ${k * n}.`).join(' '),
    )
  for (let n = 0; n < 12_500; n += 500)
    store.saveAll(
      Array.from({ length: 500 }, (_, i) => make(n + i)).map((a) => ({
        findings: prepareFindings(fakeExtract(a)),
        hash: articleHash(a),
        run,
      })),
    )
  const { events } = store.totals()
  store.close()
  const address = await server.createDatabase('copy')
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await work()
    return (performance.now() - start) / 1000
  }
  const into = await time(() => copyIn(path, address))
  const out = await time(() => copyOut(address, join(dir, 'back.db')))
  const [size] = await server.psql('copy', "SELECT pg_database_size('copy') AS size")
  row(`copy of ${events.toLocaleString('en')} events into PostgreSQL`, `${into.toFixed(1)} s, ${Math.round(events / into)} events/s`)
  row('and back', `${out.toFixed(1)} s, ${Math.round(events / out)} events/s`)
  row('size in PostgreSQL', `${(Number(size?.size) / 1e6).toFixed(0)} MB`)
}

try {
  for (const [name, bench] of Object.entries({ overhead, waiting, linking, copy })) if (wanted.includes(name)) await bench()
} finally {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
