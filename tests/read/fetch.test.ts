import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { createFetcher, type Fetched } from '../../src/read/fetch/fetcher.ts'
import { isPrivateAddress } from '../../src/read/fetch/private-address.ts'
import { parseRobots } from '../../src/read/fetch/robots.ts'
import { page, serve } from './server.ts'

const local = (more: object = {}) => createFetcher({ allowPrivate: true, agent: 'annalist/1.0', timeout: 2000, ...more })
const textOf = (fetched: Fetched): string =>
  fetched.kind === 'page'
    ? fetched.body.toString('utf8')
    : fetched.kind === 'fault'
      ? `${fetched.message} (${fetched.lasting ? 'for good' : 'for now'})`
      : fetched.kind

describe('fetching an address', () => {
  test('asks under our name, and takes packed answers', async () => {
    const { url, asked } = await serve({
      '/a': (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync(page('A', 'Text.'))),
    })
    const fetched = await local()(`${url}/a`, null)
    expect(fetched).toMatchObject({ kind: 'page', url: `${url}/a`, type: 'text/html', validators: { etag: '"1"', modified: null } })
    expect(textOf(fetched)).toContain('Text.')
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a'])
    expect(asked[1]?.headers).toMatchObject({ 'user-agent': 'annalist/1.0', 'accept-encoding': 'gzip, deflate, br' })
  })

  test('asks for what is newer only', async () => {
    const { url, asked } = await serve({
      '/a': ({ headers }, response) =>
        headers['if-none-match'] === '"1"' ? response.writeHead(304).end() : response.writeHead(200).end('new'),
    })
    const fetch = local()
    expect((await fetch(`${url}/a`, { etag: '"1"', modified: 'Wed, 01 May 2024 00:00:00 GMT' })).kind).toBe('unchanged')
    expect(asked[1]?.headers['if-modified-since']).toBe('Wed, 01 May 2024 00:00:00 GMT')
    expect(textOf(await fetch(`${url}/a`, { etag: '"0"', modified: null }))).toBe('new')
  })

  test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])('a private address is refused unless allowed: %s', async (host) => {
    const { url, asked } = await serve({ '/a': 'x' })
    const fetch = createFetcher({ allowPrivate: false, agent: 'annalist/1.0' })
    expect(textOf(await fetch(`${url.replace('127.0.0.1', host)}/a`, null))).toMatch(/^leads to a private address \(.+\) \(for good\)$/)
    expect(asked).toEqual([])
  })

  test('follows redirects, each as robots.txt of its site allows, and not for ever', async () => {
    const to = (location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(302, { location }).end()
    const { url } = await serve({
      '/robots.txt': 'User-agent: *\nDisallow: /secret\n',
      '/a': to('/b'),
      '/b': to('/c'),
      '/c': 'there',
      '/loop': to('/loop'),
      '/hidden': to('/secret'),
      '/file': to('file:///etc/passwd'),
    })
    const fetch = local()
    expect(await fetch(`${url}/a`, null)).toMatchObject({ kind: 'page', url: `${url}/c` })
    expect(textOf(await fetch(`${url}/loop`, null))).toBe('leads on more than 5 times (for good)')
    expect(textOf(await fetch(`${url}/hidden`, null))).toBe('may not be fetched: robots.txt of its site says so (for good)')
    expect(textOf(await fetch(`${url}/file`, null))).toBe('leads to file://, which is not fetched (for good)')
  })

  test.each<[string, import('./server.ts').Served, string]>([
    ['not there', (_, r) => r.writeHead(404).end(), 'was answered with 404 (for good)'],
    ['too many requests', (_, r) => r.writeHead(429).end(), 'was answered with 429 (for now)'],
    ['a broken server', (_, r) => r.writeHead(503).end(), 'was answered with 503 (for now)'],
    ['a server that hangs', () => {}, 'gave no answer within 0.3 s (for now)'],
    [
      'a body that drips without end',
      (_, r) => {
        r.writeHead(200)
        const drip = setInterval(() => r.write('x'), 20)
        r.on('close', () => clearInterval(drip))
      },
      'gave no answer within 0.3 s (for now)',
    ],
    ['a connection cut off', (q) => q.socket.destroy(), "can't be reached (ECONNRESET) (for now)"],
    [
      'a body beyond any article',
      (_, r) => r.writeHead(200).end(Buffer.alloc(17 * 1024 * 1024)),
      'is larger than 16777216 bytes (for good)',
    ],
    [
      'a bomb',
      (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
      "can't be unpacked (gzip): Cannot create a Buffer larger than 16777216 bytes (for good)",
    ],
    ['a packing of its own', (_, r) => r.writeHead(200, { 'content-encoding': 'lzma' }).end('x'), 'is packed as "lzma" (for good)'],
  ])('%s', async (_, route, message) => {
    const { url } = await serve({ '/a': route, '/robots.txt': '' })
    expect(textOf(await local({ timeout: message.includes('0.3') ? 300 : 5000 })(`${url}/a`, null))).toBe(message)
  })

  test('a site whose robots.txt is broken is left alone; one without is open', async () => {
    const broken = await serve({ '/a': 'x', '/robots.txt': (_, r) => r.writeHead(500).end() })
    expect(textOf(await local()(`${broken.url}/a`, null))).toBe(
      "is left alone: robots.txt of its site can't be had, it was answered with 500 (for now)",
    )
    expect(broken.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
    const open = await serve({ '/a': 'x' })
    expect(textOf(await local()(`${open.url}/a`, null))).toBe('x')
  })

  test('of a robots.txt that is very long the beginning counts', async () => {
    const { url } = await serve({
      '/a': 'x',
      '/b': 'x',
      '/robots.txt': (_, r) => r.writeHead(200).end(`User-agent: *\nDisallow: /a\n${'# more\n'.repeat(100_000)}`),
    })
    const fetch = local()
    expect(textOf(await fetch(`${url}/a`, null))).toBe('may not be fetched: robots.txt of its site says so (for good)')
    expect(textOf(await fetch(`${url}/b`, null))).toBe('x')
  })

  test('a redirect to what is no address is told as that', async () => {
    const away =
      (location: string): import('./server.ts').Served =>
      (_, r) =>
        r.writeHead(302, { location }).end()
    const page = await serve({ '/a': away('http://:x:/') })
    expect(textOf(await local()(`${page.url}/a`, null))).toBe('leads to "http://:x:/", which is no address (for good)')
    const robots = await serve({ '/a': 'x', '/robots.txt': away('file:///etc/passwd') })
    expect(textOf(await local()(`${robots.url}/a`, null))).toBe(
      "is left alone: robots.txt of its site can't be had, it leads to file:// (for now)",
    )
  })

  test.each<[string, import('node:http').OutgoingHttpHeaders, boolean]>([
    ['in seconds', { 'retry-after': '120' }, true],
    ['by a date', { 'retry-after': 'Wed, 01 May 2024 10:02:00 GMT', date: 'Wed, 01 May 2024 10:00:00 GMT' }, true],
    ['in words', { 'retry-after': 'later' }, false],
    ['not at all', {}, false],
  ])('a site that is overrun and tells %s how long to wait is left alone for so long', async (_, headers, told) => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      let overrun = true
      const { url, asked } = await serve({
        '/a': (_, r) => r.writeHead(overrun ? 429 : 200, overrun ? headers : {}).end('x'),
        '/b': 'x',
      })
      const fetch = local()
      expect(textOf(await fetch(`${url}/a`, null))).toBe('was answered with 429 (for now)')
      overrun = false
      expect(textOf(await fetch(`${url}/b`, null))).toBe(told ? 'is left alone: its site asks to wait 120 s more (for now)' : 'x')
      expect(asked.map(({ path }) => path)).toEqual(told ? ['/robots.txt', '/a'] : ['/robots.txt', '/a', '/b'])
      vi.advanceTimersByTime(121_000)
      expect(textOf(await fetch(`${url}/a`, null))).toBe('x')
    } finally {
      vi.useRealTimers()
    }
  })

  test('a site that is down is told as that, not as one that forbids', async () => {
    expect(textOf(await local()('http://127.0.0.1:1/a', null))).toBe("can't be reached (ECONNREFUSED) (for now)")
  })

  test('robots.txt that could not be had is asked for again after a minute', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      let broken = true
      const { url } = await serve({ '/a': 'x', '/robots.txt': (_, r) => r.writeHead(broken ? 503 : 404).end() })
      const fetch = local()
      expect(textOf(await fetch(`${url}/a`, null))).toMatch(/^is left alone/)
      broken = false
      vi.advanceTimersByTime(59_000)
      expect(textOf(await fetch(`${url}/a`, null))).toMatch(/^is left alone/)
      vi.advanceTimersByTime(2_000)
      expect(textOf(await fetch(`${url}/a`, null))).toBe('x')
    } finally {
      vi.useRealTimers()
    }
  })

  test('no more than two requests of a host at once', async () => {
    let now = 0
    let most = 0
    const slow: import('./server.ts').Served = (_, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.end('x')
      }, 15)
    }
    const { url } = await serve(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`/${i}`, slow])))
    const fetch = local()
    await Promise.all(Array.from({ length: 10 }, (_, i) => fetch(`${url}/${i}`, null)))
    expect(most).toBe(2)
  })

  test('what is no address is told', async () => {
    expect(textOf(await local()('http://', null))).toBe('is no address (for good)')
  })
})

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['8.8.8.8', false],
  ['::1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['::ffff:7f00:1', true],
  ['2606:4700::1111', false],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected))

describe('robots.txt', () => {
  test.each<[string, string, string, boolean]>([
    ['says nothing', '', '/a', true],
    ['disallows a folder for all', 'User-agent: *\nDisallow: /private/', '/private/x', false],
    ['and what is beside it not', 'User-agent: *\nDisallow: /private/', '/privately', true],
    ['an empty Disallow allows all', 'User-agent: *\nDisallow:', '/a', true],
    ['our own group alone counts', 'User-agent: *\nDisallow: /\n\nUser-agent: Annalist\nDisallow: /x', '/a', true],
    ['named with a version', 'User-agent: annalist/9.1\nDisallow: /', '/a', false],
    ['in a group of several names', 'User-agent: other\nUser-agent: annalist\nDisallow: /', '/a', false],
    ['groups of one name are one', 'User-agent: annalist\nDisallow: /a\nUser-agent: annalist\nDisallow: /b', '/b', false],
    ['of others only', 'User-agent: other\nDisallow: /', '/a', true],
    ['the longest rule wins', 'User-agent: *\nDisallow: /\nAllow: /news', '/news/1', true],
    ['whatever the order', 'User-agent: *\nAllow: /news\nDisallow: /news/old', '/news/old/1', false],
    ['of two as long the one that allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['wildcards', 'User-agent: *\nDisallow: /*.pdf', '/x/y.pdf?z', false],
    ['to the end', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['to the very end', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['comments and odd line ends', '# hello\r\nUser-Agent : * # all\rDisallow : /a # not here\n', '/a', false],
    ['octets in small letters', 'User-agent: *\nDisallow: /%c3%a4', '/%c3%a4/1', false],
    ['octets in capitals or none', 'User-agent: *\nDisallow: /ä', '/%c3%A4', false],
    ['octets of another encoding', 'User-agent: *\nDisallow: /%e4', '/%E4/1', false],
    ['octets of letters', 'User-agent: *\nDisallow: /%61bc', '/abc', false],
    ['signs that addresses may hold as they are', 'User-agent: *\nDisallow: /a|b', '/a|b', false],
    ['a slash as an octet is none', 'User-agent: *\nDisallow: /a/b', '/a%2fb', true],
    ['the file itself is always allowed', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['a thousand stars cost nothing', `User-agent: *\nDisallow: /${'*a'.repeat(1000)}$`, `/${'a'.repeat(5000)}b`, true],
  ])('%s', (_, text, path, allowed) => expect(parseRobots(text, 'annalist').allows(path)).toBe(allowed))

  test('a delay is kept to, within reason', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2', 'annalist').delay).toBe(2)
    expect(parseRobots('User-agent: *\nCrawl-delay: 86400', 'annalist').delay).toBe(30)
    expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'annalist').delay).toBe(0)
  })
})
