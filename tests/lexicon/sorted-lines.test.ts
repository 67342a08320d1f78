import { describe, expect, test } from 'vitest'
import { firstLine } from '../../src/lexicon/sorted-lines.ts'
import { lookup, partly, tableOf } from '../../src/lexicon/unpack.ts'

const LINES = 'a\t1\nab\t2\nabc\t3\nb\t\nba\t4\nz\t5\né\t6\n'

describe('the first of sorted lines that does not stand before a beginning', () => {
  test.each([
    ['', 0],
    ['a', 0],
    ['ab', 4],
    ['ab\t', 4],
    ['abb', 9],
    ['abc', 9],
    ['abd', 15],
    ['c', 23],
    ['é', 27],
    ['ü', LINES.length],
  ])('%j', (start, at) => expect(firstLine(LINES, '\n', start)).toBe(at))
  test('a last line that is cut off ends the search', () => expect(firstLine('a\nb', '\n', 'c')).toBeLessThanOrEqual(3))
  test('of none', () => expect(firstLine('', '\n', 'a')).toBe(0))
})

describe('a packed table', () => {
  const keys = ['', 'a', 'ab', 'abc', 'abd', 'b', 'ba', 'bb', 'c', 'z', 'za', 'é', 'ü']
  const whole = tableOf(LINES)
  test('is read whole', () => expect([...whole.keys()]).toEqual(['a', 'ab', 'abc', 'b', 'ba', 'z', 'é']))
  test.each(keys)('read by what its lines begin with it gives the same of %j', (key) =>
    expect(partly(LINES)(key).get(key)).toBe(whole.get(key)),
  )
  test('a value is read once', () => {
    let read = 0
    const { get } = lookup(partly<readonly string[]>(LINES), (text) => {
      read++
      return [text]
    })
    expect([get('ab'), get('ab'), get('abx'), read]).toEqual([['2'], ['2'], undefined, 1])
  })
})
