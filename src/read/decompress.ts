import { once } from 'node:events'
import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { Chunks } from './bytes.ts'

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
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : null
}

// In Node's types from version 22 on.
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform }

/** Unpacks a stream as it comes, members one after another as `cat a.gz b.gz` makes them. Throws `CutShort` after the last good byte. */
export async function* decompress(chunks: Chunks, compression: Compression): AsyncGenerator<Uint8Array> {
  const unpack = compression === 'gzip' ? zlib.createGunzip() : createZstdDecompress?.()
  if (unpack === undefined)
    throw new CutShort(
      'is zstd-compressed, which Node reads from version 22.15 on',
      'use a newer Node, or unpack it first: zstd -dc FILE | annalist …',
    )
  try {
    yield* pump(chunks, unpack)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'Z_BUF_ERROR' || /unexpected end|prematurely/i.test(String(error)))
      throw new CutShort(
        `is cut short: the ${compression} stream ends before its end`,
        'fetch the file again; what could be unpacked was read',
      )
    if (/^(Z_|ZSTD_)/.test(code))
      throw new CutShort(
        `is damaged: the ${compression} stream breaks off (${code})`,
        'fetch the file again; what could be unpacked was read',
      )
    throw error
  }
}

const SLICE = 1 << 14

/** Sends bytes through a transform, some at a time, and gives on what comes out as soon as it does: also what came out before it failed, which a stream would throw away. */
async function* pump(chunks: Chunks, transform: Transform): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  let failed: unknown = null
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
      const over = once(transform, 'end').catch(() => {})
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
const written = (transform: Transform, bytes: Uint8Array): Promise<void> =>
  new Promise((done) => {
    const settle = (): void => {
      transform.off('error', settle)
      done()
    }
    transform.once('error', settle)
    transform.write(bytes, settle)
  })
