import { MONTH_NAMES, MONTH_SHORT, monthOf, pattern } from '../../extract/dates/words.ts'
import { civilOf, dayNumber } from './days.ts'
import { type Grain, type Period, periodAround } from './period.ts'

const ENDED = pattern(`^ (?:that |just )?(?:ended|ending) (?:on )?(?<month>${MONTH_NAMES}|${MONTH_SHORT}) (?<day>\\d{1,2})\\b`, '')
const GRAINS: readonly Grain[] = ['week', 'month', 'quarter', 'year']
const DAYS_TO_GO = 45

/** "the week ended Dec. 23", "the year ended June 30": the period of the day that it ends on, the last such day or one that is near. */
export const endedPeriod = (grain: Grain, next: string, publication: number): Period | null => {
  const { month, day } = GRAINS.includes(grain) && / end/.test(next) ? (ENDED.exec(next)?.groups ?? {}) : {}
  if (month === undefined) return null
  const { year } = civilOf(publication)
  const inYear = (y: number): number => dayNumber({ year: y, month: monthOf(month), day: Number(day) })
  return periodAround(inYear(year) <= publication + DAYS_TO_GO ? inYear(year) : inYear(year - 1), grain)
}
