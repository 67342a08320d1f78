import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { extract } from '../../../src/index.ts'

type Text = { readonly name: string; readonly published: string; readonly kind?: string; readonly text: string }
/** A word of an act and the dates that are right for it; none where no date is marked. */
type Mark = { readonly start: number; readonly end: number; readonly dates: readonly string[] }

const FOLDER = new URL('../../../fixtures/dates/events', import.meta.url).pathname

const readMarks = (marked: string): { readonly text: string; readonly marks: readonly Mark[] } => {
  const marks: Mark[] = []
  let text = ''
  for (const [i, piece] of marked.split(/\{([^{}]+)\}/).entries()) {
    const [word = '', dates = ''] = i % 2 === 1 ? piece.split('|') : [piece]
    if (i % 2 === 1 && dates !== '') marks.push({ start: text.length, end: text.length + word.length, dates: dates.split(' or ') })
    text += word
  }
  return { text, marks }
}

const extractFrom = (text: string, published: string, kind: string | null) =>
  extract({ id: 'told', url: null, title: null, kind, published, text }).events

/** The share of the marked acts found whose date is right, in percent. */
const scoreOf = (file: string): { readonly found: number; readonly right: number } => {
  const texts = parse(readFileSync(`${FOLDER}/${file}.yaml`, 'utf8'), { schema: 'failsafe' }) as readonly Text[]
  const outcomes = texts.flatMap(({ text: marked, published, kind }) => {
    const { text, marks } = readMarks(marked)
    const events = extractFrom(text, published, kind ?? null)
    return marks.flatMap(({ start, end, dates }): readonly boolean[] => {
      const dated = events.filter((e) => e.trigger.start < end && e.trigger.end > start).map((e) => e.date?.value ?? 'null')
      return dated.length === 0 ? [] : [dated.every((date) => dates.includes(date))]
    })
  })
  return { found: outcomes.length, right: (100 * outcomes.filter(Boolean).length) / outcomes.length }
}

// Written and marked before the rules were run on them; what is wrong stays marked as it should be.
describe('dates of events in texts of our own in fixtures/dates/events', () => {
  it.each([
    ['reports', 220, 92],
    ['reports-2', 140, 94],
    ['turns', 100, 100],
  ])('%s: of at least %d acts found at least %d per cent', (file, acts, least) => {
    const { found, right } = scoreOf(file)
    expect(found).toBeGreaterThanOrEqual(acts)
    expect(right).toBeGreaterThanOrEqual(least)
  })
})

const datesIn = (published: string, text: string): readonly string[] =>
  extractFrom(text, published, null).map((e) => `${text.slice(e.trigger.start, e.trigger.end)} ${e.date?.value ?? 'null'}`)

describe('the date of an event', () => {
  it.each([
    [
      'the day after',
      'Mnangagwa returned to Zimbabwe on Wednesday, the day after Mugabe resigned as president.',
      '2017-11-22',
      'resigned 2017-11-21',
    ],
    [
      'an anniversary',
      'Police detained two men on Sunday, the 10th anniversary of the day when the army crushed the protests.',
      '1999-06-06',
      'crushed 1989-06-06',
    ],
    [
      'an anniversary kept',
      'Thousands marched on Sunday to mark the tenth anniversary of the attack on Grozny.',
      '2004-12-12',
      'attack 1994',
    ],
    [
      'a name set off',
      'Rebels attacked Goma on Friday, a day after the envoy, Ann Smith, told Congo that talks had failed.',
      '2012-11-18',
      'told 2012-11-15',
    ],
    [
      'a week before in a place',
      'Santos met rebels on Monday. Santos and the FARC signed the accord a week before in Cartagena.',
      '2016-10-03',
      'signed 2016-09-26',
    ],
    ['weeks on end', 'Israeli police met on Sunday. Demonstrators had called him a traitor for weeks.', '1995-11-05', 'called null'],
    [
      'the first since',
      'Five soldiers were killed by FARC rebels in the first attack since talks were launched on Thursday.',
      '2012-10-22',
      'killed 2012-10-22',
    ],
    [
      'what had gone on since',
      'Police in Mozambique said 371 people had been detained since Thursday.',
      '2024-10-25',
      'detained 2024-10-24',
    ],
    [
      'days after it had been',
      'Mladic was indicted in July 1995, days after Serbs had attacked Srebrenica.',
      '2017-11-22',
      'attacked 1995-07',
    ],
  ])('%s', (_, text, published, dated) => {
    expect(datesIn(published, text)).toContain(dated)
  })
})
