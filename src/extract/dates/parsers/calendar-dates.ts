import { type Reading, readDates } from '../chrono.ts'
import { calendar, type Fields, type Found, type Parser } from '../expression.ts'
import { DASH, MONTH_NAMES, MONTH_SHORT, pattern, WEEKDAY_NAMES, WEEKDAY_SHORT } from '../words.ts'

const NAME = `(?:${MONTH_NAMES})\\b|\\b${MONTH_SHORT}|\\b(?:${WEEKDAY_NAMES})\\b|\\b${WEEKDAY_SHORT}`
const TRIGGER = new RegExp(`\\b${NAME}|\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\b\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})\\b`, 'g')
const REACH_BEFORE = 18
const REACH_AFTER = 26

/** Dates of the calendar: month names with days and years, ISO 8601, slashes, weekdays. chrono reads them, in pieces of a few words each. */
export const calendarDates: Parser = {
  name: 'calendar-dates',
  find: (text, { dayFirst }) => {
    const found: Found[] = []
    for (const piece of piecesOf(text)) {
      const readings = longest(
        readDates(text.slice(piece.start, piece.end).replace(JOINED, '–').replace(AMID, '--'), dayFirst).flatMap((r) =>
          trim(r, text, piece.start),
        ),
      )
      for (const reading of readings) found.push(...asFound(reading))
    }
    return found
  },
}

/** "March 30-April 1": chrono would read "30-April". */
const JOINED = new RegExp(`(?<=(?:${MONTH_NAMES}|${MONTH_SHORT}) \\d{1,2})-(?=(?:${MONTH_NAMES}|${MONTH_SHORT}) \\d)`, 'g')

/** "on 3 March, 12 people died" is the third, and no twelfth. */
const DAY_BEFORE = /\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s+$/

/** "on April 2 amid a row", "on May 3 American jets": chrono would see an hour there. */
const AMID = /(?<=\d\s)am(?=[a-z])/gi

type Piece = { readonly start: number; readonly end: number }

/** A few words around each name of a month or weekday and each figure date; pieces that touch are one. */
const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  for (const match of text.matchAll(TRIGGER)) {
    let start = Math.max(0, match.index - REACH_BEFORE)
    while (start > 0 && /\w/.test(text[start - 1] as string) && start < match.index) start++
    let end = Math.min(text.length, match.index + match[0].length + REACH_AFTER)
    while (end < text.length && /\w/.test(text[end] as string)) end++
    const last = pieces.at(-1)
    if (last && start <= last.end) pieces[pieces.length - 1] = { start: last.start, end: Math.max(end, last.end) }
    else pieces.push({ start, end })
  }
  return pieces
}

type Trimmed = { readonly start: number; readonly text: string; readonly fields: Fields; readonly last: Fields | null }

const CORE = new RegExp(`\\d|\\b(?:${NAME})`)
const SHORT_WEEKDAY = new RegExp(`^${WEEKDAY_SHORT}$`)
const MONTH_FIRST = new RegExp(`^(?:${MONTH_NAMES}|${MONTH_SHORT})`)
const DATE_NEXT = new RegExp(`^,? ?(?:\\d|(?:${MONTH_NAMES})\\b|${MONTH_SHORT})`)
/** "May 5,000 men", "May 5-year plan"; but not "March 30-April 1". */
const GOES_ON = new RegExp(`^(?:,\\d{3}\\b|\\.\\d| 000\\b|%|-(?!(?:${MONTH_NAMES}|${MONTH_SHORT}) \\d)\\w|:\\d)`)
/** "Friday of next week", which chrono takes for Friday. */
const OF_WEEK = /\s+(?:of\s+)?(?:this|last|next|the\s+\w+)\s+week$/i
/** "raised it from May 3 to 12 cents": what goes on with a noun is a number of that. */
const COUNT_BEHIND = /(?<=[A-Za-z.]\s+\d{1,2}(?:st|nd|rd|th)?)\s+(?:to|and|until|through)\s+\d{1,2}$/
const COUNTED =
  /^\s+(?:(?:cents?|per ?cent|percentage|dollars?|euros?|pence|points?|barrels?|tons?|tonnes?|people|men|women|soldiers|troops|officers|police(?:men)?|civilians|children|members|states|countries|nations|seats|votes|years?|months?|weeks?|days?|hours?|minutes?)\b)/
const COMMA_BEFORE_DAY = new RegExp(`^(?:${MONTH_NAMES}|${MONTH_SHORT})(?:,\\s*|\\s+)\\d{1,2}$`)
const IN_MONTH = /\b(?:in|by|since|in\s+(?:late|early|mid))[\s-]+$/i
/** "In March 12 soldiers died": a day stands behind "on". */
const IN = /\bin(?:\s+(?:late|early|mid))?[\s-]+$/i
const YEAR_WRITTEN = /\d{3,4}|\d+\s*(?:AD|BC|CE|BE|ad|bc)/

/** chrono's reading without its "on" and commas, without years it made of two figures, without numbers that go on ("May 5,000 men"). */
const trim = (reading: Reading, text: string, offset: number): readonly Trimmed[] => {
  const lead = CORE.exec(reading.text)?.index ?? -1
  if (lead < 0) return []
  const start = offset + reading.start + lead
  if (
    reading.fields.day !== undefined &&
    MONTH_FIRST.test(text.slice(start, start + 10)) &&
    DAY_BEFORE.test(text.slice(Math.max(0, start - 8), start))
  )
    return []
  let words = reading.text.slice(lead).replace(/(?:\s+(?:of|[-–—]+))?[\s,]*$/, '')
  let fields = reading.fields
  const { last } = reading
  const figures = /^\d/.test(words) && /[-/]/.test(words) && !/[a-z]/i.test(words)
  if (fields.year !== undefined && !figures && !YEAR_WRITTEN.test(words)) {
    const { year: _, ...rest } = fields
    fields = rest
    // "would propose that January 1 be a holiday"
    words = /\sbe$/.test(words) ? words.replace(/\s+be$/, '') : words.replace(/[\s,]*(?:of )?['’]?\d{1,2}$/, '')
  }
  const numbered = fields.weekday === undefined ? null : OF_WEEK.exec(words)
  if (numbered) words = words.slice(0, numbered.index)
  const range = reading.last === null || figures ? null : COUNT_BEHIND.exec(words)
  if (range && COUNTED.test(text.slice(start + words.length, start + words.length + 24)))
    return [{ start, text: words.slice(0, range.index), fields, last: null }]
  if (fields.day !== undefined && MONTH_FIRST.test(words)) {
    // "In October, 16 people died": how many; "on October, 16" is the day.
    const before = text.slice(Math.max(0, start - 9), start)
    const counts =
      COMMA_BEFORE_DAY.test(words) &&
      (words.includes(',')
        ? IN_MONTH.test(before)
        : IN.test(before) && COUNTED.test(text.slice(start + words.length, start + words.length + 24)))
    const goesOn = GOES_ON.test(text.slice(start + words.length, start + words.length + 12))
    if ((goesOn || counts) && fields.year === undefined && last === null) {
      const { day: _, ...rest } = fields
      fields = rest
      words = words.replace(/[\s,]*\d{1,2}(?:st|nd|rd|th)?$/, '')
    }
  }
  if (
    fields.weekday !== undefined &&
    SHORT_WEEKDAY.test(words) &&
    !DATE_NEXT.test(text.slice(start + words.length, start + words.length + 12))
  )
    return []
  if (Object.keys(fields).length === 0) return []
  const the = /^\d{1,2}(?:st|nd|rd|th)\s+of\b/.test(words) ? /\bthe\s+$/i.exec(text.slice(Math.max(0, start - 8), start)) : null
  if (the) return [{ start: start - the[0].length, text: the[0] + words, fields, last }]
  return [{ start, text: words, fields, last }]
}

/** Of readings that overlap the longest, the earlier of two equal ones. */
const longest = (readings: readonly Trimmed[]): readonly Trimmed[] => {
  const kept: Trimmed[] = []
  for (const r of [...readings].sort((a, b) => b.text.length - a.text.length || a.start - b.start)) {
    if (kept.every((k) => r.start + r.text.length <= k.start || r.start >= k.start + k.text.length)) kept.push(r)
  }
  return kept
}

const RANGE = pattern(`(\\d{1,2}(?:st|nd|rd|th)?)(\\s*(?:${DASH}|to|until|through|and)\\s*)(?=\\d{1,2})`, 'i')

/** One expression, or the two ends of a range ("3–5 June" is 3 June and 5 June). */
const asFound = (reading: Trimmed): readonly Found[] => {
  const end = reading.start + reading.text.length
  const rule = 'calendar-dates'
  const range = reading.last === null ? null : RANGE.exec(reading.text)
  if (reading.last === null || range === null) return [{ start: reading.start, end, meaning: calendar(reading.fields), mod: null, rule }]
  const cut = reading.start + range.index + (range[1] ?? '').length
  const next = cut + (range[2] ?? '').length
  const { year } = reading.fields
  return [
    { start: reading.start, end: cut, meaning: calendar(reading.fields), mod: null, rule },
    { start: next, end, meaning: calendar({ ...(year !== undefined && { year }), ...reading.last }), mod: null, rule },
  ]
}
