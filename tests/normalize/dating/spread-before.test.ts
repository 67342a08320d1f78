import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/index.ts'

const dateOf = (text: string, trigger: string): string | undefined =>
  extract({ text, published: '2023-05-21', kind: 'wire' }).events.find((e) => e.trigger.text === trigger)?.date?.value

describe('what had gone on before what a sentence dates', () => {
  it.each([
    [
      'days and weeks are of the month',
      'The army signed a truce on Saturday after two weeks of talks with the rebels.',
      'talks',
      '2023-05',
    ],
    [
      'weeks early in a month are of the day, for they reach into the month before',
      'After two weeks of talks, France and Germany signed a truce on 2 May.',
      'talks',
      '2023-05-02',
    ],
    [
      'months are of the year',
      'After months of mediation by Turkey, Russia and Ukraine signed the deal on 22 July 2022.',
      'mediation',
      '2022',
    ],
    ['so is what had happened before', 'Moscow banned the wine in March 2006, after Ukraine had tightened controls.', 'tightened', '2006'],
    ['a night is of the day', 'Greece withdrew its warships on Wednesday after a night of talks with Turkey.', 'talks', '2023-05-17'],
    ['what happened just before, too', 'Rebels threatened Chad on Wednesday after police arrested a leader.', 'arrested', '2023-05-17'],
    [
      'what has a date of its own keeps it',
      'The army signed a truce on Saturday after it had arrested a rebel leader on 3 May.',
      'arrested',
      '2023-05-03',
    ],
  ] as const)('%s', (_, text, trigger, date) => {
    expect(dateOf(text, trigger)).toBe(date)
  })
})
