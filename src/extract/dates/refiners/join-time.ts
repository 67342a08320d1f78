import type { DayPart, Fields, Found, Meaning, Refiner } from '../expression.ts'
import { joinPairs } from './join-pairs.ts'

/** Times and parts of a day with their day: "the night of 4 March", "Friday night", "9.45 p.m. on Monday", "Monday at noon". */
export const joinTime: Refiner = {
  name: 'join-time',
  refine: (text, found) => joinPairs(found, (a, b) => join(a, b, text)),
}

const join = (a: Found, b: Found, text: string): Found | null => {
  const gap = text.slice(a.end, b.start)
  if (isTime(a) && isDay(b))
    return /^(?:\s+(?:of\s+|on\s+|of\s+the\s+|on\s+the\s+)?|,\s+|\s+\w+(?:\s+[A-Z]\w+)?\s+time,?\s+(?:on\s+)?)$/.test(gap) &&
      !(isPart(a) && b.meaning.kind !== 'step' && /^[\s,]+$/.test(gap) && !EDGE_OF_DAY.test(text.slice(a.start, a.end)))
      ? { ...withTime(b, a), start: a.start }
      : null
  if (isDay(a) && isTime(b)) {
    const part = isPart(b)
    return (part ? /^\s+$/ : /^(?:,?\s+at\s+(?:about\s+|around\s+)?|,\s+|\s+)$/).test(gap) ? { ...withTime(a, b), end: b.end } : null
  }
  if (hasTime(a) && isPart(b) && isTime(b) && /^\s+in\s+$/.test(gap) && /^the\s/.test(text.slice(b.start, b.end)))
    return { ...a, end: b.end, meaning: atPart(a, b) }
  // "9 a.m. in the morning", "11 p.m. that night"
  if (
    isTime(a) &&
    !isPart(a) &&
    b.meaning.kind === 'calendar' &&
    b.meaning.within?.unit === 'day' &&
    b.meaning.fields.part !== undefined &&
    /^\s+$/.test(gap)
  ) {
    return { ...b, start: a.start, meaning: { ...b.meaning, fields: timeIn(a, b.meaning.fields.part) } }
  }
  return null
}

/** "before dawn Sunday". */
const EDGE_OF_DAY = /^(?:dawn|daybreak|dusk|nightfall|sunrise|sunset)$/i

const hasTime = (found: Found): boolean => found.meaning.kind === 'calendar' && found.meaning.fields.time !== undefined

/** "at 10:00 in the evening" is 22:00. */
const atPart = (a: Found, b: Found): Meaning => {
  if (a.meaning.kind !== 'calendar' || b.meaning.kind !== 'calendar') return a.meaning
  const { time = '' } = a.meaning.fields
  const hour = Number(time.slice(0, 2))
  const later = b.meaning.fields.part !== 'MO' && hour < 12
  return later ? { ...a.meaning, fields: { ...a.meaning.fields, time: `${hour + 12}${time.slice(2)}` } } : a.meaning
}

/** "four o'clock this afternoon" is 16:00, "2:30 last night" 02:30. */
const timeIn = (found: Found, part: DayPart): Fields => {
  const { time, ...rest } = timeOf(found)
  const hour = Number(time?.slice(0, 2))
  const later = part !== 'MO' && hour < 12 && (part !== 'NI' || hour > SMALL_HOURS)
  return time === undefined ? rest : { ...rest, time: later ? `${hour + 12}${time.slice(2)}` : time }
}

const SMALL_HOURS = 4

const timeOf = (found: Found): Fields => {
  if (found.meaning.kind !== 'calendar') return {}
  const { part, time } = found.meaning.fields
  return { ...(part !== undefined && { part }), ...(time !== undefined && { time }) }
}

/** A time or part of day and nothing else. */
const isTime = (found: Found): boolean =>
  found.meaning.kind === 'calendar' &&
  found.meaning.within === null &&
  found.meaning.pick === null &&
  Object.keys(found.meaning.fields).every((k) => k === 'part' || k === 'time' || k === 'anyDay')

const isPart = (found: Found): boolean => found.meaning.kind === 'calendar' && found.meaning.fields.part !== undefined

const isDay = (found: Found): boolean => {
  const { meaning } = found
  if (meaning.kind === 'step') return meaning.step.unit === 'day' && meaning.step.amount !== null && meaning.step.from !== 'either'
  if (meaning.kind !== 'calendar' || meaning.fields.part !== undefined || meaning.fields.time !== undefined) return false
  return meaning.fields.day !== undefined || meaning.fields.weekday !== undefined || meaning.fields.holiday !== undefined
}

const withTime = (day: Found, time: Found): Found =>
  day.meaning.kind === 'calendar'
    ? { ...day, mod: day.mod ?? time.mod, meaning: { ...day.meaning, fields: { ...day.meaning.fields, ...timeOf(time) } } }
    : day.meaning.kind === 'step'
      ? { ...day, mod: day.mod ?? time.mod, meaning: { kind: 'calendar', fields: timeOf(time), within: day.meaning.step, pick: null } }
      : day
