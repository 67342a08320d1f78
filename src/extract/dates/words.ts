import type { DayPart, Season, Unit } from './expression.ts'

/** A pattern in which a blank stands for any white space (lines may be hard-wrapped) and ` ?` for perhaps some. */
export const pattern = (source: string, flags = 'gi'): RegExp => new RegExp(source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'), flags)

export const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER'
export const MONTH_SHORT = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\\b\\.?'
export const WEEKDAY_NAMES = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
export const WEEKDAY_SHORT = '(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\b\\.?'
export const DASH = '[-\\u2010-\\u2015]'

const MONTH_STEMS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAY_STEMS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** 1 to 12, or 0 for a word that names no month. */
export const monthOf = (word: string): number => MONTH_STEMS.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** ISO 8601 weekday, 1 (Monday) to 7, or 0. */
export const weekdayOf = (word: string): number => WEEKDAY_STEMS.indexOf(word.slice(0, 3).toLowerCase()) + 1

export const SEASON = 'springtime|summertime|wintertime|spring|summer|autumn|fall|winter'
export const seasonOf = (word: string): Season => {
  const stem = word.slice(0, 2).toLowerCase()
  return stem === 'sp' ? 'SP' : stem === 'su' ? 'SU' : stem === 'wi' ? 'WI' : 'FA'
}

export const PART =
  'mornings?|afternoons?|evenings?|night-?times?|nights?|noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall|daytime|lunchtime'
const PARTS: Readonly<Record<string, DayPart>> = {
  mo: 'MO',
  af: 'AF',
  ev: 'EV',
  ni: 'NI',
  da: 'MO',
  su: 'MO',
  du: 'EV',
  no: 'AF',
  mi: 'NI',
  lu: 'AF',
}
export const partOf = (word: string): DayPart => {
  const lower = word.toLowerCase()
  if (lower.startsWith('daytime')) return 'DT'
  if (lower.startsWith('sunset')) return 'EV'
  if (lower === 'midday') return 'AF'
  return PARTS[lower.slice(0, 2)] ?? 'DT'
}

const UNITS: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
]
export const UNIT =
  '(?:half|quarter)[- ]centur(?:y|ies)|seconds?|minutes?|hours?|days?|nights?|weekends?|fortnights?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)|millenni(?:um|a)'

/** The unit and how many of it the word stands for: a fortnight is two weeks. */
export const unitOf = (word: string): { readonly unit: Unit; readonly times: number } => {
  const lower = word.toLowerCase()
  if (lower.startsWith('fortnight')) return { unit: 'week', times: 2 }
  if (/^half.centur/.test(lower)) return { unit: 'year', times: 50 }
  if (/^quarter.centur/.test(lower)) return { unit: 'year', times: 25 }
  if (lower.startsWith('centur')) return { unit: 'century', times: 1 }
  if (lower.startsWith('millenn')) return { unit: 'millennium', times: 1 }
  return { unit: UNITS.find((u) => lower === u || lower === `${u}s`) ?? 'day', times: 1 }
}
