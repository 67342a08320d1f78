import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { byActor, byRoot } from '../../src/score/by-group.ts'
import { scoreLevels } from '../../src/score/count.ts'
import type { Gold, GoldEvent } from '../../src/score/gold.ts'
import { readGold } from '../../src/score/gold.ts'
import { LEVELS, pairEvents } from '../../src/score/pair-events.ts'
import type { Prediction } from '../../src/score/predictions.ts'
import { openPredictions } from '../../src/score/predictions.ts'
import { putScores } from '../../src/score/report.ts'
import { bootstrap, compareSystems } from '../../src/score/resample.ts'
import { command, folder } from '../cli/command.ts'

const gold = (
  start: number,
  roots: string,
  source: string,
  target: string,
  date: string | null,
  more: Partial<GoldEvent> = {},
): GoldEvent => ({
  doc: 'a',
  start,
  end: start + 6,
  trigger: 'joined',
  date,
  source: source === '' ? [] : source.split(' '),
  target: target === '' ? [] : target.split(' '),
  roots: roots.split(' '),
  optional: false,
  ...more,
})
const found = (start: number, root: string, source: string, target: string, date: string | null, document = 'a'): Prediction => ({
  document,
  trigger: { start, end: start + 6, text: 'joined' },
  action: { root },
  source: source === '' ? [] : source.split(' '),
  target: target === '' ? [] : target.split(' '),
  date: date === null ? null : { value: date },
})
const goldOf = (...events: readonly GoldEvent[]): Gold => ({ events, articles: new Set(events.map((e) => e.doc)) })
const right = (g: Gold, predictions: readonly Prediction[], aliases = {}): string => {
  const scores = scoreLevels(pairEvents(g, predictions, aliases))
  return `${LEVELS.map((level) => scores[level].right).join(' ')} of ${scores.event.wanted}, ${scores.event.given} given`
}

describe('what is right', () => {
  const JOIN = gold(100, '05 03', 'FIN', 'NATO', '2023-04-04')
  test.each<[string, Gold, readonly Prediction[], string]>([
    ['everything', goldOf(JOIN), [found(100, '05', 'FIN', 'NATO', '2023-04-04')], '1 1 1 1 of 1, 1 given'],
    ['any of its roots', goldOf(JOIN), [found(100, '03', 'FIN', 'NATO', '2023-04-04')], '1 1 1 1 of 1, 1 given'],
    ['all but the root: no more than found', goldOf(JOIN), [found(100, '19', 'FIN', 'NATO', '2023-04-04')], '1 0 0 0 of 1, 1 given'],
    ['all but a side', goldOf(JOIN), [found(100, '05', 'FIN', 'RUS', '2023-04-04')], '1 1 0 0 of 1, 1 given'],
    ['a side with one entity too many', goldOf(JOIN), [found(100, '05', 'FIN SWE', 'NATO', '2023-04-04')], '1 1 0 0 of 1, 1 given'],
    ['a side left out', goldOf(JOIN), [found(100, '05', '', 'NATO', '2023-04-04')], '1 1 0 0 of 1, 1 given'],
    ['all but the date', goldOf(JOIN), [found(100, '05', 'FIN', 'NATO', null)], '1 1 1 0 of 1, 1 given'],
    [
      'any side and date where the gold asks for none',
      goldOf(gold(100, '05', '', '', null)),
      [found(100, '05', 'FIN', 'SWE', '1999')],
      '1 1 1 1 of 1, 1 given',
    ],
    ['a trigger that overlaps by a character', goldOf(JOIN), [found(105, '05', 'FIN', 'NATO', '2023-04-04')], '1 1 1 1 of 1, 1 given'],
    [
      'a trigger 25 characters on, with root and actors',
      goldOf(JOIN),
      [found(131, '05', 'FIN', 'NATO', '2023-04-04')],
      '1 1 1 1 of 1, 1 given',
    ],
    [
      'a trigger 25 characters on, with another root: nothing',
      goldOf(JOIN),
      [found(131, '19', 'FIN', 'NATO', '2023-04-04')],
      '0 0 0 0 of 1, 1 given',
    ],
    ['a trigger 26 characters on: nothing', goldOf(JOIN), [found(132, '05', 'FIN', 'NATO', '2023-04-04')], '0 0 0 0 of 1, 1 given'],
    [
      'the best of two; the other is one too many',
      goldOf(JOIN),
      [found(100, '19', 'FIN', 'NATO', null), found(102, '05', 'FIN', 'NATO', '2023-04-04')],
      '1 1 1 1 of 1, 2 given',
    ],
    [
      'an optional event found: nothing',
      goldOf({ ...JOIN, optional: true }),
      [found(100, '05', 'FIN', 'NATO', null)],
      '0 0 0 0 of 0, 0 given',
    ],
    ['an optional event missed: nothing', goldOf({ ...JOIN, optional: true }), [], '0 0 0 0 of 0, 0 given'],
    [
      'what stands in another article',
      goldOf(JOIN, gold(0, '01', '', '', null, { doc: 'b' })),
      [found(100, '05', 'FIN', 'NATO', null, 'b')],
      '0 0 0 0 of 2, 1 given',
    ],
    [
      'what stands in an article that nobody read: nothing',
      goldOf(JOIN),
      [found(100, '05', 'FIN', 'NATO', null, 'c')],
      '0 0 0 0 of 1, 0 given',
    ],
  ])('%s', (_, g, predictions, expected) => expect(right(g, predictions)).toBe(expected))

  test('an entity by another name', () => {
    expect(right(goldOf(gold(100, '05', 'UN', '', null)), [found(100, '05', 'UNO', '', null)], { UNO: 'UN' })).toBe('1 1 1 1 of 1, 1 given')
  })

  test('by root and by actor', () => {
    const g = goldOf(gold(100, '05 03', 'FIN', 'NATO', null), gold(200, '19', 'RUS', 'UKR', null), gold(300, '19', 'RUS', '', null))
    const outcomes = pairEvents(
      g,
      [found(100, '03', 'FIN', 'NATO', null), found(200, '18', 'RUS', 'POL', null), found(900, '19', 'SWE', '', null)],
      {},
    )
    const table = (rows: ReturnType<typeof byRoot>) => rows.map(([name, s]) => `${name} ${s.right}/${s.wanted}/${s.given}`)
    expect(table(byRoot(outcomes))).toEqual(['03 1/1/1', '18 0/0/1', '19 0/2/1'])
    expect(table(byActor(outcomes, {}))).toEqual(['RUS 1/2/1', 'FIN 1/1/1', 'NATO 1/1/1', 'UKR 0/1/0', 'POL 0/0/1', 'SWE 0/0/1'])
  })
})

describe('chance', () => {
  const g = goldOf(...Array.from({ length: 200 }, (_, i) => gold(i * 100, '05', 'FIN', 'NATO', null, { doc: `d${Math.floor(i / 10)}` })))
  const system = (good: (i: number) => boolean) =>
    pairEvents(
      g,
      Array.from({ length: 200 }, (_, i) => found(i * 100, good(i) ? '05' : '19', 'FIN', 'NATO', null, `d${Math.floor(i / 10)}`)),
      {},
    )
  test('an interval holds its score, and is the same at every call', async () => {
    const outcomes = system((i) => i % 3 > 0)
    const first = await bootstrap(outcomes, 500)
    expect(await bootstrap(outcomes, 500)).toEqual(first)
    const { f1 } = scoreLevels(outcomes)['+root']
    const [low, high] = first['+root']
    expect(low).toBeLessThan(f1)
    expect(high).toBeGreaterThan(f1)
    expect(high - low).toBeLessThan(0.2)
    expect(first.event).toEqual([1, 1])
  })
  test('tells a real difference from none', async () => {
    const [one, same, worse] = [system((i) => (i * 7) % 10 < 7), system((i) => (i * 7) % 10 < 7), system((i) => (i * 7) % 10 < 5)]
    expect((await compareSystems(one, same, 500))['+root']).toMatchObject({ difference: 0, p: 1 })
    const { difference, interval, p } = (await compareSystems(one, worse, 500))['+root']
    expect(difference).toBeCloseTo(-0.2)
    expect(p).toBeLessThan(0.01)
    expect(interval[1]).toBeLessThan(0)
    const [noisy, noisier] = [system((i) => (i * 37) % 100 < 70), system((i) => (i * 53) % 100 < 69)]
    expect((await compareSystems(noisy, noisier, 500))['+root'].p).toBeGreaterThan(0.05)
  })
})

describe('annalist score', () => {
  const text = 'Russia attacked Ukraine in Kyiv on 2022-02-24. NATO slept. France praised Serbia on 2022-02-25.'
  const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, trigger: word })
  const lines = (...events: readonly object[]): string => events.map((e) => `${JSON.stringify({ doc: 'a', ...e })}\n`).join('')
  const make = async (): Promise<string> => {
    const dir = folder({
      'in/a.txt': text,
      'corpus/a/gold.jsonl': lines(
        { ...at('attacked'), roots: ['19'], source: ['RUS'], target: ['UKR'], date: '2022-02-24' },
        { ...at('slept'), roots: ['01'], quote: 'NATO slept' },
      ),
      'corpus/b/gold.jsonl': '{"doc":"b","none":true}\n',
    })
    await command(['run', join(dir, 'in'), '--db', join(dir, 'e.db'), '-q'])
    return dir
  }

  test('tells scores, and misses with the reason of the rejection', async () => {
    const dir = await make()
    const { code, out, err } = await command([
      'score',
      join(dir, 'e.db'),
      '--gold',
      join(dir, 'corpus'),
      '--misses',
      '5',
      '--samples',
      '50',
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^event {4}P 0\.500 {2}R 0\.500 {2}F1 0\.500 \[\d\.\d{3}–\d\.\d{3}\] {2}\(1 right, 2 wanted, 2 given\)\n/)
    expect(out).toContain('2 articles; in brackets 95 % intervals of F1, by drawing stretches of 500 characters')
    expect(out).toContain('19 Fight')
    expect(out).toMatch(/missed {2}a:52 «slept» no-code: no rule has slept \("slept"\) {2}— NATO slept/)
    expect(out).toMatch(/extra {3}a:66 «praised» 05, FRA → SRB/)
  })

  test('as JSON, against another system, from NDJSON', async () => {
    const dir = await make()
    await command(['export', '--db', join(dir, 'e.db'), '-o', join(dir, 'all.ndjson'), '-q'])
    await command(['export', '--db', join(dir, 'e.db'), '-o', join(dir, 'some.ndjson'), '--root', '19', '-q'])
    const argv = [
      'score',
      join(dir, 'all.ndjson'),
      '--gold',
      join(dir, 'corpus'),
      '--compare',
      join(dir, 'some.ndjson'),
      '--json',
      '--samples',
      '50',
    ]
    const report = JSON.parse((await command(argv)).out)
    expect(report.levels[3]).toMatchObject({ level: '+date', right: 1, wanted: 2, given: 2, f1: 0.5 })
    expect(report.comparison['+date'].difference).toBeCloseTo(2 / 3 - 0.5)
    expect(report.roots['19']).toMatchObject({ right: 1, wanted: 1, given: 1 })
  })

  test('writes its tables between the marks of a page, and nothing else', async () => {
    const dir = await make()
    const page = join(dir, 'accuracy.md')
    writeFileSync(
      page,
      '# Accuracy\n\nWords of ours.\n\n<!-- annalist score: begin -->\nold\n<!-- annalist score: end -->\n\nMore words.\n',
    )
    const argv = ['score', join(dir, 'e.db'), '--gold', join(dir, 'corpus'), '--write', page, '--samples', '50']
    await command(argv)
    const first = readFileSync(page, 'utf8')
    expect(first).toMatch(
      /Words of ours\.\n\n<!-- annalist score: begin -->\n\n2 articles, 2 events wanted[\s\S]*\| \+date \| 0\.500 \|[\s\S]*<!-- annalist score: end -->\n\nMore words\.\n$/,
    )
    expect(first).not.toContain('old')
    await command(argv)
    expect(readFileSync(page, 'utf8')).toBe(first)
    expect(putScores('# A\n', 'T\n')).toBe('# A\n\n<!-- annalist score: begin -->\n\nT\n\n<!-- annalist score: end -->\n')
  })

  test.each<[string, string, string, RegExp]>([
    ['no JSON', 'g.jsonl', '{"doc"\n', /g\.jsonl:1: is not JSON/],
    ['no root', 'g.jsonl', '{"doc":"a","start":1,"end":2,"roots":[]}\n', /g\.jsonl:1: roots: name at least one CAMEO root/],
    ['no offset', 'g.jsonl', '\n{"doc":"a","end":2,"roots":["01"]}\n', /g\.jsonl:2: start: /],
    ['no number', 'g.jsonl', '{"doc":"a","start":"1","end":2,"roots":["01"]}\n', /g\.jsonl:1: start: must be a number, not "1"\n/],
    ['nothing told', 'g.jsonl', '{"doc":"a"}\n', /g\.jsonl:1: start: is missing: write a number\n/],
    ['one root in place of a list', 'g.jsonl', '{"start":1,"end":2,"roots":"01"}\n', /roots: must be a list: \["01"\], not "01"\n/],
    ['a list', 'g.jsonl', '[1]\n', /g\.jsonl:1: must be an object: \{…\}, not \[1\]\n/],
    ['none of it', 'g.jsonl', '{"none":"x"}\n', /g\.jsonl:1: must be \{"doc": "…", "none": true\}/],
    ['no line', 'g.jsonl', '\n', /there is no gold in .*g\.jsonl\n.*score\.md/],
    ['no file', 'other.jsonl', '', /there is no gold at .*g\.jsonl/],
  ])('gold with %s is told', async (_, name, content, message) => {
    const dir = folder({ [name]: content, 'p.ndjson': '' })
    const { code, err } = await command(['score', join(dir, 'p.ndjson'), '--gold', join(dir, 'g.jsonl')])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
  test('a folder in place of a file is told', async () => {
    const dir = folder({ 'g.jsonl': '{"doc":"a","none":true}\n', 'p.ndjson': '' })
    const [gold, events] = [join(dir, 'g.jsonl'), join(dir, 'p.ndjson')]
    for (const argv of [
      ['score', dir, '--gold', gold],
      ['score', events, '--gold', gold, '--aliases', dir],
    ]) {
      const { code, err } = await command(argv)
      expect([code, err]).toEqual([2, expect.stringMatching(/ is a folder\n +name a file/)])
    }
  })
  test('two things to score are one too many', async () => {
    const argv = ['score', 'gold.jsonl', '--db', 'e.db']
    expect(await command(argv)).toMatchObject({ code: 2, err: expect.stringMatching(/are two things to score\n.*--gold/) })
  })
  test('reads what other systems write: a byte order mark, NDJSON in .gz', async () => {
    const dir = await make()
    const events = (await command(['export', '--db', join(dir, 'e.db')])).out
    const line = readFileSync(join(dir, 'corpus/a/gold.jsonl'), 'utf8')
    writeFileSync(join(dir, 'bom.jsonl'), `\uFEFF${line}`)
    writeFileSync(join(dir, 'bom.ndjson'), `\uFEFF${events}`)
    writeFileSync(join(dir, 'p.ndjson.gz'), gzipSync(events))
    const score = async (predictions: string, gold: string) =>
      (await command(['score', join(dir, predictions), '--gold', join(dir, gold), '--samples', '10'])).out
    const plain = await score('e.db', 'corpus/a/gold.jsonl')
    expect(plain).toMatch(/^event +P/)
    const twice = [
      'score',
      join(dir, 'e.db'),
      '--gold',
      join(dir, 'corpus/a'),
      '--gold',
      join(dir, 'corpus/a/gold.jsonl'),
      '--samples',
      '10',
    ]
    expect((await command(twice)).out, 'gold that is named twice is read once').toBe(plain)
    expect([await score('bom.ndjson', 'bom.jsonl'), await score('p.ndjson.gz', 'bom.jsonl')]).toEqual([plain, plain])
  })
  test.each([
    ['predictions cut short', ['p.ndjson.gz', '--gold', 'g.jsonl'], /p\.ndjson\.gz: can't be unpacked.*\n.*once more/],
    ['names that are no JSON', ['p.ndjson', '--gold', 'g.jsonl', '--aliases', 'a.json'], /a\.json: is no object of names\n.*"UNO"/],
    ['a page that is what is scored', ['p.ndjson', '--gold', 'g.jsonl', '--write', 'p.ndjson'], /p\.ndjson is read by this command/],
    ['a page that is the gold', ['p.ndjson', '--gold', 'g.jsonl', '--write', 'g.jsonl'], /g\.jsonl is read by this command/],
  ])('%s: exit 2, told', async (_, argv, message) => {
    const files = {
      'p.ndjson': '',
      'p.ndjson.gz': gzipSync('{}\n{}\n').subarray(0, 15),
      'g.jsonl': '{"doc":"a","none":true}\n',
      'a.json': '{"a":',
    }
    const dir = folder(files)
    const { code, err } = await command(['score', ...argv.map((word) => (word in files ? join(dir, word) : word))])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
    expect(readFileSync(join(dir, 'p.ndjson'), 'utf8')).toBe('')
  })
  test('without gold it is a mistake in the command line', async () => {
    expect((await command(['score', 'x.db'])).code).toBe(2)
  })
  test('a score beneath its floor exits 1', async () => {
    const dir = await make()
    writeFileSync(
      join(dir, 'annalist.config.yaml'),
      'db: e.db\nscore: { gold: corpus, floors: { event: { f1: 0.4 }, +date: { recall: 0.6 } } }\n',
    )
    const { code, err } = await command(['score', '--config', join(dir, 'annalist.config.yaml'), '--samples', '10'])
    expect(code).toBe(1)
    expect(err).toMatch(/^error \+date: recall is 0\.500, and at least 0\.6 is asked for/)
  })
})

const SHARED = join(import.meta.dirname, '../../../shared')
describe.skipIf(!existsSync(join(SHARED, 'tools/score-events.mjs')))(
  '../shared/tools/score-events.mjs (skipped where ../shared is not there)',
  () => {
    /** Predictions made of the gold: some left out, some with a fault, some too many, as a generator of numbers says. */
    const perturb = (events: readonly GoldEvent[], seed: number): readonly object[] => {
      let state = seed
      const chance = (share: number): boolean => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31
        return state / 2 ** 31 < share
      }
      return events.flatMap((e) => {
        const shift = chance(0.3) ? 20 : chance(0.2) ? 3 : 0
        const one = {
          document: e.doc,
          trigger: { start: e.start + shift, end: e.end + shift, text: e.trigger },
          action: { root: chance(0.2) ? '19' : e.roots.at(-1) },
          source: e.source
            .slice(0, chance(0.8) ? 1 : 2)
            .map((entity) => ({ entity: chance(0.1) ? 'XXX' : entity === 'UN' ? 'UNO' : entity })),
          target: e.target.slice(0, 1).map((entity) => ({ entity: chance(0.1) ? null : entity })),
          date: chance(0.3) ? null : { value: e.date ?? '1999' },
        }
        return [
          ...(chance(0.2) ? [] : [one]),
          ...(chance(0.15) ? [{ ...one, action: { root: '04' } }] : []),
          ...(chance(0.05) ? [{ ...one, document: 'elsewhere' }] : []),
        ]
      })
    }
    test.each([1, 2, 3])('gives the same figures (made-up predictions %i)', async (seed) => {
      const goldFile = readGold([join(SHARED, 'corpus')])
      const dir = folder({
        'gold.jsonl': goldFile.events.map((e) => `${JSON.stringify(e)}\n`).join(''),
        'given.jsonl': perturb(goldFile.events, seed)
          .map((e) => `${JSON.stringify(e)}\n`)
          .join(''),
      })
      const theirs = spawnSync(
        process.execPath,
        [join(SHARED, 'tools/score-events.mjs'), join(dir, 'gold.jsonl'), join(dir, 'given.jsonl'), '--json'],
        { encoding: 'utf8' },
      )
      const argv = [
        'score',
        join(dir, 'given.jsonl'),
        '--gold',
        join(dir, 'gold.jsonl'),
        '--aliases',
        join(SHARED, 'gold/entities.json'),
        '--json',
        '--samples',
        '2',
      ]
      const ours = JSON.parse((await command(argv)).out) as { levels: object[] }
      expect(ours.levels).toMatchObject(JSON.parse(theirs.stdout))
      expect(openPredictions(join(dir, 'given.jsonl')).events.length).toBeGreaterThan(500)
    })
  },
)
