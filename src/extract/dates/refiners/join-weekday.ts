import type { Found, Refiner } from '../expression.ts'
import { joinPairs } from './join-pairs.ts'

/** "Friday, July 4, 2014", "Wednesday the 15th of September": one date. */
export const joinWeekday: Refiner = {
  name: 'join-weekday',
  refine: (text, found) => joinPairs(found, (a, b) => (/^,?\s+(?:the\s+)?$/.test(text.slice(a.end, b.start)) ? merge(a, b) : null)),
}

const merge = (a: Found, b: Found): Found | null => {
  if (a.meaning.kind !== 'calendar' || b.meaning.kind !== 'calendar') return null
  const { weekday } = a.meaning.fields
  if (weekday === undefined || a.meaning.pick !== null || Object.keys(a.meaning.fields).length > 1) return null
  if (b.meaning.fields.day === undefined || b.meaning.fields.weekday !== undefined) return null
  return { ...b, start: a.start, meaning: { ...b.meaning, fields: { ...b.meaning.fields, weekday } } }
}
