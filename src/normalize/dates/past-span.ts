import type { Timex } from '../../document.ts'
import { isoDate, readIsoDate } from './days.ts'
import { stepFrom } from './period.ts'
import { readLength } from './shift-date.ts'

const UP_TO_NOW = /^(?:the|these|this)\s+(?:past|last)\s/i

/**
 * "the past two weeks", said on a day, as the stretch that it covers: from so long before that day to the day itself, with the value `start/end`. Any other
 * expression stays as it is.
 */
export const pastSpan = (timex: Timex, published: string | null): Timex => {
  const end = readIsoDate(published)
  const length = timex.type === 'DURATION' && UP_TO_NOW.test(timex.text) ? readLength(timex.value) : null
  if (length === null || end === null || length.amount === 0) return timex
  const { amount, unit } = length
  const start = unit === 'day' || unit === 'week' ? end - amount * (unit === 'week' ? 7 : 1) : sameDay(end, unit, amount)
  const [first, last] = [isoDate(start), isoDate(end)]
  return { ...timex, type: 'DATE', value: `${first}/${last}`, first, last, precision: 'range', anchor: 'publication' }
}

/** The same day of the month so many months or years before, or the last one where the month is shorter. */
const sameDay = (end: number, unit: 'month' | 'year', amount: number): number => {
  const month = stepFrom(end, 'month', -amount * (unit === 'year' ? 12 : 1))
  return Math.min(month.first + Number(isoDate(end).slice(-2)) - 1, month.last)
}
