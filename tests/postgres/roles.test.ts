import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, folder } from '../cli/command.ts'
import { noServer, PASSWORD, type Server, startServer } from './server.ts'

const why = noServer()
const ROLES = readFileSync(join(import.meta.dirname, '../../assets/postgres/roles.sql'), 'utf8')

describe.skipIf(why !== null)('roles', () => {
  let server: Server
  const dir = folder({ 'news.jsonl': '{"id":"a","text":"Russia attacked Ukraine."}\n{"id":"b","text":"FAIL"}\n{"id":"c"}\n' })
  beforeAll(async () => {
    server = await startServer({ fsync: 'off' })
    const owner = await server.createDatabase('roles')
    await command(['queue', 'init', '--queue', owner])
    await server.psql('roles', ROLES)
    // Verdicts are files of the desk; who keeps them in the database keeps them in a schema of their own.
    await server.psql('roles', 'CREATE SCHEMA desk; CREATE TABLE desk.verdicts (verdict text)')
    for (const role of ['enqueuer', 'worker', 'reader'])
      await server.psql('roles', `CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}' IN ROLE annalist_${role}`)
  })
  afterAll(() => server?.stop())

  test('each does its own work, and no more is needed', async () => {
    const as = (role: string) => server.address('roles', role)
    expect(await command(['enqueue', join(dir, 'news.jsonl'), '--queue', as('enqueuer'), '--json'])).toMatchObject({
      code: 3,
      out: expect.stringContaining('"sent":2'),
    })
    expect(await command(['worker', '--queue', as('worker'), '--workers', '0', '--until-empty', '--json'])).toMatchObject({
      code: 3,
      out: expect.stringContaining('"written":1,"failed":1'),
    })
    // An article that is there is replaced, by the same role.
    await server.psql('roles', "UPDATE annalist.articles SET hash = repeat('0', 32)")
    expect((await command(['enqueue', join(dir, 'news.jsonl'), '--queue', as('enqueuer'), '--json'])).out).toContain('"sent":1')
    expect((await command(['worker', '--queue', as('worker'), '--workers', '0', '--until-empty', '--json'])).out).toContain('"written":1')
    expect(await command(['export', '--db', as('reader')])).toMatchObject({ code: 0, out: expect.stringContaining('attacked') })
    expect(await command(['quarantine', '--db', as('reader')])).toMatchObject({ code: 0, out: expect.stringContaining('FAIL') })
  })

  test.each([
    ['worker', 'DROP TABLE annalist.events'],
    ['worker', 'TRUNCATE annalist.events'],
    ['worker', 'CREATE TABLE annalist.mine (x int)'],
    ['worker', 'CREATE TABLE public.mine (x int)'],
    ['worker', 'DROP SCHEMA annalist CASCADE'],
    ['worker', "UPDATE annalist.runs SET version = '9'"],
    ['worker', 'DELETE FROM annalist.entries'],
    ['worker', 'SELECT * FROM annalist.sessions'],
    ['worker', 'SELECT * FROM desk.verdicts'],
    ['worker', "SELECT annalist_queue.create_queue('mine', '{}')"],
    ['enqueuer', 'SELECT text FROM annalist.articles'],
    ['enqueuer', 'SELECT * FROM annalist.events'],
    ['enqueuer', 'DELETE FROM annalist_queue.job'],
    ['reader', 'SELECT * FROM annalist_queue.job'],
    ['reader', 'DELETE FROM annalist.events'],
    ['reader', 'SELECT * FROM desk.verdicts'],
  ])('%s may not %s', async (role, sql) => {
    const client = new pg.Client({ connectionString: server.address('roles', role) })
    await client.connect()
    try {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.end()
    }
  })

  test('who may not make the queue is told who may', async () => {
    const other = await command(['enqueue', join(dir, 'news.jsonl'), '--queue', server.address('roles', 'enqueuer'), '--lexicon', 'mine'])
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('annalist queue init') })
    expect(other.err).not.toContain(PASSWORD)
  })
})
