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

/** An article with its time expressions marked, as a TimeML document (ISO-TimeML 1.2.1's TIMEX3). */
export const timeml = (article: Article, found: readonly Timex[]): string => {
  const marked = apart(found)
  const pieces = marked.flatMap((timex, i) => {
    const anchor = marked.findIndex((other) => timex.anchor === `text:${other.start}-${other.end}`)
    const given = attributes([
      ['tid', `t${i + 1}`],
      ['type', timex.type],
      ['value', timex.value],
      ['mod', timex.mod],
      ['anchorTimeID', timex.anchor === 'publication' ? 't0' : anchor < 0 ? null : `t${anchor + 1}`],
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
    ['functionInDocument', 'CREATION_TIME'],
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML>',
    `<DOCID>${xml(id)}</DOCID>`,
    ...(published === null ? [] : [`<DCT><TIMEX3${creation}>${xml(published)}</TIMEX3></DCT>`]),
    ...(title === null ? [] : [`<TITLE>${xml(title)}</TITLE>`]),
    `<TEXT>${pieces.join('')}${xml(article.text.slice(marked.at(-1)?.end ?? 0))}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n')
}
