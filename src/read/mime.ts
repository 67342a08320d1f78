import { decodeCharset } from './decode-charset.ts'
import { decodeLoosely } from './decode-loosely.ts'

/** A mail or a part of one: headers in lower case (RFC 5322), and the bytes of its body. */
export type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: Buffer }

/** Cuts a mail into headers and body. */
export const parsePart = (bytes: Buffer): Part => {
  const text = bytes.toString('latin1')
  // A part need have no headers (RFC 2046 §5.1).
  const gap = /^\r?\n|\r?\n\r?\n/.exec(text)
  const head = gap === null ? text : text.slice(0, gap.index)
  const body = gap === null ? Buffer.alloc(0) : bytes.subarray(gap.index + gap[0].length)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body }
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const parameter = (header: string, name: string): string | null => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? null
}

const bytesOf = ({ headers, body }: Part): Buffer => {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? quotedPrintable(body.toString('latin1')) : body
}

const decodeBody = (part: Part): Promise<string> => decodeLoosely(bytesOf(part), part.headers.get('content-type') ?? '')

/** The parts between the boundaries; the last one also where it was cut short, and no boundary closes it. */
const split = (body: Buffer, boundary: string): readonly Buffer[] => {
  const text = body.toString('latin1')
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const parts = text.split(new RegExp(`(?:^|\\r?\\n)--${escaped}(?:--)?[ \\t]*(?:\\r?\\n|$)`))
  const closed = new RegExp(`(?:^|\\r?\\n)--${escaped}--`).test(text)
  return parts.slice(1, closed ? -1 : undefined).map((part) => Buffer.from(part, 'latin1'))
}

/** What people read of a mail: its texts one after the other, and the mails that are forwarded in it. */
export type MailContent = {
  readonly texts: readonly { readonly type: 'plain' | 'html'; readonly text: string }[]
  readonly mails: readonly Part[]
}

const NONE: MailContent = { texts: [], mails: [] }
const DEEPEST = 8

/** The content of a mail or part: of texts that stand for each other the plain one, of what belongs together (RFC 2387) the first; no attachments, but mails that are forwarded as such. `standard`: the type of a part that tells none. */
export const mailContent = async (part: Part, depth = 0, standard = 'text/plain'): Promise<MailContent> => {
  const type = (part.headers.get('content-type') ?? standard).toLowerCase()
  if (/^message\/(rfc822|global)\s*(;|$)/.test(type)) return { texts: [], mails: [parsePart(bytesOf(part))] }
  if (/^attachment/i.test(part.headers.get('content-disposition') ?? '')) return NONE
  // Calendars and contacts are text, too, but none to read.
  const kind = type.startsWith('text/html') ? 'html' : /^text(\/plain)?\s*(;|$)/.test(type) ? 'plain' : null
  if (kind !== null) {
    const text = await decodeBody(part)
    return text.trim() === '' ? NONE : { texts: [{ type: kind, text }], mails: [] }
  }
  const boundary = parameter(part.headers.get('content-type') ?? '', 'boundary')
  if (!type.startsWith('multipart/') || boundary === null || depth > DEEPEST) return NONE
  const within = type.startsWith('multipart/digest') ? 'message/rfc822' : 'text/plain'
  const parts: MailContent[] = []
  for (const bytes of split(part.body, boundary)) parts.push(await mailContent(parsePart(bytes), depth + 1, within))
  const texts = parts.map((content) => content.texts).filter((found) => found.length > 0)
  const plain = type.startsWith('multipart/alternative') ? texts.find((found) => found.some((text) => text.type === 'plain')) : undefined
  return {
    texts: /^multipart\/(alternative|related)/.test(type) ? (plain ?? texts[0] ?? []) : texts.flat(),
    mails: parts.flatMap(({ mails }) => mails),
  }
}

/** A header's words, with those decoded that RFC 2047 encodes. */
export const headerText = (value: string): string => {
  const decoded = value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)(?:\*\w+)?\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, kind: string, text: string) => {
      const bytes = kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '))
      try {
        return decodeCharset(bytes, charset)
      } catch {
        return whole
      }
    })
  // Headers in raw UTF-8 (RFC 6532) were read byte by byte.
  if (!/[\u0080-\u00ff]/.test(decoded) || /[\u0100-\uffff]/.test(decoded)) return decoded
  const raw = Buffer.from(decoded, 'latin1').toString('utf8')
  return raw.includes('\ufffd') ? decoded : raw
}
