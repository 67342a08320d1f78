import zlib from 'node:zlib'
import { type Fault, LARGEST_ARTICLE } from './reading.ts'

/** An HTTP response as an archive keeps it: status, type, and the body undone of transfer and content encoding. */
export type HttpResponse = { readonly status: number; readonly type: string; readonly body: Buffer }

// In Node's types from version 22 on.
const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: typeof zlib.gunzipSync }

const UNPACK: Readonly<Record<string, ((bytes: Buffer, options: zlib.ZlibOptions) => Buffer) | undefined>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  // Servers send zlib's format and, wrongly, the bare one.
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options)),
  br: (bytes, { maxOutputLength }) => zlib.brotliDecompressSync(bytes, maxOutputLength === undefined ? {} : { maxOutputLength }),
  zstd: zstdDecompressSync,
}

/** The body of a chunked message (RFC 9112 §7.1). Archives often keep the header of a body that was put together: then there are no chunks. */
const dechunk = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(bytes.subarray(at, Math.min(end, at + 16)).toString('latin1'), 16)
    if (Number.isNaN(size) || end + 2 + size > bytes.length) return parts.length === 0 ? bytes : Buffer.concat(parts)
    if (size === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

// Some servers end lines with \n alone (RFC 9112 §2.2).
const cutHead = (bytes: Buffer): { readonly head: string; readonly rest: Buffer } => {
  const [strict, bare] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  const plain = bare >= 0 && (strict < 0 || bare < strict)
  const gap = plain ? bare : strict
  return { head: bytes.subarray(0, Math.max(0, gap)).toString('latin1'), rest: bytes.subarray(gap + (plain ? 2 : 4)) }
}

/** Takes an HTTP response apart, or says why it can't be. */
export const parseHttp = (bytes: Buffer): HttpResponse | Fault => {
  const { head, rest } = cutHead(bytes)
  const [first = '', ...lines] = head.split(/\r?\n/)
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(first)?.[1])
  if (Number.isNaN(status))
    return { message: 'holds no HTTP response', hint: 'the archive was written in a way that annalist does not know' }
  const header = (name: string): string =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  let body = rest
  if (/chunked/i.test(header('transfer-encoding'))) body = dechunk(body)
  const unpacked = unpackBody(body, header('content-encoding'))
  return Buffer.isBuffer(unpacked) ? { status, type: header('content-type'), body: unpacked } : unpacked
}

/** Undoes the content encodings of a body (RFC 9110 §8.4), or says why it can't. What would unpack to more than any article has is a fault: bombs are made so. */
export const unpackBody = (packed: Buffer, encodings: string): Buffer | Fault => {
  let body = packed
  for (const encoding of encodings
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'identity')
    .toReversed()) {
    // Archives often keep the header of a body that was unpacked.
    if (/^\s*<[!?\w]/.test(body.subarray(0, 100).toString('latin1'))) return body
    try {
      const unpack = UNPACK[encoding]
      if (unpack === undefined)
        return { message: `is packed as "${encoding}"`, hint: 'gzip, deflate, br and, with Node 22.15 or newer, zstd are read' }
      body = unpack(body, { maxOutputLength: LARGEST_ARTICLE })
    } catch (error) {
      return {
        message: `can't be unpacked (${encoding}): ${error instanceof Error ? error.message : String(error)}`,
        hint: 'fetch the page again',
      }
    }
  }
  return body
}
