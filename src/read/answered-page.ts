import type { Buffer } from 'node:buffer'
import { decodeLoosely } from './decode-loosely.ts'
import { decodeText } from './decode-text.ts'
import { formatOfContent } from './formats.ts'
import { type Page, pageFrom } from './page-from.ts'
import type { Fault } from './reading.ts'

const seenAs = (body: Buffer): string | null => formatOfContent(body.toString('latin1', 0, 4096), '')

/** Whether a server says that it is a web page. */
export const isHtml = (type: string): boolean => /^(text\/html|application\/xhtml)/i.test(type)

/** Whether an answer is a web page: as its server says, unless it is plainly a feed. */
export const isPage = (type: string, body: Buffer): boolean => isHtml(type) && !['feed', 'newsml'].includes(seenAs(body) ?? '')

/** A text that a server answered with: in the character set that it says, else in UTF-8. Or the fault why it is none. */
export const answeredText = async (body: Buffer, type: string, url: string): Promise<Page | Fault> => {
  const text = /charset=/i.test(type) ? await decodeLoosely(body, type) : await decodeText(body)
  if (typeof text !== 'string') return text
  return text.trim() === ''
    ? { message: 'holds nothing but blanks', hint: 'check the address' }
    : { text, title: null, published: null, url }
}

/** The page or text that a server answered with. Or the fault why it holds none. */
export const answeredPage = async (body: Buffer, type: string, url: string): Promise<Page | Fault> => {
  if (isPage(type, body) || seenAs(body) === 'html') return pageFrom(body, type, url)
  const kind = type.replace(/;.*/s, '').trim().toLowerCase()
  if (kind !== '' && kind !== 'text/plain') return { message: `is ${kind}, no web page`, hint: 'make text of it, and give that' }
  return answeredText(body, type, url)
}
