import type { Chunks } from './bytes.ts'
import { CutShort } from './decompress.ts'
import { type Fault, LARGEST_ARTICLE } from './reading.ts'
import { type Taken, takeFrom } from './take-from.ts'

/** A record of a web archive: its headers in lower case, and its content; null beyond the size of any article. */
export type WarcRecord = { readonly headers: ReadonlyMap<string, string>; readonly bytes: Buffer | null; readonly size: number }

/** What was passed over between two records, with the number of the record that should have been there. */
export type Lost = Fault & { readonly record: number }

const LONGEST_HEADER = 1 << 16
const BEGINNING = '\nWARC/1.'

/**
 * The records of a web archive (ISO 28500, WARC 1.0 and 1.1), unpacked. Behind what is no record, or not as long as it says, it goes on at the next one;
 * throws `CutShort` where there is none.
 */
export async function* warcRecords(chunks: Chunks): AsyncGenerator<WarcRecord | Lost> {
  const source = takeFrom(chunks)
  for (let n = 1; await source.skipLineEnds(); n++) {
    const found = await takeRecord(source, n)
    if ('headers' in found) {
      yield found
      continue
    }
    source.back(found.taken)
    if (!(await source.passOver(Number.POSITIVE_INFINITY, BEGINNING)).marked)
      throw new CutShort(found.atEnd, 'fetch the file again; what came before was read')
    yield {
      record: n,
      message: found.message,
      hint: 'fetch the file again; what stands before it, and behind it from the next record on, was read',
    }
  }
}

/** What is no record: what was taken of it, which may hold others, and what is said of it where others follow, and where none does. */
type Broken = { readonly taken: Buffer; readonly message: string; readonly atEnd: string }

const NOTHING = Buffer.alloc(0)

const takeRecord = async (source: Taken, n: number): Promise<WarcRecord | Broken> => {
  const none = `what stands where its record ${n} should begin is none`
  const head = await source.until('\r\n\r\n', LONGEST_HEADER)
  if (head === null) return { taken: NOTHING, message: none, atEnd: `is cut short in the header of its record ${n}` }
  const [version = '', ...lines] = head.toString('utf8').split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const size = Number(headers.get('content-length') ?? Number.NaN)
  if (!/^WARC\/\d/.test(version) || !Number.isSafeInteger(size) || size < 0)
    return { taken: Buffer.concat([head, Buffer.from('\r\n\r\n')]), message: none, atEnd: `breaks off: ${none}` }
  const { bytes, got } =
    size > LARGEST_ARTICLE ? { bytes: null, got: (await source.passOver(size, BEGINNING)).passed } : await source.exactly(size, size)
  const message = `its record ${n} is not as long as it says (${size} bytes)`
  if (got < size) return { taken: bytes ?? NOTHING, message, atEnd: `is cut short in its record ${n}: ${size - got} bytes are missing` }
  return RECORD_ENDS.test((await source.ahead(16)).toString('latin1'))
    ? { headers, bytes, size }
    : { taken: bytes ?? NOTHING, message, atEnd: `breaks off: ${message}` }
}

/** What may stand behind a record: two line ends, as is written, another record or nothing, as is met with. */
const RECORD_ENDS = /^(?:\r\n\r\n|[\r\n]*(?:WARC\/|$))/
