import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, folder } from '../cli/command.ts'
import { noServer, type Server, startServer } from './server.ts'

const why = noServer()

const TEXTS = {
  'news/one.txt': 'Russia attacked Ukraine in Kyiv on 2022-02-24. The choir sang.',
  'news/two.txt': 'France praised Serbia on 2022-02-25. Russia and Ukraine met in Ankara.',
}
const GOLD = [
  { doc: 'one', start: 7, end: 15, trigger: 'attacked', source: ['RUS'], target: ['UKR'], roots: ['19'] },
  { doc: 'two', start: 7, end: 14, trigger: 'praised', source: ['FRA'], target: ['RUS'], roots: ['05'] },
]

describe.skipIf(why !== null)('commands over PostgreSQL answer as over SQLite', () => {
  let server: Server
  let address = ''
  const dir = folder({ ...TEXTS, 'gold.jsonl': GOLD.map((gold) => JSON.stringify(gold)).join('\n') })
  const file = join(dir, 'events.db')
  beforeAll(async () => {
    server = await startServer({ fsync: 'off' })
    address = await server.createDatabase('news')
    expect((await command(['run', join(dir, 'news'), '--db', file, '--workers', '0', '-q'])).code).toBe(0)
    expect(await command(['copy', file, address])).toMatchObject({ code: 0, err: expect.stringContaining('copied 2 articles') })
  })
  afterAll(() => server?.stop())

  test.each(['ndjson', 'csv', 'graphml', 'jsonld'])('export --format %s', async (format) => {
    const [here, there] = [
      await command(['export', '--db', file, '--format', format]),
      await command(['export', '--db', address, '--format', format]),
    ]
    expect(here.out.length).toBeGreaterThan(500)
    expect(there).toEqual(here)
  })
  test('diff finds no difference between the two, and one where there is one', async () => {
    expect(await command(['diff', file, address, '--exit-code'])).toMatchObject({ code: 0 })
    const other = join(dir, 'other.db')
    expect((await command(['run', join(dir, 'news/one.txt'), '--db', other, '--workers', '0', '-q'])).code).toBe(0)
    expect(await command(['diff', address, other, '--exit-code'])).toMatchObject({ code: 1, out: expect.stringContaining('two') })
  })
  test('check', async () => {
    expect(await command(['check', '--db', address])).toMatchObject({ code: 0, out: expect.stringContaining('keeps its') })
  })
  test('check finds what somebody edited', async () => {
    const edited = await server.createDatabase('edited')
    await command(['copy', file, edited])
    await server.psql('edited', "UPDATE annalist.events SET cameo = '195', root = '19' WHERE cameo = '190'")
    expect(await command(['check', '--db', edited])).toMatchObject({ code: 1, out: expect.stringContaining('broken') })
  })
  test('quarantine and verdicts', async () => {
    for (const argv of [['quarantine'], ['verdicts', '--verdicts', join(dir, 'none.jsonl')]])
      expect(await command([...argv, '--db', address])).toEqual(await command([...argv, '--db', file]))
  })
  test('score, of an address and beside another', async () => {
    const score = (...argv: readonly string[]) =>
      command(['score', ...argv, '--gold', join(dir, 'gold.jsonl'), '--samples', '20', '--json', '-q'])
    const here = await score(file, '--compare', file)
    expect(here.code).toBe(0)
    expect(await score('--db', address, '--compare', address)).toEqual(here)
  })
  test('copy back gives the bytes of run --fresh', async () => {
    const [back, fresh] = [join(dir, 'back.db'), join(dir, 'fresh.db')]
    expect((await command(['copy', address, back, '-q'])).code).toBe(0)
    expect((await command(['run', join(dir, 'news'), '--db', fresh, '--fresh', '--workers', '0', '-q'])).code).toBe(0)
    expect(readFileSync(back).equals(readFileSync(fresh))).toBe(true)
  })

  test.each([
    ['two files', ['copy', 'a.db', 'b.db'], 2, 'both are files'],
    ['two addresses', ['copy', 'postgres://a/b', 'postgresql://a/c'], 2, 'both are addresses'],
    ['run over an address', ['run', join(dir, 'news'), '--db', 'postgres://me:sEcret@host/news'], 1, 'annalist enqueue'],
  ] as const)('%s is refused', async (_, argv, code, message) => {
    const ended = await command(argv)
    expect(ended).toMatchObject({ code, err: expect.stringContaining(message) })
    expect(ended.err).not.toContain('sEcret')
  })
})
