import { describe, expect, test } from 'vitest'
import { notedBands } from '../../src/store/noted-bands.ts'
import { textBands } from '../../src/store/text-bands.ts'

const hash = (n: number): string => n.toString(16).padStart(12, '0').padEnd(32, 'f')
const bands = (n: number): readonly number[] => textBands(`The army of state ${n} took town ${n * 7} in the year ${n * 13}.`)

describe('bands that are noted until they are linked', () => {
  test('come back as they were, each of its own article', () => {
    const noted = notedBands(100)
    for (let n = 1; n <= 100; n++) noted.add(n * 3, hash(n), bands(n))
    expect(noted.size()).toBe(100)
    for (let n = 1; n <= 100; n++) expect([...(noted.of(n * 3, hash(n)) ?? [])]).toEqual(bands(n))
  })

  test.each<[string, number, string]>([
    ['an article that was not noted', 2, hash(1)],
    ['an article whose text was another when it was noted', 1, hash(2)],
  ])('%s has none', (_, article, asked) => {
    const noted = notedBands(2)
    noted.add(1, hash(1), bands(1))
    expect(noted.of(article, asked)).toBeNull()
  })

  test('noted again, the later ones stand; what is beyond the room is left; after clearing there is room', () => {
    const noted = notedBands(1)
    noted.add(1, hash(1), bands(1))
    noted.add(1, hash(2), bands(2))
    noted.add(2, hash(3), bands(3))
    expect([...(noted.of(1, hash(2)) ?? [])]).toEqual(bands(2))
    expect(noted.of(2, hash(3))).toBeNull()
    noted.clear()
    expect(noted.of(1, hash(2))).toBeNull()
    noted.add(2, hash(3), bands(3))
    expect([...(noted.of(2, hash(3)) ?? [])]).toEqual(bands(3))
  })
})
