import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/document.ts'
import { eventRecord } from '../../src/store/event-record.ts'
import { articleHash, openStore, type Store } from '../../src/store/index.ts'
import { ARTICLES, article, fakeExtract, SETTINGS } from './fake-extract.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-store-'))
let files = 0
const fresh = (): string => join(dir, `${++files}.db`)

const fill = (store: Store, articles: readonly Article[]): readonly string[] => {
  const run = store.begin(SETTINGS)
  return articles.map((a) => store.save(fakeExtract(a), articleHash(a), run))
}
/** Every row of every table, but for the keys that only number rows. */
const dump = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[]
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()])
  db.close()
  return rows
}
const ndjson = (store: Store): string => [...store.events()].map((e) => `${JSON.stringify(e)}\n`).join('')

describe('what goes in comes out', () => {
  test('events are read back as the very records that were found, byte for byte', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    const found = ARTICLES.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap((a) => fakeExtract(a).events)
    expect(found).toHaveLength(5)
    expect(ndjson(store)).toBe(found.map((e) => `${JSON.stringify(eventRecord(e))}\n`).join(''))
    for (const event of found)
      expect(Object.keys(eventRecord(event))).toEqual([
        'id',
        'document',
        'sentence',
        'trigger',
        'action',
        'contexts',
        'magnitude',
        'source',
        'target',
        'date',
        'place',
        'confidence',
        'rule',
      ])
  })

  test('rejections and articles too', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    expect([...store.rejections()]).toEqual(
      ['quiet', 'war'].flatMap((id) => fakeExtract(ARTICLES.find((a) => a.id === id) as Article).rejections),
    )
    for (const a of ARTICLES) expect(store.article(a.id)).toEqual(a)
    expect(store.article('nobody')).toBeNull()
    expect([...store.ids()]).toEqual(['quiet', 'talk', 'war'])
    expect([...store.events('war')].map((e) => e.trigger.text)).toEqual(['attacked', 'met'])
  })

  test('text with any character comes back as it was', () => {
    const store = openStore(':memory:')
    const odd = article('odd\n"id"', 'NUL \u0000, \ufeff, 👩‍👩‍👧, \r\n, \u2028. Russia attacked Ukraine.')
    fill(store, [odd])
    expect(store.article(odd.id)).toEqual(odd)
    expect([...store.events()]).toEqual(fakeExtract(odd).events.map(eventRecord))
  })
})

describe('repeating', () => {
  test('a second time adds nothing', () => {
    const path = fresh()
    const store = openStore(path)
    expect(fill(store, ARTICLES)).toEqual(['new', 'new', 'new'])
    const first = ndjson(store)
    const totals = store.totals()
    expect(fill(store, ARTICLES)).toEqual(['replaced', 'replaced', 'replaced'])
    expect(ndjson(store)).toBe(first)
    expect(store.totals()).toEqual(totals)
    store.close()
  })

  test('an edited article replaces its own events and nothing else', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    const others = ['quiet', 'talk'].flatMap((id) => [...store.events(id)])
    const edited = article('war', 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. France met.')
    fill(store, [edited])
    expect([...store.events('war')].map((e) => e.id)).toEqual(fakeExtract(edited).events.map((e) => e.id))
    expect([...store.rejections('war')]).toEqual([])
    expect(['quiet', 'talk'].flatMap((id) => [...store.events(id)])).toEqual(others)
    expect(store.check()).toEqual([])
  })

  test('the order of articles does not matter', () => {
    const [one, two] = [openStore(':memory:'), openStore(':memory:')]
    fill(one, ARTICLES)
    fill(two, ARTICLES.toReversed())
    expect(ndjson(one)).toBe(ndjson(two))
    expect([...one.dyads()]).toEqual([...two.dyads()])
    expect(one.totals()).toEqual(two.totals())
  })

  test('known tells what was done with which settings', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    const [war] = ARTICLES as [Article]
    expect(store.known('war')).toEqual({ hash: articleHash(war), run: store.begin(SETTINGS) })
    expect(store.begin({ ...SETTINGS, lexicon: 'other' })).not.toBe(store.begin(SETTINGS))
    expect(store.begin({ ...SETTINGS, options: { a: 1, b: 2 } })).toBe(store.begin({ ...SETTINGS, options: { b: 2, a: 1 } }))
    for (const field of ['text', 'published', 'title', 'url', 'kind'] as const)
      expect(articleHash({ ...war, [field]: 'other' })).not.toBe(articleHash(war))
    expect(store.known('nobody')).toBeNull()
  })

  test('prune removes what is no longer there, and all that hung on it', () => {
    const path = fresh()
    const store = openStore(path)
    fill(store, ARTICLES)
    expect(store.prune((id) => ['war', 'unheard-of'].includes(id))).toEqual(['quiet', 'talk'])
    expect([...store.ids()]).toEqual(['war'])
    expect(store.check()).toEqual([])
    store.close()
    const only = fresh()
    const other = openStore(only)
    fill(other, ARTICLES.slice(0, 1))
    other.close()
    expect(dump(path)).toEqual(dump(only))
  })
})

describe('all or nothing', () => {
  const [war] = ARTICLES as [Article]
  const good = fakeExtract(war)
  const [event] = good.events as [(typeof good.events)[0]]
  const broken: readonly [string, typeof good, RegExp][] = [
    [
      'a span that does not quote',
      { ...good, events: [{ ...event, trigger: { ...event.trigger, start: event.trigger.start + 1 } }] },
      /trigger: "attacked" does not stand at/,
    ],
    [
      'a party that does not quote',
      { ...good, events: [{ ...event, target: [{ ...event.target[0], text: 'Uganda' } as never] }] },
      /target\.0: "Uganda" does not stand at/,
    ],
    [
      'a code beyond CAMEO',
      { ...good, events: [{ ...event, action: { ...event.action, cameo: '99' } }] },
      /action\.cameo: must be a CAMEO code/,
    ],
    [
      'a root that is not the code’s',
      { ...good, events: [{ ...event, action: { ...event.action, root: '01' } }] },
      /action\.root: 01 is not the root of 190/,
    ],
    ['a confidence above 1', { ...good, events: [{ ...event, confidence: 1.5 }] }, /confidence/],
    ['an unknown key', { ...good, events: [{ ...event, extra: 1 } as never] }, /extra/],
    ['two events with one id', { ...good, events: [event, event] }, /the id is there twice/],
    [
      'a sentence that is not there',
      { ...good, events: [{ ...event, sentence: { index: 9, start: 0, end: 5 } }] },
      /there is no sentence 9 at 0–5/,
    ],
    ['another article’s event', { ...good, events: [{ ...event, document: 'x' }] }, /document is "x"/],
    [
      'a date beyond the text',
      { ...good, events: [{ ...event, date: { ...(event.date as never as object), span: { start: 0, end: 9999 } } as never }] },
      /date: 0–9999 is outside the text/,
    ],
  ]
  test.each(broken)('%s is refused, and the article stays as it was', (_, findings, message) => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    const before = ndjson(store)
    expect(() => store.save(findings, articleHash(war), store.begin(SETTINGS))).toThrow(message)
    expect(ndjson(store)).toBe(before)
  })

  test('a failure in the middle of an article leaves nothing of it', () => {
    const store = openStore(':memory:')
    fill(store, [article('other', 'Russia attacked Ukraine.')])
    const before = store.totals()
    const [taken] = [...store.events()]
    const clash = { ...good, events: good.events.map((e, i) => (i === 1 ? { ...e, id: taken?.id ?? '' } : e)) }
    expect(() => store.save(clash, articleHash(war), store.begin(SETTINGS))).toThrow(/UNIQUE/)
    expect(store.totals()).toEqual(before)
    expect(store.article('war')).toBeNull()
  })
})

describe('views', () => {
  test('dyads is one row for each source and target, without the hypothetical and without a party and itself', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    expect([...store.dyads()].map((d) => [d.article, d.source, d.code, d.target, d.date, d.place])).toEqual([
      ['talk', 'FRAGOV', '051', null, null, null],
      ['war', 'RUSGOV', '190', 'UKRGOV', '2022-02-24', 'Kyiv'],
      ['war', 'RUSGOV', '040', 'UKRGOV', '2022-02-25', 'Ankara'],
      ['war', 'UKRGOV', '040', 'RUSGOV', '2022-02-25', 'Ankara'],
    ])
    const [row] = [...store.dyads('war')]
    expect(row).toMatchObject({
      root: '19',
      quad: 4,
      goldstein: -10,
      plover: 'ASSAULT',
      status: 'asserted',
      negated: 0,
      sentence: 0,
      text: 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24.',
    })
  })

  test('evidence quotes the article for every field that has a span', () => {
    const path = fresh()
    const store = openStore(path)
    fill(store, ARTICLES)
    store.close()
    const db = new Database(path, { readonly: true })
    const rows = db.prepare('SELECT * FROM evidence').all() as {
      article: string
      field: string
      start: number
      end: number
      text: string
    }[]
    db.close()
    expect(new Set(rows.map((r) => r.field))).toEqual(new Set(['trigger', 'source', 'target', 'date', 'place', 'dead']))
    for (const row of rows) expect(ARTICLES.find((a) => a.id === row.article)?.text.slice(row.start, row.end)).toBe(row.text)
  })

  test('totals count events by root and rejections by reason', () => {
    const store = openStore(':memory:')
    fill(store, ARTICLES)
    expect(store.totals()).toEqual({
      articles: 3,
      sentences: 8,
      events: 5,
      rejections: 2,
      quarantined: 0,
      roots: [
        { name: '04', count: 1 },
        { name: '05', count: 1 },
        { name: '11', count: 1 },
        { name: '19', count: 2 },
      ],
      statuses: [
        { name: 'asserted', count: 4 },
        { name: 'hypothetical', count: 1 },
      ],
      reasons: [
        { name: 'no-code', count: 1 },
        { name: 'not-an-event', count: 1 },
      ],
    })
  })

  test('every table is STRICT', () => {
    const path = fresh()
    openStore(path).close()
    const db = new Database(path, { readonly: true })
    const loose = db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .all()
    db.close()
    expect(loose).toEqual([])
  })
})

test('a closed database is one plain file', () => {
  const path = fresh()
  const store = openStore(path)
  fill(store, ARTICLES)
  store.close()
  expect(readdirSync(dir).filter((name) => path.endsWith(name.replace(/-.*/, '')))).toHaveLength(1)
})
