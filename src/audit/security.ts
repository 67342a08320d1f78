import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Who is let in: links with a token that counts once, and the sessions that they open. */
export type Doors = {
  /** A new token. */
  readonly invite: () => string
  /** Takes a token in: the session that it opens, or null when it is unknown or was used. */
  readonly enter: (token: string) => string | null
  /** The session of a cookie, or null. */
  readonly session: (cookie: string | undefined) => Session | null
  readonly rename: (cookie: string, reviewer: string) => void
}
export type Session = { readonly reviewer: string }

const TOKENS = 16

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Makes the doors of a server; `reviewer` is who judges unless a session says otherwise. */
export const makeDoors = (reviewer: string): Doors => {
  const tokens: string[] = []
  const sessions = new Map<string, Session>()
  return {
    invite: () => {
      const token = randomBytes(24).toString('base64url')
      tokens.push(token)
      if (tokens.length > TOKENS) tokens.shift()
      return token
    },
    enter: (token) => {
      const at = tokens.findIndex((t) => equal(t, token))
      if (at === -1) return null
      tokens.splice(at, 1)
      const session = randomBytes(24).toString('base64url')
      sessions.set(session, { reviewer })
      return session
    },
    session: (cookie) => {
      if (cookie === undefined) return null
      for (const [id, session] of sessions) if (equal(id, cookie)) return session
      return null
    },
    rename: (cookie, name) => {
      sessions.set(cookie, { reviewer: name })
    },
  }
}

/** What every answer says: only our own files, no frames, no sniffing, nothing kept by caches or told to other sites. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: a browser then calls the origin of its own forms `null`.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/** The names that the server answers to: a page of another site that points its own name at this machine (DNS rebinding) is not among them. */
export const hostsOf = (host: string, port: number): ReadonlySet<string> => {
  const names = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    ...(host === '0.0.0.0' || host === '::' ? [] : [host.includes(':') ? `[${host}]` : host]),
  ]
  return new Set(names.map((name) => (port === 80 ? name : `${name}:${port}`)))
}
