import type { Article, Timex } from '../document.ts'
import { xml } from '../export/xml.ts'

const attributes = (pairs: readonly (readonly [string, string | null])[]): string =>
  pairs.flatMap(([name, value]) => (value === null ? [] : [` ${name}="${xml(value)}"`])).join('')

/** Time expressions in order, without those that overlap an earlier or longer one. */
const apart = (found: readonly Timex[]): readonly Timex[] => {
  let end = 0
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((timex) => {
      const free = timex.start >= end
      if (free) end = timex.end
      return free
    })
}

// TimeML demands a value; these are TIMEX3's for what nobody knows.
const UNKNOWN = { DATE: 'XXXX-XX-XX', TIME: 'XXXX-XX-XXTXX:XX', DURATION: 'PX', SET: 'XXXX' } as const

const SCHEMA =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"'

/** An article with its time expressions marked, as a TimeML 1.2.1 document; the day of publication is its creation time, `t0`. */
export const timeml = (article: Article, found: readonly Timex[]): string => {
  const marked = apart(found)
  const ids = new Map(marked.map((timex, i) => [`text:${timex.start}-${timex.end}`, `t${i + 1}`]))
  const pieces = marked.flatMap((timex, i) => {
    const published = timex.anchor === 'publication' && article.published !== null
    const anchor = published ? 't0' : timex.anchor === null ? null : (ids.get(timex.anchor) ?? null)
    const given = attributes([
      ['tid', `t${i + 1}`],
      ['type', timex.type],
      ['value', timex.value ?? UNKNOWN[timex.type]],
      ['mod', timex.mod],
      ['quant', timex.quant ?? null],
      ['freq', timex.freq ?? null],
      ['temporalFunction', anchor === null ? 'false' : 'true'],
      ['functionInDocument', 'NONE'],
      ['anchorTimeID', anchor],
    ])
    return [
      xml(article.text.slice(marked[i - 1]?.end ?? 0, timex.start)),
      `<TIMEX3${given}>${xml(article.text.slice(timex.start, timex.end))}</TIMEX3>`,
    ]
  })
  const { id, published, title } = article
  const creation = attributes([
    ['tid', 't0'],
    ['type', 'DATE'],
    ['value', published],
    ['temporalFunction', 'false'],
    ['functionInDocument', 'CREATION_TIME'],
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TimeML ${SCHEMA}>`,
    `<DOCID>${xml(id)}</DOCID>`,
    ...(published === null ? [] : [`<DCT><TIMEX3${creation}>${xml(published)}</TIMEX3></DCT>`]),
    ...(title === null ? [] : [`<TITLE>${xml(title)}</TITLE>`]),
    `<TEXT>${pieces.join('')}${xml(article.text.slice(marked.at(-1)?.end ?? 0))}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n')
}
