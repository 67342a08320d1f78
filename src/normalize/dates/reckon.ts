import type { Precision, Timex, TimexType } from '../../document.ts'
import type { Fields, Found } from '../../extract/dates/expression.ts'
import { isoDate } from './days.ts'
import { durationValue } from './duration-value.ts'
import type { Grain, Period } from './period.ts'
import { reckonCalendar } from './reckon-calendar.ts'
import { reckonStep } from './reckon-step.ts'
import { faulty, type Reckoned, valued } from './reckoned.ts'
import type { Surroundings } from './surroundings.ts'
import type { World } from './world.ts'

/** An expression with its value, and the period that it may move the story to. */
export type Outcome = { readonly timex: Timex; readonly period: Period | null }

/** Gives one expression its type and value, as it stands in the story so far. */
export const reckon = (text: string, found: Found, around: Surroundings, world: World): Outcome => {
  const reckoned = checkReach(reckonMeaning(found, around, world), around, world)
  const fields = found.meaning.kind === 'calendar' ? found.meaning.fields : {}
  const value = withTime(reckoned.value, fields, found)
  const { period } = reckoned
  const timed = isTime(fields) || /T/.test(typeValue(found, value))
  const { start, end, mod, rule } = found
  const { anchor, fault } = reckoned
  const words = text.slice(start, end)
  const type = typeOf(found, timed)
  const first = period && isoDate(period.first)
  const last = period && isoDate(period.last)
  const precision = period && (timed ? 'time' : PRECISION[period.grain])
  const timex: Timex = { start, end, text: words, type, value, mod, first, last, precision, anchor, rule, fault }
  return { timex: withRecurrence(found, timex), period }
}

/** Of a set, how often it comes: its fields stand behind the words' own, before what was reckoned. */
const withRecurrence = ({ meaning }: Found, timex: Timex): Timex => {
  if (meaning.kind !== 'set') return timex
  const { start, end, text, type, value, mod, ...reckoned } = timex
  const { quant, freq } = meaning
  return { start, end, text, type, value, mod, ...(quant && { quant }), ...(freq && { freq }), ...reckoned }
}

const reckonMeaning = (found: Found, around: Surroundings, world: World): Reckoned => {
  const { meaning } = found
  switch (meaning.kind) {
    case 'calendar':
      return reckonCalendar(meaning, around, world)
    case 'step':
      return reckonStep(meaning.step, around, world)
    case 'duration':
      return valued(durationValue(meaning.amount, meaning.unit))
    case 'set':
    case 'reference':
      return valued(meaning.value)
    case 'open':
      return valued(null)
  }
}

const YEAR_AHEAD = 400

/** A past tense far beyond publication is a slip or no date at all. */
const checkReach = (reckoned: Reckoned, around: Surroundings, { publication }: World): Reckoned =>
  reckoned.period !== null && publication !== null && reckoned.period.first > publication + YEAR_AHEAD && around.tense() === 'past'
    ? faulty('beyond-publication')
    : reckoned

const isTime = ({ part, time }: Fields): boolean => part !== undefined || time !== undefined

const typeValue = (found: Found, value: string | null): string =>
  found.meaning.kind === 'duration' || found.meaning.kind === 'set' ? '' : (/T\d|TX/.exec(value ?? '')?.[0] ?? '')

const typeOf = (found: Found, timed: boolean): TimexType => {
  if (found.meaning.kind === 'duration') return 'DURATION'
  if (found.meaning.kind === 'set') return 'SET'
  return timed ? 'TIME' : 'DATE'
}

/** The part of the day or the time of the clock, put to a day; a day that isn't known is left open. */
const withTime = (value: string | null, fields: Fields, found: Found): string | null => {
  const small = found.meaning.kind === 'step' && /^(?:hour|minute|second)$/.test(found.meaning.step.unit)
  if (small && found.meaning.kind === 'step' && value !== null && (found.meaning.step.amount === null || found.meaning.step.amount < 24))
    return /^[\dB]/.test(value) && !value.includes('T') ? `${value}TXX:XX` : value
  if (value === null || !isTime(fields)) return value
  const day = /^(?:BC)?[\dX]{4}-[\dX]{2}$/.test(value) ? `${value}-XX` : value
  return `${day}T${fields.time ?? fields.part ?? ''}`
}

const PRECISION: Readonly<Record<Grain, Precision>> = {
  day: 'day',
  weekend: 'range',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  season: 'season',
  half: 'range',
  year: 'year',
  decade: 'decade',
  century: 'century',
  millennium: 'range',
}
