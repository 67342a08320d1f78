import { setTimeout as wait } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import { unpackBody } from '../http-response.ts'
import { type Fault, LARGEST_ARTICLE } from '../reading.ts'
import { bareAddress, withoutPassword } from './bare-address.ts'
import { type Answer, RequestError, request } from './request.ts'
import { ALL_ALLOWED, parseRobots, type Robots } from './robots.ts'

/** What a server said of a page's version (RFC 9110 §8.8). */
export type Validators = { readonly etag: string | null; readonly modified: string | null }

/** What came of fetching an address: the page, that it is as it was, or why there is none. `lasting`: it would come to nothing again. */
export type Fetched =
  | { readonly kind: 'page'; readonly url: string; readonly type: string; readonly body: Buffer; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  | (Fault & { readonly kind: 'fault'; readonly lasting: boolean })

/** Fetches addresses, a few at a time of each host, as their robots.txt allows. `before`: what is known of the page's last version. */
export type Fetcher = (url: string, before: Validators | null) => Promise<Fetched>

export type FetcherOptions = {
  readonly allowPrivate: boolean
  /** How we call ourselves: `annalist/1.0`. */
  readonly agent: string
  /** Milliseconds for one exchange. */
  readonly timeout?: number
  readonly perHost?: number
  readonly signal?: AbortSignal | undefined
}

const REDIRECTS = 5
const ROBOTS_SIZE = 512 * 1024

/** RFC 9309 §2.4: no longer than a day; where it could not be had, it is asked for again after a minute. */
const ROBOTS_KEPT = 24 * 3600 * 1000
const ROBOTS_LACKED = 60_000

const LONGEST_REST = 24 * 3600 * 1000

type Host = { readonly limit: LimitFunction; robots: Promise<Robots>; until: number; last: number; rests: number }

/** Makes a fetcher. What it learns of hosts it keeps as long as it lives. */
export const createFetcher = ({ allowPrivate, agent, timeout = 30_000, perHost = 2, signal }: FetcherOptions): Fetcher => {
  const hosts = new Map<string, Host>()
  // A site that is given with user and password has them for all of its pages.
  const passwords = new Map<string, Pick<URL, 'username' | 'password'>>()
  const withPassword = (url: URL): URL => Object.assign(new URL(url), passwords.get(url.origin))
  const get = (url: URL, headers: Readonly<Record<string, string>>, largest: number, cut = false): Promise<Answer> =>
    request(withPassword(url), {
      headers: { 'user-agent': agent, 'accept-encoding': 'gzip, deflate, br', ...headers },
      allowPrivate,
      timeout,
      largest,
      cut,
      signal,
    })

  /** RFC 9309: what is not there allows all; where it can't be had nothing is fetched, for now. */
  const readRobots = async (origin: URL): Promise<Robots> => {
    let url = new URL('/robots.txt', origin)
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (!isWeb(url)) throw lacking(`it leads to ${url.protocol}//`)
      // RFC 9309 §2.5: of what is longer the beginning counts.
      const answer = await get(url, {}, ROBOTS_SIZE, true)
      const next = redirected(url, answer)
      if (next === null) {
        if (answer.status >= 400 && answer.status < 500) return ALL_ALLOWED
        if (answer.status !== 200) throw lacking(`it was answered with ${answer.status}`)
        const body = unpackBody(answer.body, String(answer.headers['content-encoding'] ?? ''))
        if (!Buffer.isBuffer(body)) throw lacking(`it ${body.message}`)
        return parseRobots(body.toString('utf8'), agent.replace(/\/.*/, ''))
      }
      url = next
    }
    throw lacking(`it leads on more than ${REDIRECTS} times`)
  }
  const hostOf = (url: URL): Host => {
    const known = hosts.get(url.origin)
    if (known !== undefined && performance.now() < known.until) return known
    const robots = readRobots(url)
    const host: Host = known ?? { limit: pLimit(perHost), robots, until: 0, last: 0, rests: 0 }
    host.robots = robots
    host.until = performance.now() + ROBOTS_KEPT
    // Told to whoever asks.
    robots.catch(() => {
      host.until = performance.now() + ROBOTS_LACKED
    })
    hosts.set(url.origin, host)
    return host
  }
  /** One request in its host's turn. */
  const politely = (url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const host = hostOf(url)
    return host.limit(async () => {
      const robots = await host.robots
      const rest = Math.ceil((host.rests - performance.now()) / 1000)
      if (rest > 0) throw new RequestError(`is left alone: its site asks to wait ${rest} s more`, 'try again later', false)
      if (!robots.allows(url.pathname + url.search))
        throw new RequestError('may not be fetched: robots.txt of its site says so', 'ask the site, or get the text by other means', true)
      const due = host.last + robots.delay * 1000 - performance.now()
      host.last = Math.max(performance.now(), host.last + robots.delay * 1000)
      if (due > 0 && robots.delay > 0) await wait(due, undefined, { signal })
      const answer = await get(url, headers, LARGEST_ARTICLE)
      host.rests = Math.max(host.rests, performance.now() + restOf(answer))
      return answer
    })
  }
  const follow = async (address: string, before: Validators | null): Promise<Fetched> => {
    let url = new URL(address)
    const { origin, username, password } = url
    if (username !== '' || password !== '') passwords.set(origin, { username, password })
    const asked = {
      ...(before?.etag && { 'if-none-match': before.etag }),
      ...(before?.modified && { 'if-modified-since': before.modified }),
    }
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (!isWeb(url)) return fault(`leads to ${url.protocol}//, which is not fetched`, 'give an address of http or https', true)
      const answer = await politely(url, asked)
      if (answer.status === 304) return { kind: 'unchanged' }
      const next = redirected(url, answer)
      if (next === null) return pageOf(url, answer)
      url = next
    }
    return fault(`leads on more than ${REDIRECTS} times`, 'give the address that it leads to in the end', true)
  }
  return async (address, before) => {
    try {
      return await follow(address, before)
    } catch (error) {
      if (error instanceof RequestError) return fault(error.message, error.hint, error.lasting)
      if (error instanceof TypeError) return fault('is no address', 'write it whole: https://example.org/page', true)
      return fault(`can't be fetched: ${error instanceof Error ? error.message : String(error)}`, 'try again later', false)
    }
  }
}

const lacking = (why: string): RequestError =>
  new RequestError(`is left alone: robots.txt of its site can't be had, ${why}`, 'try again later', false)

const fault = (message: string, hint: string, lasting: boolean): Fetched => ({ kind: 'fault', message, hint, lasting })

/** How long a site that is overrun asks to be left alone, in milliseconds (RFC 9110 §10.2.3): a number of seconds or a date, which its own clock is asked for. */
const restOf = ({ status, headers }: Answer): number => {
  const after = headers['retry-after']?.trim() ?? ''
  if ((status !== 429 && status !== 503) || after === '') return 0
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - (Date.parse(headers.date ?? '') || Date.now())
  return Math.min(LONGEST_REST, Math.max(0, wait || 0))
}

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'

const redirected = (url: URL, { status, headers: { location } }: Answer): URL | null => {
  if (![301, 302, 303, 307, 308].includes(status) || !location) return null
  if (!URL.canParse(location, url.href))
    throw new RequestError(`leads to "${withoutPassword(location)}", which is no address`, 'tell its site', true)
  return new URL(location, url)
}

const SECRET = 'name the address with user and password, which are not kept: https://USER:PASSWORD@…'

const pageOf = (url: URL, { status, headers, body }: Answer): Fetched => {
  if (status !== 200) {
    const lasting = status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429
    return fault(`was answered with ${status}`, status === 401 ? SECRET : lasting ? 'check the address' : 'try again later', lasting)
  }
  const unpacked = unpackBody(body, String(headers['content-encoding'] ?? ''))
  if (!Buffer.isBuffer(unpacked)) return { kind: 'fault', ...unpacked, lasting: true }
  return {
    kind: 'page',
    url: bareAddress(url.href),
    type: headers['content-type'] ?? '',
    body: unpacked,
    validators: { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null },
  }
}
