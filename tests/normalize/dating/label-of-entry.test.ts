import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const datesOf = (text: string): readonly (string | undefined)[] =>
  extract({ id: 'entry', text, published: '2024-05-15', url: null, title: null, kind: null }).events.map((e) => e.date?.value)

test.for([
  ['November 2020 - Ethiopian troops invade Kenya. Uganda shells Rwanda.', '2020-11', '2020-11'],
  ['* Aug. 11, 2003: Chad expels the envoy of Mali. Niger recalls its ambassador from Chad.', '2003-08-11', '2003-08-11'],
  ['2014: Chad annexes Mali. Niger has condemned Chad.', '2014', '2014'],
])('all of an entry in the present is of the date before it: %s', ([text = '', ...dates]) => {
  expect(datesOf(text)).toEqual(dates)
})

test('a day within the first sentence is no label', () => {
  expect(datesOf('Kenya condemned Chad on Monday. Sudan thanks Kenya.')).toEqual(['2024-05-13', '2024-05-15'])
})

test.for([
  'In 2014 – months after the coup – Chad annexed Mali. Niger condemns Chad.',
  'On 3 May – a Friday – Chad attacked Mali. Niger condemns Chad.',
  'On Monday: Chad attacked Mali. Niger condemns Chad.',
])('nor is one that a preposition opens: %s', (text) => {
  expect(datesOf(text).at(-1)).toBe('2024-05-15')
})
