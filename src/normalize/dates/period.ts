import type { Season } from '../../extract/dates/expression.ts'
import { civilOf, dayNumber, isoWeek, monthLength, weekdayOf } from './days.ts'

export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century' | 'millennium'

/** A stretch of the calendar with its TIMEX3 value; `first` and `last` are day numbers. */
export type Period = { readonly grain: Grain; readonly first: number; readonly last: number; readonly value: string }

const two = (n: number): string => String(n).padStart(2, '0')

/** `1997`; years before 1 as TIMEX3 writes them: 44 BC is `BC0044`. */
export const yearValue = (year: number): string => (year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`)

export const yearPeriod = (year: number): Period => years('year', year, year, yearValue(year))

export const monthPeriod = (year: number, month: number): Period => {
  const first = dayNumber({ year, month, day: 1 })
  return { grain: 'month', first, last: first + monthLength(year, month) - 1, value: `${yearValue(year)}-${two(month)}` }
}

export const dayPeriod = (n: number): Period => {
  const { year, month, day } = civilOf(n)
  return { grain: 'day', first: n, last: n, value: `${yearValue(year)}-${two(month)}-${two(day)}` }
}

export const weekPeriod = (n: number): Period => {
  const first = n - weekdayOf(n) + 1
  const { year, week } = isoWeek(n)
  return { grain: 'week', first, last: first + 6, value: `${yearValue(year)}-W${two(week)}` }
}

export const weekendPeriod = (n: number): Period => {
  const week = weekPeriod(n)
  return { grain: 'weekend', first: week.first + 5, last: week.last, value: `${week.value}-WE` }
}

// A winter has the year that it ends in.
const SEASON_START: Readonly<Record<Season, readonly [number, number]>> = { WI: [-1, 12], SP: [0, 3], SU: [0, 6], FA: [0, 9] }

export const seasonPeriod = (year: number, season: Season): Period => {
  const [shift, month] = SEASON_START[season]
  const first = dayNumber({ year: year + shift, month, day: 1 })
  const end = month === 12 ? 2 : month + 2
  return {
    grain: 'season',
    first,
    last: dayNumber({ year, month: end, day: monthLength(year, end) }),
    value: `${yearValue(year)}-${season}`,
  }
}

export const quarterPeriod = (year: number, quarter: number): Period =>
  months('quarter', year, quarter * 3 - 2, 3, `${yearValue(year)}-Q${quarter}`)

export const halfPeriod = (year: number, half: number): Period => months('half', year, half * 6 - 5, 6, `${yearValue(year)}-H${half}`)

/** 199 is the 1990s; -47 the 470s BC. */
export const decadePeriod = (decade: number): Period =>
  decade >= 0
    ? years('decade', decade * 10, decade * 10 + 9, String(decade).padStart(3, '0'))
    : years('decade', 1 + decade * 10 - 9, 1 + decade * 10, `BC${String(-decade).padStart(3, '0')}`)

/** 19 is the twentieth century (the 1900s); -4 the fourth century BC. */
export const centuryPeriod = (century: number): Period =>
  century >= 0
    ? years('century', century * 100, century * 100 + 99, two(century))
    : years('century', 1 + century * 100, 100 + century * 100, `BC${two(-century - 1)}`)

const millenniumPeriod = (millennium: number): Period => years('millennium', millennium * 1000, millennium * 1000 + 999, String(millennium))

/** The period of a kind that holds a day. */
export const periodAround = (n: number, grain: Grain): Period => {
  const { year, month } = civilOf(n)
  switch (grain) {
    case 'day':
      return dayPeriod(n)
    case 'weekend':
      return weekendPeriod(n)
    case 'week':
      return weekPeriod(n)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'season':
      return seasonPeriod(month === 12 ? year + 1 : year, seasonAt(month))
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2)
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(year > 0 ? Math.floor(year / 10) : -Math.floor((1 - year) / 10))
    case 'century':
      return centuryPeriod(year > 0 ? Math.floor(year / 100) : -Math.floor(-year / 100) - 1)
    case 'millennium':
      return millenniumPeriod(Math.floor(year / 1000))
  }
}

/** The period of a kind that lies `amount` of its kind from the one around a day. */
export const stepFrom = (n: number, grain: Grain, amount: number): Period => {
  const { year, month, day } = civilOf(n)
  const whole = Math.trunc(amount)
  switch (grain) {
    case 'day':
      return dayPeriod(n + whole)
    case 'weekend':
    case 'week':
      return periodAround(n + whole * 7, grain)
    case 'season':
    case 'quarter':
      return periodAround(dayInMonth(year, month + whole * 3, day), grain)
    case 'month':
      return periodAround(dayInMonth(year, month + whole, day), 'month')
    case 'half':
      return periodAround(dayInMonth(year, month + whole * 6, day), 'half')
    case 'year':
      return yearPeriod(year + whole)
    case 'decade':
      return periodAround(dayNumber({ year: year + whole * 10, month: 7, day: 1 }), 'decade')
    case 'century':
      return periodAround(dayNumber({ year: year + whole * 100, month: 7, day: 1 }), 'century')
    case 'millennium':
      return periodAround(dayNumber({ year: year + whole * 1000, month: 7, day: 1 }), 'millennium')
  }
}

/** A day in a month that may be counted past the year's ends. */
const dayInMonth = (year: number, month: number, day: number): number => {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  return dayNumber({ year: y, month: m, day: Math.min(day, monthLength(y, m)) })
}

const seasonAt = (month: number): Season => (month === 12 || month <= 2 ? 'WI' : month <= 5 ? 'SP' : month <= 8 ? 'SU' : 'FA')

const years = (grain: Grain, from: number, to: number, value: string): Period => ({
  grain,
  first: dayNumber({ year: from, month: 1, day: 1 }),
  last: dayNumber({ year: to, month: 12, day: 31 }),
  value,
})

const months = (grain: Grain, year: number, month: number, count: number, value: string): Period => ({
  grain,
  first: dayNumber({ year, month, day: 1 }),
  last: dayNumber({ year, month: month + count - 1, day: monthLength(year, month + count - 1) }),
  value,
})
