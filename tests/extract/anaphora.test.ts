import { expect, test } from 'vitest'
import { extract, type Party } from '../../src/index.ts'

// Short passages whose acts are told of pronouns and descriptions: an introduction, a sentence between, and an act of which one side is told by a word that points back.

/** Who or what an introduction tells of, and by which words it may be meant later. */
type Intro = {
  readonly text: string
  readonly person?: { readonly entity: string; readonly male: boolean; readonly surname: string; readonly called: readonly string[] }
  readonly state?: { readonly entity: string; readonly part: string; readonly called: readonly string[] }
  readonly group?: { readonly entity: string; readonly several: boolean; readonly called: readonly string[] }
  readonly people?: { readonly entity: string; readonly called: readonly string[] }
  readonly two?: { readonly entities: readonly string[]; readonly states: boolean; readonly office: string }
}

const person = (text: string, entity: string, surname: string, called: readonly string[], male = true): Intro => {
  return { text, person: { entity, male, surname, called } }
}
const state = (text: string, entity: string, part: string, called: readonly string[]): Intro => ({ text, state: { entity, part, called } })
const group = (text: string, entity: string, called: readonly string[], several = false): Intro => {
  return { text, group: { entity, several, called } }
}
const people = (text: string, entity: string, called: readonly string[]): Intro => ({ text, people: { entity, called } })
const two = (text: string, entities: readonly string[], states: boolean, office = ''): Intro => ({
  text,
  two: { entities, states, office },
})

const INTROS: readonly Intro[] = [
  person('President Mahamat Deby of Chad arrived in Niamey on Monday.', 'TCD', 'Deby', ['the president', 'the 41-year-old']),
  person("Uganda's president, Yoweri Museveni, 80, opened a new bridge.", 'UGA', 'Museveni', ['the president', 'the 80-year-old']),
  person('Prime Minister Giorgia Meloni of Italy gave a speech in Milan.', 'ITA', 'Meloni', ['the prime minister', 'the premier'], false),
  person('Salva Kiir, the president of South Sudan, flew home on Sunday.', 'SSD', 'Kiir', ['the president', 'the South Sudanese leader']),
  person('Opposition leader Bobi Wine of Uganda held a rally.', 'UGA', 'Wine', ['the opposition leader']),
  person("Zendia's president, Olga Marn, returned from a holiday.", 'Zendia', 'Marn', ['the president'], false),
  person("Tunisia's prime minister, Samir Haddadi, spoke on the radio.", 'TUN', 'Haddadi', ['the prime minister', 'the premier']),
  person("Rwanda's ambassador to the United Nations, Ernest Rwamucyo, took the floor.", 'RWA', 'Rwamucyo', ['the envoy', 'the diplomat']),
  state('Mali closed its markets for a week.', 'MLI', 'its government', ['the country', 'the West African nation', 'Bamako', 'officials']),
  state('Eritrea celebrated its independence day.', 'ERI', 'its president', ['the country', 'the East African nation', 'the authorities']),
  state('Saudi Arabia cut its oil output in June.', 'SAU', 'its king', ['the kingdom', 'Riyadh', 'the government']),
  state("Zendia's government opened a new airport.", 'Zendia', 'its leader', ['the government', 'the country', 'the authorities']),
  state("Niger's junta lifted the curfew.", 'NER', 'its leader', ['the junta', 'the West African nation', 'the military government']),
  state("Ethiopia's army marked its anniversary.", 'ETH', 'its leaders', ['the army', 'the military', 'the government']),
  group('Hezbollah marked its anniversary.', 'HEZBOLLAH', ['the group', 'the militia', 'the Lebanese group', "the group's leader"]),
  group('Al-Shabab released a video.', 'AL_SHABAAB', ['the group', 'the militants', 'the Islamist group']),
  group('M23 rebels entered the town of Sake.', 'M23', ['the rebels', 'the group', 'the rebel group'], true),
  group('The Houthis held a parade in Sanaa.', 'HOUTHIS', ['the rebels', 'the movement', 'the Iran-backed group'], true),
  group('The African Union held its annual summit.', 'AU', ['the organisation', 'the bloc', 'the continental body']),
  group('NATO opened a new headquarters.', 'NATO', ['the alliance', 'the military alliance']),
  people('Hundreds of protesters marched through Nairobi.', 'KEN', ['the protesters', 'the demonstrators']),
  people('Soldiers from Rwanda crossed the border at night.', 'RWA', ['the soldiers', 'the troops']),
  people('Lawmakers in Peru gathered for a debate.', 'PER', ['the lawmakers', 'the parliament']),
  two('Officials from Chad and Mali met in Geneva.', ['MLI', 'TCD'], true),
  two('Armenia and Azerbaijan marked the holiday.', ['ARM', 'AZE'], true),
  two('The presidents of Kenya and Tanzania had lunch together.', ['KEN', 'TZA'], true, 'presidents'),
  two("Mali's foreign minister met his Algerian counterpart on Monday.", ['DZA', 'MLI'], true, 'ministers'),
  two("Sudan's army and the Rapid Support Forces traded fire on Monday.", ['RSF', 'SDN'], false),
  two('Zendia and Karvia share a long border.', ['Karvia', 'Zendia'], true),
  two('President Recep Tayyip Erdogan of Turkey and President Ilham Aliyev of Azerbaijan had dinner.', ['AZE', 'TUR'], true, 'presidents'),
]

/** What stands between. The name is a woman's behind a man, and the other way round. */
const BETWEEN: readonly ((intro: Intro) => string)[] = [
  () => '',
  () => 'Prices rose by three percent last year.',
  () => 'A trade fair was held in Portugal last week.',
  () => '“This is a difficult time for everyone.”',
]
const ENVOY = (intro: Intro): string => `Bad weather had delayed Portugal's ambassador, ${intro.person?.male ? 'Ana' : 'Rui'} Lopes.`

/** "S" does something to "T", whose adjective is "A"; or it is done to "O". */
const ACTS = {
  subject: [
    ['condemned', 'S condemned T.'],
    ['accused', 'S accused T of lying.'],
    ['sanctions', 'S imposed sanctions on T.'],
    ['expelled', 'S expelled the A ambassador.'],
    ['rejected', 'On Friday S rejected a proposal by T.'],
    ['promised', 'S promised to help T.'],
    ['attacked', 'S attacked T.'],
    ['thanked', 'S thanked T for its help.'],
  ],
  object: [
    ['condemned', 'T condemned O.'],
    ['accused', 'T accused O of lying.'],
    ['urged', 'T urged O to stop the war.'],
    ['warned', 'T warned O.'],
    ['thanked', 'T thanked O.'],
  ],
} as const

const OTHERS = [
  ['Norway', 'Norwegian'],
  ['Belarus', 'Belarusian'],
  ['Canada', 'Canadian'],
] as const

type Phrase = readonly [phrase: string, entities: readonly string[]]

const each = (entities: readonly string[], ...phrases: readonly string[]): readonly Phrase[] => phrases.map((phrase) => [phrase, entities])

/** A way to point back, in which slot of the act, whether an envoy may stand between, the phrases for it, and the share that must be right: only rises. */
const WAYS: readonly (readonly [string, 'subject' | 'object', boolean, (intro: Intro) => readonly Phrase[], number])[] = [
  ['he', 'subject', true, ({ person: p }) => (p ? each([p.entity], p.male ? 'he' : 'she') : []), 0.97],
  ['him', 'object', true, ({ person: p }) => (p ? each([p.entity], p.male ? 'him' : 'her') : []), 0.97],
  ['his government', 'subject', true, ({ person: p }) => (p ? each([p.entity], `${p.male ? 'his' : 'her'} government`) : []), 0.97],
  ['a surname', 'subject', true, ({ person: p }) => (p ? each([p.entity], p.surname) : []), 0.95],
  ['what he is', 'subject', true, ({ person: p }) => (p ? each([p.entity], ...p.called) : []), 0.92],
  ['what he is, as object', 'object', false, ({ person: p }) => (p ? each([p.entity], ...p.called) : []), 0.97],
  ['it', 'subject', false, ({ state: s, group: g }) => (s ? each([s.entity], 'it') : g && !g.several ? each([g.entity], 'it') : []), 0.97],
  ['its own', 'subject', false, ({ state: s }) => (s ? each([s.entity], s.part) : []), 0.95],
  ['what a state is', 'subject', true, ({ state: s }) => (s ? each([s.entity], ...s.called) : []), 0.95],
  ['what a state is, as object', 'object', false, ({ state: s }) => (s ? each([s.entity], ...s.called) : []), 0.98],
  ['what a group is', 'subject', true, ({ group: g }) => (g ? each([g.entity], ...g.called) : []), 0.96],
  ['what a group is, as object', 'object', true, ({ group: g }) => (g ? each([g.entity], ...g.called) : []), 0.97],
  ['they', 'subject', true, ({ group: g, people: p }) => (p ? each([p.entity], 'they') : g?.several ? each([g.entity], 'they') : []), 0.95],
  ['them', 'object', true, ({ group: g, people: p }) => (p ? each([p.entity], 'them') : g?.several ? each([g.entity], 'them') : []), 0.95],
  ['what people are', 'subject', true, ({ people: p }) => (p ? each([p.entity], ...p.called) : []), 0.96],
  ['they two', 'subject', true, ({ two: t }) => (t ? each(t.entities, 'they', 'both', 'neither side', 'both sides') : []), 0.98],
  ['them both', 'object', true, ({ two: t }) => (t ? each(t.entities, 'them', 'the two sides') : []), 0.97],
  ['the two states', 'subject', true, ({ two: t }) => (t?.states ? each(t.entities, 'the two countries', 'their governments') : []), 0.97],
  ['both states', 'object', true, ({ two: t }) => (t?.states ? each(t.entities, 'both countries', 'both governments') : []), 0.98],
  [
    'the two in office',
    'subject',
    true,
    ({ two: t }) => (t?.office ? each(t.entities, 'the two leaders', `the two ${t.office}`, 'the pair') : []),
    0.97,
  ],
]

const namesOf = (side: readonly Party[]): string => {
  const names = side.map(({ entity, name }) => entity ?? (name ?? '?').replace(/^.* of (?=Zendia|Karvia)/, ''))
  return [...new Set(names)].toSorted().join()
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (c) => c.toUpperCase())

test.each(WAYS)('%s', (way, slot, envoys, phrasesOf, floor) => {
  let right = 0
  let all = 0
  const wrong: string[] = []
  for (const [at, intro] of INTROS.entries())
    for (const [p, [phrase, entities]] of phrasesOf(intro).entries())
      for (const [b, between] of [...BETWEEN, ...(envoys ? [ENVOY] : [])].entries()) {
        const acts = ACTS[slot]
        const [trigger, act] = acts[(at * 3 + p + b * 2) % acts.length] as (typeof acts)[number]
        const [other, adjective] = OTHERS[(at + b) % OTHERS.length] as (typeof OTHERS)[number]
        const told = act
          .replace(/\bT\b/, other)
          .replace(/\bA\b/, adjective)
          .replace(/\b[SO]\b/, () => phrase)
        const text = [intro.text, between(intro), capital(told)].filter(Boolean).join(' ')
        const event = extract({ id: 'anaphora', text, published: '2024-05-10' }).events.find(
          (e) => e.trigger.start >= text.length - told.length && e.trigger.text.includes(trigger),
        )
        all++
        if (event && namesOf(event[slot === 'subject' ? 'source' : 'target']) === entities.join()) right++
        else wrong.push(text)
      }
  console.log(`${way} ${right} of ${all} are right: ${(right / all).toFixed(3)}`)
  expect(all).toBeGreaterThan(10)
  expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(floor)
})
