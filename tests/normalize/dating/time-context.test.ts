import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/index.ts'

const dateOf = (text: string, trigger: string): string | undefined =>
  extract({ text, published: '2003-06-02', kind: 'wire' }).events.find((e) => e.trigger.text.startsWith(trigger))?.date?.value

const LEAD = 'Burma has arrested the opposition leader.'
const BACKGROUND = 'Soldiers attacked her supporters on Friday.'

describe('what a paragraph of news without a date is dated by', () => {
  it.each([
    [
      'words said in a paragraph of their own are of the day of publication',
      [LEAD, BACKGROUND, 'Britain condemned the generals.'],
      'condemned',
      '2003-06-02',
    ],
    ['within the paragraph the day goes on', [LEAD, `${BACKGROUND} They burned houses in the town.`], 'burned', '2003-05-30'],
    [
      'the day of the first paragraph is that of what is reported',
      ['Burma arrested the opposition leader on Saturday.', BACKGROUND, 'Britain condemned the generals.'],
      'condemned',
      '2003-05-31',
    ],
    [
      'a byline is no heading that the day goes on under',
      ['By ANNA BELL\nc.2003 N.Y. Times News Service', LEAD, BACKGROUND, 'Britain condemned the generals.'],
      'condemned',
      '2003-06-02',
    ],
    [
      'nor is the headline that a text begins with',
      ['Burma junta arrests opposition leader', LEAD, BACKGROUND, 'Britain condemned the generals.'],
      'condemned',
      '2003-06-02',
    ],
    [
      'nor does what is long past go on below it',
      ['Burma junta arrests opposition leader', LEAD, 'Soldiers attacked her supporters in April.', 'Britain condemned the generals.'],
      'condemned',
      '2003-06-02',
    ],
    [
      'below a headline, too, the day of the first paragraph is that of what is reported',
      ['Burma junta arrests leader', 'Burma arrested the opposition leader on Saturday.', BACKGROUND, 'Britain condemned the generals.'],
      'condemned',
      '2003-05-31',
    ],
    ['a later heading keeps the day below it', [LEAD, 'The attack', BACKGROUND, 'Villagers burned houses.'], 'burned', '2003-05-30'],
    [
      'a paragraph goes on from the one before where it begins with who was named there',
      ['Burma arrested the opposition leader on Saturday.', BACKGROUND, 'It was over soon afterwards. Villagers burned houses.'],
      'burned',
      '2003-05-30',
    ],
    [
      'and not where it begins with another matter',
      ['Burma arrested the opposition leader on Saturday.', BACKGROUND, 'Reaction was swift. Villagers burned houses.'],
      'burned',
      '2003-05-31',
    ],
  ] as const)('%s', (_, paragraphs, trigger, day) => {
    expect(dateOf(paragraphs.join('\n\n'), trigger)).toBe(day)
  })
})
