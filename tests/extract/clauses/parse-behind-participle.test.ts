import { expect, test } from 'vitest'
import type { Token, Word } from '../../../src/document.ts'
import { parseBehindParticiple } from '../../../src/extract/clauses/parse-behind-participle.ts'
import { tokenize } from '../../../src/syntax/tokens.ts'

const parsesOf = (text: string): number => {
  let count = 0
  const parse = (tokens: readonly Token[]): readonly Word[] => {
    count++
    return tokens.map(({ start, end, text }, index) => ({
      start,
      end,
      text,
      index,
      upos: 'NOUN',
      lemma: text,
      head: index - 1,
      deprel: index ? 'nmod' : 'root',
    }))
  }
  parseBehindParticiple(tokenize(text, { start: 0, end: text.length }), parse, () => false)
  return count
}

test.each([
  ['Chad attacked Mali', 1],
  ['Having attacked Mali, Chad left the town.', 2],
  [`Having attacked Mali${', of the north'.repeat(20)}.`, 5],
  [`Having attacked Mali${', of the north'.repeat(200)}.`, 1],
])('what a participle opens is parsed once more for few commas, and never in a sentence that no end comes to: %.50s', (text, parses) => {
  expect(parsesOf(text)).toBe(parses)
})
