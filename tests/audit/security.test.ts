import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { PAGES } from '../../src/audit/app.ts'
import { html } from '../../src/audit/html/html.ts'
import { serveAudit } from '../../src/audit/serve.ts'
import { article, fakeExtract } from '../store/fake-extract.ts'
import { build, dir, fresh, HOST, judge, news, open, ports, serving } from './setup.ts'

const path = build(fresh('db'), news(4))
const one = open(path)
const { id, document } = (await one.json<{ events: { id: string; document: string }[] }>('/events.json')).events[0] as {
  id: string
  document: string
}
const verdict = () => ({ id: ports.newId(), verdict: 'accept', article: document, event: id })
const saved = (): string => (existsSync(one.desk.log.path) ? readFileSync(one.desk.log.path, 'utf8') : '')

describe('who is let in', () => {
  test('nobody without the link, whatever they ask for', async () => {
    for (const page of [
      ...PAGES.flatMap((p) => [p.path, `${p.path}.json`]),
      '/',
      '/events.csv',
      '/events.ndjson',
      '/report.html',
      '/nowhere',
      '/assets/x',
      'desk.css',
    ]) {
      const answer = await one.app.request(`http://${HOST}${page.startsWith('/') ? page : `/${page}`}`, { headers: { host: HOST } })
      expect([page, answer.status]).toEqual([page, 401])
      expect(await answer.text()).not.toContain('Russia')
    }
    expect(
      (
        await one.app.request(`http://${HOST}/verdicts`, {
          method: 'POST',
          body: new URLSearchParams(verdict()),
          headers: { host: HOST, origin: `http://${HOST}` },
        })
      ).status,
    ).toBe(401)
  })
  test.each(['x', '', 'annalist-4711', 'a'.repeat(32)])('a guessed session “%s” is none', async (session) => {
    expect((await one.app.request(`http://${HOST}/`, { headers: { host: HOST, cookie: `annalist-4711=${session}` } })).status).toBe(401)
  })
  test('a link works once', async () => {
    await serving(path, async ({ links }) => {
      const first = await fetch(links[0] as string, { redirect: 'manual' })
      expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
      const cookie = first.headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/^annalist-\d+=[\w-]{32}; .*HttpOnly; SameSite=Strict$/)
      const again = await fetch(links[0] as string, { redirect: 'manual' })
      expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
      expect(await again.text()).toContain('This link was used before')
      expect(links).toHaveLength(2)
      expect((await fetch(links[1] as string, { redirect: 'manual' })).status).toBe(303)
    })
  })
  test('it listens on 127.0.0.1 and nowhere else', async () => {
    await serving(path, async ({ port }) => {
      // The whole of 127/8 is this machine: were it listening on all addresses, this one would answer.
      await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401)
    })
  })
})

test('on another address, too, only the link lets in, and only that name is answered to', async () => {
  const links: string[] = []
  const options = { db: path, verdicts: fresh('jsonl'), readOnly: false, port: 0, reviewer: 'ada', ports, say: () => {} }
  const served = await serveAudit({ ...options, host: '127.0.0.2', link: (url) => links.push(url) })
  try {
    expect(links[0]).toMatch(/^http:\/\/127\.0\.0\.2:\d+\/\?token=/)
    expect((await fetch(`http://127.0.0.2:${served.port}/`)).status).toBe(401)
    expect((await fetch(links[0] as string, { redirect: 'manual' })).status).toBe(303)
    await expect(fetch(`http://127.0.0.1:${served.port}/`)).rejects.toThrow()
  } finally {
    await served.close()
  }
})

describe('other sites', () => {
  test.each(['evil.example', 'evil.example:4711', '127.0.0.1', '127.0.0.1:80', 'localhost.evil.example:4711', '0.0.0.0:4711', ''])(
    'the name %s is not answered to (DNS rebinding)',
    async (host) => {
      expect((await one.get('/events.json', { host })).status).toBe(421)
      expect((await one.post('/verdicts', verdict(), { host, origin: `http://${host}` })).status).toBe(421)
    },
  )
  test.each(['localhost:4711', '[::1]:4711'])('the name %s is', async (host) => expect((await one.get('/help', { host })).status).toBe(200))
  test.each(['http://evil.example', 'http://127.0.0.1:9999', 'https://127.0.0.1:4711', 'null', ''])(
    'a form of %s is refused (CSRF)',
    async (origin) => {
      const before = saved()
      expect((await one.post('/verdicts', verdict(), { origin })).status).toBe(403)
      expect((await one.post('/reviewer', { reviewer: 'mallory' }, { origin })).status).toBe(403)
      expect(saved()).toBe(before)
    },
  )
  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/ok\r\nSet-Cookie: x=1'])(
    'saving never leads to %s',
    async (goto) => {
      const answer = await one.post('/verdicts', { ...verdict(), goto }, { accept: 'text/html' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/judge'])
      expect(answer.headers.get('set-cookie')).toBeNull()
    },
  )
  test('every answer forbids scripts in the page, frames, sniffing and keeping', async () => {
    for (const page of ['/', '/article?id=news/001', '/nowhere', '/events.csv', '/events.json', '/report.html']) {
      const { headers } = await one.get(page)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
      expect([
        headers.get('x-content-type-options'),
        headers.get('referrer-policy'),
        headers.get('cache-control'),
        headers.get('x-frame-options'),
      ]).toEqual(['nosniff', 'same-origin', 'no-store', 'DENY'])
    }
  })
  test('no page holds a script, a style or a handler of its own, or asks another host for anything', async () => {
    for (const page of [
      '/',
      '/timeline',
      '/network',
      '/map',
      '/article?id=news/001',
      `/judge`,
      '/actor?id=RUS',
      '/quality',
      '/help',
      '/verdicts',
    ]) {
      const text = await (await one.get(page)).text()
      expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/)
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/)
      expect([...text.matchAll(/(?:src|href|action|data)="(https?:|\/\/)/g)]).toEqual([])
    }
  })
})

describe('texts that would be markup', () => {
  const EVIL = `<script>alert(1)</script><img src=x onerror=alert(1)>"'><svg/onload=alert(1)>`
  const evil = article(`news/${EVIL}`, `Russia attacked Ukraine. ${EVIL} Atlantis<b>x</b> sued NATO. ${EVIL} slept.`, {
    title: EVIL,
    url: 'javascript:alert(1)',
    kind: EVIL,
    published: '2022-02-02',
  })
  const findings = fakeExtract(evil)
  const [first] = findings.events
  if (first === undefined) throw new Error('no event')
  const file = build(fresh('db'), [evil], () => ({
    ...findings,
    events: [
      {
        ...first,
        rule: EVIL,
        contexts: [EVIL],
        source: first.source.map((p) => ({ ...p, entity: EVIL, name: EVIL, role: EVIL })),
        place: { name: EVIL, country: EVIL, start: 0, end: 6 },
        action: { ...first.action, plover: 'X', modes: [EVIL] },
      },
    ],
    rejections: findings.rejections.map((r) => ({ ...r, detail: EVIL, rule: EVIL })),
  }))
  const verdicts = fresh('jsonl')
  const hostile = open(file, { verdicts, reviewer: EVIL.slice(0, 100) })

  test('stay texts on every page, from article, title, actor, place, rule, comment, reviewer and verdict file', async () => {
    await judge(hostile, { queue: 'text' }, { verdict: 'comment', comment: EVIL })
    await judge(hostile, { queue: 'text' }, { verdict: 'accept' })
    writeFileSync(verdicts, `${readFileSync(verdicts, 'utf8')}${EVIL}\n{"id":"${EVIL.replaceAll('"', '')}"}\n`)
    const query = new URLSearchParams({ q: EVIL, source: EVIL, root: EVIL, from: EVIL }).toString()
    const pages = [
      '/',
      `/?${query}`,
      '/events',
      '/timeline',
      '/network',
      '/map',
      `/timeline?${query}`,
      '/articles',
      `/articles?find=${encodeURIComponent(EVIL)}`,
      `/article?${new URLSearchParams({ id: evil.id })}`,
      `/article?${new URLSearchParams({ id: evil.id, event: first.id })}`,
      `/article?${new URLSearchParams({ id: EVIL })}`,
      `/actor?${new URLSearchParams({ id: EVIL })}`,
      `/rule?${new URLSearchParams({ id: EVIL })}`,
      '/rules',
      '/rejections',
      `/rejections?${new URLSearchParams({ reason: EVIL, lemma: EVIL })}`,
      `/why?${new URLSearchParams({ article: evil.id, sentence: '0' })}`,
      `/judge?${new URLSearchParams({ queue: EVIL, seed: EVIL, event: first.id })}`,
      '/verdicts',
      `/verdicts?fate=${encodeURIComponent(EVIL)}`,
      '/quality',
      '/report.html',
      '/help',
      '/reviewer',
    ]
    let seen = 0
    for (const page of pages) {
      const text = await (await hostile.get(page)).text()
      expect(text, page).not.toMatch(/<script>|<img|<svg\/|onerror=alert\(1\)>(?!&)|<b>x/)
      expect(text, page).not.toMatch(/href="javascript/)
      if (text.includes('&lt;script&gt;')) seen++
    }
    expect(seen).toBeGreaterThan(15)
  })
  test('come out of CSV as no formula', async () => {
    const formula = open(build(fresh('db'), [article('=1+1', 'Russia attacked Ukraine.', { published: '2022-02-02' })]))
    expect(await (await formula.get('/events.csv')).text()).toMatch(/,'=1\+1,/)
  })
  test('the template escapes whatever is put into it', () => {
    expect(html`<a title="${`"'<>&\r\0`}">${['<', html`<b>`, null, false, 0]}</a>`.markup).toBe(
      '<a title="&quot;&#39;&lt;&gt;&amp;&#13;\ufffd">&lt;<b>0</a>',
    )
  })
})

describe('the file system', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/%2fetc%2fpasswd',
    '/assets//etc/passwd',
    '/assets/desk.css%00.js',
    '/../../../etc/passwd',
    '/article?id=../../../../etc/passwd',
  ])('%s leads to no file', async (page) => {
    // Sent as it stands: fetch would tidy the dots away.
    await serving(path, async ({ links, port }) => {
      const cookie = (await fetch(links[0] as string, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
      const answer = await new Promise<{ status: number; text: string }>((done, failed) => {
        request({ host: '127.0.0.1', port: port, path: page, headers: { cookie } }, (response) => {
          let text = ''
          response.on('data', (data) => {
            text += data
          })
          response.on('end', () => done({ status: response.statusCode ?? 0, text }))
        })
          .on('error', failed)
          .end()
      })
      expect(answer.status).toBe(404)
      expect(answer.text).not.toMatch(/root:|"devDependencies"/)
    })
  })
  test('a form names no file: nothing is written but the verdict file', async () => {
    const before = readdirSync(dir).sort()
    await one.post('/verdicts', { ...verdict(), verdicts: '../evil', db: '../evil', article: '../../evil', filter: '../evil' })
    await one.post('/verdicts', { ...verdict(), id: '../../evil-evil' })
    expect(readdirSync(dir).sort()).toEqual([...new Set([...before, one.desk.log.path.split('/').at(-1) ?? ''])].sort())
  })
  test('the database is opened for reading only, and never changes', async () => {
    const bytes = readFileSync(path)
    const { mtimeMs } = statSync(path)
    await judge(one, { queue: 'random' }, { verdict: 'accept' })
    expect(() => one.desk.query('DELETE FROM events RETURNING key')).toThrow(/readonly/)
    expect([readFileSync(path).equals(bytes), statSync(path).mtimeMs]).toEqual([true, mtimeMs])
  })
})

describe('limits', () => {
  test('a body that is more than a verdict needs is refused', async () => {
    const before = saved()
    expect((await one.post('/verdicts', { ...verdict(), comment: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await one.post('/verdicts', { ...verdict(), comment: 'x'.repeat(5000) })).status).toBe(400)
    expect(saved()).toBe(before)
  })
  test('a comment without words, or with too many, is told in words', async () => {
    const said = async (comment: string) =>
      ((await (await one.post('/verdicts', { ...verdict(), verdict: 'comment', comment })).json()) as { error: string }).error
    expect([await said(' '), await said('x'.repeat(5000))]).toEqual([
      expect.stringMatching(/^comment: is missing/),
      'comment: must have 4000 characters at most',
    ])
  })
  test.each(['2023-02-30', '2023-13', '2022/2023-00-01', '2013-W54'])('the date %s, which no calendar has, is refused', async (date) => {
    const before = saved()
    expect((await one.post('/verdicts', { ...verdict(), verdict: 'correct', date })).status).toBe(400)
    expect(saved()).toBe(before)
  })
  test.each(['2024-02-29', '1991-12', '2009-SP', '2013-W11', '2016-Q3', '199', '1997/1999-12-31'])('the date %s is taken', async (date) => {
    expect((await one.post('/verdicts', { ...verdict(), verdict: 'correct', date })).status).toBe(200)
  })
  test('read only, nothing can be judged and no form is shown', async () => {
    const reading = open(path, { readOnly: true })
    const answer = await reading.post('/verdicts', verdict())
    expect([answer.status, existsSync(reading.desk.log.path)]).toEqual([403, false])
    expect(await (await reading.get('/judge')).text()).not.toContain('action="/verdicts"')
  })
  test.each(['DELETE', 'PUT', 'PATCH', 'OPTIONS'])('%s is nothing here', async (method) => {
    expect(
      (await one.app.request(`http://${HOST}/verdicts`, { method, headers: { host: HOST, cookie: one.cookie, origin: `http://${HOST}` } }))
        .status,
    ).toBe(404)
  })
  test('what goes wrong inside is told without the inside', async () => {
    const answer = await one.post('/verdicts', { ...verdict(), verdict: 'correct', cameo: '190; DROP TABLE events', date: '{{7*7}}' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toMatch(/\bat .*\.ts|node_modules|SQLITE/)
  })
})
