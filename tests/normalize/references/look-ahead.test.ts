import { expect, test } from 'vitest'
import { createExtract, readModel } from '../../../src/index.ts'

const extract = createExtract({ model: readModel() })
const headingOf = (text: string): string => {
  const event = extract({ id: 'a', text, published: '2013-04-02' }).events.find((e) => e.sentence.index === 0)
  return `${event?.source[0]?.code} → ${event?.target[0]?.code}`
}

test('a heading that names nobody is of those whom the first sentence names, and tells nothing beyond it', () => {
  expect(headingOf('Police disperse opposition marchers\n\nPolice in Togo used batons against marchers on Tuesday.')).toBe(
    'TGOCOP → TGOOPP',
  )
  expect(headingOf('Police disperse opposition marchers in Benin\n\nPolice in Togo used batons against marchers on Tuesday.')).toBe(
    'BENCOP → BENOPP',
  )
  expect(headingOf('Police disperse opposition marchers\n\nThe sun shone on Tuesday.')).toBe('null → null')
})
