import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verdictLine } from '../../src/verdicts/verdict.ts'
import { command } from '../cli/command.ts'
import { fakeExtract } from '../store/fake-extract.ts'
import { say, undo, war } from '../verdicts/make.ts'
import { build, dir, fresh } from './setup.ts'

const accepted = say({ verdict: 'accept' })
const corrected = say({ verdict: 'correct', correction: { cameo: '040' } }, { n: 1 })
const file = (...verdicts: readonly Parameters<typeof verdictLine>[0][]): string => {
  const path = fresh('jsonl')
  writeFileSync(path, verdicts.map(verdictLine).join(''))
  return path
}
const db = build(fresh('db'), [war])
/** The same article by a lexicon that has lost "attacked". */
const poorer = build(fresh('db'), [war], (one) => ({
  ...fakeExtract(one),
  events: fakeExtract(one).events.filter((e) => e.trigger.text !== 'attacked'),
}))

describe('annalist verdicts', () => {
  test('tells what became of each', async () => {
    const verdicts = file(accepted, corrected, undo(say({ verdict: 'skip' })))
    expect(await command(['verdicts', '--db', db, '--verdicts', verdicts])).toEqual({
      code: 0,
      out: 'carried ada accept 190 “attacked” in war\ncarried ada correct 051 “praised” in war\n2 verdicts: 2 carried, 0 moved, 0 stale\n',
      err: '',
    })
    const after = await command(['verdicts', '--db', poorer, '--verdicts', verdicts, '--json'])
    expect(
      after.out
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l).now),
    ).toMatchObject([{ fate: 'stale', outcome: 'lost' }, { fate: 'carried' }])
  })
  test('--require fails when an accepted event is lost, and not for one that was taken back', async () => {
    expect((await command(['verdicts', '--db', db, '--verdicts', file(accepted), '--require'])).code).toBe(0)
    expect((await command(['verdicts', '--db', poorer, '--verdicts', file(accepted), '--require'])).code).toBe(1)
    expect((await command(['verdicts', '--db', poorer, '--verdicts', file(accepted, undo(accepted)), '--require'])).code).toBe(0)
  })
  test.each([
    [['--gold', '--require'], /--require has no effect beside --gold/],
    [['stats', '--require'], /--require has no effect beside stats/],
    [['merge', '--gold'], /--gold has no effect beside merge/],
  ])('what would have no effect is refused: %j', async (argv, message) =>
    expect(await command(['verdicts', '--db', poorer, '--verdicts', file(accepted), ...argv])).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    }),
  )
  test('--gold writes what annalist score reads: a perfect score for what was accepted, a miss for what was lost', async () => {
    const gold = fresh('gold.jsonl')
    const verdicts = file(accepted, say({ verdict: 'accept' }, { n: 1 }))
    expect(await command(['verdicts', '--db', db, '--verdicts', verdicts, '--gold', '-o', gold])).toEqual({ code: 0, out: '', err: '' })
    const score = async (of: string) => JSON.parse((await command(['score', of, '--gold', gold, '--json', '--samples', '10'])).out)
    const f1 = JSON.stringify(await score(db))
    expect(f1).toContain('"f1":1')
    expect(JSON.stringify(await score(poorer))).not.toBe(f1)
    // An event whose words are still there is gold though it is no longer extracted.
    const again = await command(['verdicts', '--db', poorer, '--verdicts', verdicts, '--gold'])
    expect(again.out).toBe(readFileSync(gold, 'utf8'))
  })
  test('--gold tells that what nobody judged will count as wrong, unless the article was read whole', async () => {
    const gold = fresh('gold.jsonl')
    const told = async (...verdicts: readonly Parameters<typeof verdictLine>[0][]) =>
      (await command(['verdicts', '--db', db, '--verdicts', file(...verdicts), '--gold', '-o', gold])).err
    expect(await told(accepted)).toMatch(/^nobody judged 1 of what was found/)
    const read = { id: 'read-war-12', at: corrected.at, reviewer: 'ada', article: 'war', verdict: 'read' } as const
    expect(await told(accepted, read)).toBe('')
  })
  test('merge joins files and tells bad lines', async () => {
    const [one, two] = [file(accepted, corrected), file(corrected)]
    writeFileSync(two, `${readFileSync(two, 'utf8')}oops\n`)
    const out = fresh('jsonl')
    const { code, err } = await command(['verdicts', 'merge', one, two, '-o', out])
    expect(code).toBe(3)
    expect(err).toMatch(/\.jsonl:2: is not JSON/)
    expect(err).toContain('2 verdicts of 2 files, 1 of them in more than one')
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(one, 'utf8'))
  })
  test.each([
    ['the list', []],
    ['gold', ['--gold']],
    ['stats', ['stats']],
  ])('%s leaves bad lines out, tells them and ends with 3', async (_, argv) => {
    const verdicts = file(accepted)
    writeFileSync(verdicts, `${readFileSync(verdicts, 'utf8')}oops\n`)
    const { code, out, err } = await command(['verdicts', ...argv, '--db', db, '--verdicts', verdicts])
    expect([code, err]).toEqual([3, expect.stringMatching(/\.jsonl:2: is not JSON/)])
    expect(out).toBe((await command(['verdicts', ...argv, '--db', db, '--verdicts', file(accepted)])).out)
  })
  test('stats counts', async () => {
    const { out } = await command(['verdicts', 'stats', '--verdicts', file(accepted, corrected)])
    expect(out).toMatch(/^judged +2 events: 1 accepted, 1 corrected\nreviewers +ada 2\nprecision +no sample was judged\n/)
    expect(JSON.parse((await command(['verdicts', 'stats', '--json', '--verdicts', file(accepted)])).out)).toMatchObject({ judged: 1 })
  })
  test.each<[string, readonly string[], RegExp]>([
    ['no file', ['verdicts', '--verdicts', '/no/such.jsonl'], /there is no verdict file.*\n.*annalist audit writes one/],
    ['nothing to merge', ['verdicts', 'merge'], /nothing to merge.*\n.*merge ada\.jsonl/],
    ['an unknown action', ['verdicts', 'drop'], /Allowed choices are merge, stats/],
    ['a port beyond ports', ['audit', '--db', db, '--port', '70000'], /--port 70000 is no port/],
    ['an address for all', ['audit', '--db', db, '--host', '0.0.0.0'], /no name that a browser can ask for.*\n.*192\.168/],
    ['a machine that nobody knows', ['audit', '--db', db, '--port', '0', '--host', '300.1.1.1'], /there is no machine called 300\.1\.1\.1/],
    ['an address that is not here', ['audit', '--db', db, '--port', '0', '--host', '203.0.113.7'], /this machine has no address/],
  ])('%s: exit 2, told', async (_, argv, message) => {
    const { code, err } = await command(argv)
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
  test.each(['verdicts', 'check'])('%s names a verdict file that is a folder', async (name) =>
    expect(await command([name, '--db', db, '--verdicts', dir])).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${dir} is a folder, no verdict file`),
    }),
  )
  test('a verdict file that is a folder is told at once', async () =>
    expect(await command(['audit', '--db', db, '--port', '0', '--verdicts', dir])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/check the path/),
    }))
  test('a place where no verdict could be saved is told at once', async () => {
    const argv = ['audit', '--db', `${dir}/none.db`, '--verdicts', `${dir}/none/verdicts.jsonl`]
    expect(await command(argv)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no verdict could be saved in .*: its folder is not there\n.*make the folder.*--read-only/),
    })
    expect(await command([...argv, '--read-only'])).toMatchObject({ code: 1, err: expect.stringMatching(/there is no database/) })
  })
  test('a file that holds no verdict is not written into', async () => {
    const before = readFileSync(db)
    expect(await command(['audit', '--db', db, '--port', '0', '--verdicts', db])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds no verdict, but something else\n.*--verdicts/),
    })
    expect(readFileSync(db).equals(before)).toBe(true)
  })
  test.each([
    ['a database', readFileSync(db)],
    ['articles', '{"id":"a","text":"Russia attacked Ukraine."}\n{"id":"b","te'],
    ['bytes after the beginning of one', '{"id":"a","at"\n\0\0'],
  ])('%s as the verdict file: refused', async (_, content) => {
    const verdicts = fresh('jsonl')
    writeFileSync(verdicts, content)
    expect(await command(['audit', '--db', `${dir}/none.db`, '--verdicts', verdicts])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds no verdict/),
    })
  })
  test.each(['{"id":"x","at"', verdictLine(accepted).slice(0, 12), verdictLine(accepted).slice(0, -9), '{"id":"x","verdict":"accept"}\n'])(
    'a verdict file of one line that was spoilt is told and taken: %s',
    async (content) => {
      const verdicts = fresh('jsonl')
      writeFileSync(verdicts, content)
      expect(await command(['audit', '--db', `${dir}/none.db`, '--verdicts', verdicts])).toMatchObject({
        code: 1,
        err: expect.stringMatching(/\.jsonl:1: .*\n.*until it is mended\n(?:.*\n)*.*there is no database/),
      })
    },
  )
  test('no database is told', async () => {
    expect(await command(['audit', '--db', `${dir}/none.db`])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no database/),
    })
  })
})

describe('annalist audit report', () => {
  test('tells that there is no verdict file; -o is for it alone', async () => {
    const { code, err } = await command(['audit', 'report', '--db', db, '--verdicts', fresh('jsonl')])
    expect([code, err]).toEqual([0, expect.stringMatching(/^there is no verdict file .*nothing judged/)])
    expect(await command(['audit', '--db', db, '-o', 'report.html'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/-o is where a report goes.*\n.*audit report -o/),
    })
  })
  test('is one page that needs nothing else, with method, sample and versions', async () => {
    const verdicts = file(
      say({ verdict: 'accept' }, { draw: { queue: 'random', by: null, seed: '1', filter: '', stratum: 'all', population: 2 } }),
    )
    const { code, out } = await command(['audit', 'report', '--db', db, '--verdicts', verdicts])
    expect(code).toBe(0)
    expect(out).not.toMatch(/<script|<link|\ssrc=|url\(/)
    for (const part of [
      '100 %',
      'simple random sample, seed 1: 1 judged of 2 events',
      'Wilson',
      'Kish',
      'Agreement of reviewers',
      'lexicon abc, model def',
      '2 events of 1 article,',
    ])
      expect(out, part).toContain(part)
    const path = fresh('html')
    await command(['audit', 'report', '--db', db, '--verdicts', verdicts, '-o', path])
    expect(readFileSync(path, 'utf8').replace(/Made<.*/, '')).toBe(out.replace(/Made<.*/, ''))
  })
})

describe('annalist check --verdicts', () => {
  test('fails where an accepted event is lost, and names it', async () => {
    const verdicts = file(accepted)
    const poor = await command(['check', '--db', poorer, '--verdicts', verdicts, '--json'])
    expect(
      poor.out
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l))
        .filter((f) => f.promise === 'verdicts'),
    ).toMatchObject([{ message: expect.stringMatching(/ada accepted 190 “attacked” in war: it is no longer extracted/) }])
    expect(poor.code).toBe(1)
    expect((await command(['check', '--db', db, '--verdicts', verdicts, '--json'])).out).not.toContain('"verdicts"')
    expect((await command(['check', '--db', db, '--verdicts', '/no/such.jsonl'])).code).toBe(2)
  })
})
