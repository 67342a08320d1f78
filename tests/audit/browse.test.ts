import { renameSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAGES } from '../../src/audit/app.ts'
import { FACETS, NO_FILTER, readFilter, writeFilter } from '../../src/audit/index/filter.ts'
import type { Event } from '../../src/document.ts'
import { openStore } from '../../src/store/index.ts'
import { fakeExtract } from '../store/fake-extract.ts'
import { build, fresh, news, open } from './setup.ts'

type Listing = {
  readonly total: number
  readonly after: string | null
  readonly before: string | null
  readonly events: readonly (Event & { readonly verdict: string })[]
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
}

const path = build(fresh('db'), news(60))
const desk = open(path)
const store = openStore(path, { readonly: true })
const all = [...store.events()]
store.close()
const DAY = all.find((e) => e.date?.basis === 'text')?.date?.start ?? ''

/** What a facet's value means, told over the records themselves. */
const VALUES: Readonly<Record<string, (event: Event) => readonly string[]>> = {
  source: (e) => (e.source.length === 0 ? ['(none)'] : e.source.map((p) => p.entity ?? '(unknown)')),
  target: (e) => (e.target.length === 0 ? ['(none)'] : e.target.map((p) => p.entity ?? '(unknown)')),
  root: (e) => [e.action.root],
  quad: (e) => [String(e.action.quad)],
  country: (e) => [e.place?.country ?? '(none)'],
  status: (e) => [e.action.status],
  rule: (e) => [e.rule],
  confidence: (e) => [['0–0.2', '0.2–0.4', '0.4–0.6', '0.6–0.8', '0.8–1'][Math.min(4, Math.floor(e.confidence * 5))] as string],
  verdict: () => ['unjudged'],
  article: (e) => [e.document],
}
const fits = (event: Event, filter: Readonly<Record<string, readonly string[]>>, except: string | null): boolean =>
  Object.entries(filter).every(
    ([facet, values]) => facet === except || values.length === 0 || (VALUES[facet]?.(event) ?? []).some((v) => values.includes(v)),
  )

describe('facets', () => {
  test('choose and count as going through every record would, for any choice', async () => {
    const facet = fc.constantFrom(...FACETS)
    const choice = fc.tuple(facet, fc.nat(1000))
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { maxLength: 4 }), async (choices) => {
        const filter: Record<string, string[]> = {}
        for (const [name, n] of choices) {
          const values = [...new Set(all.flatMap((e) => VALUES[name]?.(e) ?? []))]
          filter[name] = [...new Set([...(filter[name] ?? []), values[n % values.length] as string])]
        }
        const listing = await desk.json<Listing>(`/events.json?${writeFilter({ ...NO_FILTER, ...filter })}`)
        expect(listing.total).toBe(all.filter((e) => fits(e, filter, null)).length)
        for (const name of FACETS) {
          const counts = new Map<string, number>()
          for (const e of all.filter((x) => fits(x, filter, name)))
            for (const value of new Set(VALUES[name]?.(e))) counts.set(value, (counts.get(value) ?? 0) + 1)
          for (const { value, count } of listing.facets[name] ?? [])
            expect([name, value, count]).toEqual([name, value, counts.get(value) ?? 0])
        }
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test.each([
    ['a day', `from=${DAY}&to=${DAY}`, [DAY, DAY]],
    ['a month', `from=${DAY.slice(0, 7)}&to=${DAY.slice(0, 7)}`, [`${DAY.slice(0, 7)}-01`, `${DAY.slice(0, 7)}-31`]],
    ['years', 'from=2003&to=2006', ['2003-01-01', '2006-12-31']],
    ['an open end', 'from=2012', ['2012-01-01', '9999-12-31']],
  ])('dates: %s', async (_, query, [from = '', to = '']) => {
    const listing = await desk.json<Listing>(`/events.json?${query}`)
    expect(listing.total).toBe(all.filter((e) => e.date !== null && e.date.start <= to && e.date.end >= from).length)
    expect(listing.total).toBeGreaterThan(0)
  })

  test('are counted by year, their own choice left out', async () => {
    type Dates = { readonly dates: readonly { from: number; to: number; count: number }[] }
    const counts = (events: readonly Event[]) => (from: number, to: number) =>
      events.filter((e) => e.date !== null && Number(e.date.start.slice(0, 4)) >= from && Number(e.date.start.slice(0, 4)) <= to).length
    for (const [query, events] of [
      ['', all],
      ['from=2005&to=2007', all],
      ['root=19&from=2005', all.filter((e) => e.action.root === '19')],
    ] as const) {
      const { dates } = await desk.json<Dates>(`/events.json?${query}`)
      expect(dates.length).toBeGreaterThan(10)
      for (const { from, to, count } of dates) expect([from, count]).toEqual([from, counts(events)(from, to)])
    }
  })

  test.each(['/?from=2023-02-30', '/events.json?to=2005-13', '/events.csv?from=may', '/timeline?from=2003&to=x', '/?from=-0043-02-30'])(
    'a date that there is none is told: %s',
    async (path) => {
      const answer = await desk.get(path)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/is no date of the calendar/)])
    },
  )
  test('an empty field is no date', async () => {
    expect((await desk.json<Listing>('/events.json?from=&to=+')).total).toBe(all.length)
  })

  test('an actor counts on either side', async () => {
    const { total } = await desk.json<Listing>('/events.json?actor=NATO')
    expect(total).toBe(all.filter((e) => [...e.source, ...e.target].some((p) => p.entity === 'NATO')).length)
  })

  test('what is no filter is left out, and a filter is written as it is read', () => {
    const filter = readFilter(new URLSearchParams('root=19&root=05&root=&from=may&to=2005-13&nonsense=1&q=+war+&source=RUS'))
    expect(filter).toEqual({ ...NO_FILTER, root: ['19', '05'], q: 'war', source: ['RUS'] })
    expect(writeFilter(filter)).toBe('q=war&source=RUS&root=05&root=19')
    expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual({ ...filter, root: ['05', '19'] })
  })
})

describe('search', () => {
  test.each<[string, string, (text: string) => boolean]>([
    ['a word', 'attacked', (t) => /\battacked\b/i.test(t)],
    ['two words, both', 'russia attacked', (t) => /russia/i.test(t) && /attacked/i.test(t)],
    ['words in a row', '"attacked Ukraine"', (t) => /attacked ukraine/i.test(t)],
    ['a beginning', 'ukr*', (t) => /\bukr/i.test(t)],
    ['signs that are FTS5’s own', 'attacked AND ( "', (t) => /\battacked\b/i.test(t) && /\band\b/i.test(t)],
  ])('%s', async (_, q, holds) => {
    const { total } = await desk.json<Listing>(`/events.json?${new URLSearchParams({ q })}`)
    const texts = new Map(news(60).map((a) => [a.id, a]))
    const expected = all.filter((e) => {
      const one = texts.get(e.document)
      return one && holds(`${one.text.slice(e.sentence.start, e.sentence.end)} ${one.title}`)
    })
    expect(total).toBe(expected.length)
  })
  test('no word to search for is told, not failed on', async () => {
    const answer = await desk.get('/?q=***')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('holds no word to search for')
  })
})

describe('pages of a list', () => {
  test.each(['text', '-text', 'date', '-date', 'confidence', '-confidence', 'code', '-code'])(
    'sorted by %s go through every event once, forth and back',
    async (sort) => {
      const pages: Listing[] = []
      for (let after: string | null = ''; after !== null; after = pages.at(-1)?.after ?? null)
        pages.push(await desk.json<Listing>(`/events.json?sort=${sort}${after && `&after=${after}`}`))
      const forth = pages.flatMap((p) => p.events)
      expect(new Set(forth.map((e) => e.id)).size).toBe(all.length)
      expect(forth).toHaveLength(all.length)
      const keys = forth.map((e) =>
        /confidence/.test(sort) ? e.confidence : /code/.test(sort) ? Number(e.action.root) : (e.date?.start ?? '9999'),
      )
      if (!/text/.test(sort))
        for (const [i, key] of keys.entries())
          if (i > 0) expect(sort.startsWith('-') ? key <= (keys[i - 1] ?? 0) : key >= (keys[i - 1] ?? 0)).toBe(true)
      const back: Event[][] = [[...(pages.at(-1)?.events ?? [])]]
      for (let before = pages.at(-1)?.before ?? null; before !== null; ) {
        const page: Listing = await desk.json<Listing>(`/events.json?sort=${sort}&before=${before}`)
        back.unshift([...page.events])
        before = page.before
      }
      expect(back.flat().map((e) => e.id)).toEqual(forth.map((e) => e.id))
    },
  )
  test('a place in the list that is gone is the beginning', async () => {
    const { events } = await desk.json<Listing>('/events.json?after=no-such-event')
    expect(events[0]?.id).toBe((await desk.json<Listing>('/events.json')).events[0]?.id)
  })
})

describe('twins', () => {
  const PATHS: Readonly<Record<string, string>> = {
    '/article': '?id=news/001',
    '/actor': '?id=RUS',
    '/rule': '?id=actions/attacked',
    '/why': '?article=news/001&sentence=0',
  }
  test.each(PAGES.map((p) => [p.path]))('%s is there as a page and as JSON', async (page) => {
    const html = await desk.get(page + (PATHS[page] ?? ''))
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    const json = await desk.get(`${page}.json${PATHS[page] ?? ''}`)
    expect(json.status).toBe(200)
    expect(Object.keys((await json.json()) as object).length).toBeGreaterThan(0)
  })
  test('events in JSON are the records of NDJSON, with the verdict beside', async () => {
    const { events } = await desk.json<Listing>('/events.json?article=news/001')
    expect(events).toEqual(all.filter((e) => e.document === 'news/001').map((e) => ({ ...e, verdict: 'unjudged' })))
  })
  test('NDJSON and CSV hold what is shown, all of it', async () => {
    const query = 'root=19&status=asserted'
    const { total } = await desk.json<Listing>(`/events.json?${query}`)
    const lines = (await (await desk.get(`/events.ndjson?${query}`)).text()).trim().split('\n')
    expect(lines.map((l) => JSON.parse(l).id)).toEqual(
      all.filter((e) => e.action.root === '19' && e.action.status === 'asserted').map((e) => e.id),
    )
    const rows = parse(await (await desk.get(`/events.csv?${query}`)).text(), { columns: true }) as readonly { code: string }[]
    expect([rows.length, new Set(rows.map((r) => r.code))]).toEqual([total, new Set(['190'])])
  })
  test.each([
    '/article?id=nowhere',
    '/article?id=news/001&event=x',
    '/actor?id=XXX',
    '/rule?id=none',
    '/why?article=news/001&sentence=99',
    '/judge?event=x',
    '/nowhere',
  ])('%s says what to do instead, with 404', async (page) => {
    const answer = await desk.get(page)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/<h1>Not found<\/h1><p>[^<]{10,}<\/p><p>[^<]{10,}<\/p>/)
  })
})

describe('charts', () => {
  test('the timeline counts every dated event once', async () => {
    const { stretches, undated, total } = await desk.json<{
      stretches: readonly { total: number; counts: readonly number[] }[]
      undated: number
      total: number
    }>('/timeline.json')
    expect(stretches.reduce((sum, s) => sum + s.total, 0) + undated).toBe(total)
    for (const s of stretches) expect(s.counts.reduce((sum, n) => sum + n, 0)).toBe(s.total)
  })
  test('years before Christ are chosen by the links of the timeline', async () => {
    const ancient = open(
      build(fresh('db'), news(3), (one) => {
        const found = fakeExtract(one)
        const [first, second, ...events] = found.events
        if (!first || !second) return found
        const dated = (event: Event, year: string): Event => ({
          ...event,
          date: { value: 'BC0044', start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year', basis: 'text', span: null },
        })
        return { ...found, events: [dated(first, '-0043'), dated(second, '-0103'), ...events] }
      }),
    )
    const page = await (await ancient.get('/timeline')).text()
    const links = [...page.matchAll(/href="(\/timeline\?from=[^"]+)"/g)].map((m) => (m[1] as string).replaceAll('&amp;', '&'))
    const totals = await Promise.all(links.map(async (link) => (await ancient.json<{ total: number }>(link.replace('?', '.json?'))).total))
    expect(links.filter((link) => link.startsWith('/timeline?from=-0')).length).toBeGreaterThanOrEqual(2)
    expect(totals.every((total) => total > 0)).toBe(true)
    expect((await ancient.json<Listing>('/events.json?from=-0043&to=-0043-12')).total).toBe(3)
  })
  test('the network counts every pair of known actors', async () => {
    const { pairs } = await desk.json<{ pairs: readonly { source: string; target: string; count: number }[] }>('/network.json')
    for (const { source, target, count } of pairs)
      expect(count).toBe(all.filter((e) => e.source.some((p) => p.entity === source) && e.target.some((p) => p.entity === target)).length)
    expect(pairs.length).toBeGreaterThan(5)
  })
})

test('a database that another program changes is shown as it is then', async () => {
  const file = build(fresh('db'), news(3))
  const one = open(file)
  const before = (await one.json<Listing>('/events.json')).total
  build(file, news(6))
  await expect.poll(async () => (await one.json<Listing>('/events.json')).total).toBeGreaterThan(before)
  expect((await one.json<Listing>('/events.json?q=dispatch+5')).total).toBeGreaterThan(0)
})

test('a database that a rebuild puts in the place of the old one is read from then on', async () => {
  const file = build(fresh('db'), news(3))
  const one = open(file)
  const old = await one.json<Listing>('/events.json')
  renameSync(build(fresh('db'), news(6)), file)
  const now = await one.json<Listing>('/events.json')
  expect(now.total).toBeGreaterThan(old.total)
  expect((await one.get('/article?id=news/005')).status).toBe(200)
  expect((await one.json<Listing>('/events.json?q=dispatch+5')).total).toBeGreaterThan(0)
})

test('an empty database says what to do', async () => {
  const one = open(build(fresh('db'), []))
  expect(await (await one.get('/')).text()).toContain('annalist run')
  for (const { path: page } of PAGES.filter((p) => !['/article', '/actor', '/rule', '/why'].includes(p.path)))
    expect((await one.get(page)).status).toBe(200)
})
