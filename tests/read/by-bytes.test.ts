import { expect, test } from 'vitest'
import { byBytes } from '../../src/read/by-bytes.ts'

const NAMES = [
  '',
  'a',
  'A',
  'a.txt',
  'a-b',
  'ab',
  'é',
  'e\u0301',
  'ß',
  'ﬁ',
  '\uffee',
  '\ue000',
  '😀',
  '😀a',
  '😁',
  '𐐷',
  '中',
  'a😀',
  'a\uffee',
  '\u007f',
  '\u0080',
  '\ud7ff',
]

test('names are in the order of their bytes in UTF-8, as those of a folder are listed everywhere', () => {
  const signs = NAMES.flatMap((a) => NAMES.map((b) => [a, b, Math.sign(byBytes(a, b))]))
  expect(signs).toEqual(NAMES.flatMap((a) => NAMES.map((b) => [a, b, Buffer.compare(Buffer.from(a), Buffer.from(b))])))
  // Which the order of UTF-16 units is not.
  expect(['😀', '\uffee'].sort()).toEqual(['😀', '\uffee'])
  expect(['😀', '\uffee'].sort(byBytes)).toEqual(['\uffee', '😀'])
})
