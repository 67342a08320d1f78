import { type Chunks, collect } from './bytes.ts'
import { htmlToText } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import { headerText, mailText, parsePart } from './mime.ts'
import type { Reader } from './reader.ts'
import { LARGEST_ARTICLE, type Place, type Reading, tooLarge } from './reading.ts'
import { splitLines } from './split-lines.ts'

const readOne = async (bytes: Buffer, name: string, place: Place, published: string | null): Promise<Reading> => {
  const part = parsePart(bytes)
  const text = await mailText(part)
  const words = text === null ? '' : text.type === 'html' ? await htmlToText(text.text) : text.text
  if (words.trim() === '')
    return { place, message: 'is a mail without text', hint: 'mails with plain text or HTML are read; attachments are not' }
  const { headers } = part
  const id = headers.get('message-id')?.replace(/^<|>$/g, '') || name
  return {
    article: {
      id,
      text: words,
      published: looseDate(headers.get('date')) ?? published,
      title: headerText(headers.get('subject') ?? '').trim() || null,
      url: null,
      kind: null,
    },
    place,
  }
}

/** A mail (`.eml`): its text, with the subject as title. */
export const readEml: Reader = async function* ({ file, id, published }, chunks) {
  const { bytes, size } = await collect(chunks)
  yield bytes === null ? { place: { file }, ...tooLarge(size) } : await readOne(bytes, id, { file }, published)
}

/** A mailbox (mbox): each mail an article. */
export const readMbox: Reader = async function* ({ file, id, published }, chunks) {
  let count = 0
  for await (const { line, bytes, size } of mails(chunks)) {
    count += 1
    const place = { file, line }
    yield bytes === null ? { place, ...tooLarge(size) } : await readOne(bytes, `${id}#${count}`, place, published)
  }
  if (count === 0)
    yield { place: { file }, message: 'is a mailbox without mails', hint: 'a mail in a mailbox begins with a line "From address date"' }
}

const DATED = /^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2})\b.*\d:\d\d/
const ADDRESSED = /^From \S+@\S+(?:\s|$)/

/** Whether a line begins a mail: "From Moscow it is told" at the front of a paragraph does not. Not every program leaves a line empty before it. */
const begins = (line: string, first: boolean, blank: boolean): boolean =>
  line.startsWith('From ') && (first || DATED.test(line) || (blank && ADDRESSED.test(line)))

/** The mails of a mailbox: what stands between lines of the form "From address date" (RFC 4155), `>From` unquoted. */
async function* mails(chunks: Chunks): AsyncGenerator<{ readonly line: number; readonly bytes: Buffer | null; readonly size: number }> {
  let parts: Buffer[] = []
  let size = 0
  let begun = 0
  let blank = true
  const mail = () => ({ line: begun, bytes: size > LARGEST_ARTICLE ? null : Buffer.concat(parts), size })
  for await (const { line, bytes, size: long } of splitLines(chunks, LARGEST_ARTICLE)) {
    const text = bytes ?? Buffer.alloc(0)
    if (begins(text.subarray(0, 500).toString('latin1'), begun === 0, blank)) {
      if (begun > 0) yield mail()
      parts = []
      size = 0
      begun = line
    } else if (begun > 0) {
      const own = /^>+From /.test(text.subarray(0, 20).toString('latin1')) ? text.subarray(1) : text
      size += (bytes === null ? long : own.length) + 1
      if (size > LARGEST_ARTICLE) parts = []
      else parts.push(own, Buffer.from('\n'))
    }
    blank = bytes?.length === 0
  }
  if (begun > 0) yield mail()
}
