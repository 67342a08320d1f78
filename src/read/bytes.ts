import { LARGEST_ARTICLE } from './reading.ts'

export type Chunks = AsyncIterable<Uint8Array>

/** The first bytes of a stream, `least` of them where there are so many, and the whole stream again. */
export const peek = async (chunks: Chunks, least: number): Promise<{ readonly head: Buffer; readonly chunks: Chunks }> => {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let broken: { readonly error: unknown } | null = null
  while (size < least) {
    try {
      const next = await iterator.next()
      if (next.done) break
      first.push(next.value)
      size += next.value.length
    } catch (error) {
      // What came before is good: the stream breaks where it broke.
      broken = { error }
      break
    }
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* first
      if (broken !== null) throw broken.error
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(first), chunks: again() }
}

/** What stands behind the first bytes of a stream. */
export async function* behind(chunks: Chunks, skip: number): AsyncGenerator<Uint8Array> {
  let left = skip
  for await (const chunk of chunks) {
    const from = Math.min(left, chunk.length)
    left -= from
    yield from === 0 ? chunk : chunk.subarray(from)
  }
}

/** All bytes of a stream, or null where there are more than any article has; `size` counts them all the same. */
export const collect = async (
  chunks: Chunks,
  limit = LARGEST_ARTICLE,
): Promise<{ readonly bytes: Buffer | null; readonly size: number }> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size <= limit) parts.push(chunk)
    else parts.length = 0
  }
  return { bytes: size <= limit ? Buffer.concat(parts) : null, size }
}
