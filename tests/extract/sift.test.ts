import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newsMaker } from '../../bench/mixed-news.ts'
import { createExtract, readModel } from '../../src/index.ts'

const model = readModel()
const sifted = createExtract({ model })
const whole = createExtract({ model, sift: false })

const ROOT = join(import.meta.dirname, '../..')
const CORPUS = [join(ROOT, 'corpus'), join(ROOT, '../shared/corpus')].find(existsSync)

/** What an extraction comes to, and every sentence as `explain` prints it. */
const told = ({ events, rejections, readings }: ReturnType<typeof whole>): string =>
  JSON.stringify([
    events,
    rejections,
    readings.map((r) => [
      r.sentence,
      r.words,
      r.pieces,
      r.mentions,
      r.candidates,
      r.timexes,
      [...r.resolutions],
      r.outcomes,
      r.candidates.map(({ clause }) => r.dateOf(clause)),
    ]),
  ])
const isPassedOver = (reading: object): boolean => Object.getOwnPropertyDescriptor(reading, 'words')?.get !== undefined

describe('sentences that can hold nothing are not parsed', () => {
  test.each<[string, string, number]>([
    ['nobody and nothing', 'Thyme again. Lavender, tarragon, chives.', 2],
    ['an actor', 'Thyme again. Russia.', 1],
    ['an act', 'Thyme again. Attacked!', 1],
    ['a date', 'Thyme again. In May 1997.', 1],
    ['after somebody was named all sentences may mean him', 'Russia attacked Ukraine. Thyme again.', 0],
  ])('%s', (_, text, passed) => {
    expect(sifted({ text }).readings.filter(isPassedOver)).toHaveLength(passed)
    expect(told(sifted({ text }))).toBe(told(whole({ text })))
  })
})

test.skipIf(CORPUS === undefined)(
  'nothing changes by it: the articles of the corpus, and mixed news made from it (needs corpus/ or ../shared/corpus)',
  { timeout: 240_000 },
  () => {
    const corpus = CORPUS as string
    const make = newsMaker(3, corpus)
    const articles = [
      ...readdirSync(corpus)
        .filter((slug) => existsSync(join(corpus, slug, 'article.txt')))
        .slice(0, 2)
        .map((slug) => ({ id: slug, text: readFileSync(join(corpus, slug, 'article.txt'), 'utf8'), published: '2024-05-01' })),
      ...Array.from({ length: 6 }, (_, i) => make(i)),
    ]
    for (const article of articles) expect(told(sifted(article)), article.id).toBe(told(whole(article)))
  },
)
