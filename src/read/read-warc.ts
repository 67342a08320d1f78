import { WARCParser } from 'warcio'
import { decodeText } from './decode-text.ts'
import { CutShort } from './decompress.ts'
import { parseHttp } from './http-response.ts'
import { pageFrom } from './page-from.ts'
import type { Reader } from './reader.ts'
import { LARGEST_ARTICLE, type Reading, tooLarge } from './reading.ts'

type Record = NonNullable<Awaited<ReturnType<WARCParser['parse']>>>

/** The bytes of a record as they stand, read to its end; null beyond the size of any article. */
const contentOf = async (record: Record): Promise<{ readonly bytes: Buffer | null; readonly size: number }> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    if (size <= LARGEST_ARTICLE) parts.push(chunk)
    else parts.length = 0
  }
  return { bytes: size <= LARGEST_ARTICLE ? Buffer.concat(parts) : null, size }
}

/** A record's page or text as an article; null for what is none: requests, pictures, answers other than 200. */
const read = async (record: Record, file: string, published: string | null): Promise<Reading | null> => {
  const { bytes, size } = await contentOf(record)
  const url = record.warcTargetURI ?? null
  const kind = record.warcType ?? ''
  if (url === null || !['response', 'resource', 'conversion'].includes(kind)) return null
  const place = { file, field: `record ${url}` }
  if (bytes === null) return { place, ...tooLarge(size) }
  const answer =
    kind === 'response' && /^https?:/.test(url) ? parseHttp(bytes) : { status: 200, type: record.warcContentType ?? '', body: bytes }
  if ('message' in answer) return { place, ...answer }
  const html = /^(text\/html|application\/xhtml)/i.test(answer.type)
  if (answer.status !== 200 || !(html || /^text\/plain/i.test(answer.type))) return null
  const text = html ? null : await decodeText(answer.body)
  const page = html
    ? await pageFrom(answer.body, answer.type, url)
    : typeof text === 'string'
      ? { text, title: null, published: null, url }
      : text
  if (page === null || 'message' in page) return page && { place, ...page }
  return { article: { id: url, ...page, url: page.url ?? url, published: page.published ?? published, kind: null }, place }
}

/** A web archive (WARC 1.0 and 1.1): every page and text in it that was answered with 200, called by its address. */
export const readWarc: Reader = async function* ({ file, published }, chunks) {
  let end = ''
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      end = (end + Buffer.from(chunk.subarray(-4)).toString('latin1')).slice(-4)
      yield chunk
    }
  }
  const parser = new WARCParser(watched(), { keepHeadersCase: false, parseHttp: false })
  let records = 0
  // A record is given when the next one has begun: the last one may be cut short, and half an article is none.
  let held: Reading | null = null
  try {
    for await (const record of parser) {
      records += 1
      if (held !== null) yield held
      held = await read(record, file, published)
    }
  } catch (error) {
    if (error instanceof CutShort) throw error
    yield {
      place: { file },
      message: `breaks off in its record ${records + 1}: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'fetch the file again; what came before was read',
    }
    return
  }
  if (records === 0) yield { place: { file }, message: 'is a web archive without records', hint: 'fetch the file again' }
  else if (end !== '\r\n\r\n')
    yield { place: { file }, message: `is cut short in its record ${records}`, hint: 'fetch the file again; what came before was read' }
  else if (held !== null) yield held
}
