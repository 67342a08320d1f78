import { expect, test } from 'vitest'
import { lexicon } from '../../../src/lexicon/english.ts'
import { loadNlp } from '../../../src/load-nlp.ts'
import { readArticle } from '../../../src/normalize/read-article.ts'
import { loadEnglish } from '../../syntax/network/load-english.ts'

const model = loadEnglish()
const article = {
  id: 'focus',
  title: null,
  published: '2023-05-01',
  url: null,
  source: null,
  kind: null,
  section: null,
  author: null,
  language: 'en',
}

/** Whom the last role of a text that stands alone was taken to belong to. */
const ownerOf = (text: string, role: string): string | undefined => {
  const { readings } = readArticle({ lexicon, model, nlp: loadNlp }, { ...article, text } as never)
  const last = readings.at(-1)
  const mention = last?.mentions.find((m) => m.text === role)
  return mention && last?.resolutions.get(mention.head)?.referents[0]?.entity
}

test.each([
  [
    'Sudan closed its airport. The RSF, the RSF said, would not leave. The RSF shelled a hospital. The president condemned it.',
    'president',
    'SDN',
  ],
  ['Ghana asked the IMF for help. The IMF agreed. The IMF sent a team. The president thanked it.', 'president', 'GHA'],
  ['Colombia freed two men. The ELN and the ELN again. The ELN took a town. Police left.', 'Police', 'COL'],
])('an office that stands alone is a state’s, never a group’s of three letters: %s', (text, role, state) => {
  expect(ownerOf(text, role)).toBe(state)
})
