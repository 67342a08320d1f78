import type { Document, Timex } from '../../document.ts'

/**
 * The article as TimeML 1.2.1 with its TIMEX3 tags in the text and the day of publication as the creation time `t0`. Unreckoned expressions have the value
 * that TIMEX3 gives to the unknown: XXXX-XX-XX, PXX for durations.
 */
export const writeTimeml = (document: Document, timexes: readonly Timex[]): string => {
  const { id, text, title, published } = document.article
  const ids = new Map(timexes.map((timex, i) => [`text:${timex.start}-${timex.end}`, `t${i + 1}`]))
  let at = 0
  let body = ''
  timexes.forEach((timex, i) => {
    body += `${escapeText(text.slice(at, timex.start))}${openTag(timex, `t${i + 1}`, ids)}${escapeText(text.slice(timex.start, timex.end))}</TIMEX3>`
    at = timex.end
  })
  body += escapeText(text.slice(at))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
    `<DOCID>${escapeText(id)}</DOCID>`,
    ...(published === null ? [] : [`<DCT>${creation(published)}</DCT>`]),
    ...(title === null ? [] : [`<TITLE>${escapeText(title)}</TITLE>`]),
    `<TEXT>${body}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n')
}

const creation = (published: string): string => {
  const day = escapeText(published.slice(0, 10))
  return `<TIMEX3 tid="t0" type="DATE" value="${day}" temporalFunction="false" functionInDocument="CREATION_TIME">${day}</TIMEX3>`
}

const openTag = (timex: Timex, tid: string, ids: ReadonlyMap<string, string>): string => {
  const anchor = timex.anchor === 'publication' ? 't0' : timex.anchor === null ? undefined : ids.get(timex.anchor)
  const attributes: readonly (readonly [string, string | undefined])[] = [
    ['tid', tid],
    ['type', timex.type],
    ['value', timex.value ?? (timex.type === 'DURATION' ? 'PXX' : 'XXXX-XX-XX')],
    ['mod', timex.mod === null ? undefined : timex.mod],
    ['temporalFunction', anchor === undefined ? 'false' : 'true'],
    ['functionInDocument', 'NONE'],
    ['anchorTimeID', anchor],
  ]
  return `<TIMEX3 ${attributes.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeText(value)}"`])).join(' ')}>`
}

/** Text for XML 1.0; characters that it can't hold become U+FFFD. */
const escapeText = (text: string): string => [...text].map((c) => (isXml(c.codePointAt(0) ?? 0) ? (ESCAPES[c] ?? c) : '\uFFFD')).join('')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const isXml = (c: number): boolean =>
  c === 9 || c === 10 || c === 13 || (c >= 32 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000
