import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, type TransformCallback } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { placeOf } from '../disk/place-of.ts'

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** Zlib notes the system it runs on in byte 9: "unknown" is the same everywhere. */
const withoutSystem = (): Transform => {
  let at = 0
  return new Transform({
    transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
      if (at <= 9 && at + chunk.length > 9) chunk[9 - at] = 255
      at += chunk.length
      done(null, chunk)
    },
  })
}

/** Writes pieces to a file that is put in place when it is whole, its folder made where there is none; a name in `.gz` is compressed. An abort leaves what was there; of a pipe whose reader goes away the rest is not written. */
export const writeFile = async (path: string, pieces: Pieces, signal?: AbortSignal): Promise<'done' | 'interrupted'> => {
  await mkdir(dirname(path), { recursive: true })
  const place = placeOf(path)
  const partial = place === null ? path : `${place}.${process.pid}.partial`
  const file = createWriteStream(partial)
  const entrance = path.endsWith('.gz') ? createGzip({ level: 9 }) : file
  if (entrance !== file) entrance.pipe(withoutSystem()).pipe(file)
  // Told by `finished`.
  entrance.on('error', () => {})
  const written = finished(file)
  written.catch(() => {})
  try {
    await once(file, 'open')
    for await (const piece of pieces) {
      if (signal?.aborted) return 'interrupted'
      if (!entrance.write(piece)) await Promise.race([once(entrance, 'drain'), written])
    }
    entrance.end()
    await written
    if (place !== null) await rename(partial, place)
    return 'done'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    // Who reads a pipe may have enough, as `head` has.
    if (place === null && code === 'EPIPE') return 'done'
    if (code === 'ENOSPC') throw Object.assign(new Error(`${path} can't be written: the disk is full`), { code })
    throw error
  } finally {
    if (!file.closed) file.destroy()
    if (place !== null) await rm(partial, { force: true })
  }
}
