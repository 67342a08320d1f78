import type { Chunks } from './bytes.ts'
import { CutShort } from './decompress.ts'
import { LARGEST_ARTICLE } from './reading.ts'
import { takeFrom } from './take-from.ts'

/** A record of a web archive: its headers in lower case, and its content; null beyond the size of any article. */
export type WarcRecord = { readonly headers: ReadonlyMap<string, string>; readonly bytes: Buffer | null; readonly size: number }

const LONGEST_HEADER = 1 << 16

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
