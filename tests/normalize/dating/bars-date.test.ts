import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const datesOf = (text: string): readonly (string | undefined)[] =>
  extract({ id: 'row', text, published: '2024-05-10', url: null, title: null, kind: null }).events.map((e) => e.date?.value)

test.for([
  ['In resolution 2423 (2018) the Security Council condemned Chad.', '2024-05-10'],
  ['After killing 20 (2018) Chad attacked Mali.', '2018'],
])('a year in brackets is of the document before it, not of any number: %s', ([text = '', date]) => {
  expect(datesOf(text).at(-1)).toBe(date)
})
