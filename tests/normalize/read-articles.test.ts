import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractManyBy } from '../../src/create-extract.ts'
import { extract, readModel } from '../../src/index.ts'
import { loadNlp } from '../../src/load-nlp.ts'

const extractMany = extractManyBy(loadNlp, { model: readModel() })
const articles = [
  { id: 'a', text: 'Chad condemned Libya on Monday. It recalled its ambassador.', published: '2023-04-05' },
  { id: 'empty', text: '' },
  { id: 'b', text: 'The weather was fine.\n\nNiger did the same.', published: '2023-04-05', title: 'Mali expels envoy' },
  { id: 'c', text: 'It rejected the accord. Talks with Mali began in May.', published: '2019-06-01' },
  { id: 'bulletin', text: 'Iran freed a sailor.\n\nIt snowed in Oslo.\n\nThey met in Geneva.', published: null, kind: 'bulletin' },
  { id: 'long', text: readFileSync(new URL('../../corpus/niger-coup/article.txt', import.meta.url), 'utf8'), published: '2023-08-10' },
]
const told = ({ document, events, rejections }: ReturnType<typeof extract>) => ({ id: document.article.id, events, rejections })

test('articles read together are read as each by itself, in any order', () => {
  const alone = articles.map((article) => told(extract(article)))
  expect(alone.flatMap(({ events }) => events).length).toBeGreaterThan(20)
  expect(extractMany(articles).map(told)).toEqual(alone)
  expect(extractMany(articles.toReversed()).map(told)).toEqual(alone.toReversed())
  expect(extractMany([])).toEqual([])
})
