import zlib from 'node:zlib'
import type { Chunks } from './bytes.ts'
import { written } from './decompress.ts'
import { type Taken, takeFrom } from './take-from.ts'

// In Node's types from version 22 on.
const { crc32 } = zlib as unknown as { readonly crc32: (data: Uint8Array, value?: number) => number }

const MAGIC = Buffer.from([0x1f, 0x8b, 8])
const SLICE = 1 << 14
const LONGEST_HEADER = 1 << 16

/** What stands in the place of what could not be unpacked: no record of an archive, and begun on a line of its own. */
const GAP = Buffer.from('\r\nGAP\r\n\r\n')

/** The size of a member's header (RFC 1952 §2.3), or null where none begins. */
const headerSize = (head: Buffer): number | null => {
  const flags = head[3] ?? 0xff
  if (head.length < 10 || head.indexOf(MAGIC) !== 0 || (flags & 0xe0) !== 0) return null
  let at = 10
  if (flags & 4) at += 2 + (head.length < 12 ? 0 : head.readUInt16LE(10))
  for (const name of [8, 16]) if (flags & name) at = head.indexOf(0, at) + 1 || LONGEST_HEADER
  return flags & 2 ? at + 2 : at
}

/** Ends as Node's unpacker ends, where nothing more can be unpacked. */
const fault = (code: 'Z_BUF_ERROR' | 'Z_DATA_ERROR'): Error => Object.assign(new Error(code), { code })

/**
 * Unpacks the members of a gzip stream, of which web archives have one for each record. Behind one that is damaged it goes on at the next one that begins with `start`; throws an
 * error of zlib where there is none.
 */
export async function* gzipMembers(chunks: Chunks, start: string): AsyncGenerator<Uint8Array> {
  const source = takeFrom(chunks)
  for (let wanted = ''; ; ) {
    const head = await source.ahead(LONGEST_HEADER)
    // Zeros behind the last member are left by tapes.
    if (head.length === 0 || (wanted === '' && head[0] === 0)) return
    const size = headerSize(head)
    let broken: Error | null = size === null ? fault('Z_DATA_ERROR') : null
    let any = false
    if (size !== null) {
      await source.exactly(size, 0)
      try {
        for await (const bytes of member(source)) {
          if (!any && wanted !== '') {
            if (!Buffer.from(bytes).subarray(0, wanted.length).equals(Buffer.from(wanted))) throw fault('Z_DATA_ERROR')
            yield GAP
            wanted = ''
          }
          any = true
          yield bytes
        }
      } catch (error) {
        broken = error as Error
      }
    }
    if (broken === null) continue
    wanted = start
    if (size === null) await source.exactly(1, 0)
    if (!(await source.passOver(Number.POSITIVE_INFINITY, MAGIC)).marked) throw broken
  }
}

/** What one member holds, whose header is taken. Of one that is damaged what came before stands. */
async function* member(source: Taken): AsyncGenerator<Uint8Array> {
  const inflate = zlib.createInflateRaw()
  const out: Uint8Array[] = []
  let failed: Error | null = null
  inflate.on('data', (bytes: Uint8Array) => out.push(bytes))
  inflate.on('error', (error) => {
    failed = error
  })
  let [sum, size] = [0, 0]
  try {
    for (let ended = false; !ended; ) {
      const slice = (await source.ahead(SLICE)).subarray(0, SLICE)
      if (slice.length === 0) throw fault('Z_BUF_ERROR')
      const before = inflate.bytesWritten
      await written(inflate, slice)
      for (const bytes of out.splice(0)) {
        sum = crc32(bytes, sum)
        size = (size + bytes.length) >>> 0
        yield bytes
      }
      if (failed !== null) throw failed
      const used = inflate.bytesWritten - before
      await source.exactly(used, 0)
      ended = used < slice.length
    }
    const { bytes } = await source.exactly(8, 8)
    if (bytes === null || bytes.length < 8) throw fault('Z_BUF_ERROR')
    if (bytes.readUInt32LE(0) !== sum || bytes.readUInt32LE(4) !== size) throw fault('Z_DATA_ERROR')
  } finally {
    inflate.destroy()
  }
}
