import { belowDateline } from './below-dateline.ts'
import type { Chunks } from './bytes.ts'
import { decodeLoosely } from './decode-loosely.ts'
import { htmlToText } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import type { Reader } from './reader.ts'
import { LARGEST_ARTICLE, type Place, type Reading, tooLarge } from './reading.ts'
import { splitLines } from './split-lines.ts'
import { oneLine } from './tidy-lines.ts'

/**
 * The documents of research corpora: `<DOC id="…">` or `<DOC><DOCNO>…` one after another, as in Gigaword (LDC), TREC and TDT, each an article, and TimeML, a document a file,
 * whose marks are left out. The date is that of the document, or else the one that its name holds.
 */
export const readSgml: Reader = async function* ({ file, id, published }, chunks) {
  let count = 0
  for await (const { line, bytes, size, ended } of documents(chunks)) {
    const place = { file, line }
    const texts = bytes === null || !ended ? [''] : (await decodeLoosely(bytes, '')).split(BETWEEN)
    for (const text of texts) {
      count += 1
      if (bytes === null) yield { place, ...tooLarge(size) }
      else if (!ended)
        yield { place, message: 'is cut short: the document has no end', hint: 'fetch the file again, or close the document with </DOC>' }
      else yield await articleOf(text, `${id}#${count}`, place, published)
    }
  }
  if (count === 0)
    yield { place: { file }, message: 'holds no documents', hint: 'a document begins with a line "<DOC id=…>", "<DOC>" or "<TimeML …>"' }
}

const BEGINS = /^\s*(?:<\?xml[^>]*>\s*)?<(?:DOC|TimeML)(?=[\s>]|$)/i
/** Two documents on one line. */
const BETWEEN = /(?<=<\/DOC>)\s*(?=<DOC[\s>])/i
const ENDS = /<\/(?:DOC|TimeML)>\s*$/i

type Document = { readonly line: number; readonly bytes: Buffer | null; readonly size: number; readonly ended: boolean }

/** What stands from a line that begins a document to the one that ends it. */
async function* documents(chunks: Chunks): AsyncGenerator<Document> {
  let parts: Buffer[] = []
  let size = 0
  let begun = 0
  const document = (ended: boolean): Document => ({ line: begun, bytes: size > LARGEST_ARTICLE ? null : Buffer.concat(parts), size, ended })
  for await (const { line, bytes, size: long } of splitLines(chunks, LARGEST_ARTICLE)) {
    if (BEGINS.test(bytes?.subarray(0, 500).toString('latin1') ?? '')) {
      if (begun > 0) yield document(false)
      parts = []
      size = 0
      begun = line
    }
    if (begun === 0) continue
    size += (bytes?.length ?? long) + 1
    if (size > LARGEST_ARTICLE) parts = []
    else if (bytes !== null) parts.push(bytes, Buffer.from('\n'))
    if (bytes !== null && ENDS.test(bytes.subarray(-100).toString('latin1'))) {
      yield document(true)
      begun = 0
    }
  }
  if (begun > 0) yield document(false)
}

/** What stands in the elements of a name, marks and all. Research corpora are flat: no element stands in one of its own name. */
const elements = (document: string, name: string): readonly string[] => {
  const found: string[] = []
  let from = -1
  for (const { 0: mark, 1: closes, index } of document.matchAll(new RegExp(`<(/?)(?:${name})(?=[\\s>])[^<>]*>`, 'gi'))) {
    if (closes === '' && from < 0) from = index + mark.length
    if (closes === '' || from < 0) continue
    found.push(document.slice(from, index))
    from = -1
  }
  return found
}

const told = async (document: string, ...names: readonly string[]): Promise<string | null> => {
  const inside = names.map((name) => elements(document, name)[0]).find((words) => words !== undefined)
  return inside === undefined ? null : oneLine(await htmlToText(inside))
}

/** The paragraphs of a text: those that are marked as such, or else lines with an empty one between, or of which only the first is set in. */
const prose = async (text: string): Promise<string> => {
  if (/<P[\s>]/i.test(text)) return await htmlToText(text)
  const setIn = /\n\S/.test(text) ? text.replace(/\n(?=[ \t]{2,}\S)/g, '\n\n') : text
  return await htmlToText(`<pre>${setIn}</pre>`)
}

/** The day in a document's name: AFP_ENG_20101201.0001, CNN19981002.1130.0000, AP880212-0001. */
const dayInName = (id: string): string | null => {
  const long = /(?<!\d)(?:19|20)\d{6}(?!\d)/.exec(id)?.[0]
  const short = /^[A-Z]+(\d{6})-\d+$/.exec(id)?.[1]
  return looseDate(long ?? (short && `${Number(short.slice(0, 2)) < 50 ? 20 : 19}${short}`))
}

/** The day that a document of TimeML says it was made on (TimeML 1.2.1, `functionInDocument`). */
const dayCreated = (document: string): string | null => {
  const mark = document
    .match(/<TIMEX3\s[^<>]*>/gi)
    ?.find((timex) => /\sfunctionInDocument\s*=\s*"(?:CREATION|PUBLICATION)_TIME"/.test(timex))
  return looseDate(/\svalue\s*=\s*"([^"T]*)/.exec(mark ?? '')?.[1])
}

/** A document's text: in the corpora of the Wall Street Journal its lead stands before it. */
const textOf = async (document: string): Promise<string> => {
  const parts = elements(document, 'LP|TEXT')
  const texts = await Promise.all((parts.length > 0 ? parts : elements(document, 'TimeML')).map(prose))
  return texts.filter((text) => text !== '').join('\n\n')
}

const articleOf = async (document: string, name: string, place: Place, published: string | null): Promise<Reading> => {
  const id = /^\s*<DOC\s[^>]*\bid\s*=\s*"([^"]*)"/i.exec(document)?.[1]?.trim() || (await told(document, 'DOCNO', 'DOCID')) || name
  const text = await textOf(document)
  if (text === '') return { place, message: 'is a document without text', hint: 'the text of a document stands in <TEXT>' }
  const day = dayCreated(document) ?? looseDate(await told(document, 'DATE_TIME', 'DATETIME', 'DATE', 'DCT')) ?? dayInName(id)
  return {
    article: {
      id,
      text: belowDateline(await told(document, 'DATELINE'), text),
      published: day ?? published,
      title: await told(document, 'HEADLINE', 'HEAD', 'HL', 'TITLE'),
      url: null,
      kind: null,
    },
    place,
  }
}
