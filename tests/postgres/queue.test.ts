import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyOut } from '../../src/postgres/copy-out.ts'
import { builtAnnalist, removeBuilt } from '../cli/built-annalist.ts'
import { command, folder } from '../cli/command.ts'
import { noServer, type Server, startServer } from './server.ts'
import { type Process, startBuilt } from './worker-process.ts'

const why = noServer()
const SOAK = process.env.SOAK === '1'
const ARTICLES = SOAK ? 10_000 : 320
// A worker is killed once so many articles came in since the last was: else a busy machine would only start workers.
const BETWEEN = SOAK ? 50 : 16
const PATIENCE = SOAK ? '30' : '3'

const NAMES = ['Russia', 'Ukraine', 'France', 'Serbia', 'NATO']
const VERBS = ['attacked', 'praised', 'met', 'sued']
/** Articles as JSON lines, no two alike but for every tenth, which is a near-copy of the one before. */
const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const of = (list: readonly string[], k: number): string => list[k % list.length] ?? ''
    const seed = n % 10 === 9 ? n - 1 : n
    const sentences = Array.from(
      { length: 8 },
      (_, k) => `${of(NAMES, seed + k)} ${of(VERBS, seed * 7 + k)} ${of(NAMES, seed * 3 + k + 1)} on day ${seed * 31 + k} of it.`,
    )
    return JSON.stringify({ id: `a${n}`, text: `${sentences.join(' ')} The choir sang ${n} times.`, published: '2022-02-25' })
  }).join('\n')

// Processes take their time to start on a busy machine.
describe.skipIf(why !== null)('queue', { timeout: 300_000 }, () => {
  let server: Server
  const started: Process[] = []
  const startProcess = (argv: readonly string[], env: Readonly<Record<string, string>>) => {
    const process = startBuilt(builtAnnalist(), argv, env)
    started.push(process)
    return process
  }
  const dir = folder({
    'few.jsonl': lines(160),
    'news.jsonl': lines(ARTICLES),
    'one.txt': 'Russia attacked Ukraine.',
    'bad.jsonl': '{"id":"x"}\n{"id":"good","text":"France praised Serbia."}\n',
  })
  const news = join(dir, 'news.jsonl')
  beforeAll(async () => {
    // A crash of the server is none of the machine: what is written is there, without waiting for the disk.
    server = await startServer(SOAK ? {} : { fsync: 'off' })
  })
  afterAll(async () => {
    // What a failing test left behind would wait for its server for ever.
    for (const { child } of started) child.kill('SIGKILL')
    removeBuilt()
    await server?.stop()
  })

  const worker = (queue: string, ...more: readonly string[]) =>
    command(['worker', '--queue', queue, '--workers', '0', '--until-empty', '--json', ...more])
  const status = async (queue: string) => JSON.parse((await command(['queue', 'status', '--queue', queue, '--json'])).out)
  const json = (ended: { readonly out: string }) => JSON.parse(ended.out)
  /** From now on the jobs that come back are noted, and how long after their worker was heard from. */
  const noteReturns = (database: string) =>
    server.psql(
      database,
      `CREATE TABLE public.back (job uuid, after float);
       CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN INSERT INTO public.back VALUES (NEW.id, extract(epoch FROM now() - NEW.started_on)); RETURN NEW; END';
       CREATE TRIGGER back AFTER INSERT ON annalist_queue.job FOR EACH ROW WHEN (NEW.state IN ('retry', 'failed')) EXECUTE FUNCTION public.note()`,
    )
  const returns = async (database: string) =>
    (await server.psql(database, 'SELECT after FROM public.back')).map(({ after }) => Number(after))

  test(
    'workers killed with -9 again and again, the server restarted at once: every event exactly once, the bytes of the run on one machine',
    async () => {
      const queue = await server.createDatabase('killed')
      await command(['queue', 'init', '--queue', queue, '--patience', PATIENCE])
      expect(json(await command(['enqueue', news, '--queue', queue, '--json']))).toMatchObject({ sent: ARTICLES, quarantined: 0 })
      await noteReturns('killed')
      const start = () =>
        startProcess(['worker', '--until-empty', '--workers', '0', '-q'], { ANNALIST_QUEUE: queue, SLOW: SOAK ? '10' : '60' })
      const workers = [start(), start(), start(), start()]
      const done = async () => Number((await server.psql('killed', 'SELECT count(*) FROM annalist.articles'))[0]?.count)
      let kills = 0
      let before = 0
      for (let crashed = false; ; ) {
        await wait(SOAK ? 1000 : 200)
        const articles = await done()
        if (articles >= ARTICLES * 0.8) break
        if (workers.every(({ child }) => child.exitCode !== null))
          throw new Error(`all workers ended: ${JSON.stringify(await workers[0]?.ended)}`)
        // The one that is up longest, once it and the others got on.
        if (articles - before < BETWEEN) continue
        before = articles
        workers[kills % 4]?.child.kill('SIGKILL')
        workers[kills % 4] = start()
        kills += 1
        if (!crashed && articles > ARTICLES / 4) {
          await server.crash()
          crashed = true
        }
      }
      for (const ending of await Promise.all(workers.map(({ ended }) => ended))) expect(ending).toMatchObject({ code: 0, err: '' })
      expect(kills).toBeGreaterThan(3)
      // Killed workers left jobs behind, and these came back within a minute.
      const after = await returns('killed')
      expect(after).not.toHaveLength(0)
      expect(Math.max(...after)).toBeLessThan(60)
      expect(await status(queue)).toMatchObject({ articles: ARTICLES, queues: [{ waiting: 0, active: 0, dead: 0 }] })
      const [one, many] = [join(dir, 'one.db'), join(dir, 'many.db')]
      expect((await command(['run', news, '--db', one, '--fresh', '--workers', '0', '-q'])).code).toBe(0)
      await copyOut(queue, many)
      expect(readFileSync(many).equals(readFileSync(one))).toBe(true)
      const exported = await command(['export', '--db', queue])
      expect(exported.out.split('\n').length).toBeGreaterThan(ARTICLES)
      // Compared by hand: the difference of so long texts takes hours to make.
      expect(exported.out === (await command(['export', '--db', one])).out).toBe(true)
      console.log(`${ARTICLES} articles, ${kills} kills, ${after.length} jobs came back after ${Math.max(...after).toFixed(0)} s at most`)
    },
    SOAK ? 3_600_000 : 300_000,
  )

  test('what is in the queue or done is not enqueued again; an edited article is, and the newest wins', async () => {
    const queue = await server.createDatabase('again')
    const enqueue = async (...paths: readonly string[]) => json(await command(['enqueue', ...paths, '--queue', queue, '--json']))
    const file = join(dir, 'one.txt')
    expect(await enqueue(file)).toMatchObject({ sent: 1, waiting: 0, unchanged: 0 })
    expect(await enqueue(file)).toMatchObject({ sent: 0, waiting: 1, unchanged: 0 })
    writeFileSync(file, 'France praised Serbia.')
    expect(await enqueue(file)).toMatchObject({ sent: 1, waiting: 0, unchanged: 0 })
    expect(json(await worker(queue))).toMatchObject({ jobs: 2, written: 1, late: 1 })
    expect(await enqueue(file)).toMatchObject({ sent: 0, waiting: 0, unchanged: 1 })
    // Back to what it was, and back again before a worker came.
    writeFileSync(file, 'Russia attacked Ukraine.')
    expect(await enqueue(file)).toMatchObject({ sent: 1 })
    writeFileSync(file, 'France praised Serbia.')
    expect(await enqueue(file)).toMatchObject({ sent: 0, unchanged: 1 })
    expect(json(await worker(queue))).toMatchObject({ written: 0, late: 1 })
    expect((await command(['export', '--db', queue])).out).toContain('"praised"')
  })

  test('an article that fails is a dead letter and in quarantine, the others are done; it can be tried again or thrown away', async () => {
    const queue = await server.createDatabase('failing')
    const file = join(dir, 'fail.jsonl')
    writeFileSync(
      file,
      '{"id":"a","text":"Russia attacked Ukraine."}\n{"id":"b","text":"FAIL"}\n{"id":"c","text":"France praised Serbia."}\n',
    )
    await command(['enqueue', file, join(dir, 'bad.jsonl'), '--queue', queue, '-q'])
    expect(await worker(queue)).toMatchObject({ code: 3, out: expect.stringContaining('"written":3,"failed":1') })
    const told = await status(queue)
    expect(told).toMatchObject({ articles: 3, queues: [{ waiting: 0, active: 0, dead: 1 }] })
    expect(told.letters).toMatchObject([{ articles: ['b'], why: expect.stringContaining('came upon FAIL') }])
    // What a run on one machine has in quarantine, too.
    const db = join(dir, 'failing.db')
    await command(['run', file, join(dir, 'bad.jsonl'), '--db', db, '--workers', '0', '-q'])
    const left = await command(['quarantine', '--db', db, '--json'])
    expect(left.out.split('\n')).toHaveLength(3)
    expect(await command(['quarantine', '--db', queue, '--json'])).toEqual(left)
    // Enqueued again it is not: it is wanted still.
    expect(json(await command(['enqueue', file, '--queue', queue, '--json']))).toMatchObject({ sent: 0, waiting: 1, unchanged: 2 })
    expect(json(await command(['queue', 'retry', '--queue', queue, '--json']))).toEqual({ retried: 1 })
    expect(json(await worker(queue))).toMatchObject({ failed: 1 })
    expect(json(await command(['queue', 'purge', '--dead', '--queue', queue, '--json']))).toEqual({ purged: 1 })
    expect(json(await command(['enqueue', file, '--queue', queue, '--json']))).toMatchObject({ sent: 1, waiting: 0 })
    expect(json(await command(['queue', 'purge', '--queue', queue, '--json']))).toEqual({ purged: 1 })
    // Mended, it leaves the quarantine.
    writeFileSync(file, readFileSync(file, 'utf8').replace('FAIL', 'Serbia sued NATO.'))
    await command(['enqueue', file, '--queue', queue, '-q'])
    expect(json(await worker(queue))).toMatchObject({ written: 1 })
    expect((await command(['quarantine', '--db', queue, '--json'])).out).not.toContain('article b')
  })

  test('workers of another lexicon leave jobs alone that they would answer differently, and say so', async () => {
    const queue = await server.createDatabase('versions')
    await command(['enqueue', join(dir, 'bad.jsonl'), '--queue', queue, '-q'])
    const other = await worker(queue, '--lexicon', 'mine')
    expect(json(other)).toMatchObject({ jobs: 0, written: 0 })
    expect(other.err).toContain('1 jobs wait for workers of version 0.0.0 with lexicon fake')
    expect(json(await worker(queue))).toMatchObject({ written: 1 })
  })

  test('SIGTERM lets the job in hand be finished, which a worker that is heard from keeps however long it takes', async () => {
    const queue = await server.createDatabase('terms')
    await command(['queue', 'init', '--queue', queue, '--patience', '4'])
    await command(['enqueue', join(dir, 'few.jsonl'), '--queue', queue, '-q'])
    await noteReturns('terms')
    // 32 articles take 6.4 s.
    const { child, ended: end } = startProcess(['worker', '--workers', '0', '--json'], { ANNALIST_QUEUE: queue, SLOW: '200' })
    while ((await status(queue)).queues[0].active === 0) await wait(200)
    child.kill('SIGTERM')
    const { code, out, err } = await end
    expect({ code, err }).toEqual({ code: 130, err: '' })
    expect(JSON.parse(out)).toMatchObject({ jobs: 1, written: 32, late: 0 })
    expect(await status(queue)).toMatchObject({ articles: 32, queues: [{ waiting: 4, active: 0 }] })
    expect(await returns('terms')).toEqual([])
  })

  test('a worker waits for a server that is not there yet, until it is told to end', async () => {
    const { child, ended: end } = startProcess(['worker', '--workers', '0'], { ANNALIST_QUEUE: 'postgres://me:sEcret@127.0.0.1:1/x' })
    await once(child.stderr as Readable, 'data')
    child.kill('SIGTERM')
    const { code, err } = await end
    expect(code).toBe(130)
    expect(err).toContain("postgres://me@127.0.0.1:1/x can't be reached (ECONNREFUSED); trying again until it answers")
  })

  test('a job that five workers did not come back from is a dead letter, and can be tried again', async () => {
    const queue = await server.createDatabase('deadly')
    await command(['queue', 'init', '--queue', queue, '--patience', '1'])
    await command(['enqueue', join(dir, 'one.txt'), '--queue', queue, '-q'])
    const { child, ended: end } = startProcess(['worker', '--workers', '0', '-q'], { ANNALIST_QUEUE: queue, SLOW: '60000' })
    while ((await status(queue)).queues[0].active === 0) await wait(200)
    child.kill('SIGKILL')
    await end
    // As if four had gone before.
    await server.psql('deadly', 'UPDATE annalist_queue.job SET retry_count = retry_limit')
    expect(json(await worker(queue))).toMatchObject({ jobs: 0, written: 0 })
    const told = await status(queue)
    expect(told).toMatchObject({ articles: 0, queues: [{ waiting: 0, active: 0, dead: 1 }] })
    expect(told.letters).toMatchObject([{ articles: [expect.stringContaining('one')], why: 'no worker came back from it' }])
    expect(json(await command(['queue', 'retry', '--queue', queue, '--json']))).toEqual({ retried: 1 })
    expect(json(await worker(queue))).toMatchObject({ written: 1 })
  })

  test('enqueueing waits while too many jobs wait', async () => {
    const queue = await server.createDatabase('pressure')
    const { ended: end } = startProcess(['enqueue', join(dir, 'few.jsonl'), '--ahead', '2', '--json'], { ANNALIST_QUEUE: queue })
    while (!((await status(queue).catch(() => null))?.queues[0]?.waiting >= 2)) await wait(200)
    await wait(1000)
    expect((await status(queue)).queues[0].waiting).toBe(2)
    const working = startProcess(['worker', '--workers', '0', '-q'], { ANNALIST_QUEUE: queue })
    expect(JSON.parse((await end).out)).toMatchObject({ sent: 160, jobs: 5 })
    working.child.kill('SIGTERM')
    await working.ended
  })

  test.each([
    ['no queue', ['worker'], 2, 'ANNALIST_QUEUE'],
    ['a queue that is no address', ['worker', '--queue', 'events.db'], 2, 'no address of PostgreSQL'],
    ['a database without a queue', ['worker', '--queue', 'EMPTY'], 1, 'annalist queue init'],
    ['a server that is not there', ['queue', 'status', '--queue', 'postgres://me:sEcret@127.0.0.1:1/x'], 4, "can't be reached"],
  ] as const)('%s is told', async (_, argv, code, message) => {
    const told = await command(argv.map((arg) => (arg === 'EMPTY' ? server.address('postgres') : arg)))
    expect(told).toMatchObject({ code, err: expect.stringContaining(message) })
    expect(told.err).not.toMatch(/sEcret|pa55/)
  })

  test('no password is in what is told or stored', async () => {
    const queue = server.address('killed')
    const rows = JSON.stringify([
      await server.psql('killed', 'SELECT * FROM annalist.runs'),
      await server.psql('killed', 'SELECT * FROM annalist_queue.queue'),
      await server.psql('killed', "SELECT application_name FROM pg_stat_activity WHERE datname = 'killed'"),
    ])
    expect(rows).toContain('fake')
    const wrong = await worker(queue.replace('pa55', 'wr0ng'))
    expect(wrong.code).toBe(1)
    expect(rows + wrong.err + wrong.out).not.toMatch(/pa55|wr0ng/)
  })
})
