import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 as byNode } from '../../src/disk/sha256.ts'
import { contentId, findingId } from '../../src/normalize/event-id.ts'
import { sha256 } from '../../src/sha256.ts'

const half = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

test('ids are the first half of the SHA-256 of their parts, whatever their length and letters', () => {
  for (const letters of ['abcdefg', 'Zürich ', 'Київ', '北京', '🕊x', '\ud83d x'])
    for (let length = 0; length < 140; length++) {
      const words = letters.repeat(20).slice(0, length)
      expect(contentId(words)).toBe(half(words))
      expect(findingId('a1', words, 0, 3, length, 'event')).toBe(half(`a1\u001f${words}\u001f0\u001f3\u001f${length}\u001fevent`))
      expect(findingId('a1', words, 1, 3, length, 'no-code')).toBe(half(`a1\u001f${words}\u001f1\u001f3\u001f${length}\u001fno-code`))
      expect(findingId('a1', words, 1, 0, 5, 'event')).toBe(half(`a1\u001f${words}\u001f1\u001f0\u001f5\u001fevent`))
    }
})

test('a part that is null is none that is empty', () => {
  expect(contentId('a', null)).toBe(half('a\u001f\u0000'))
  expect(contentId('a', null)).not.toBe(contentId('a', ''))
})

test("Node's own hash, which a build takes, is the same", () => {
  for (const letters of ['abcdefg', 'Zürich ', 'Київ', '🕊x', '\ud83d x', '\udc00', '\u0000\ufffe'])
    for (let length = 0; length < 140; length++) {
      const beginning = `${letters.repeat(20).slice(0, length)}\u001f`
      expect(byNode(beginning, `${length}\u001fevent`)).toBe(sha256(beginning, `${length}\u001fevent`))
    }
})
