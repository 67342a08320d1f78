import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { lexiconData } from '../../src/lexicon/english.ts'
import { entryHashes } from '../../src/lexicon/entry-hashes.ts'

test('the entries of a lexicon have the same hashes by Node as by what runs anywhere', () => {
  const byNode = entryHashes(lexiconData, (text) => createHash('sha256').update(text).digest('hex'))
  expect(byNode.get('codebook/161')).toMatch(/^[0-9a-f]{16}$/)
  expect([...byNode]).toEqual([...entryHashes(lexiconData)])
})
