import type { EventDate } from '../../document.ts'
import { civilOf, dayNumber, isoDate, readIsoDate } from './days.ts'
import { dayPeriod, type Grain, type Period, stepFrom } from './period.ts'

type Length = { readonly amount: number; readonly unit: 'day' | 'week' | 'month' | 'year' }

/** The length that a TIMEX3 duration states in whole units (P3D, P2W, PT48H is two days); null where it is open or finer than a day can tell. */
export const readLength = (value: string | null): Length | null => {
  const match = /^P(?:(\d+)([DWMY])|T(\d+)H)$/.exec(value ?? '')
  if (match === null) return null
  if (match[3] !== undefined) return { amount: Math.floor(Number(match[3]) / 24), unit: 'day' }
  const unit = match[2] === 'D' ? 'day' : match[2] === 'W' ? 'week' : match[2] === 'M' ? 'month' : 'year'
  return { amount: Number(match[1]), unit }
}

/** The date so long before (`way` -1) or after a date: days and weeks from a day give a day, months and years one of their own; null where that is too coarse. */
export const shiftDate = (date: EventDate, { amount, unit }: Length, way: -1 | 1): EventDate | null => {
  const from = readIsoDate(date.start)
  if (from === null) return null
  if (amount === 0) return date
  const exact = unit === 'day' || unit === 'week'
  if (exact ? !/^(?:day|time)$/.test(date.precision) : unit === 'month' && !['day', 'month'].includes(date.precision)) return null
  if (unit === 'year' && !['day', 'month', 'year', 'season'].includes(date.precision)) return null
  const grain: Grain = exact ? 'day' : unit
  return asDate(stepFrom(from, grain, way * (unit === 'week' ? amount * 7 : amount)), date)
}

/** The same day so many years before; of a date that is no day, the year. */
export const yearsBefore = (date: EventDate, amount: number): EventDate | null => {
  const from = date.precision === 'day' ? readIsoDate(date.start) : null
  if (from === null) return shiftDate(date, { amount, unit: 'year' }, -1)
  const { year, month, day } = civilOf(from)
  return asDate(dayPeriod(dayNumber({ year: year - amount, month, day })), date)
}

const asDate = (period: Period, { basis, span }: EventDate): EventDate => ({
  value: period.value,
  start: isoDate(period.first),
  end: isoDate(period.last),
  precision: period.grain === 'year' ? 'year' : period.grain === 'month' ? 'month' : 'day',
  basis,
  span,
})
