import type { Delivered } from './delivered.ts'
import { looseDate } from './loose-date.ts'
import { isBlank, oneLine, tidyLines } from './tidy-lines.ts'

/** What stands below each document of Nexis Uni, and of today's LexisNexis, saved as text. */
const END = /^[ \t]*End of Document[ \t]*$/m
const BODY = /^\s*Body\s*$/
/** What stands below the date. */
const HEAD = /^\s*(?:Copyright\b|(Length|Byline|Section|Dateline|Highlight):\s*(.*)$)/
/** What stands between a text and its end, each behind an empty line. */
const FOOT = /^\s*(?:Classification|Graphic|Notes|Correction|Load-Date:.*)\s*$/
const WEEKDAY = /(?<=\d{4}),?\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/i

export const fromNexisUni = (text: string): readonly Delivered[] | null => {
  const documents = text
    .split(END)
    .slice(0, -1)
    .map((document) => document.split('\n'))
  const isWhole = documents.every((lines) => lines.some((line) => BODY.test(line)))
  return documents.length > 0 && isWhole ? documents.map(nexisDocument) : null
}

const nexisDocument = (lines: readonly string[]): Delivered => {
  const body = lines.findIndex((line) => BODY.test(line))
  const heads = lines.slice(0, body)
  const below = lines.slice(body + 1)
  const foot = below.findIndex((line, i) => FOOT.test(line) && isBlank(below[i - 1]))
  const text = tidyLines(below.slice(0, foot < 0 ? below.length : foot))
  const first = heads.findIndex((line) => HEAD.test(line))
  const day = heads.slice(0, first < 0 ? heads.length : first).findLastIndex((line) => dayOf(line) !== null)
  const dateline = heads.map((line) => HEAD.exec(line)).find((head) => head?.[1] === 'Dateline')?.[2]
  return {
    id: null,
    text: dateline && text !== '' && !text.startsWith(dateline) ? `${dateline} — ${text}` : text,
    title: titleOf(heads.slice(0, Math.max(0, day))),
    published: dayOf(heads[day] ?? ''),
  }
}

const dayOf = (line: string): string | null => looseDate(line.replace(WEEKDAY, ''))

/** The headline: what stands above the name of the paper, which is the last line above the date; above it the order's cover page may stand. */
const titleOf = (above: readonly string[]): string | null => {
  const lines = above.slice(
    0,
    above.findLastIndex((line) => !isBlank(line)),
  )
  const end = lines.findLastIndex((line) => !isBlank(line)) + 1
  const start = lines.slice(0, end).findLastIndex(isBlank) + 1
  return oneLine(lines.slice(start, end).join(' '))
}
