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
const told = ({ events, readings }: ReturnType<typeof whole>): string =>
  JSON.stringify([
    events,
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

const SPORT = 'The goalkeeper lifted the trophy at the stadium after a penalty in the final of the tournament.'

describe('sentences that can hold no event are not parsed', () => {
  test.each<[string, string, number]>([
    ['nobody and nothing', 'Thyme again. Lavender, tarragon, chives.', 2],
    ['an act of nobody known', 'Thyme again. They attacked a village and signed the treaty.', 2],
    ['a date', 'Thyme again. It was bombed in May 1997.', 2],
    ['names that the lexicon lacks', 'Anna Belmere praised the Wenby choir.', 1],
    ['an actor', 'Thyme again. Russia.', 1],
    ['a word for people', 'Thyme again. Rebels attacked.', 1],
    ['after somebody was named all sentences may mean him', 'Russia attacked Ukraine. Thyme again. It withdrew.', 0],
    ['but in a paragraph about sport', `Russia attacked Ukraine.\n\n${SPORT}`, 1],
    ['where a name is kept all the same', `Russia attacked Ukraine.\n\n${SPORT} Russia beat Ukraine.`, 1],
    ['a date there is the context of what follows', 'In May 1997 it was bombed. Russia attacked Ukraine.', 1],
  ])('%s', (_, text, passed) => {
    for (const published of [null, '2024-05-01']) {
      expect(sifted({ text, published }).readings.filter(isPassedOver)).toHaveLength(passed)
      expect(told(sifted({ text, published }))).toBe(told(whole({ text, published })))
    }
  })

  test('their rejections stand in their readings, those of all others in the extraction too', () => {
    const text = 'It was stormed and a bridge was bombed. Russia rang a bell.'
    const { rejections, readings } = sifted({ text })
    const rejected = (list: typeof readings) => list.flatMap((r) => r.outcomes.filter((o) => 'reason' in o))
    expect(rejected(readings)).toEqual(whole({ text }).rejections)
    expect(rejections).toEqual(rejected(readings.filter((r) => !isPassedOver(r))))
    expect(rejections.length).toBeLessThan(whole({ text }).rejections.length)
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
