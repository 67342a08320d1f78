import type { Timex } from '../../document.ts'
import { civilOf, dayNumber, isoDate, readIsoDate, weekdayOf } from './days.ts'
import { dayPeriod, monthPeriod, type Period } from './period.ts'
import { PUBLICATION } from './world.ts'

/**
 * An expression as it dates an event, where TIMEX3's value says more or less than that: "two weeks later" than a day is a day, not a week, as "two weeks ago" is,
 * unless it is only about so long; "before Christmas" is not that day but its month. `article` are all expressions of the article, `news` its day of publication.
 */
export const sharpen = (text: string, timex: Timex, article: readonly Timex[], news: string | null): Timex => {
  const first = readIsoDate(timex.first)
  if (first === null) return timex
  if (timex.rule === 'offsets' && timex.precision === 'week') {
    const anchor = article.find((t) => timex.anchor === `text:${t.start}-${t.end}`)
    const exact = anchor?.precision === 'day' || anchor?.precision === 'time'
    const day = exact ? readIsoDate(anchor.first) : timex.anchor === PUBLICATION && timex.mod === null ? readIsoDate(news) : null
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
