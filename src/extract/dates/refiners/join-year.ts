import type { Found, Refiner } from '../expression.ts'
import { readOrdinal } from '../numbers.ts'
import { joinPairs } from './join-pairs.ts'

const DAY_OF = /(?:\bthe\s+)?\b(\d{1,2}(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+(?:day\s+)?of\s+$/i

/** What is said with its year or month beside it: "May of that year", "February last year", "the spring of next year", "the 28th of that month". */
export const joinYear: Refiner = {
  name: 'join-year',
  refine: (text, found) => {
    const withYears = joinPairs(found, (a, b) => {
      const gap = text.slice(a.end, b.start)
      return /^,?\s+(?:of\s+|in\s+)?$/.test(gap)
        ? (within(a, b, gap) ?? (/^\s+$/.test(gap) ? quarterOf(text, a, b) : null))
        : /^['’]s\s+(?:fiscal\s+)?$/.test(gap)
          ? ofYear(a, b)
          : null
    })
    return withYears.map((f, i) => dayOf(text, f, withYears[i - 1]?.end ?? 0))
  },
}

/** A month, day, season or quarter without a year takes the year that follows it. */
const within = (a: Found, b: Found, gap: string): Found | null => {
  if (a.meaning.kind !== 'calendar' || a.meaning.pick !== null || a.meaning.within !== null) return null
  const { year, month, season, quarter, half, decade, century, holiday } = a.meaning.fields
  if (year !== undefined || decade !== undefined || century !== undefined) return null
  if (month === undefined && season === undefined && quarter === undefined && half === undefined && holiday === undefined) return null
  if (b.meaning.kind === 'step' && b.meaning.step.unit === 'year' && b.meaning.step.amount !== null) {
    if (gap.includes(',') || (b.meaning.step.from === 'either' && !gap.includes('of'))) return null
    return { ...a, end: b.end, meaning: { ...a.meaning, within: b.meaning.step } }
  }
  if (
    b.meaning.kind !== 'calendar' ||
    (b.meaning.fields.year === undefined && !b.meaning.fields.yearZero) ||
    Object.keys(b.meaning.fields).length > 1
  )
    return null
  return gap.includes('in') ? null : { ...a, end: b.end, meaning: { ...a.meaning, fields: { ...a.meaning.fields, ...b.meaning.fields } } }
}

/** "last year's third quarter", "2008's first half". */
const ofYear = (a: Found, b: Found): Found | null => {
  if (b.meaning.kind !== 'calendar' || b.meaning.within !== null || b.meaning.fields.year !== undefined) return null
  if (b.meaning.fields.quarter === undefined && b.meaning.fields.half === undefined) return null
  if (a.meaning.kind === 'step' && a.meaning.step.unit === 'year' && a.meaning.step.amount !== null)
    return { ...b, start: a.start, meaning: { ...b.meaning, within: a.meaning.step } }
  if (a.meaning.kind !== 'calendar' || a.meaning.fields.year === undefined || Object.keys(a.meaning.fields).length > 1) return null
  return { ...b, start: a.start, meaning: { ...b.meaning, fields: { ...b.meaning.fields, year: a.meaning.fields.year } } }
}

/** "the 1989 first quarter". */
const quarterOf = (text: string, a: Found, b: Found): Found | null => {
  const one = a.meaning.kind === 'calendar' && !/^the\b/i.test(text.slice(b.start, b.end)) ? ofYear(a, b) : null
  return one && { ...one, start: a.start - (/\bthe\s+$/i.exec(text.slice(Math.max(0, a.start - 8), a.start))?.[0].length ?? 0) }
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const dayOf = (text: string, found: Found, from: number): Found => {
  const { meaning } = found
  const month = meaning.kind === 'step' && meaning.step.unit === 'month' && meaning.step.amount !== null
  const named = meaning.kind === 'calendar' && meaning.fields.month !== undefined && meaning.fields.day === undefined
  if (!month && !named) return found
  const lead = text.slice(Math.max(from, found.start - 32), found.start)
  const match = DAY_OF.exec(lead)
  const last =
    named && /^(?:the\s+)?last\s+day\b/i.test(match?.[0] ?? '') ? lastDayOf(meaning.fields.year ?? 2001, meaning.fields.month ?? 1) : null
  const day = last ?? (match ? readOrdinal(match[1] ?? '') : null)
  if (match === null || day === null || day > 31) return found
  const start = found.start - (lead.length - match.index)
  if (meaning.kind === 'step') return { ...found, start, meaning: { kind: 'calendar', fields: { day }, within: meaning.step, pick: null } }
  return meaning.kind === 'calendar' ? { ...found, start, meaning: { ...meaning, fields: { ...meaning.fields, day } } } : found
}
