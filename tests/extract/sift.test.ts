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

const SPORT = 'A goalkeeper, a midfielder and a winger at the stadium before half-time of the tournament.'

describe('sentences that can hold neither event nor rejection are not parsed', () => {
  test.each<[string, string, number]>([
    ['nobody and nothing', 'Thyme again. Lavender, tarragon, chives.', 2],
    ['an act of nobody known is a rejection', 'Thyme again. They attacked a village and signed the treaty.', 1],
    ['so is one with a date', 'Thyme again. It was bombed in May 1997.', 1],
    ['a date alone', 'Thyme again. Lavender in May 1997.', 2],
    ['an actor', 'Thyme again. Russia.', 1],
    ['a word for people', 'Thyme again. Rebels attacked.', 1],
    ['after somebody was named all sentences may mean him', 'Russia attacked Ukraine. Thyme again. It withdrew.', 0],
    ['but in a paragraph about sport', `Russia attacked Ukraine.\n\n${SPORT}`, 1],
    ['where a name is kept all the same', `Russia attacked Ukraine.\n\n${SPORT} Russia beat Ukraine.`, 1],
    ['a date there is the context of what follows', 'Lavender in May 1997. Russia attacked Ukraine.', 1],
  ])('%s', (_, text, passed) => {
    for (const published of [null, '2024-05-01']) {
      expect(sifted({ text, published }).readings.filter(isPassedOver)).toHaveLength(passed)
      expect(told(sifted({ text, published }))).toBe(told(whole({ text, published })))
    }
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
