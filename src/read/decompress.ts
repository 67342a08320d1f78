import { once } from 'node:events'
import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import { type Chunks, peek } from './bytes.ts'
import { BrokenFrame, isZstd, zstdFrames } from './zstd-frames.ts'

/** A compressed stream that ends or breaks before its end: what came before is good. */
export class CutShort extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'CutShort'
    this.hint = hint
  }
}

export type Compression = 'gzip' | 'zstd'

/** The compression that bytes begin with: RFC 1952's and RFC 8878's magic numbers. */
export const compressionOf = (head: Uint8Array): Compression | null => {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip'
  return isZstd(head) ? 'zstd' : null
}

// In Node's types from version 22 on.
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform }

/** A stream, unpacked where it is packed, and its first bytes: `least` of them where there are so many. */
export const unpacked = async (stream: Chunks, least: number): Promise<{ readonly head: Buffer; readonly chunks: Chunks }> => {
  const packed = await peek(stream, 4)
  const compression = compressionOf(packed.head)
  return peek(compression === null ? packed.chunks : decompress(packed.chunks, compression), least)
}

/** Unpacks a stream as it comes, members one after another as `cat a.gz b.gz` makes them. Throws `CutShort` after the last good byte. */
async function* decompress(packed: Chunks, compression: Compression): AsyncGenerator<Uint8Array> {
  if (compression === 'zstd' && createZstdDecompress === undefined)
    throw new CutShort(
      'is zstd-compressed, which Node reads from version 22.15 on',
      'use a newer Node, or unpack it first: zstd -dc FILE | annalist …',
    )
  try {
    const { head, chunks } = await peek(packed, compression === 'gzip' ? BEGINNING : 0)
    if (compression === 'gzip' && isArchive(head)) yield* (await import('./gzip-members.ts')).gzipMembers(chunks, ARCHIVE)
    else if (compression === 'gzip' || createZstdDecompress === undefined) yield* pump(chunks, zlib.createGunzip())
    else for await (const frame of zstdFrames(chunks)) yield* pump(frame, createZstdDecompress())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (
      code === 'Z_BUF_ERROR' ||
      (error instanceof BrokenFrame && error.how === 'cut') ||
      /unexpected end|prematurely/i.test(String(error))
    )
      throw new CutShort(
        `is cut short: the ${compression} stream ends before its end`,
        'fetch the file again; what could be unpacked was read',
      )
    if (error instanceof BrokenFrame || /^(Z_|ZSTD_)/.test(code))
      throw new CutShort(
        `is damaged: the ${compression} stream breaks off${code === '' ? '' : ` (${code})`}`,
        'fetch the file again; what could be unpacked was read',
      )
    throw error
  }
}

const BEGINNING = 1024
const ARCHIVE = 'WARC/'

/** Whether a gzip stream unpacks to a web archive, whose members are whole each for itself. */
const isArchive = (head: Buffer): boolean => {
  try {
    return zlib.gunzipSync(head.subarray(0, BEGINNING), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).indexOf(ARCHIVE) === 0
  } catch {
    return false
  }
}

const SLICE = 1 << 14

/** Sends bytes through a transform, some at a time, and gives on what comes out as soon as it does: also what came out before it failed, which a stream would throw away. */
async function* pump(chunks: Chunks, transform: Transform): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  let failed: unknown = null
  // Zeros behind the last member, as tapes and block devices leave them, end it before its input does.
  const over = once(transform, 'end').catch(() => {})
  transform.on('data', (bytes: Uint8Array) => out.push(bytes))
  transform.on('error', (error) => {
    failed = error
  })
  try {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length && failed === null; at += SLICE) {
        await written(transform, chunk.subarray(at, at + SLICE))
        yield* out.splice(0)
      }
    if (failed === null) {
      transform.end()
      await over
    }
    yield* out.splice(0)
    if (failed !== null) throw failed
  } finally {
    transform.destroy()
  }
}

/** Waits until bytes went through, or the transform failed on them. */
export const written = (transform: Transform, bytes: Uint8Array): Promise<void> =>
  new Promise((done) => {
    const settle = (): void => {
      transform.off('error', settle).off('close', settle)
      done()
    }
    transform.once('error', settle).once('close', settle)
    transform.write(bytes, settle)
  })
