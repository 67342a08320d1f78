import type { Parser, Refiner } from './expression.ts'
import { calendarDates } from './parsers/calendar-dates.ts'
import { centuries } from './parsers/centuries.ts'
import { clockTimes } from './parsers/clock-times.ts'
import { dayParts } from './parsers/day-parts.ts'
import { decades } from './parsers/decades.ts'
import { durations } from './parsers/durations.ts'
import { holidays } from './parsers/holidays.ts'
import { impossibleDates } from './parsers/impossible-dates.ts'
import { neighbours } from './parsers/neighbours.ts'
import { offsets } from './parsers/offsets.ts'
import { openPeriods } from './parsers/open-periods.ts'
import { ordinalDays } from './parsers/ordinal-days.ts'
import { quarters } from './parsers/quarters.ts'
import { references } from './parsers/references.ts'
import { reportedQuarters } from './parsers/reported-quarters.ts'
import { seasons } from './parsers/seasons.ts'
import { sets } from './parsers/sets.ts'
import { years } from './parsers/years.ts'
import { dropFalseFriends } from './refiners/drop-false-friends.ts'
import { dropOverlaps } from './refiners/drop-overlaps.ts'
import { joinTime } from './refiners/join-time.ts'
import { joinWeekday } from './refiners/join-weekday.ts'
import { joinYear } from './refiners/join-year.ts'
import { shareYears } from './refiners/share-years.ts'
import { takeEdges } from './refiners/take-edges.ts'

/** Who finds what. Of two that find the same words the earlier one is believed. */
export const PARSERS: readonly Parser[] = [
  holidays,
  calendarDates,
  impossibleDates,
  ordinalDays,
  quarters,
  reportedQuarters,
  centuries,
  decades,
  seasons,
  years,
  clockTimes,
  offsets,
  sets,
  neighbours,
  openPeriods,
  references,
  dayParts,
  durations,
]

/** What happens to the finds, in this order: dropping first, so that nothing false is joined to anything. */
export const REFINERS: readonly Refiner[] = [dropOverlaps, dropFalseFriends, joinWeekday, joinYear, shareYears, joinTime, takeEdges]
