import type { Buffer } from 'node:buffer'
import { decodeLoosely } from './decode-loosely.ts'
import { decodeText } from './decode-text.ts'
import { formatOfContent } from './formats.ts'
import { type Page, pageFrom } from './page-from.ts'
import type { Fault } from './reading.ts'

const isFeed = (body: Buffer): boolean => ['feed', 'newsml'].includes(formatOfContent(body.toString('latin1', 0, 4096), '') ?? '')
const isHtml = (body: Buffer): boolean => formatOfContent(body.toString('latin1', 0, 4096), '') === 'html'

/** Whether an answer is a web page: as its server says, unless it is plainly a feed. */
export const isPage = (type: string, body: Buffer): boolean => /^(text\/html|application\/xhtml)/i.test(type) && !isFeed(body)

/** The page or text that a server answered with. Or the fault why it holds none. */
export const answeredPage = async (body: Buffer, type: string, url: string): Promise<Page | Fault> => {
  if (isPage(type, body) || isHtml(body)) return pageFrom(body, type, url)
  const kind = type.replace(/;.*/s, '').trim().toLowerCase()
  if (kind !== '' && kind !== 'text/plain') return { message: `is ${kind}, no web page`, hint: 'make text of it, and give that' }
  const text = /charset=/i.test(type) ? await decodeLoosely(body, type) : await decodeText(body)
  if (typeof text !== 'string') return text
  return text.trim() === ''
    ? { message: 'holds nothing but blanks', hint: 'check the address' }
    : { text, title: null, published: null, url }
}
