import { answeredText, isHtml } from './answered-page.ts'
import { withoutPassword } from './fetch/bare-address.ts'
import { parseHttp } from './http-response.ts'
import { pageFrom } from './page-from.ts'
import type { Reader } from './reader.ts'
import { type Reading, tooLarge } from './reading.ts'
import { type WarcRecord, warcRecords } from './warc-records.ts'

const KINDS = new Set(['response', 'resource', 'conversion'])

/** What programs keep of themselves, their logs and command lines, as texts (wget and wpull), and what sites tell programs, which they ask for first. */
const FOR_PROGRAMS =
  /^(?:(?:metadata|urn:x-wpull):|https?:\/\/[^/?#]+\/(?:robots|ads|app-ads|humans|security|\.well-known\/security)\.txt$)/i

/** A record's page or text as an article; null for what is none: requests, pictures, answers other than 200. */
const read = async ({ headers, bytes, size }: WarcRecord, file: string, published: string | null): Promise<Reading | null> => {
  const url = withoutPassword(headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '')
  const kind = headers.get('warc-type') ?? ''
  if (url === '' || !KINDS.has(kind) || FOR_PROGRAMS.test(url)) return null
  const place = { file, field: `record ${url}` }
  if (bytes === null) return { place, ...tooLarge(size) }
  const answer =
    kind === 'response' && /^https?:/.test(url) ? parseHttp(bytes) : { status: 200, type: headers.get('content-type') ?? '', body: bytes }
  if ('message' in answer) return { place, ...answer }
  const html = isHtml(answer.type)
  if (answer.status !== 200 || !(html || /^text\/plain/i.test(answer.type))) return null
  const page = await (html ? pageFrom : answeredText)(answer.body, answer.type, url)
  if ('message' in page) return { place, ...page }
  return { article: { id: url, ...page, url: page.url ?? url, published: page.published ?? published, kind: null }, place }
}

/** A web archive: every page and text in it that was answered with 200, called by its address. */
export const readWarc: Reader = async function* ({ file, published }, chunks) {
  let none = true
  for await (const record of warcRecords(chunks)) {
    none = false
    const reading =
      'record' in record
        ? { place: { file, field: `record ${record.record}` }, message: record.message, hint: record.hint }
        : await read(record, file, published)
    if (reading !== null) yield reading
  }
  if (none) yield { place: { file }, message: 'is a web archive without records', hint: 'fetch the file again' }
}
