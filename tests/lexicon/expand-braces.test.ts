import { expect, test } from 'vitest'
import { expandBraces, hasWholeBraces } from '../../src/lexicon/expand-braces.ts'

test.each([
  ['rebel camp', ['rebel camp']],
  ['{rebel, militia} camp', ['rebel camp', 'militia camp']],
  ['separatist {camp,base}', ['separatist camp', 'separatist base']],
  ['{rebel, militia} {camp, training base}', ['rebel camp', 'rebel training base', 'militia camp', 'militia training base']],
  ['chief of {army, navy} staff', ['chief of army staff', 'chief of navy staff']],
])('%s', (phrase, phrases) => {
  expect(hasWholeBraces(phrase)).toBe(true)
  expect(expandBraces(phrase)).toEqual(phrases)
})

test.each(['{rebel camp', 'rebel} camp', '{rebel} camp', '{rebel, } camp', '{} camp', '{a, {b, c}} camp'])('%s is refused', (phrase) =>
  expect(hasWholeBraces(phrase)).toBe(false),
)
