import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Start } from '../../src/normalize/sha256.ts'

const nodes = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

test('is SHA-256 of the text in UTF-8, whatever its length and its letters', () => {
  for (let n = 0; n < 260; n++) expect(sha256Start('a'.repeat(n))).toBe(nodes('a'.repeat(n)))
  for (const text of ['', 'Côte d’Ivoire', '平和', '😀'.repeat(500), 'x'.repeat(100_000)]) expect(sha256Start(text)).toBe(nodes(text))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => sha256Start(text) === nodes(text)),
    { numRuns: 40 },
  )
})
