import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { openStore } from '../../src/store/index.ts'
import { command, folder } from '../cli/command.ts'

const FINE = '--cameo 172 --verb overcharge'.split(' ')
const EXAMPLE = ['--example', 'Poland overcharged Russia.', '--source', 'POL', '--target', 'RUS']
const add = (dir: string, ...rest: readonly string[]) => command(['lexicon', 'add', 'action', dir, ...FINE, ...rest])

describe('annalist lexicon add', () => {
  test('makes a folder, writes an entry with its example, and the entry works', async () => {
    const dir = join(folder(), 'mine')
    const { code, out } = await add(dir, '--when', 'object=actor', ...EXAMPLE)
    expect([code, out]).toEqual([0, `${dir}/actions/17-coerce.yaml:3 actions/overcharge-actor\n`])
    expect(readFileSync(join(dir, 'actions/17-coerce.yaml'), 'utf8')).toBe(`about: Entries of our own, from reading the news.
entries:
  - id: overcharge-actor
    cameo: "172"
    verbs: [ overcharge ]
    object: [ actor ]
    examples: [ { text: Poland overcharged Russia., source: POL, target: RUS } ]
`)
    expect(await command(['lexicon', 'test', dir, '--quiet'])).toMatchObject({ code: 0, out: '1 of 1 examples and counterexamples hold\n' })
    expect((await command(['lexicon', 'check', dir])).out).toBe(`ok ${dir}: 1 entries added, 0 of ours overridden, 0 retired\n`)
  })

  test('does what its help shows', async () => {
    const dir = folder()
    const shown = (
      await Promise.all(
        [
          ['lexicon', '--help'],
          ['lexicon', 'add', '--help'],
        ].map((argv) => command(argv)),
      )
    )
      .flatMap(({ out }) => out.match(/(?<=\$ annalist )lexicon add .*/g) ?? [])
      .map((line) => [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => (word === 'mine' ? dir : (quoted ?? word))))
    expect(shown.length).toBeGreaterThan(3)
    const done = new Set<string>()
    for (const argv of shown) {
      if (done.has(argv.join())) continue
      done.add(argv.join())
      expect(await command(argv)).toMatchObject({ code: 0, err: '' })
    }
  })

  test('adds behind what stands in a file, comments and all', async () => {
    const before =
      'about: mine\nentries:\n    # of 2024\n    - { id: old, cameo: "172", verbs: [overtax], examples: [{ text: "Poland overtaxed Russia." }] } # kept\n'
    const dir = folder({ 'actions/17-coerce.yaml': before })
    expect((await add(dir, ...EXAMPLE)).code).toBe(0)
    expect(readFileSync(join(dir, 'actions/17-coerce.yaml'), 'utf8').startsWith(`${before}    - id: overcharge\n`)).toBe(true)
  })

  test('writes actors and people, whose names must be found in their examples', async () => {
    const dir = folder()
    const hawks = ['--kind', 'group', '--name', 'Desert Hawks', '--role', 'REB', '--home', 'MLI']
    const missed = await command(['lexicon', 'add', 'actor', dir, ...hawks, '--example', 'The hawks of the desert rose.'])
    expect(missed.code).toBe(1)
    expect(missed.err).toMatch(/its example does not hold.*\n.*wanted actors\/DESERT_HAWKS\n.*got .*no actor/)
    expect(existsSync(join(dir, 'actors'))).toBe(false)
    const done = await command(['lexicon', 'add', 'actor', dir, ...hawks, '--example', 'The Desert Hawks attacked a convoy.', '--json'])
    expect(JSON.parse(done.out)).toMatchObject({ entry: 'actors/DESERT_HAWKS', written: join(dir, 'actors/groups.yaml'), line: 3 })
  })

  const REFUSED: readonly (readonly [why: string, args: readonly string[], error: RegExp])[] = [
    ['a tie', ['--cameo', '057', '--verb', 'ink', '--when', 'object=agreement', '--example', 'Poland inked a pact with Russia.'], /"ink" ties with sign-agreement/],
    ['a code outside the codebook', ['--cameo', '179', '--verb', 'overcharge', '--example', 'Poland overcharged Russia.'], /no CAMEO code "179"/],
    ['an example that is not found', ['--cameo', '172', '--verb', 'overcharge', '--example', 'Poland undercharged Russia.'], /its example does not hold: Poland under/],
    ['an example with other sides', ['--cameo', '172', '--verb', 'overcharge', '--example', 'Poland overcharged Russia.', '--source', 'RUS'], /wanted 172 RUS → …/],
    ['a counterexample that is found', ['--cameo', '172', '--verb', 'overcharge', ...EXAMPLE, '--counterexample', 'Peru overcharged Chile.'], /its counterexample does not hold/],
    ['an id of ours', ['--cameo', '172', '--verb', 'overcharge', '--id', 'fine', ...EXAMPLE], /there is an entry actions\/fine already: actions\/17-coerce\.yaml:\d+/],
    ['an example of ours taken', ['--cameo', '172', '--verb', 'fine', '--when', 'object=actor', '--example', 'Poland fined Russia.'], /it takes the example of actions\/fine: .*\n.*\n.*by actions\/fine-actor/],
  ] // biome-ignore format: a table
  test.each(REFUSED)('refuses %s and writes nothing', async (_, args, error) => {
    const dir = join(folder(), 'mine')
    const { code, err } = await command(['lexicon', 'add', 'action', dir, ...args])
    expect([code, existsSync(dir)]).toEqual([1, false])
    expect(err).toMatch(error)
    expect(err).toMatch(/nothing was written/)
  })

  test.each([
    ['no example', [...FINE], /an entry needs an example/],
    ['no word', ['--cameo', '172', '--example', 'x'], /give at least one --verb/],
    ['a condition that is none', [...FINE, '--when', 'diplomat'], /write SLOT=CONDITION/],
  ])('is used wrongly: %s', async (_, args, error) => {
    const { code, err } = await command(['lexicon', 'add', 'action', 'mine', ...args])
    expect(code).toBe(2)
    expect(err).toMatch(error)
  })
})

describe('annalist lexicon check and test', () => {
  const broken =
    'about: mine\nentries:\n  - { id: overcharge, cameo: "179", verbs: [overcharge], examples: [{ text: "Poland overcharged Russia." }] }\n'
  test('check tells file, line and remedy', async () => {
    const dir = folder({ 'actions/mine.yaml': broken })
    const { code, out } = await command(['lexicon', 'check', dir])
    expect([code, out]).toEqual([
      1,
      `${dir}/actions/mine.yaml:3: overcharge: cameo: there is no CAMEO code "179"; lexicon/en/codebook.yaml lists them\n1 fault\n`,
    ])
    const { faults } = JSON.parse((await command(['lexicon', 'check', dir, '--json'])).out)
    expect(faults).toMatchObject([{ file: `${dir}/actions/mine.yaml`, line: 3 }])
    expect((await command(['lexicon', 'test', dir])).err).toMatch(/the lexicon has 1 fault/)
  })
  test('a code of the act left undone is looked up, too', async () => {
    const dir = folder({ 'actions/mine.yaml': broken.replace('cameo: "179"', 'cameo: "172", negated: "0119"') })
    const { out } = await command(['lexicon', 'check', dir])
    expect(out).toBe(
      `${dir}/actions/mine.yaml:3: overcharge: negated: there is no CAMEO code "0119"; lexicon/en/codebook.yaml lists them\n1 fault\n`,
    )
  })
  test('check of no folder', async () => {
    expect(await command(['lexicon', 'check', '/no/such'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/there is no such folder/),
    })
  })
  test('test tells what was wanted and what came, unless it is known', async () => {
    const dir = folder({ 'actions/mine.yaml': broken.replace('179', '172').replace('Poland overcharged', 'Poland undercharged') })
    const { code, out } = await command(['lexicon', 'test', dir, '--quiet'])
    expect(code).toBe(1)
    expect(out).toMatch(
      /fails actions\/overcharge .*mine\.yaml:3\n +Poland undercharged Russia\.\n +wanted 172 by actions\/overcharge\n +got +no event\n0 of 1 .* hold; 1 fail\n/,
    )
    writeFileSync(join(dir, 'known-failures.txt'), '# mends itself\nactions/overcharge: Poland undercharged Russia.\n')
    expect(await command(['lexicon', 'test', dir, '--quiet'])).toMatchObject({
      code: 0,
      out: '0 of 1 examples and counterexamples hold; 1 are known not to yet\n',
    })
  })
  test('of one entry, or of none', async () => {
    expect((await command(['lexicon', 'test', '--entry', 'expel-diplomats', '--quiet'])).out).toMatch(
      /^\d+ of \d+ examples and counterexamples hold/,
    )
    expect(await command(['lexicon', 'test', '--entry', 'no-such', '--quiet'])).toMatchObject({ code: 2 })
  })
})

describe('annalist lexicon show', () => {
  test('an act: what it can reach, in order, with sums', async () => {
    const { code, out } = await command(['lexicon', 'show', 'expelled'])
    expect(code).toBe(0)
    expect(out).toMatch(/As a verb\n/)
    const scores = [...out.matchAll(/^ +\d+\. +(\d+) {2}\d+ /gm)].map(([, score]) => Number(score))
    expect(scores.length).toBeGreaterThan(5)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(out).toMatch(/ 3 {2}161 {3}expel-diplomats {2}actions\/16-reduce-relations\.yaml:\d+\n +"expel"; object diplomat 3\n/)
    expect(out).toMatch(/the highest sum wins/)
  })
  test.each([
    ['Moscow', [], /Russia: RUS, capital/],
    ['putin', [], /Vladimir Putin: RUS, GOV, person/],
    ['Bush', ['--on', '1991'], /George W\. Bush: .*not on that day/],
    ['hope', [], /As an operator\n +hope: the act below is hypothetical/],
    ['hold', [], /As a light verb/],
    ['alliance', [], /May refer back to\n.*NATO/],
    ['diplomat', [], /In classes\n(?: .*\n)* +diplomat .*asked by/],
    ['Berlin Wall', [], /names nobody/],
  ])('%s %s', async (word, args, told) => {
    expect((await command(['lexicon', 'show', word, ...args])).out).toMatch(told)
  })
  test.each(['yesterday', '1991-13', '1991-02-31'])('not on %s, which is no day', async (day) => {
    const { code, err } = await command(['lexicon', 'show', 'Bush', '--on', day])
    expect([code, err]).toEqual([2, expect.stringMatching(/write a day, a month or a year/)])
  })
  test('nothing', async () => {
    expect(await command(['lexicon', 'show', 'zzyzx'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^nothing in the lexicon has "zzyzx"/),
    })
  })
})

test('annalist lexicon stats counts by code and kind', async () => {
  const coverage = JSON.parse((await command(['lexicon', 'stats', '--json'])).out)
  expect(coverage.codes.find((c: { readonly code: string }) => c.code === '161')).toMatchObject({
    name: expect.any(String),
    entries: expect.any(Number),
  })
  expect(coverage.codes.filter(({ name }: { readonly name: string }) => name.trim() === '')).toEqual([])
  expect(coverage.actors.state).toBeGreaterThan(190)
  const { out } = await command(['lexicon', 'stats'])
  expect(out).toMatch(/^16 {4}Reduce relations +\d+/m)
  expect(out).toMatch(/\d+ of \d+ codes have an entry/)
})

describe('annalist lexicon gaps', () => {
  const db = join(folder(), 'events.db')
  const TEXT = 'Maria Blorpin condemned Poland on Monday. Poland befuddled Russia. Peru befuddled Chile on Friday. It was a meeting.'
  const store = openStore(db)
  const run = store.begin({ version: '1', lexicon: 'x', model: 'y', options: {} })
  for (const id of ['a', 'b']) {
    const article = { id, text: TEXT, published: '2024-05-20', title: null, url: null, kind: null }
    const { document, events, rejections } = extract(article)
    store.save({ document, events, rejections }, id.repeat(32), run)
  }
  store.close()

  test('unknown names and acts without a code, with counts and sentences of different articles', async () => {
    const lines = (await command(['lexicon', 'gaps', '--db', db, '--json'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ gap: 'actors', kind: 'name', name: 'Maria Blorpin', times: 2, articles: 2 }))
    const act = lines.find((line) => line.lemma === 'befuddle')
    expect(act).toMatchObject({ gap: 'acts', times: 4, articles: 2, guessed: 0, entries: [] })
    for (const { article, text, start, end, words } of act.samples) {
      expect(['a', 'b']).toContain(article)
      expect([TEXT.slice(start, end), text.includes(words)]).toEqual([words, true])
    }
    expect(new Set(act.samples.map((s: { readonly article: string }) => s.article)).size).toBe(2)
  })
  test('for people', async () => {
    const { out } = await command(['lexicon', 'gaps', '--db', db, '--only', 'acts', '--samples', '1'])
    expect(out).toMatch(/ 4 {2}befuddle {2}no entry has it {2}in 2 articles\n +· Poland befuddled Russia\.\n/)
    expect(out).not.toMatch(/Blorpin/)
  })
  test('a database that is not there', async () => {
    expect(await command(['lexicon', 'gaps', '--db', '/no/such.db'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no database/),
    })
  })
})
