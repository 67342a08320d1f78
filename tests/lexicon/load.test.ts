import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { LexiconData } from '../../src/lexicon/lexicon.ts'
import { LexiconError } from '../../src/lexicon/lexicon-error.ts'
import { loadLexicon, readLexicon } from '../../src/lexicon/load-lexicon.ts'

const ours = new URL('../../lexicon/en', import.meta.url).pathname
const dirs: string[] = []

/** A lexicon directory with these files; each is given by its entries. */
const lexiconOf = (files: Readonly<Record<string, string>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-lexicon-'))
  dirs.push(dir)
  for (const [file, entries] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), `about: a test\nentries:\n${entries}\n`)
  }
  return dir
}

/** A small lexicon to lay others over: our codebook with one class, action, operator, state, group, region and two roles. */
const small = lexiconOf({
  'classes/all.yaml': '  - { id: diplomat, words: [diplomat, ambassador] }',
  'actions/04-consult.yaml':
    '  - { id: meet, cameo: "040", verbs: [meet], examples: [{ text: "Chad met Mali." }] }\n  - { id: visit, cameo: "042", verbs: [visit], examples: [{ text: "Chad visited Mali." }] }',
  'actors/all.yaml':
    '  - { id: FRA, kind: state, name: France }\n  - { id: SUN, kind: state, name: Soviet Union }\n  - { id: HEZBOLLAH, kind: group, name: Hezbollah }\n  - { id: WEST_BANK, kind: region, name: West Bank, entity: FRA }',
  'actors/roles.yaml':
    '  - { id: police, role: COP, words: [police, riot police], kind: people, examples: [{ text: "Police left." }] }\n  - { id: journalists, role: MED, words: [journalist], kind: people, examples: [{ text: "A journalist left." }] }',
})
// A few codes of ours with all of PLOVER's: read for every case, so it is small.
const codebook = parse(readFileSync(join(ours, 'codebook.yaml'), 'utf8'))
const codes = codebook.entries.filter(({ code }: { readonly code: string }) => /^(?:04|16|17|02)/.test(code))
writeFileSync(join(small, 'codebook.yaml'), JSON.stringify({ ...codebook, entries: codes }))

/** The problems that an overlay adds to the small lexicon. */
const problemsOf = (file: string, entries: string): readonly string[] => {
  const dir = lexiconOf({ [file]: entries })
  return readLexicon(small, dir).problems.map((problem) => problem.replaceAll(`${dir}/`, ''))
}

afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true })
})

test('our own lexicon has no fault and covers the world', () => {
  const data = loadLexicon(ours)
  const count = (...kinds: readonly string[]): number => data.actors.filter((a) => kinds.includes(a.kind)).length
  expect(count('igo', 'alliance')).toBeGreaterThanOrEqual(250)
  expect(count('group')).toBeGreaterThanOrEqual(300)
  const parties = data.actors.filter((a) => a.kind === 'party')
  expect(new Set(parties.map((a) => a.home)).size).toBeGreaterThanOrEqual(60)
  const roles = new Set(data.roles.map((r) => r.role))
  expect(
    'AGR BUS COP CRM CVL DIP EDU ELI ENV GOV HLH HRI IGO IMG JUD LAB LEG MED MIL NGO OPP PTY REB REF REL SEP SPY UAF'
      .split(' ')
      .filter((r) => !roles.has(r)),
  ).toEqual([])
})

const EXAMPLE = 'examples: [{ text: "Poland fined Russia." }]'
const ACTION = 'actions/17-coerce.yaml'
const PERSON = 'actors/leaders.yaml'

/** What is wrong, in which file, with which entries; what the message says of place, key and remedy. */
const FAULTS: readonly (readonly [fault: string, file: string, entries: string, place: string, remedy: RegExp])[] = [
  ['unknown key', ACTION, `  - id: fine\n    cameo: "172"\n    verbs: [fine]\n    trget: object\n    ${EXAMPLE}`, `${ACTION}:6: fine`, /no key "trget".*docs\/lexicon\.md/],
  ['no example', ACTION, '  - { id: fine, cameo: "172", verbs: [fine] }', `${ACTION}:3: fine: examples`, /give at least one example/],
  ['empty examples', ACTION, '  - { id: fine, cameo: "172", verbs: [fine], examples: [] }', `${ACTION}:3: fine: examples`, /give at least one example/],
  ['number for a code', ACTION, `  - { id: fine, cameo: 172, verbs: [fine], ${EXAMPLE} }`, `${ACTION}:3: fine: cameo`, /quote CAMEO codes/],
  ['code outside the codebook', ACTION, `  - { id: fine, cameo: "179", verbs: [fine], ${EXAMPLE} }`, `${ACTION}:3: fine: cameo`, /no CAMEO code "179".*codebook\.yaml/],
  ['a word for a list', ACTION, `  - { id: fine, cameo: "172", verbs: fine, ${EXAMPLE} }`, `${ACTION}:3: fine: verbs`, /must be a list: \["fine"\], not "fine"/],
  ['a text for an example', ACTION, '  - { id: fine, cameo: "172", verbs: [fine], examples: ["Poland fined Russia."] }', `${ACTION}:3: fine: examples.0`, /write \{ text: "…"/],
  ['a list for an entry', ACTION, '  - [fine]', `${ACTION}:3`, /must be an object: \{…\}, not \["fine"\]/],
  ['no name', 'actors/mine.yaml', '  - { id: BLORP, kind: group }', 'actors/mine.yaml:3: BLORP: name', /is missing/],
  ['a person who forgot the kind', PERSON, '  - { id: ann-blorp, name: Ann Blorp, entity: FRA, offices: [] }', `${PERSON}:3: ann-blorp: kind`, /is missing: write person/],
  ['no trigger', ACTION, `  - { id: fine, cameo: "172", ${EXAMPLE} }`, `${ACTION}:3: fine`, /verbs, nouns or adjectives/],
  ['id not in kebab case', ACTION, `  - { id: Fine_them, cameo: "172", verbs: [fine], ${EXAMPLE} }`, `${ACTION}:3: Fine_them: id`, /lower case with hyphens/],
  ['unknown class', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], object: diplomats, ${EXAMPLE} }`, `${ACTION}:3: fine: object`, /did you mean "diplomat".*"=diplomats"/],
  ['slot as a class', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], object: with, ${EXAMPLE} }`, `${ACTION}:3: fine: object`, /a slot is written as a key/],
  ['unknown class in an exception', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], except: { object: nonsense }, ${EXAMPLE} }`, `${ACTION}:3: fine: object`, /"nonsense" is no class/],
  ['unknown mode', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], modes: [dance], ${EXAMPLE} }`, `${ACTION}:3: fine: modes`, /COERCE has no mode "dance"; write one of/],
  ['unknown context', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], contexts: [dance], ${EXAMPLE} }`, `${ACTION}:3: fine: contexts`, /no context "dance"; write one of/],
  ['unknown PLOVER type', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], plover: DANCE, ${EXAMPLE} }`, `${ACTION}:3: fine: plover`, /no type "DANCE"; write one of/],
  ['twice in one lexicon', ACTION, `  - { id: fine, cameo: "172", verbs: [xfine], ${EXAMPLE} }\n  - { id: fine, cameo: "172", verbs: [yfine], ${EXAMPLE} }`, `${ACTION}:4: "fine"`, /already defined at actions\/17-coerce\.yaml:3; join the two or give this one another id/],
  ['tie with another', ACTION, `  - { id: zfine, cameo: "172", verbs: [blorp], object: diplomat, ${EXAMPLE} }\n  - { id: fine, cameo: "160", verbs: [blorp], object: [diplomat, =ball], ${EXAMPLE} }`, `${ACTION}:4: fine: "blorp" ties with zfine`, /give one a condition more, or an except/],
  ['retired, but never there', ACTION, '  - { id: no-such-entry, retire: true }', `${ACTION}:3: retire`, /no entry "no-such-entry" below this lexicon/],
  ['retired with another key', ACTION, '  - { id: meet, retire: true, because: old }', `${ACTION}:3: meet`, /no key "because"/],
  ['retired by nothing', ACTION, '  - { retire: true }', `${ACTION}:3`, /say what to retire/],
  ['retired person that is none', PERSON, '  - { id: ann-blorp, retire: true }', `${PERSON}:3: retire`, /no entry "ann-blorp"/],
  ['retired word that no operator has', 'operators.yaml', '  - { verbs: [blorp], retire: true }', 'operators.yaml:3: retire', /no entry below this lexicon lists "blorp"/],
  ['folder that nobody reads', 'action/17-coerce.yaml', '  - { id: fine }', 'action/17-coerce.yaml:1', /no such file; write actions\/NAME\.yaml/],
  ['roles beside the actors', 'roles.yaml', '  - { id: fine }', 'roles.yaml:1', /no such file/],
  ['places of its own', 'places.yaml', '  - { name: Blorp }', 'places.yaml:1', /places come with annalist/],
  ['class that includes no class', 'classes/mine.yaml', '  - { id: mine, words: [pit], includes: [no-such] }', 'classes/mine.yaml:3: mine: includes', /no class "no-such"/],
  ['space around a text', 'classes/mine.yaml', '  - { id: mine, words: ["pit "] }', 'classes/mine.yaml:3: mine: words.0', /remove the space/],
  ['list for an entry of nothing', 'classes/mine.yaml', '  - { id: mine, words: [] }', 'classes/mine.yaml:3: mine: words', /an empty list says nothing/],
  ['operator without example', 'operators.yaml', '  - { verbs: [blorp], inner: future }', 'operators.yaml:3: examples', /give at least one example/],
  ['operator with another status', 'operators.yaml', '  - { verbs: [blorp], inner: maybe, examples: [{ text: "It blorps.", inner: blorp }] }', 'operators.yaml:3: inner', /must be one of future, hypothetical, reported, .*, not "maybe"/],
  ['synonym of no verb', 'synonyms.yaml', '  - { verb: blorp, as: mete, examples: [{ text: "Chad blorped Mali." }] }', 'synonyms.yaml:3: blorp: as', /no action or operator lists the verb "mete"; write one that does/],
  ['synonym that is listed already', 'synonyms.yaml', '  - { verb: meet, as: meet, examples: [{ text: "Chad met Mali." }] }', 'synonyms.yaml:3: meet', /listed beside "meet" wherever that is/],
  ['synonym without example', 'synonyms.yaml', '  - { verb: blorp, as: meet }', 'synonyms.yaml:3: blorp: examples', /give at least one example/],
  ['entity in small letters', 'actors/mine.yaml', '  - { id: blorpia, kind: state, name: Blorpia }', 'actors/mine.yaml:3: blorpia: id', /capitals with underscores/],
  ['unknown kind of actor', 'actors/mine.yaml', '  - { id: BLORPIA, kind: planet, name: Blorpia }', 'actors/mine.yaml:3: BLORPIA: kind', /must be one of state, region, .*, not "planet"/],
  ['braces that stay open', 'actors/roles.yaml', `  - { id: mine, role: REB, kind: people, words: ["{rebel, militia camp"], ${EXAMPLE} }`, 'actors/roles.yaml:3: mine: words.0', /two or more in each pair of braces/],
  ['role that CAMEO lacks', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, role: XYZ }', 'actors/mine.yaml:3: BLORP: role', /one of CAMEO's role codes: AGR, BUS/],
  ['home that is no entity', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, home: ZZZ }', 'actors/mine.yaml:3: BLORP: home', /no entity "ZZZ".*or add one/],
  ['member that is no entity', 'actors/mine.yaml', '  - { id: BLORP, kind: igo, name: Blorps, members: [FRA, ZZZ] }', 'actors/mine.yaml:3: BLORP: members', /no entity "ZZZ"/],
  ['one name for two', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, names: [Hezbollah] }', 'actors/mine.yaml:3: BLORP', /"Hezbollah" is also a name of HEZBOLLAH .*date the two.*near/],
  ['before without from', 'actors/mine.yaml', '  - { id: BLORPIA, kind: state, name: Blorpia, before: SUN }', 'actors/mine.yaml:3: BLORPIA: before', /say from when/],
  ['date that is none', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, from: "May 1999" }', 'actors/mine.yaml:3: BLORP: from', /"1999", "1999-08" or "1999-08-09"/],
  ['day that no calendar has', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, to: "1999-02-30" }', 'actors/mine.yaml:3: BLORP: to', /no calendar has 1999-02-30/],
  ['actor that ends before it begins', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, from: "2003", to: "1999-05" }', 'actors/mine.yaml:3: BLORP: to', /ends \(1999-05\) before it begins \(2003\)/],
  ['name that ends before it begins', 'actors/mine.yaml', '  - id: BLORP\n    kind: group\n    name: Blorps\n    names:\n      - { text: Blops, from: "2003", to: "1999" }', 'actors/mine.yaml:7: BLORP: names', /Blops ends \(1999\) before it begins \(2003\)/],
  ['name of no role', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, seats: [{ text: Blorp Hall, role: XYZ }] }', 'actors/mine.yaml:3: BLORP: seats', /one of CAMEO's role codes: AGR, BUS/],
  ['class of no role', 'classes/mine.yaml', '  - { id: mine, words: [pit], roles: [police] }', 'classes/mine.yaml:3: mine: roles.0', /one of CAMEO's role codes: AGR, BUS/],
  ['source of no slot', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], source: nobody, ${EXAMPLE} }`, `${ACTION}:3: fine: source`, /must be one of subject, object, .*, with, from, .*, not "nobody"/],
  ['target of no slot', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], target: agaisnt, ${EXAMPLE} }`, `${ACTION}:3: fine: target`, /must be one of subject, .*, not "agaisnt"/],
  ['operator controlled by no slot', 'operators.yaml', '  - { verbs: [blorp], inner: future, control: nobody, examples: [{ text: "It blorps.", inner: blorp }] }', 'operators.yaml:3: control', /must be one of subject, object, .*, not "nobody"/],
  ['literal word of no letters', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], object: "=", ${EXAMPLE} }`, `${ACTION}:3: fine: object`, /write the word behind the mark: "=visit"/],
  ['literal word behind a space', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], object: [actor, "= visit"], ${EXAMPLE} }`, `${ACTION}:3: fine: object`, /write the word behind the mark: "=visit"/],
  ['counterexample of no other entry', ACTION, `  - { id: fine, cameo: "172", verbs: [fine], ${EXAMPLE}, counterexamples: [A fine day., { text: Chad met Mali., instead: mete }] }`, `${ACTION}:3: fine: counterexamples.1.instead`, /there is no entry "mete".*actions/],
  ['number for a date', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, from: 1999 }', 'actors/mine.yaml:3: BLORP: from', /write a date in quotes/],
  ['exact: false', 'actors/mine.yaml', '  - { id: BLORP, kind: group, name: Blorps, names: [{ text: BLO, exact: false }] }', 'actors/mine.yaml:3: BLORP: names', /exact/],
  ['offices that overlap', PERSON, '  - id: ann-blorp\n    kind: person\n    name: Ann Blorp\n    entity: FRA\n    offices:\n      - { role: GOV, title: minister, from: "1999", to: "2003-05" }\n      - { role: GOV, title: president, from: "2002" }', `${PERSON}:8: ann-blorp: offices`, /minister \(to 2003-05\) overlaps president \(from 2002\); end one/],
  ['office that ends before it begins', PERSON, '  - { id: ann-blorp, kind: person, name: Ann Blorp, entity: FRA, offices: [{ role: GOV, title: minister, from: "2003", to: "1999" }] }', `${PERSON}:3: ann-blorp: offices`, /ends \(1999\) before it begins \(2003\)/],
  ['second office without from', PERSON, '  - { id: ann-blorp, kind: person, name: Ann Blorp, entity: FRA, offices: [{ role: GOV, title: minister, to: "1999" }, { role: GOV, title: president }] }', `${PERSON}:3: ann-blorp: offices`, /president follows another office: say from when/],
  ['person of no entity', PERSON, '  - { id: ann-blorp, kind: person, name: Ann Blorp, entity: ZZZ }', `${PERSON}:3: ann-blorp: entity`, /no entity "ZZZ"/],
  ['role without example', 'actors/roles.yaml', '  - { id: blorper, role: GOV, words: [blorper], kind: title }', 'actors/roles.yaml:3: blorper: examples', /give at least one example/],
  ['word of two roles', 'actors/roles.yaml', '  - { id: blorper, role: GOV, words: [journalist], kind: title, examples: [{ text: "A journalist left." }] }', 'actors/roles.yaml:3: blorper', /"journalist" is also a name of journalists/],
  ['role whose exception hides another', 'actors/roles.yaml', '  - { id: blorper, role: GOV, words: [blorper], not: [riot police], kind: title, examples: [{ text: "A blorper left." }] }', 'actors/roles.yaml:3: blorper: not', /"riot police" is a name of role police, which it would hide/],
  ['name of nobody that hides an actor', 'actors/not-actors.yaml', '  - { id: nobody, words: [Blorp Hall, West Bank] }', 'actors/not-actors.yaml:3: nobody: words', /"West Bank" is a name of actor WEST_BANK, which it would hide/],
] // biome-ignore format: a table

describe('a fault says where it is and what to write instead', () => {
  test.each(FAULTS)('%s', (_, file, entries, place, remedy) => {
    const problems = problemsOf(file, entries)
    const found = problems.find((p) => p.startsWith(place))
    expect(found, problems.join('\n')).toBeDefined()
    expect(found).toMatch(remedy)
  })
  test.each([
    ['no mapping', 'about: a test\n', /actions\/bad\.yaml:1: write a file as a mapping with "about".*"entries"/],
    ['no YAML', 'about: a test\nentries:\n  - { id: [ }\n', /^actions\/bad\.yaml:3: /],
    [
      'an alias of nothing',
      'about: a test\nentries:\n  - { id: fine, verbs: [*fine] }\n',
      /^actions\/bad\.yaml:3: "\*fine" refers to "&fine".*in quotes/,
    ],
  ])('a file that is %s', (_, text, message) => {
    const dir = lexiconOf({})
    mkdirSync(join(dir, 'actions'))
    writeFileSync(join(dir, 'actions/bad.yaml'), text)
    expect(readLexicon(small, dir).problems.join('\n').replaceAll(`${dir}/`, '')).toMatch(message)
  })
  test('a file in the place of the folder', () => {
    const file = join(lexiconOf({}), 'mine.yaml')
    writeFileSync(file, '')
    expect(readLexicon(small, file).problems).toEqual([`${file}:1: is a file; name the folder that holds actions/, actors/ and so on`])
  })
  test('all faults come at once, with their number', () => {
    const dir = lexiconOf({ 'classes/mine.yaml': '  - { id: mine, words: [] }\n  - { id: Mine, words: [pit] }' })
    expect(() => loadLexicon(small, dir)).toThrow(LexiconError)
    expect(() => loadLexicon(small, dir)).toThrow(/^the lexicon has 2 faults:\n.*\/classes\/mine\.yaml:3: .*\n.*\/classes\/mine\.yaml:4: /)
  })
})

const OPERATOR = 'examples: [{ text: "Chad plans to leave Mali.", inner: leave }]'

describe('an overlay', () => {
  const entry = (id: string, verb: string, cameo: string): string => `  - { id: ${id}, cameo: "${cameo}", verbs: [${verb}], ${EXAMPLE} }`
  test('adds, overrides and retires entries', () => {
    const base = loadLexicon(small)
    const retired = 'visit'
    const dir = lexiconOf({
      'actions/mine.yaml': `${entry('blorp', 'blorp', '172')}\n${entry('meet', 'blorp up', '040')}\n  - { id: ${retired}, retire: true }`,
    })
    const data = loadLexicon(small, dir)
    expect(data.actions.find((a) => a.id === 'blorp')?.verbs).toEqual(['blorp'])
    expect(data.actions.find((a) => a.id === 'meet')?.verbs).toEqual(['blorp up'])
    expect(data.actions.some((a) => a.id === retired)).toBe(false)
    expect(data.hash).not.toBe(base.hash)
  })

  /** Each kind of entry, with what stands below and what the overlay says: the list that comes of it. */
  const OVER: readonly (readonly [kind: string, file: string, below: string, overlay: string, list: (d: LexiconData) => unknown, wanted: unknown])[] = [
    ['actor added', 'actors/mine.yaml', '  []', '  - { id: BLORP, kind: group, name: Blorps, home: FRA }', (d) => d.actors.find((a) => a.id === 'BLORP')?.code, 'FRA'],
    ['actor overridden', 'actors/mine.yaml', '  []', '  - { id: HEZBOLLAH, kind: party, name: Party of God }', (d) => d.actors.filter((a) => a.id === 'HEZBOLLAH').map((a) => a.name), ['Party of God']],
    ['actor retired', 'actors/mine.yaml', '  []', '  - { id: HEZBOLLAH, retire: true, note: not ours }', (d) => d.actors.map((a) => a.id), ['FRA', 'SUN', 'WEST_BANK']],
    ['person retired', PERSON, '  - { id: ann-blorp, kind: person, name: Ann Blorp, entity: FRA }', '  - { id: ann-blorp, retire: true }', (d) => d.people, []],
    ['role retired', 'actors/roles.yaml', '  []', '  - { id: police, retire: true }', (d) => d.roles.map((r) => r.id), ['journalists']],
    ['class overridden', 'classes/mine.yaml', '  []', '  - { id: diplomat, words: [consul] }', (d) => d.classes, [{ id: 'diplomat', words: ['consul'], roles: [] }]],
    ['light verb added', 'light-verbs.yaml', '  - { verb: hold, examples: [{ text: "They held talks." }] }', '  - { verb: do, examples: [{ text: "They did battle." }] }', (d) => d.lightVerbs.map((l) => l.verb), ['hold', 'do']],
    ['light verb retired', 'light-verbs.yaml', '  - { verb: hold, examples: [{ text: "They held talks." }] }', '  - { verb: hold, retire: true }', (d) => d.lightVerbs, []],
    ['nominalization overridden', 'nominalizations.yaml', '  - { verb: meet, nouns: [meeting] }', '  - { verb: meet, nouns: [tryst] }', (d) => d.nominalizations, [{ verb: 'meet', nouns: ['tryst'] }]],
    ['synonym added', 'synonyms.yaml', '  []', '  - { verb: blorp, as: meet, examples: [{ text: "Chad blorped Mali." }] }', (d) => d.actions.map((a) => a.verbs), [['meet', 'blorp'], ['visit']]],
    ['synonym moved to another verb', 'synonyms.yaml', '  - { verb: blorp, as: meet, examples: [{ text: "Chad blorped Mali." }] }', '  - { verb: blorp, as: visit, examples: [{ text: "Chad blorped Mali." }] }', (d) => d.actions.map((a) => a.verbs), [['meet'], ['visit', 'blorp']]],
    ['synonym retired', 'synonyms.yaml', '  - { verb: blorp, as: meet, examples: [{ text: "Chad blorped Mali." }] }', '  - { verb: blorp, retire: true }', (d) => d.actions.map((a) => a.verbs), [['meet'], ['visit']]],
    ['code renamed', 'codebook.yaml', '  []', '  - { code: "020", name: Ask, goldstein: 3, quad: 1, plover: REQUEST }', (d) => d.codebook.find((c) => c.code === '020')?.name, 'Ask'],
    ['verb of an operator moved to another', 'operators.yaml', `  - { verbs: [plan, hope], inner: hypothetical, ${OPERATOR} }`, `  - { verbs: [plan], inner: future, ${OPERATOR} }`, (d) => d.operators.map((o) => [o.verbs, o.inner]), [[['hope'], 'hypothetical'], [['plan'], 'future']]],
    ['verb of an operator retired', 'operators.yaml', `  - { verbs: [plan, hope], inner: hypothetical, ${OPERATOR} }`, '  - { verbs: [hope], retire: true }', (d) => d.operators.map((o) => o.verbs), [['plan']]],
    ['given name added', 'given-names.yaml', '  - { gender: female, names: [Ann, Kim] }', '  - { gender: both, names: [Kim, Jo] }', (d) => d.givenNames, [{ gender: 'female', names: ['Ann'] }, { gender: 'both', names: ['Kim', 'Jo'] }]],
  ] // biome-ignore format: a table

  test.each(OVER)('%s', (_, file, below, overlay, list, wanted) => {
    const data = loadLexicon(small, lexiconOf({ [file]: below }), lexiconOf({ [file]: overlay }))
    expect(list(data)).toEqual(wanted)
  })

  test('may retire the verb of a synonym below it', () => {
    const below = lexiconOf({ 'synonyms.yaml': '  - { verb: blorp, as: meet, examples: [{ text: "Chad blorped Mali." }] }' })
    const data = loadLexicon(small, below, lexiconOf({ 'actions/mine.yaml': '  - { id: meet, retire: true }' }))
    expect(data.actions.map((a) => a.verbs)).toEqual([['visit']])
  })

  test('is laid over others in the order in which they are named', () => {
    const [one, two] = [entry('blorp', 'blorp', '172'), entry('blorp', 'blorp', '160')].map((e) => lexiconOf({ 'actions/mine.yaml': e }))
    const codes = (...dirs: readonly string[]) => loadLexicon(small, ...dirs).actions.flatMap((a) => (a.id === 'blorp' ? [a.cameo] : []))
    expect([codes(one ?? '', two ?? ''), codes(two ?? '', one ?? '')]).toEqual([['160'], ['172']])
  })
  test('that changes nothing leaves all else as it is', () => {
    expect(loadLexicon(small, lexiconOf({})).hash).toBe(loadLexicon(small).hash)
  })
})
