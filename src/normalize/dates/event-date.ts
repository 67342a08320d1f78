import type { EventDate, Timex } from '../../document.ts'
import { isoDate } from './days.ts'
import { monthPeriod } from './period.ts'

type Basis = EventDate['basis']

/**
 * The date of an event from the expression that dates it; null where that names no stretch of the calendar (durations, sets, PAST_REF, a fault).
 * A time of day dates by its day; a day left open ("1943-07-XX") by its month.
 */
export const eventDate = (timex: Timex, basis: Basis): EventDate | null => {
  const { first, last, precision } = timex
  if (timex.value === null || first === null || last === null || precision === null) return null
  if (timex.type !== 'DATE' && timex.type !== 'TIME') return null
  return { value: calendarPart(timex.value), start: first, end: last, precision, basis, span: spanOf(timex) }
}

/** The same date on another ground. */
export const withBasis = ({ value, start, end, precision }: EventDate, basis: Basis, span: EventDate['span']): EventDate => ({
  value,
  start,
  end,
  precision,
  basis,
  span,
})

/** The date of an event that goes from one expression to another ("from April to September 1957"): the value is `start/end`. */
export const eventRange = (from: Timex, to: Timex, basis: Basis): EventDate | null => {
  const [begin, end] = [eventDate(from, basis), eventDate(to, basis)]
  if (begin === null || end === null) return null
  if (isAfter(begin.start, end.end)) return begin
  return {
    value: `${begin.value}/${end.value}`,
    start: begin.start,
    end: end.end,
    precision: 'range',
    basis,
    span: { start: from.start, end: to.end },
  }
}

const RANGE_GAP = /^\s*(?:[-\u2010-\u2015/]|to|until|till|through|and)\s*(?:the\s+)?$/i
const RANGE_LEAD = /\b(?:from|between)\s+(?:the\s+)?$/i

/**
 * The second expression of a range that `timex` begins, or null: the next one, where only a dash or "to" stands between, or "and" after "between".
 * `timexes` are those of the document in order, as `resolveDates` gives them.
 */
export const rangeEnd = (text: string, timex: Timex, timexes: readonly Timex[]): Timex | null => {
  const next = timexes.find((t) => t.start >= timex.end)
  if (next === undefined || next.first === null || timex.first === null) return null
  const gap = text.slice(timex.end, next.start)
  if (!RANGE_GAP.test(gap) || isAfter(timex.first, next.first)) return null
  const lead = RANGE_LEAD.exec(text.slice(Math.max(0, timex.start - 16), timex.start))
  const joined = /^\s*[-\u2010-\u2015]\s*$/.test(gap)
  return joined || (/^\s*and/i.test(gap) ? /between/i.test(lead?.[0] ?? '') : lead !== null || /^\s*(?:to|until|till|through)/i.test(gap))
    ? next
    : null
}

/** The day, month or year that a range ends with: where a story has come to. Any other date as it is. */
export const endOfRange = (date: EventDate): EventDate => {
  const value = /\/(\d{4}(?:-\d\d){0,2})$/.exec(date.value)?.[1]
  if (value === undefined) return date
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day'
  return { value, start: value + '-01-01'.slice(value.length - 4), end: date.end, precision, basis: date.basis, span: date.span }
}

/** The day of publication as the date of an event that the news gives no other. `published` is an ISO 8601 date, with or without time. */
export const publicationDate = (published: string): EventDate => {
  const day = published.slice(0, 10)
  return { value: day, start: day, end: day, precision: 'day', basis: 'publication', span: null }
}

/** The month of publication, for what was done by then on a day that nobody tells. */
export const publicationMonth = (published: string): EventDate => {
  const [year, month] = published.split('-').map(Number) as [number, number]
  const { value, first, last } = monthPeriod(year, month)
  return { value, start: isoDate(first), end: isoDate(last), precision: 'month', basis: 'publication', span: null }
}

const spanOf = ({ start, end }: Timex): { readonly start: number; readonly end: number } => ({ start, end })

/** A weekend dates by its week. */
const calendarPart = (value: string): string => value.replace(/T.*$/, '').replace(/(?:-XX|-WE)+$/, '')

/** Compares ISO dates, of which those BC begin with a minus sign. */
const isAfter = (a: string, b: string): boolean => {
  const [before, after] = [a.startsWith('-'), b.startsWith('-')]
  if (before !== after) return after
  return before ? a.slice(0, 5) < b.slice(0, 5) || (a.slice(0, 5) === b.slice(0, 5) && a > b) : a > b
}
