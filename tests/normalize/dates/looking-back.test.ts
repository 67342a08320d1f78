import { expect, test } from 'vitest'
import { layOut } from '../../../src/extract/lay-out.ts'
import { lexicon } from '../../../src/lexicon/english.ts'
import { resolveDates } from '../../../src/normalize/dates/resolve-dates.ts'
import { isTown } from '../../../src/normalize/places/is-town.ts'

const TEXT = 'In 1989 the government fell. Crowds in Budapest commemorated the uprising of 1956. In May the party split.'

/** The month that the story has come to, with the classes of a lexicon. */
const mayOf = (classes: Parameters<typeof resolveDates>[1], text = TEXT): string | null | undefined =>
  resolveDates(layOut({ id: 'a', text, published: '2010-03-01', title: null, url: null, kind: 'history' }, isTown), classes).at(-1)?.value

test('the year of what one looks back on moves no story', () => {
  expect(mayOf(lexicon)).toBe('1989-05')
  expect(mayOf(lexicon, TEXT.replace('commemorated', 'attended a commemoration of'))).toBe('1989-05')
  expect(mayOf(lexicon, TEXT.replace('commemorated', 'launched'))).toBe('1956-05')
})

test('a lexicon says on what one looks back', () => {
  const relived = { classesOf: { get: (word: string) => (word === 'relive' ? new Set(['looking-back']) : undefined) } }
  expect(mayOf(relived)).toBe('1956-05')
  expect(mayOf(relived, TEXT.replace('commemorated', 'relived'))).toBe('1989-05')
})
