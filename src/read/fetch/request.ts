import { type LookupAddress, lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

/** One answer of a server: its status, headers and body, still packed as it was sent. */
export type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer }

/** Why a request came to nothing. `lasting`: it would come to nothing again. */
export class RequestError extends Error {
  readonly hint: string
  readonly lasting: boolean
  constructor(message: string, hint: string, lasting: boolean) {
    super(message)
    this.name = 'RequestError'
    this.hint = hint
    this.lasting = lasting
  }
}

export type RequestOptions = {
  readonly headers: Readonly<Record<string, string>>
  readonly allowPrivate: boolean
  /** Milliseconds for the whole exchange. */
  readonly timeout: number
  /** Bytes of the body, as sent. */
  readonly largest: number
  /** What is larger is cut off there, and no fault. */
  readonly cut?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

const privateAddress = (host: string): RequestError =>
  new RequestError(`leads to a private address (${host})`, 'with --allow-private these are fetched, too', true)

/** Looks a name up and refuses private addresses at the moment of connecting, so that no name can change its mind after a check. */
const guardedLookup =
  (allowPrivate: boolean): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error || !first) callback(error ?? new Error(`no address for ${host}`), '', 4)
      else if (!allowPrivate && addresses.some(({ address }) => isPrivateAddress(address))) callback(privateAddress(host), '', 4)
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

/** One GET, without redirects. Throws `RequestError`. */
export const request = (url: URL, { headers, allowPrivate, timeout, largest, cut, signal }: RequestOptions): Promise<Answer> =>
  new Promise((done, failed) => {
    const bare = url.hostname.replace(/^\[|\]$/g, '')
    if (!allowPrivate && isIP(bare) !== 0 && isPrivateAddress(bare)) {
      failed(privateAddress(bare))
      return
    }
    const late = AbortSignal.timeout(timeout)
    const { request: open } = url.protocol === 'https:' ? https : http
    const sent = open(
      url,
      { headers, lookup: guardedLookup(allowPrivate), signal: signal ? AbortSignal.any([late, signal]) : late },
      (answer) => {
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > largest && cut) {
            done(answered(answer, [...parts, part.subarray(0, part.length - (size - largest))]))
            sent.destroy()
          } else if (size > largest)
            sent.destroy(new RequestError(`is larger than ${largest} bytes`, 'fetch it by other means and cut it into articles', true))
          else parts.push(part)
        })
        answer.on('end', () => done(answered(answer, parts)))
        answer.on('error', (error) => failed(explained(error, late, timeout)))
      },
    )
    sent.on('error', (error) => failed(explained(error, late, timeout)))
    sent.end()
  })

const answered = ({ statusCode, headers }: http.IncomingMessage, parts: readonly Buffer[]): Answer => ({
  status: statusCode ?? 0,
  headers,
  body: Buffer.concat(parts),
})

const explained = (error: Error, late: AbortSignal, timeout: number): RequestError => {
  if (error instanceof RequestError) return error
  if (late.aborted) return new RequestError(`gave no answer within ${timeout / 1000} s`, 'try again later', false)
  const code = 'code' in error ? String(error.code) : error.message
  return new RequestError(`can't be reached (${code})`, 'check the address and the network, and try again later', false)
}
