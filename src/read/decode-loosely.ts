import { isUtf8 } from 'node:buffer'
import { decodeCharset } from './decode-charset.ts'

/** The character set that a page says it is in: by mark, by its server, by itself; UTF-8 where it says nothing. */
const charsetOf = (bytes: Uint8Array, contentType: string): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return 'utf-8'
  const served = /charset=["']?([\w-]+)/i.exec(contentType)?.[1]
  if (served) return served
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
}

/** Character sets of one byte a character, that servers and editors put down whatever is sent. */
const ONE_BYTE = /^(iso-?8859|latin|windows-125|cp-?125|x-cp125|koi8|us-ascii|ascii)/i

/** UTF-8 with some broken characters in it, as pages that are put together have; null where it isn't that in the main. */
const mostlyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder().decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - broken
  return whole > 2 * broken ? text : null
}

/** Decodes a page or a mail in whatever character set it says, or else is seen to be in. */
export const decodeLoosely = async (bytes: Uint8Array, contentType: string): Promise<string> => {
  const said = charsetOf(bytes, contentType)
  // Hardly anything else reads as UTF-8 by chance.
  const charset = ONE_BYTE.test(said) && isUtf8(bytes) ? 'utf-8' : said
  try {
    return decodeCharset(bytes, charset, true)
  } catch {
    const mostly = /^utf-?8$/i.test(charset) ? mostlyUtf8(bytes) : null
    if (mostly !== null) return mostly
    const { detect } = await import('chardet')
    const guess = detect(bytes.subarray(0, 1 << 16)) ?? 'windows-1252'
    try {
      return decodeCharset(bytes, guess)
    } catch {
      return decodeCharset(bytes, 'windows-1252')
    }
  }
}
