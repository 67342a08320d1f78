import type { Chunks } from './bytes.ts'

export type Taken = ReturnType<typeof takeFrom>

/** Takes bytes off a stream in the portions that are asked for. */
export const takeFrom = (chunks: Chunks) => {
  const iterator = chunks[Symbol.asyncIterator]()
  let buffer: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const next = await iterator.next()
    if (!next.done) buffer = buffer.length === 0 ? Buffer.from(next.value) : Buffer.concat([buffer, next.value])
    return !next.done
  }
  return {
    /** What stands before the mark, which is taken too; null where the stream ends first, or the limit. */
    until: async (mark: string, limit: number): Promise<Buffer | null> => {
      for (;;) {
        const at = buffer.indexOf(mark)
        if (at >= 0) {
          const found = buffer.subarray(0, at)
          buffer = buffer.subarray(at + mark.length)
          return found
        }
        if (buffer.length > limit || !(await more())) return null
      }
    },
    /** The next `size` bytes; `bytes` is null where they are more than `keep`. `got` is less than `size` where the stream ends first. */
    exactly: async (size: number, keep: number): Promise<{ readonly bytes: Buffer | null; readonly got: number }> => {
      const parts: Buffer[] = []
      let got = 0
      while (got < size) {
        if (buffer.length === 0 && !(await more())) break
        const part = buffer.subarray(0, size - got)
        buffer = buffer.subarray(part.length)
        got += part.length
        if (size <= keep) parts.push(part)
      }
      return { bytes: size <= keep ? Buffer.concat(parts) : null, got }
    },
    /** The next `size` bytes, or fewer where the stream ends first; they are not taken. */
    ahead: async (size: number): Promise<Buffer> => {
      while (buffer.length < size && (await more()));
      return buffer.subarray(0, size)
    },
    /** Gives back what was taken last. */
    back: (bytes: Buffer): void => {
      if (bytes.length > 0) buffer = Buffer.concat([bytes, buffer])
    },
    /** Passes over `most` bytes, or up to the mark where that comes first; `passed` is less also where the stream ends. */
    passOver: async (most: number, mark: string | Uint8Array): Promise<{ readonly passed: number; readonly marked: boolean }> => {
      for (let passed = 0; ; ) {
        const at = buffer.indexOf(mark)
        // The mark may have begun.
        const clear = at < 0 ? Math.max(0, buffer.length - mark.length + 1) : at
        const size = Math.min(clear, most - passed)
        buffer = buffer.subarray(size)
        passed += size
        if (size === at && passed < most) return { passed, marked: true }
        if (passed === most) return { passed, marked: false }
        if (!(await more())) {
          const rest = Math.min(buffer.length, most - passed)
          buffer = buffer.subarray(rest)
          return { passed: passed + rest, marked: false }
        }
      }
    },
    /** Passes over line ends; whether there is anything after them. */
    skipLineEnds: async (): Promise<boolean> => {
      for (;;) {
        let at = 0
        while (buffer[at] === 13 || buffer[at] === 10) at += 1
        buffer = buffer.subarray(at)
        if (buffer.length > 0) return true
        if (!(await more())) return false
      }
    },
  }
}
