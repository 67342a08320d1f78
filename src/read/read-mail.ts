import { type Chunks, collect } from './bytes.ts'
import { htmlToText } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import { headerText, mailContent, type Part, parsePart } from './mime.ts'
import { pageFrom } from './page-from.ts'
import type { Reader } from './reader.ts'
import { LARGEST_ARTICLE, type Place, type Reading, tooLarge } from './reading.ts'
import { splitLines } from './split-lines.ts'

type Told = { readonly id: string; readonly place: Place; readonly published: string | null }

/** A mail, and those that are forwarded in it, each an article of its own: it has another day and title. */
async function* articlesIn(part: Part, { id, place, published }: Told, depth = 0): AsyncGenerator<Reading> {
  const { texts, mails } = await mailContent(part)
  const words: string[] = []
  for (const { type, text } of texts) words.push(type === 'html' ? await htmlToText(text) : text)
  const read = words.filter((text) => text.trim() !== '')
  const { headers } = part
  const day = looseDate(headers.get('date')) ?? published
  if (read.length > 0)
    yield {
      article: {
        id,
        text: read.length === 1 ? (read[0] as string) : read.map((text) => text.trim()).join('\n\n'),
        published: day,
        title: headerText(headers.get('subject') ?? '').trim() || null,
        url: null,
        kind: null,
      },
      place,
    }
  if (depth < DEEPEST)
    for (const [i, mail] of mails.entries()) {
      const name = place.field === undefined ? `mail ${i + 1}` : `${place.field}.${i + 1}`
      yield* articlesIn(mail, { id: `${id}#${i + 1}`, place: { ...place, field: name }, published: day }, depth + 1)
    }
}

const DEEPEST = 8

/** A page that a browser has saved as one file (MHTML), which is a mail by its form: its date is the day of saving. Null for a mail. */
const savedPage = async (part: Part, id: string, place: Place, published: string | null): Promise<Reading | null> => {
  const address = part.headers.get('snapshot-content-location') ?? null
  if (address === null && !/^["<]?saved by [^"<>@]*[">]?$/i.test(part.headers.get('from') ?? '')) return null
  const html = (await mailContent(part)).texts.find(({ type }) => type === 'html')
  if (html === undefined) return null
  const page = await pageFrom(Buffer.from(html.text), 'text/html; charset=utf-8', address)
  if ('message' in page) return { place, ...page }
  return { place, article: { id, ...page, url: page.url ?? address, published: page.published ?? published, kind: null } }
}

async function* readOne(bytes: Buffer, name: string, place: Place, published: string | null): AsyncGenerator<Reading> {
  const part = parsePart(bytes)
  const page = await savedPage(part, name, place, published)
  if (page !== null) {
    yield page
    return
  }
  const id = part.headers.get('message-id')?.replace(/^<|>$/g, '') || name
  let none = true
  for await (const reading of articlesIn(part, { id, place, published })) {
    none = false
    yield reading
  }
  if (none) yield { place, message: 'is a mail without text', hint: 'mails with plain text or HTML are read; attachments are not' }
}

/** A mail (`.eml`): its text, with the subject as title, and those of the mails that it forwards; or a page that a browser has saved (`.mhtml`). */
export const readEml: Reader = async function* ({ file, id, published }, chunks) {
  const { bytes, size } = await collect(chunks)
  if (bytes === null) yield { place: { file }, ...tooLarge(size) }
  else yield* readOne(bytes, id, { file }, published)
}

/** A mailbox (mbox): each mail an article, those that it forwards too. */
export const readMbox: Reader = async function* ({ file, id, published }, chunks) {
  let count = 0
  for await (const { line, bytes, size } of mails(chunks)) {
    count += 1
    const place = { file, line }
    if (bytes === null) yield { place, ...tooLarge(size) }
    else yield* readOne(bytes, `${id}#${count}`, place, published)
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
