import type { Chunks } from './bytes.ts'
import { CutShort } from './decompress.ts'
import { LARGEST_ARTICLE } from './reading.ts'

/** A record of a web archive: its headers in lower case, and its content; null beyond the size of any article. */
export type WarcRecord = { readonly headers: ReadonlyMap<string, string>; readonly bytes: Buffer | null; readonly size: number }

const LONGEST_HEADER = 1 << 16

/** Takes bytes off a stream in the portions that are asked for. */
const takeFrom = (chunks: Chunks) => {
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

/** The records of a web archive (ISO 28500, WARC 1.0 and 1.1), unpacked. Throws `CutShort` where the archive ends inside a record, or is none from there on. */
export async function* warcRecords(chunks: Chunks): AsyncGenerator<WarcRecord> {
  const source = takeFrom(chunks)
  for (let n = 1; await source.skipLineEnds(); n++) {
    const head = await source.until('\r\n\r\n', LONGEST_HEADER)
    if (head === null)
      throw new CutShort(`is cut short in the header of its record ${n}`, 'fetch the file again; what came before was read')
    const [version = '', ...lines] = head.toString('utf8').split('\r\n')
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    )
    const size = Number(headers.get('content-length'))
    if (!/^WARC\/\d/.test(version) || !Number.isSafeInteger(size) || size < 0)
      throw new CutShort(
        `breaks off: what stands where its record ${n} should begin is none`,
        'fetch the file again; what came before was read',
      )
    const { bytes, got } = await source.exactly(size, LARGEST_ARTICLE)
    if (got < size)
      throw new CutShort(
        `is cut short in its record ${n}: ${size - got} bytes are missing`,
        'fetch the file again; what came before was read',
      )
    yield { headers, bytes, size }
  }
}
