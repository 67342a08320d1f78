import { expect, test } from 'vitest'
import type { Upos } from '../../../src/document.ts'
import { fitting } from '../../../src/extract/clauses/fit.ts'

const mendsFor = fitting([
  { mend: 'all' },
  { mend: 'verbs', upos: /^VERB$/ },
  { mend: 'subjects', relation: /^nsubj/ },
  { mend: 'verbs as subjects', upos: /^VERB$/, relation: /^nsubj/ },
])

const word = (upos: Upos, deprel: string) => ({ start: 0, end: 1, text: 'x', index: 0, upos, lemma: 'x', head: -1, deprel })

test.each([
  ['NOUN', 'obj', ['all']],
  ['VERB', 'root', ['all', 'verbs']],
  ['NOUN', 'nsubj:pass', ['all', 'subjects']],
  ['VERB', 'nsubj', ['all', 'verbs', 'subjects', 'verbs as subjects']],
] as const)('%s as %s', (upos, deprel, mends) => {
  const fits = mendsFor(word(upos, deprel))
  expect(fits.map(({ mend }) => mend)).toEqual(mends)
  expect(fits.map(({ place }) => place)).toEqual(fits.map(({ place }) => place).toSorted())
})
