import type { Holiday } from '../../extract/dates/expression.ts'
import { dayNumber, weekdayOf } from './days.ts'

/** The day number of a holiday in a year. */
export const holidayIn = (year: number, holiday: Holiday): number => {
  if (typeof holiday !== 'string') return dayNumber({ year, ...holiday })
  switch (holiday) {
    case 'easter':
      return easter(year)
    case 'easter-monday':
      return easter(year) + 1
    case 'good-friday':
      return easter(year) - 2
    case 'thanksgiving':
      return nthWeekday(year, 11, 4, 4)
    case 'labor-day':
      return nthWeekday(year, 9, 1, 1)
    case 'memorial-day': {
      const last = dayNumber({ year, month: 5, day: 31 })
      return last - ((weekdayOf(last) - 1 + 7) % 7)
    }
  }
}

const nthWeekday = (year: number, month: number, weekday: number, n: number): number => {
  const first = dayNumber({ year, month, day: 1 })
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
}

const GREGORIAN = 1583

/** Western Easter by the calendar of its time, as a date of that calendar. */
const easter = (year: number): number => {
  if (year < GREGORIAN) return julianEaster(year)
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = century - Math.floor(century / 4)
  const epact = (skipped - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const offset = moon - ((year + Math.floor(year / 4) + moon + 2 - skipped) % 7)
  const month = 3 + Math.floor((offset + 40) / 44)
  return dayNumber({ year, month, day: offset + 28 - 31 * Math.floor(month / 4) })
}

const julianEaster = (year: number): number => {
  const moon = (19 * (year % 19) + 15) % 30
  const days = moon + ((2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7) + 114
  return dayNumber({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
