import { Chrono, casual, GB, strict } from 'chrono-node/en'
import type { Fields } from './expression.ts'

/** What chrono read: certain fields only, so that neither clock nor time zone has a part in it. `last` is the end of a range ("3-5 June"). */
export type Reading = { readonly start: number; readonly text: string; readonly fields: Fields; readonly last: Fields | null }

// Positions in chrono 2.10's own lists (names don't survive a bundler; a test pins them). Left out, as measured wrong on news and histories: casual dates
// ("now", "may"), relative dates and time units (durations read as dates), year+month, month/year; of the refiners all: merging across commas and
// the deletion of bare years cost more than they gave.
const YEAR_MONTH_DAY = 0
const ISO = 1
const SLASH = 2
const DAY_MONTH = 4
const MONTH_DAY = 5
const WEEKDAY = 6
const TIME = 8
const MONTH = 15

const choose = (from: Chrono, positions: readonly number[]) =>
  positions.flatMap((at) => {
    const parser = from.parsers[at]
    return parser ? [parser] : []
  })

const reader = (parsers: Chrono['parsers']): Chrono => new Chrono({ parsers, refiners: [] })
const DATES = [YEAR_MONTH_DAY, ISO, DAY_MONTH, MONTH_DAY, MONTH, WEEKDAY]
const american = reader([...choose(casual, DATES), ...choose(casual, [SLASH])])
const british = reader([...choose(casual, DATES), ...choose(GB, [SLASH])])
const clock = reader([...choose(casual, [ISO]), ...choose(strict, [TIME])])

// Any fixed moment serves: what chrono implies from it is thrown away.
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 }

/** Reads calendar dates and weekdays in a short piece of text. `dayFirst` reads 3/4/2012 as the third of April. */
export const readDates = (piece: string, dayFirst: boolean): readonly Reading[] => readWith(dayFirst ? british : american, piece)

/** Reads clock times in a short piece of text. */
export const readClock = (piece: string): readonly Reading[] => readWith(clock, piece)

const readWith = (chrono: Chrono, piece: string): readonly Reading[] =>
  chrono.parse(piece, REFERENCE).map((result) => ({
    start: result.index,
    text: result.text,
    fields: fieldsOf(result.start),
    last: result.end ? fieldsOf(result.end) : null,
  }))

type Components = { isCertain(part: Part): boolean; get(part: Part): number | null }
type Part = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second' | 'timezoneOffset'

const fieldsOf = (components: Components): Fields => {
  const get = (part: Part): number | undefined => (components.isCertain(part) ? (components.get(part) ?? undefined) : undefined)
  const [year, month, day, weekday, hour] = [get('year'), get('month'), get('day'), get('weekday'), get('hour')]
  return {
    ...(year === 0 ? { yearZero: true as const } : year !== undefined && { year: year < 0 ? year + 1 : year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(weekday !== undefined && { weekday: weekday === 0 ? 7 : weekday }),
    ...(hour !== undefined && { time: `${two(hour)}:${two(get('minute') ?? 0)}${zoneOf(get('timezoneOffset'))}` }),
  }
}

const zoneOf = (minutes: number | undefined): string => {
  if (minutes === undefined) return ''
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
