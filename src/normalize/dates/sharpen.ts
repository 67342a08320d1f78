import type { Timex } from '../../document.ts'
import { civilOf, dayNumber, isoDate, readIsoDate, weekdayOf } from './days.ts'
import { dayPeriod, monthPeriod, type Period } from './period.ts'

/**
 * An expression as it dates an event, where TIMEX3's value says more or less than that: "two weeks later" than a day is a day, not a week; "before Christmas" is
 * not that day but its month. `article` are all expressions of the article.
 */
export const sharpen = (text: string, timex: Timex, article: readonly Timex[]): Timex => {
  const first = readIsoDate(timex.first)
  if (first === null) return timex
  if (timex.rule === 'offsets' && timex.precision === 'week') {
    const anchor = article.find((t) => timex.anchor === `text:${t.start}-${t.end}`)
    const day = anchor?.precision === 'day' || anchor?.precision === 'time' ? readIsoDate(anchor.first) : null
    return day === null ? timex : put(timex, dayPeriod(first + weekdayOf(day) - 1))
  }
  const { year, month } = civilOf(first)
  const before = /\bbefore\s+$/i.test(text.slice(Math.max(0, timex.start - 8), timex.start))
  return before && timex.precision === 'day' && first > dayNumber({ year, month, day: 1 }) ? put(timex, monthPeriod(year, month)) : timex
}

const put = (timex: Timex, period: Period): Timex => ({
  ...timex,
  value: period.value,
  first: isoDate(period.first),
  last: isoDate(period.last),
  precision: period.grain === 'month' ? 'month' : 'day',
})
