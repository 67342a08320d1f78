import type { Fields, Meaning } from '../../extract/dates/expression.ts'
import { civilOf, dayNumber, monthLength } from './days.ts'
import { holidayIn } from './holiday.ts'
import { isInHand } from './in-hand.ts'
import { inferYear } from './infer-year.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  periodAround,
  quarterPeriod,
  seasonPeriod,
  stepFrom,
  yearPeriod,
} from './period.ts'
import { reckonStep } from './reckon-step.ts'
import { reckonWeekday } from './reckon-weekday.ts'
import { at, faulty, type Reckoned, valued } from './reckoned.ts'
import { lastNamed } from './story.ts'
import type { Surroundings } from './surroundings.ts'
import { anchorAt, PUBLICATION, pointedAt, type World } from './world.ts'

type CalendarMeaning = Extract<Meaning, { kind: 'calendar' }>

/** The day or longer period of calendar fields; a time of day is put to it by the caller. */
export const reckonCalendar = (meaning: CalendarMeaning, around: Surroundings, world: World): Reckoned => {
  const { fields, within, pick } = meaning
  if (fields.decade !== undefined) return at(decadePeriod(fields.decade))
  if (fields.century !== undefined) return at(centuryPeriod(fields.century))
  if (fields.yearZero) return faulty('no-such-year')
  if (isAbsurd(fields)) return faulty('no-such-day')
  if (within !== null) {
    const outer = reckonStep(within, around, world)
    if (outer.period === null) return outer.value === null || outer.value.endsWith('_REF') ? valued(masked(fields)) : outer
    const held = alreadyGone(meaning, outer, around, world)
    const inner = inside(held, fields)
    return inner === null ? faulty('no-such-day') : at(inner, outer.anchor)
  }
  if (fields.year !== undefined) {
    const period = inYear(fields.year, fields)
    return period === null ? faulty('no-such-day') : at(period)
  }
  if (fields.month === undefined && fields.weekday !== undefined) return reckonWeekday(fields.weekday, pick, around, world)
  if (pick !== null) return picked(fields, pick, around, world)
  if (hasCalendar(fields)) return inferYear((year) => inYear(year, fields), around, world) ?? valued(masked(fields))
  return fields.anyDay ? valued('XXXX-XX-XX') : dayInHand(fields, around, world)
}

const hasCalendar = (f: Fields): boolean => [f.month, f.season, f.quarter, f.half, f.holiday].some((x) => x !== undefined)

const isAbsurd = ({ year, month, day }: Fields): boolean =>
  (month !== undefined && (month < 1 || month > 12)) ||
  (day !== undefined && (day < 1 || day > (month === undefined ? 31 : monthLength(year ?? 2000, Math.min(12, Math.max(1, month))))))

/** The period that the fields name in a year; null where there is no such day in it (29 February). */
const inYear = (year: number, fields: Fields): Period | null => {
  const { month, day, season, quarter, half, holiday } = fields
  if (month !== undefined && day !== undefined) return day <= monthLength(year, month) ? dayPeriod(dayNumber({ year, month, day })) : null
  if (month !== undefined) return monthPeriod(year, month)
  if (holiday !== undefined) return dayPeriod(holidayIn(year, holiday))
  if (season !== undefined) return seasonPeriod(year, season)
  if (quarter !== undefined) return quarterPeriod(year, quarter)
  if (half !== undefined) return halfPeriod(year, half)
  return yearPeriod(year)
}

/** In news the 28th, said on the 3rd of what is past, is the last month's. */
const alreadyGone = ({ fields, within }: CalendarMeaning, outer: Reckoned, { tense }: Surroundings, { publication }: World): Period => {
  const period = outer.period as Period
  const ahead =
    within?.from === 'either' && outer.anchor === PUBLICATION && publication !== null && (fields.day ?? 0) > civilOf(publication).day
  return ahead && tense() !== 'future' ? stepFrom(period.first, 'month', -1) : period
}

/** The fields inside a period found otherwise: "May" in "of that year", "the 28th" in "of that month", a time of "the same day". */
const inside = (outer: Period, fields: Fields): Period | null => {
  const { year, month } = civilOf(outer.first)
  if (fields.day !== undefined && fields.month === undefined)
    return outer.grain === 'month' ? inYear(year, { month, day: fields.day }) : outer
  if (fields.weekday !== undefined && outer.grain === 'week') return dayPeriod(outer.first + fields.weekday - 1)
  return hasCalendar(fields) ? inYear(year, fields) : outer
}

/** A month or season chosen by name: "last December", "the following spring", "that August". */
const picked = (fields: Fields, pick: NonNullable<CalendarMeaning['pick']>, around: Surroundings, world: World): Reckoned => {
  const mark =
    pick.from === 'story' || (world.telling === 'narrative' && around.quoted)
      ? lastNamed(pick.way === 0 ? pointedAt(world) : world.story, 'year')
      : null
  if (pick.way === 0 && pick.from === 'story') {
    const same = mark && inYear(civilOf(mark.period.first).year + (isWinterAhead(fields, mark.period) ? 1 : 0), fields)
    return mark && same
      ? at(same, anchorAt(mark.source))
      : (inferYear((year) => inYear(year, fields), around, world) ?? valued(masked(fields)))
  }
  const base = mark?.period.first ?? world.publication
  if (base === null) return valued(masked(fields))
  const { year } = civilOf(base)
  const candidates = [year - 1, year, year + 1].map((y) => inYear(y, fields)).filter((p) => p !== null)
  const found =
    pick.way === 0
      ? candidates[1]
      : pick.way < 0
        ? candidates.findLast((p) => p.last < base)
        : candidates.find((p) => p.first > (mark?.period.grain === 'year' ? mark.period.last : base))
  const period = found ?? candidates[1]
  return period === undefined ? faulty('no-such-day') : at(period, mark ? anchorAt(mark.source) : PUBLICATION)
}

/** "He fell in November. That winter …": it ends in the year after. */
const isWinterAhead = ({ season }: Fields, { grain, first }: Period): boolean =>
  season === 'WI' && grain !== 'year' && civilOf(first).month > LAST_OF_WINTER

const LAST_OF_WINTER = 2

/** The day that a bare time belongs to: the last one named, in news the day of publication where the paragraph names none. */
const dayInHand = ({ time }: Fields, around: Surroundings, { telling, publication, story }: World): Reckoned => {
  const mark = telling === 'narrative' ? lastNamed(story, 'month') : lastNamed(story, 'day')
  const near = mark !== null && (telling === 'narrative' || isInHand(mark, time !== undefined && time !== '24:00', around, publication))
  if (near) return at(mark.period, anchorAt(mark.source))
  return publication === null || telling === 'narrative' ? valued('XXXX-XX-XX') : at(periodAround(publication, 'day'), PUBLICATION)
}

/** What the words say where no year can be found: XXXX-05-12. */
const masked = ({ month, day, season, quarter, half, part }: Fields): string => {
  const two = (n: number): string => String(n).padStart(2, '0')
  if (month !== undefined) return day === undefined ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`
  if (season !== undefined) return `XXXX-${season}`
  if (quarter !== undefined) return `XXXX-Q${quarter}`
  if (half !== undefined) return `XXXX-H${half}`
  return part === undefined ? 'XXXX' : 'XXXX-XX-XX'
}
