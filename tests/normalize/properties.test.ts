import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Party, Span } from '../../src/document.ts'
import { extract } from '../../src/index.ts'

const article = (text: string, id = 'a') => ({ id, text, published: '2024-05-14', title: null, url: null, kind: null })
const read = (text: string) => extract(article(text))

const ACTORS = [
  'Russia',
  'Ukraine',
  'the French president',
  'Israeli troops',
  'the rebels',
  'it',
  'they',
  'the two sides',
  'NATO',
  'Macron',
  'the ministry',
  'Xyzzyland',
  'the storm',
]
const VERBS = [
  'attacked',
  'criticised',
  'met',
  'said it would invade',
  'was accused by',
  'did not visit',
  'signed a treaty with',
  'refused to release',
  'held talks with',
  'expelled 12 diplomats of',
  'ate',
]
const ENDS = ['on Friday', 'in May 2021', 'in Paris', 'after the talks', 'killing at least 12 people', '']
const pick = (words: readonly string[]) => fc.constantFrom(...words)
const sentence = fc
  .tuple(pick(ACTORS), pick(VERBS), pick(ACTORS), pick(ENDS))
  .map(([a, v, b, e]) => `${a.charAt(0).toUpperCase()}${a.slice(1)} ${v} ${b} ${e}`.trimEnd().concat('.'))
const news = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((s) => s.join(' ')),
    { minLength: 1, maxLength: 4 },
  )
  .map((p) => p.join('\n\n'))
const garbled = fc
  .tuple(
    news,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ' ', '“', '"', ',', '—', '\n', '😀', 'é', ' ', '((', "'s", '…', 'NOT ', '\u202e'))),
  )
  .map(([text, cuts]) =>
    cuts.reduce((t, [at, put]) => `${t.slice(0, at % (t.length + 1))}${put}${t.slice((at % (t.length + 1)) + 1)}`, text),
  )
const anything = fc.oneof(
  news,
  garbled,
  news.map((t) => t.toUpperCase()),
  news.map((t) => t.toLowerCase()),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)

const inside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const RUNS = { numRuns: 25, seed: 20240514 }

describe('of any text', () => {
  test.each([
    'Chad has recalled its ambassador from Sudan, a day after protesters burned a flag outside the embassy in Khartoum.',
    '“We will never accept this,” said the Norwegian prime minister on 5 May 2022. Russia expelled 12 diplomats of the U.S. last week.',
    'Poland, Latvia and Estonia signed an agreement with Japan. It condemned the attack on Kenya that killed at least 12,000 people.',
  ])('soft hyphens, blanks of no width and marks of direction hide nothing: %s', (text) => {
    const told = (words: string) =>
      read(words).events.map(({ action, trigger, source, target, date }) => ({
        code: action.cameo,
        lemma: trigger.lemma,
        sides: [source, target].map((side) => side.map(({ code }) => code)),
        date: date?.value,
      }))
    const strewn = text
      .replace(/([A-Za-z]{2})([A-Za-z]{3})/g, '$1\u00ad$2')
      .replace(/ /g, '\u200b\u061c \u200e')
      .replace(/l/g, 'l\ufeff')
    expect(told(text).length).toBeGreaterThan(1)
    expect(told(strewn)).toEqual(told(text))
  })

  test('every offset quotes, and trigger and words of its own stand in the sentence', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { events, rejections, document } = read(text)
        for (const { trigger, sentence: at } of [...events, ...rejections]) {
          expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text)
          expect(inside(trigger, at)).toBe(true)
          expect(document.sentences[at.index]).toMatchObject({ start: at.start, end: at.end })
        }
        for (const { source, target, place, date, magnitude, sentence: at } of events) {
          for (const party of [...source, ...target]) {
            expect(text.slice(party.start, party.end)).toBe(party.text)
            if (isOwnWord(party)) expect(inside(party, at)).toBe(true)
            expect(party.code === null).toBe(party.entity === null)
          }
          for (const span of [place, date?.span, ...Object.values(magnitude)])
            if (span) expect(text.slice(span.start, span.end).trim()).not.toBe('')
        }
      }),
      RUNS,
    )
  })

  test('a paragraph at the end changes no event before it', () => {
    fc.assert(
      fc.property(news, news, (text, more) => {
        const before = read(text).events
        const after = read(`${text}\n\n${more}`).events.slice(0, before.length)
        expect(after.map(essence)).toEqual(before.map(essence))
      }),
      RUNS,
    )
  })

  test('ids are unique, the same in every run, and others in another article', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const ids = read(text).events.map((e) => e.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(read(text).events.map((e) => e.id)).toEqual(ids)
        const elsewhere = new Set(extract(article(text, 'b')).events.map((e) => e.id))
        expect(ids.some((id) => elsewhere.has(id))).toBe(false)
      }),
      RUNS,
    )
  })
})

/** The words that a party quotes are the sentence's own, unless the discourse lent them. */
const isOwnWord = ({ basis }: Party): boolean => basis !== 'discourse' && basis !== 'coreference'

// A date may be made more precise by what comes after (docs/dates.md); who did what to whom may not.
const essence = ({ id, trigger, action, source, target, sentence: at, rule }: ReturnType<typeof read>['events'][number]) => ({
  id,
  trigger,
  action,
  source,
  target,
  at,
  rule,
})

const names = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `${['Ali', 'Boris', 'Chen', 'Dana'][i % 4]} ${['Karimov', 'Okoye', 'Silva', 'Novak', 'Haddad'][i % 5]}${i}`,
  ).join(', ')
const states = (n: number): string =>
  Array.from({ length: n }, (_, i) => ['France', 'Germany', 'Chad', 'Peru', 'Nepal', 'Kenya'][i % 6]).join(', ')
const nested = (n: number): string =>
  Array.from({ length: n }, (_, i) => `${['Russia', 'Ukraine', 'Poland'][i % 3]} said that `).join('') + 'Iran attacked Israel.'
const quoted = (n: number): string => Array.from({ length: n }, () => '"Russia said, ').join('') + '"yes' + '"'.repeat(n)

const SHAPES: readonly (readonly [string, (n: number) => string, number])[] = [
  ['a list of names', (n) => `The court convicted ${names(n)} and Maria Lopez.`, 40],
  ['a list of states that do it', (n) => `${states(n)} and Mali criticised Iran.`, 40],
  ['a list of states that suffer it', (n) => `Iran criticised ${states(n)} and Mali.`, 40],
  ['attributions in one another', nested, 40],
  ['quotations in one another', quoted, 40],
  ['verbs on end', (n) => `Russia ${Array.from({ length: n }, () => 'attacked Ukraine').join(' and ')}.`, 40],
  [
    'prepositional phrases on end',
    (n) => `Russia attacked the town ${Array.from({ length: n }, () => 'of the army of Ukraine').join(' ')}.`,
    40,
  ],
  [
    'one sentence of many words',
    (n) => Array.from({ length: n }, (_, i) => ['the rebels', 'attacked', 'Chad', 'while', 'it', 'met', 'Mali', ','][i % 8]).join(' '),
    300,
  ],
  ['commas', (n) => `Russia${', '.repeat(n)}attacked Ukraine.`, 200],
  ['one word', (n) => 'attack '.repeat(n), 200],
  ['capitals', (n) => 'RUSSIA ATTACKED UKRAINE AND MET CHINA '.repeat(n), 40],
]

describe('of a sentence that no one would write', () => {
  test.each(SHAPES)('%s: four times as long costs no sixteen times as much', (_, make, n) => {
    const cost = (text: string): number => {
      const begun = performance.now()
      read(text)
      return performance.now() - begun
    }
    // Slack for a busy machine: quadratic work at four times the length would cost sixteen times as much.
    const [short, long] = [make(n), make(4 * n)]
    cost(short)
    // One after the other, three times: what other processes take is not always in the longer one.
    const ratio = (): number => cost(long) / Math.max(cost(short), 20)
    expect(Math.min(ratio(), ratio(), ratio())).toBeLessThan(11)
  })

  test('ten thousand words and 500 names come to an end with events', () => {
    expect(read(`Iran criticised ${states(500)} and Mali.`).events.length).toBeGreaterThan(0)
    const long = read(`Russia attacked Ukraine, ${'and then it did it again, '.repeat(1500)}and that was all.`)
    expect(long.events.some((e) => e.trigger.text === 'attacked')).toBe(true)
  })
})
