import { expect, test } from 'vitest'
import type { Party } from '../../src/document.ts'
import { traitsOf, WEIGHTS, weigh } from '../../src/normalize/weigh.ts'

const party = (basis: Party['basis']): Party => ({
  entity: 'RUS',
  role: null,
  code: 'RUS',
  name: 'Russia',
  text: 'Russia',
  start: 0,
  end: 6,
  basis,
})
const verb = { kind: 'verb', link: 'root' } as const
const fits = { score: 4, loose: false } as const
const known = [party('name')]

const plain = weigh(traitsOf(verb, fits, known, 'asserted', 25))

test.each([
  ['an entry without conditions', traitsOf(verb, { score: 0, loose: false }, known, 'asserted', 25)],
  ['no entry fits', traitsOf(verb, { score: 4, loose: true }, known, 'asserted', 25)],
  ['a noun', traitsOf({ kind: 'noun', link: 'obj' }, fits, known, 'asserted', 25)],
  ['below the main clause', traitsOf({ kind: 'verb', link: 'acl' }, fits, known, 'asserted', 25)],
  ['told by somebody', traitsOf(verb, fits, known, 'reported', 25)],
  ['only thought of', traitsOf(verb, fits, known, 'hypothetical', 25)],
  ['a long sentence', traitsOf(verb, fits, known, 'asserted', 60)],
  ['the passage tells who acts', traitsOf(verb, fits, [party('discourse')], 'asserted', 25)],
])('less sure: %s', (_, traits) => {
  expect(weigh(traits)).toBeLessThan(plain)
  expect(weigh(traits)).toBeGreaterThan(0)
})

test('a second clause is as sure as the first, a known party beside a guessed one settles who acts', () => {
  expect(weigh(traitsOf({ kind: 'verb', link: 'conj' }, fits, known, 'asserted', 25))).toBe(plain)
  expect(weigh(traitsOf(verb, fits, [party('name'), party('discourse')], 'asserted', 25))).toBe(plain)
})

test('every weight is used, and confidence has three digits', () => {
  expect(Object.keys(traitsOf(verb, fits, known, 'asserted', 25))).toEqual(Object.keys(WEIGHTS))
  expect(plain).toBe(Number(plain.toFixed(3)))
})
