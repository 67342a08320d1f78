import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { createFetcher, type Validators } from '../../src/read/fetch/fetcher.ts'
import { followWith } from '../../src/read/fetch/follow.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { run as runOver } from '../../src/run/run.ts'
import { inThread } from '../../src/run/runner.ts'
import { command, folder } from '../cli/command.ts'
import { feed, page, type Served, serve } from '../read/server.ts'
import { fakeExtract, SETTINGS } from '../store/fake-extract.ts'

/** Answers with a validator, and with 304 to who has it. */
const versioned =
  (body: () => { readonly tag: string; readonly text: string }): Served =>
  ({ headers }, response) => {
    const { tag, text } = body()
    if (headers['if-none-match'] === tag) response.writeHead(304).end()
    else response.writeHead(200, { etag: tag, 'content-type': text.startsWith('<?xml') ? 'application/xml' : 'text/html' }).end(text)
  }

const run = async (db: string, ...argv: readonly string[]) => {
  const { out, code, err } = await command(['run', '--db', db, '--json', '--allow-private', ...argv])
  return { code, err, report: out === '' ? null : JSON.parse(out) }
}
const exported = async (db: string): Promise<readonly string[]> =>
  (await command(['export', '--db', db])).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).document as string)

const column = async (db: string, name: 'text' | 'url' | 'title' | 'published'): Promise<readonly unknown[]> => {
  const connection = new Database(db, { readonly: true })
  try {
    return connection.prepare(`SELECT ${name} FROM articles ORDER BY id`).pluck().all()
  } finally {
    connection.close()
  }
}
const textsOf = (db: string) => column(db, 'text')
const addressesOf = (db: string) => column(db, 'url')

describe('feeds and pages', () => {
  test('the pages that a feed links to are fetched once; then only what is new', async () => {
    let items = ['one', 'two']
    const pages = { one: 'Russia attacked Ukraine in Kyiv.', two: 'France sued Serbia.', three: 'Russia praised NATO.' }
    const routes: Record<string, Served> = {
      '/feed.xml': versioned(() => ({
        tag: `"${items.join()}"`,
        text: feed(items.map((id) => ({ id, link: `${base}/${id}`, text: 'A teaser.' }))),
      })),
    }
    for (const [id, text] of Object.entries(pages)) routes[`/${id}`] = versioned(() => ({ tag: '"1"', text: page(id, text) }))
    const { url: base, asked } = await serve(routes)
    const db = join(folder(), 'events.db')

    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ added: 2, quarantined: 0, totals: { events: 2 } })
    expect(await exported(db)).toEqual(['one', 'two'])
    asked.length = 0
    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ added: 0, read: 0 })
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed.xml'])

    items = ['three', 'one', 'two']
    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ added: 1, replaced: 0, read: 1 })
    expect(await exported(db)).toEqual(['one', 'three', 'two'])
    expect((await run(db, `${base}/feed.xml`, '--fetch', '--force')).report).toMatchObject({ replaced: 3 })
    // With another lexicon all is to be done again.
    expect((await run(db, `${base}/feed.xml`, '--fetch', '--lexicon', 'other')).report).toMatchObject({ replaced: 3 })
  })

  test('what its site does not give for good is taken from the feed; what it does not give now is left out, and retried', async () => {
    let down = true
    const { url: base } = await serve({
      '/robots.txt': 'User-agent: *\nDisallow: /secret\n',
      '/feed.xml': (_, r) =>
        r.end(
          feed([
            { id: 'secret', link: `${base}/secret`, text: 'Russia attacked Ukraine.' },
            { id: 'gone', link: `${base}/gone` },
            { id: 'down', link: `${base}/down`, text: 'A teaser.' },
            { id: 'alone', text: 'France sued Serbia.' },
          ]),
        ),
      '/down': (_, r) =>
        down ? r.writeHead(503).end() : r.writeHead(200, { 'content-type': 'text/html' }).end(page('Up', 'Russia praised NATO.')),
    })
    const db = join(folder(), 'events.db')
    const { code, report, err } = await run(db, `${base}/feed.xml`, '--fetch')
    expect(code).toBe(3)
    expect(report).toMatchObject({ added: 2, quarantined: 2 })
    expect(await exported(db)).toEqual(['alone', 'secret'])
    expect(err).toContain('/gone: was answered with 404')
    expect(err).toContain('/down: was answered with 503')
    down = false
    // Without --fetch they are left alone, with the reasons that they have.
    const reasons = (await command(['quarantine', '--db', db])).out
    expect(await run(db, '--retry')).toMatchObject({ code: 0, err: 'addresses of the quarantine that wait for --fetch: 2\n' })
    expect((await command(['quarantine', '--db', db])).out).toBe(reasons)
    expect((await run(db, '--retry', '--fetch')).report).toMatchObject({ added: 1, quarantined: 1 })
    expect(await exported(db)).toEqual(['alone', 'down', 'secret'])
  })

  test('a page by its address; a feed in a file', async () => {
    const { url: base } = await serve({ '/a': page('A', 'Russia attacked Ukraine.') })
    const dir = folder({ 'feed.rss': feed([{ id: 'x', link: 'PLACE/a' }]).replace('PLACE', base) })
    const db = join(dir, 'events.db')
    expect((await run(db, `${base}/a`, '--fetch')).report).toMatchObject({ added: 1 })
    expect(await exported(db)).toEqual([`${base}/a`])
    expect((await run(join(dir, 'b.db'), join(dir, 'feed.rss'), '--fetch')).report).toMatchObject({ added: 1 })
    expect(await exported(join(dir, 'b.db'))).toEqual(['x'])
  })

  test('users and passwords in addresses are for their site alone: neither kept nor told', async () => {
    const open = `Basic ${Buffer.from('ann:s3cret').toString('base64')}`
    const locked =
      (served: Served): Served =>
      (q, r) =>
        q.headers.authorization === open ? served(q, r) : r.writeHead(401).end()
    const html = (title: string, text: string) => locked(versioned(() => ({ tag: '"1"', text: page(title, text) })))
    const items = () =>
      feed([
        { id: 'a', link: '/a' },
        { id: 'whole', link: `${base}/whole` },
      ]).replace('http://x.example', '')
    const { url: base, asked } = await serve({
      '/feed.xml': locked((_, r) => r.end(items())),
      '/a': html('A', 'Russia attacked Ukraine.'),
      '/whole': html('B', 'France sued Serbia.'),
      '/b': html('C', 'Russia praised NATO.'),
      '/old': locked((_, r) => r.writeHead(302, { location: '/b#part' }).end()),
      '/away': (_, r) => r.writeHead(302, { location: 'http://ann:s3cret@:x:/' }).end(),
    })
    const dir = folder()
    const db = join(dir, 'events.db')
    const at = base.replace('//', '//ann:s3cret@')
    const given = ['/feed.xml', '/b#top', '/old', '/away', '/none'].map((path) => `${at}${path}`)
    const { code, err, report } = await run(db, ...given, '--fetch')
    expect([code, report.added, report.quarantined], err).toEqual([3, 4, 2])
    expect(await exported(db)).toEqual(['a', `${base}/b`, `${base}/old`, 'whole'].toSorted())
    expect(await addressesOf(db)).toEqual(expect.arrayContaining([`${base}/a`, `${base}/b`, `${base}/b`, `${base}/whole`]))
    asked.length = 0
    expect((await run(db, `${at}/b#top`, '--fetch')).report).toMatchObject({ added: 0, read: 0 })
    expect(asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"1"' })
    const refused = await run(join(dir, 'other.db'), `${base}/b`, '--fetch')
    expect(refused.err).toMatch(/was answered with 401\n.*with user and password, which are not kept: https:\/\/USER:PASSWORD@/)
    const told = [err, (await command(['quarantine', '--db', db])).out]
    const list = await command(['run', '--db', db, '--files-from', '-'], { stdin: `${at.replace('http', 'ftp')}\n ${at}\n` })
    expect(list.err).toContain(`${base.replace('http', 'ftp')}: there is no such file or folder`)
    told.push(list.err)
    for (const argv of [
      ['extract', `${at}/a`],
      ['run', `${at}/a`, '--dry-run'],
      ['run', at.replace('http', 'ftp')],
    ])
      told.push((await command(argv)).err)
    for (const text of [...told, readFileSync(db, 'latin1')]) expect(text).not.toContain('s3cret')
  })

  test('pages that a feed tells by a part of their address, or by a guid alone', async () => {
    const items = `<item><guid isPermaLink="false">a</guid><link>/a</link></item><item><guid>PLACE/b</guid></item>`
    const { url: base } = await serve({
      '/feed.xml': (_, r) =>
        r.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>${items.replace('PLACE', base)}</channel></rss>`),
      '/a': page('A', 'Russia attacked Ukraine.'),
      '/b': page('B', 'France sued Serbia.'),
    })
    const db = join(folder(), 'events.db')
    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ added: 2, quarantined: 0 })
    expect(await exported(db)).toEqual(['a', `${base}/b`])
  })

  test('what a feed links to and is no page is not read as one', async () => {
    const { url: base } = await serve({
      '/feed.xml': (_, r) =>
        r.end(
          feed([
            { id: 'pdf', link: `${base}/a.pdf`, text: 'France sued Serbia.' },
            { id: 'picture', link: `${base}/a.png` },
            { id: 'text', link: `${base}/a.txt`, text: 'A teaser.' },
            { id: 'untold', link: `${base}/a`, text: 'A teaser.' },
          ]),
        ),
      '/a.pdf': (_, r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4 Russia attacked Ukraine.'),
      '/a.png': (_, r) => r.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50, 0x4e, 0x47])),
      '/a.txt': (_, r) =>
        r.writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' }).end(Buffer.from('Café: Russia praised NATO.', 'latin1')),
      '/a': (_, r) => r.writeHead(200).end(page('A', 'Chad sued Niger.')),
    })
    const db = join(folder(), 'events.db')
    const { report, err } = await run(db, `${base}/feed.xml`, '--fetch')
    expect(report).toMatchObject({ added: 3, quarantined: 1 })
    expect(err).toContain('/a.png: is image/png, no web page')
    expect(await exported(db)).toEqual(['pdf', 'text', 'untold'])
    expect(await textsOf(db)).toEqual(['France sued Serbia.', 'Café: Russia praised NATO.', 'Chad sued Niger.'])
  })

  test('the character set that only the server tells; a feed that is served as a page', async () => {
    const served =
      (type: string, text: string, charset: 'latin1' | 'utf8' = 'latin1'): Served =>
      (_, r) =>
        r.writeHead(200, { 'content-type': type }).end(Buffer.from(text, charset))
    const { url: base } = await serve({
      '/a.txt': served('text/plain; charset=ISO-8859-1', 'Café: Russia praised NATO.'),
      '/wrong.txt': served('text/plain; charset=ISO-8859-1', 'Café: Chad praised NATO.', 'utf8'),
      '/feed': served('application/rss+xml; charset=ISO-8859-1', feed([{ id: 'a', text: 'Café: France sued Serbia.' }])),
      '/page': served('text/html; charset=utf-8', feed([{ id: 'b', text: 'Niger sued Chad.' }]), 'utf8'),
    })
    const db = join(folder(), 'events.db')
    expect((await run(db, ...['a.txt', 'wrong.txt', 'feed', 'page'].map((path) => `${base}/${path}`), '--fetch')).report).toMatchObject({
      added: 4,
      quarantined: 0,
    })
    expect(await textsOf(db)).toEqual([
      'Café: France sued Serbia.',
      'Niger sued Chad.',
      'Café: Russia praised NATO.',
      'Café: Chad praised NATO.',
    ])
    expect((await addressesOf(db)).slice(2)).toEqual([`${base}/a.txt`, `${base}/wrong.txt`])
  })

  test('a page that does not answer for a while leaves the quarantine when it does, unchanged; one that can not be read stays', async () => {
    let down = false
    const tagged =
      (body: string): Served =>
      (q, r) =>
        down ? r.writeHead(503).end() : versioned(() => ({ tag: '"1"', text: body }))(q, r)
    const { url: base } = await serve({
      '/a': tagged(page('A', 'Russia attacked Ukraine.')),
      '/empty': tagged('<html><body></body></html>'),
    })
    const db = join(folder(), 'events.db')
    const quarantine = async () => (await command(['quarantine', '--db', db])).out
    const both = () => run(db, `${base}/a`, `${base}/empty`, '--fetch')
    expect((await both()).report).toMatchObject({ added: 1, quarantined: 1 })
    down = true
    expect((await both()).report).toMatchObject({ quarantined: 2 })
    expect(await quarantine()).toContain(`${base}/a: was answered with 503`)
    down = false
    expect((await both()).report).toMatchObject({ added: 0, quarantined: 1 })
    expect(await quarantine()).not.toContain(`${base}/a`)
    expect(await quarantine()).toContain(`${base}/empty: is a web page without text`)
  })

  test('a page that a feed links to and that did not answer is asked for again, though the feed is as it was', async () => {
    let down = true
    let feeds = 0
    const html = (text: string): Served => versioned(() => ({ tag: '"1"', text: page('A', text) }))
    const { url: base, asked } = await serve({
      '/feed.xml': (q, r) => {
        feeds += 1
        versioned(() => ({ tag: '"1"', text: feed(['a', 'b', 'gone'].map((id) => ({ id, link: `${base}/${id}` }))) }))(q, r)
      },
      '/a': html('Russia attacked Ukraine.'),
      '/b': (q, r) => (down ? r.writeHead(503).end() : html('France sued Serbia.')(q, r)),
    })
    const taken = new Map<string, Validators>()
    const follow = followWith(
      createFetcher({ allowPrivate: true, agent: 'annalist/1.0' }),
      (url) => taken.get(url) ?? null,
      (url, validators) => void taken.set(url, validators),
    )
    // As the watch looks at it.
    const look = async (): Promise<readonly string[]> => {
      asked.length = 0
      const found: string[] = []
      for await (const reading of readArticles([`${base}/feed.xml`], { follow }))
        found.push('article' in reading ? `${reading.article.id} ${reading.article.title}` : `${reading.place.file}: ${reading.message}`)
      return found
    }
    const missing = `${base}/b: was answered with 503`
    expect(await look()).toEqual(['a Title a', missing, `${base}/gone: was answered with 404`])
    expect(await look()).toEqual([missing])
    // What is gone for good is not asked for again.
    expect(asked.map(({ path }) => path)).toEqual(['/feed.xml', '/b'])
    down = false
    expect(await look()).toEqual(['b Title b'])
    expect(await look()).toEqual([])
    expect(asked.map(({ path }) => path)).toEqual(['/feed.xml'])
    expect(feeds).toBe(4)
  })

  test('a page that did not answer is asked for again by the next run over its feed, which is as it was', async () => {
    let down = true
    const html = (text: string): Served => versioned(() => ({ tag: '"1"', text: page('A', text) }))
    const { url: base, asked } = await serve({
      '/feed.xml': versioned(() => ({ tag: '"1"', text: feed(['a', 'b', 'gone'].map((id) => ({ id, link: `${base}/${id}` }))) })),
      '/a': html('Russia attacked Ukraine.'),
      '/b': (q, r) => (down ? r.writeHead(503).end() : html('France sued Serbia.')(q, r)),
    })
    const db = join(folder(), 'events.db')
    const again = () => run(db, `${base}/feed.xml`, '--fetch')
    expect((await again()).report).toMatchObject({ added: 1, quarantined: 2 })
    down = false
    expect((await again()).report).toMatchObject({ added: 1, unchanged: 0, quarantined: 1 })
    asked.length = 0
    // What is gone for good is not asked for again.
    expect(await again()).toMatchObject({ code: 0, report: { added: 0, read: 0 }, err: 'nothing is newer at these addresses\n' })
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed.xml'])
  })

  test('the watch asks for what is newer only, from its second look on, also over a new database', async () => {
    const a = versioned(() => ({ tag: '"1"', text: page('A', 'Russia attacked Ukraine.') }))
    const { url: base, asked } = await serve({
      '/feed.xml': versioned(() => ({ tag: '"1"', text: feed(['x', 'y'].map((id) => ({ id, link: `${base}/a` }))) })),
      '/a': a,
    })
    const db = join(folder(), 'events.db')
    const stop = new AbortController()
    const now = performance.now.bind(performance)
    let ahead = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead)
    const done = runOver({
      paths: [`${base}/feed.xml`],
      db,
      settings: SETTINGS,
      runner: inThread(fakeExtract),
      watch: 20,
      force: true,
      signal: stop.signal,
      fetcher: createFetcher({ allowPrivate: true, agent: 'annalist/1.0' }),
    })
    const until = async (requests: number): Promise<void> => {
      while (asked.length < requests) await new Promise((turn) => setTimeout(turn, 20))
      await new Promise((turn) => setTimeout(turn, 150))
    }
    try {
      await until(4)
      ahead += 61_000
      await until(5)
    } finally {
      stop.abort()
      clock.mockRestore()
    }
    // One page that two items link to is read for each.
    expect(await done).toMatchObject({ added: 2, replaced: 0 })
    expect(asked.map(({ path, headers }) => [path, headers['if-none-match']])).toEqual([
      ['/robots.txt', undefined],
      ['/feed.xml', undefined],
      ['/a', undefined],
      ['/a', undefined],
      ['/feed.xml', '"1"'],
    ])
  })

  test.each([
    ['the same', SETTINGS],
    ['other', { ...SETTINGS, lexicon: 'other' }],
  ])('the watch does a page again with --force and %s settings, though it did not answer at the first look', async (_, settings) => {
    let down = false
    const a = versioned(() => ({ tag: '"1"', text: page('A', 'Russia attacked Ukraine.') }))
    const { url: base, asked } = await serve({ '/a': (q, r) => (down ? r.writeHead(503).end() : a(q, r)) })
    const stop = new AbortController()
    const over = (more: Partial<Parameters<typeof runOver>[0]>) =>
      runOver({
        paths: [`${base}/a`],
        db,
        settings,
        runner: inThread(fakeExtract),
        fetcher: createFetcher({ allowPrivate: true, agent: 'annalist/1.0' }),
        ...more,
      })
    const db = join(folder(), 'events.db')
    expect(await over({ settings: SETTINGS })).toMatchObject({ added: 1 })
    down = true
    asked.length = 0
    const now = performance.now.bind(performance)
    let ahead = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead)
    const done = over({ watch: 20, force: true, signal: stop.signal })
    const until = async (requests: number): Promise<void> => {
      while (asked.length < requests) await new Promise((turn) => setTimeout(turn, 20))
      await new Promise((turn) => setTimeout(turn, 150))
    }
    try {
      await until(2)
      down = false
      ahead += 61_000
      await until(3)
    } finally {
      stop.abort()
      clock.mockRestore()
    }
    expect(await done).toMatchObject({ replaced: 1 })
  })

  test('a page that was removed, or done with other settings, comes whole, whatever ran in between', async () => {
    const { url: base } = await serve({ '/a': versioned(() => ({ tag: '"1"', text: page('A', 'Russia attacked Ukraine.') })) })
    const dir = folder({ 'n/b.txt': 'France sued Serbia.' })
    const db = join(dir, 'events.db')
    const fetched = [`${base}/a`, '--fetch']
    expect((await run(db, ...fetched)).report).toMatchObject({ added: 1 })
    expect((await run(db, join(dir, 'n'), '--prune')).report).toMatchObject({ pruned: [`${base}/a`] })
    expect((await run(db, ...fetched)).report).toMatchObject({ added: 1 })
    expect((await run(db, join(dir, 'n'), '--lexicon', 'other')).report).toMatchObject({ replaced: 1 })
    expect((await run(db, ...fetched, '--lexicon', 'other')).report).toMatchObject({ replaced: 1 })
  })

  test('a page that is fetched by --retry has the title and the day that its feed tells', async () => {
    let down = true
    const { url: base } = await serve({
      '/feed.xml': (_, r) =>
        r.end(
          feed([{ id: 'a', link: `${base}/a` }]).replace(
            '</title><link>http://127',
            '</title><pubDate>3 May 2024</pubDate><link>http://127',
          ),
        ),
      '/a': (_, r) =>
        down
          ? r.writeHead(503).end()
          : r.writeHead(200, { 'content-type': 'text/html' }).end('<title>A | Site</title><p>Russia attacked Ukraine on Tuesday.</p>'),
    })
    const db = join(folder(), 'events.db')
    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ quarantined: 1 })
    down = false
    expect(await run(db, '--retry', '--fetch')).toMatchObject({ err: '', report: { added: 1 } })
    expect(await column(db, 'title')).toEqual(['Title a'])
    expect(await column(db, 'published')).toEqual(['2024-05-03'])
    expect((await run(db, `${base}/feed.xml`, '--fetch')).report).toMatchObject({ unchanged: 1, replaced: 0 })
  })

  test('what --since passes over comes whole the next time', async () => {
    const { url: base } = await serve({ '/a': versioned(() => ({ tag: '"1"', text: page('A', 'Russia attacked Ukraine.') })) })
    const db = join(folder(), 'events.db')
    expect((await run(db, `${base}/a`, '--fetch', '--since', '2024-06-01')).report).toMatchObject({ added: 0, skipped: 1 })
    expect((await run(db, `${base}/a`, '--fetch')).report).toMatchObject({ added: 1 })
  })

  test('who names an address to a command that fetches nothing is told which does', async () => {
    const address = 'https://example.org/feed.xml'
    const told = async (...argv: readonly string[]) => (await command(argv, { stdin: `${address}\n` })).err
    expect(await told('extract', address)).toMatch(/is an address on the web\n +annalist run --fetch fetches it/)
    expect(await told('extract', '--files-from', '-')).toMatch(/is an address on the web\n +annalist run --fetch fetches it/)
    expect(await told('run', address, '--dry-run')).toMatch(
      /--dry-run asks nothing of the web, and https:\/\/example\.org\/feed\.xml is an/,
    )
  })

  test('nothing is fetched unasked', async () => {
    const { url: base, asked } = await serve({ '/a': page('A', 'Russia attacked Ukraine.') })
    const dir = folder({ 'feed.rss': feed([{ id: 'x', link: 'PLACE/a', text: 'France sued Serbia.' }]).replace('PLACE', base) })
    const refused = await run(join(dir, 'events.db'), `${base}/a`)
    expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/--fetch fetches it/) })
    expect((await run(join(dir, 'events.db'), join(dir, 'feed.rss'))).report).toMatchObject({ added: 1 })
    const { code, err } = await command(['run', '--db', join(dir, 'c.db'), '--fetch', `${base}/a`])
    expect(code).toBe(3)
    expect(err).toMatch(/leads to a private address/)
    expect(asked).toEqual([])
  })
})
