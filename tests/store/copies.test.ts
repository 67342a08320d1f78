import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/document.ts'
import { articleHash, openStore, prepareFindings, type Store } from '../../src/store/index.ts'
import { textBands } from '../../src/store/text-bands.ts'
import { article, fakeExtract, SETTINGS } from './fake-extract.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-copies-'))
let files = 0

/** A text of `count` words, none like another's with another seed. */
const prose = (seed: number, count = 200): readonly string[] => {
  let state = seed * 2654435761 + 1
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return `w${(state >>> 8) % 5000}`
  })
}
const join_ = (words: readonly string[]): string => `${words.join(' ')}.`
const edited = (words: readonly string[], every: number): readonly string[] =>
  words.map((word, i) => (i % every === every - 1 ? `x${i}` : word))

const share = (a: string, b: string): boolean => {
  const bands = new Set(textBands(a))
  return textBands(b).some((band) => bands.has(band))
}

const keep = (articles: readonly Article[]): { readonly store: Store; readonly query: (sql: string) => readonly unknown[] } => {
  const path = join(dir, `${++files}.db`)
  const store = openStore(path)
  const run = store.begin(SETTINGS)
  for (const a of articles) store.save(fakeExtract(a), articleHash(a), run)
  return {
    store,
    query: (sql) => {
      const db = new Database(path, { readonly: true })
      try {
        return db.prepare(sql).raw().all()
      } finally {
        db.close()
      }
    },
  }
}
const COPIES = 'SELECT article, original FROM copies ORDER BY article'

describe('bands of a text', () => {
  test.each<[string, string, string, boolean]>([
    ['the same text', join_(prose(1)), join_(prose(1)), true],
    ['other case, marks and blanks', join_(prose(1)), join_(prose(1)).toUpperCase().replaceAll(' ', ',\r\n '), true],
    ['a paragraph more', join_(prose(1)), join_([...prose(1), ...prose(2, 20)]), true],
    ['a dateline before it', join_(prose(1)), `KYIV (AP) — ${join_(prose(1))}`, true],
    ['one word in forty changed', join_(prose(1)), join_(edited(prose(1), 40)), true],
    ['another text', join_(prose(1)), join_(prose(2)), false],
    ['the same words in another order', join_(prose(1)), join_(prose(1).toReversed()), false],
    ['a quarter in common', join_([...prose(1, 50), ...prose(2, 150)]), join_([...prose(1, 50), ...prose(3, 150)]), false],
    ['two words', 'Nothing happened.', 'Nothing happened!', true],
    ['two other words', 'Nothing happened.', 'Something happened.', false],
    ['no word at all', '…', '!', true],
    ['another script', 'Рада прийняла закон про вибори у неділю', 'рада прийняла закон про вибори у неділю!', true],
  ])('%s', (_, a, b, alike) => expect(share(a, b)).toBe(alike))

  test('find four in five near-copies at a similarity of 0.74, and next to none below 0.3', () => {
    const found = (every: number): number =>
      Array.from({ length: 60 }, (_, i) => share(join_(prose(i)), join_(edited(prose(i), every)))).filter(Boolean).length / 60
    // One word in 20 changed changes three shingles in 20: 17 / 23.
    expect(found(20)).toBeGreaterThan(0.8)
    // One in 5: 2 / 8.
    expect(found(5)).toBeLessThan(0.15)
  })

  test('an unlike pair in two thousand texts: none', () => {
    const all = Array.from({ length: 2000 }, (_, i) => textBands(join_(prose(i, 60))))
    const bands = all.flat()
    expect(new Set(bands).size).toBe(bands.length)
    for (const band of bands) expect(Number.isSafeInteger(band)).toBe(true)
  })
})

const A = article('a', join_(prose(1)), { published: '2024-05-03' })
const B = article('b', join_([...prose(1), 'updated']), { published: '2024-05-02', title: 'Another headline' })
const C = article('c', join_(['correction', ...prose(1), 'updated']))
const OTHER = article('other', join_(prose(9)))

describe('copies', () => {
  test('are linked to the one published first, whatever order they come in', () => {
    const expected = [
      ['a', 'b'],
      ['c', 'b'],
    ]
    for (const order of [
      [A, B, C, OTHER],
      [OTHER, C, B, A],
      [B, OTHER, A, C],
    ])
      expect(keep(order).query(COPIES)).toEqual(expected)
  })

  test('two clusters become one when an article joins them', () => {
    const half = (one: number, two: number) => [...prose(one, 150), ...prose(two, 150)]
    const { query } = keep([
      article('x1', join_(prose(1, 150))),
      article('x2', join_([...prose(1, 150), 'more'])),
      article('y1', join_([...prose(1, 150), ...prose(2, 100)])),
      article('y2', join_([...prose(1, 150), ...prose(2, 100), 'more'])),
      article('z', join_(half(1, 2))),
    ])
    const clusters = query('SELECT count(DISTINCT cluster), count(*) FROM clusters')
    expect(
      query(
        'SELECT count(*) FROM (SELECT hash FROM bands GROUP BY hash HAVING count(*) > 1 AND count(DISTINCT (SELECT cluster FROM clusters c WHERE c.article = bands.article)) > 1)',
      ),
    ).toEqual([[0]])
    expect(clusters).not.toEqual([[0, 0]])
  })

  test('an edited article leaves its copies, and those that only it joined part', () => {
    const { store, query } = keep([A, B, C, OTHER])
    const run = store.begin(SETTINGS)
    const changed = { ...B, text: join_(prose(5)) }
    store.save(fakeExtract(changed), articleHash(changed), run)
    expect(query(COPIES)).toEqual([['c', 'a']])
    store.save(fakeExtract(B), articleHash(B), run)
    expect(query(COPIES)).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ])
  })

  test('a pruned article leaves its copies', () => {
    const { store, query } = keep([A, B, C])
    store.prune((id) => id !== 'b')
    expect(query(COPIES)).toEqual([['c', 'a']])
    store.prune((id) => id === 'a')
    expect(query(COPIES)).toEqual([])
    expect(query('SELECT count(*) FROM clusters')).toEqual([[0]])
    expect(store.check()).toEqual([])
  })
})

describe('articles stored many at once', () => {
  const put = (store: Store, articles: readonly Article[]) =>
    store.saveAll(articles.map((a) => ({ findings: prepareFindings(fakeExtract(a)), hash: articleHash(a), run: store.begin(SETTINGS) })))
  const linked = [
    ['a', 'b'],
    ['c', 'b'],
  ]

  test('are linked when it is asked for, which writes once', () => {
    const { store, query } = keep([A])
    put(store, [B, C, OTHER])
    expect(query(COPIES)).toEqual([])
    const told: string[] = []
    store.link(() => told.push('writes'))
    expect(query(COPIES)).toEqual(linked)
    store.link(() => told.push('writes again'))
    expect(told).toEqual(['writes'])
  })

  test('are linked when the store is closed', () => {
    const { store, query } = keep([])
    put(store, [A, B, C])
    store.close()
    expect(query(COPIES)).toEqual(linked)
  })

  test('are linked by the next one to come when their writer was killed', () => {
    const { store, query } = keep([A])
    put(store, [B, C, OTHER])
    const next = openStore(store.path)
    next.link()
    expect(query(COPIES)).toEqual(linked)
    expect(query('SELECT article, count(*) FROM bands GROUP BY article')).toEqual([1, 2, 3, 4].map((key) => [key, 8]))
  })

  test('by two writers are linked by whoever does it first', () => {
    const { store, query } = keep([])
    const other = openStore(store.path)
    put(store, [A])
    put(other, [B, OTHER])
    put(store, [C])
    other.link()
    store.link()
    expect(query(COPIES)).toEqual(linked)
    expect(query('SELECT count(*) FROM bands')).toEqual([[32]])
  })

  test('and edited, or taken out, before they are linked: what counts is what is stored then', () => {
    const { store, query } = keep([])
    const other = openStore(store.path)
    put(store, [A, { ...B, text: join_(prose(5)) }, article('d', A.text), C])
    put(other, [B])
    store.prune((id) => id !== 'd')
    store.link()
    expect(query(COPIES)).toEqual(linked)
  })

  test('make the same clusters as one by one, in whatever order and however many at once', () => {
    const words = [prose(1, 80), prose(2, 80), prose(3, 80), prose(4, 80)]
    // Each text shares most of its words with the one before, and none with those further off: a chain.
    const chain = Array.from({ length: 40 }, (_, i) =>
      article(`n${i}`, join_([...(words[i % 4] ?? []), ...edited(words[(i * 7) % 4] ?? [], 9 + (i % 30))])),
    )
    const partition = (query: (sql: string) => readonly unknown[]) =>
      query(
        'SELECT group_concat(id) FROM (SELECT cluster, id FROM clusters JOIN articles ON key = article ORDER BY id) GROUP BY cluster ORDER BY 1',
      )
    const expected = partition(keep(chain).query)
    expect(expected.length).toBeGreaterThan(1)
    for (const [step, size] of [
      [1, 40],
      [7, 3],
      [11, 13],
      [39, 1],
    ] as const) {
      const { store, query } = keep([])
      const order = chain.map((_, i) => chain[(i * step) % 40] as Article)
      for (let i = 0; i < 40; i += size) {
        put(store, order.slice(i, i + size))
        if (i % 2 === 0) store.link()
      }
      store.link()
      expect(partition(query)).toEqual(expected)
    }
  })
})

const told = (id: string, text: string, facts: Partial<Article> = {}): Article => article(id, text, { published: '2022-02-25', ...facts })
const STORIES = 'SELECT date, source, root, target, place, mentions, articles, texts, sources FROM stories ORDER BY 1, 2, 3, 4, 5'

describe('stories', () => {
  test('one event told by many is one row, with the place where one knows it', () => {
    const { query } = keep([
      told('a', 'Russia attacked Ukraine in Kyiv on 2022-02-24.', { url: 'https://one.example/a' }),
      told('b', 'On the day, Russia attacked Ukraine on 2022-02-24. Russia attacked Ukraine on 2022-02-24.', {
        url: 'https://two.example/b',
      }),
      told('c', 'It is said that Russia attacked Ukraine on 2022-02-24 once more.', { url: 'https://two.example/c' }),
      told('d', 'It is said that Russia attacked Ukraine on 2022-02-24 once more!.'),
    ])
    expect(query(STORIES)).toEqual([['2022-02-24', 'RUSGOV', '19', 'UKRGOV', 'Kyiv', 5, 4, 3, 3]])
  })

  test('one outlet may give its addresses in many ways', () => {
    const urls = ['https://www.x.example/a', 'http://X.example:80/b', 'https://x.example:443?c', 'x.example/d', '//www.x.example#e']
    const others = ['https://x.example:8080/a', 'https://www2.x.example/b', 'https://xwww.example/x.example:443/']
    const { query } = keep(
      [...urls, ...others].map((url, i) => told(`a${i}`, `Russia attacked Ukraine on 2022-02-24. It is ${i} o'clock.`, { url })),
    )
    expect(query('SELECT articles, sources FROM stories')).toEqual([[8, 4]])
  })

  test.each<[string, string]>([
    ['another day', 'Russia attacked Ukraine on 2022-02-26.'],
    ['another target', 'Russia attacked Serbia on 2022-02-24.'],
    ['another root', 'Russia praised Ukraine on 2022-02-24.'],
    ['the sides the other way round', 'Ukraine attacked Russia on 2022-02-24.'],
  ])('%s is another story', (_, text) => {
    expect(keep([told('a', 'Russia attacked Ukraine on 2022-02-24.'), told('b', text)]).query(STORIES)).toHaveLength(2)
  })

  test('two places are two stories, and one without a place a third', () => {
    const { query } = keep([
      told('a', 'Russia attacked Ukraine in Kyiv on 2022-02-24.'),
      told('b', 'Russia attacked Ukraine in Lviv on 2022-02-24.'),
      told('c', 'Russia attacked Ukraine on 2022-02-24.'),
    ])
    expect(query('SELECT place FROM stories ORDER BY place')).toEqual([[null], ['Kyiv'], ['Lviv']])
  })

  test('hypothetical acts and such without a date are left out', () => {
    const { query } = keep([told('a', 'Serbia may have attacked NATO.'), article('b', 'France sued.')])
    expect(query(STORIES)).toEqual([])
  })
})
