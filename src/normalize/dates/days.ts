/** A civil date; years are astronomical (44 BC is -43), months and days count from 1. */
export type Civil = { readonly year: number; readonly month: number; readonly day: number }

/** Days since 1 January 1970 in the proleptic Gregorian calendar. Arithmetic only, so no clock or time zone can reach it. */
export const dayNumber = ({ year, month, day }: Civil): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The inverse of `dayNumber`. */
export const civilOf = (n: number): Civil => {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1
  const month = m < 10 ? m + 3 : m - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** ISO 8601 weekday, 1 (Monday) to 7. */
export const weekdayOf = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1

/** The ISO 8601 week of a day, with the year that the week belongs to. */
export const isoWeek = (n: number): { readonly year: number; readonly week: number } => {
  const thursday = n - weekdayOf(n) + 4
  const { year } = civilOf(thursday)
  return { year, week: Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1 }
}

export const monthLength = (year: number, month: number): number =>
  dayNumber({ year: month === 12 ? year + 1 : year, month: month === 12 ? 1 : month + 1, day: 1 }) - dayNumber({ year, month, day: 1 })

const pad = (n: number, width: number): string => String(Math.abs(n)).padStart(width, '0')

/** `2007-02-10`; years before 1 in ISO 8601's astronomical count: 44 BC is `-0043`. */
export const isoDate = (n: number): string => {
  const { year, month, day } = civilOf(n)
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The day number of an ISO date or timestamp, or null for other text. */
export const readIsoDate = (text: string | null): number | null => {
  const match = /^(-?\d{4,})-(\d{2})-(\d{2})/.exec(text ?? '')
  return match ? dayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : null
}
