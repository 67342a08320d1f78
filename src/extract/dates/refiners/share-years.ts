import { calendar, type Fields, type Found, type Refiner } from '../expression.ts'

const LINK =
  /^(?:\s*(?:[-\u2010-\u2015/]|,?\s+(?:and|or|to|until|till|through|and again in|and in)|,)\s*(?:the\s+|early\s+|late\s+|mid-?|in\s+)?)$/
const SEASONS = ['WI', 'SP', 'SU', 'FA']
const YEARS_BC = /\b(\d{2,4})(?:\s+(?:and|or|to|until|through)\s+|,\s+)$/
const DAYS =
  /\b(?:between\s+(?:the\s+)?|from\s+(?:the\s+)?|on\s+(?:the\s+)?|both\s+|and\s+|,\s+|the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:and|or|to|until|through)\s+(?:the\s+)?|,\s+)$/i

/** The year, era or month said once for two: "April and June 1955", "496 and 495 BC", "between 3 and 5 June". */
export const shareYears: Refiner = {
  name: 'share-years',
  refine: (text, found) => {
    const shared: Found[] = []
    for (let at = found.length - 1; at >= 0; at--) {
      const next = shared.at(-1)
      const one = found[at] as Found
      const after = dayAfter(text, one, next?.start ?? text.length)
      if (after) shared.push(after)
      shared.push(next ? takeYear(one, next, text) : one)
      const floor = found[at - 1]?.end ?? 0
      for (let lone = loneNumber(text, one, floor); lone; lone = loneNumber(text, lone, floor)) shared.push(lone)
    }
    return shared.reverse()
  },
}

const takeYear = (one: Found, next: Found, text: string): Found => {
  if (one.meaning.kind !== 'calendar' || next.meaning.kind !== 'calendar' || one.meaning.pick || one.meaning.within) return one
  const [mine, other] = [one.meaning.fields, next.meaning.fields]
  if (mine.year !== undefined || (other.year === undefined && next.meaning.within === null) || !LINK.test(text.slice(one.end, next.start)))
    return one
  if (!((mine.month && other.month) || (mine.season && other.season) || (mine.month && other.season) || (mine.quarter && other.quarter)))
    return one
  if (other.year === undefined) return { ...one, meaning: { ...one.meaning, within: next.meaning.within } }
  return { ...one, meaning: { ...one.meaning, fields: { ...mine, year: isLater(mine, other) ? other.year - 1 : other.year } } }
}

/** "October to March 1945" begins in 1944. */
const isLater = (a: Fields, b: Fields): boolean => {
  if (a.month && b.month) return a.month > b.month || (a.month === b.month && (a.day ?? 0) > (b.day ?? 31))
  return (
    a.season !== undefined &&
    b.season !== undefined &&
    a.season !== 'WI' &&
    b.season !== 'WI' &&
    SEASONS.indexOf(a.season) > SEASONS.indexOf(b.season)
  )
}

/** "from May 3 to 12 cents": what goes on with a noun is a number of that. */
const DAY_AFTER =
  /^\s+(?:and|to|through|until)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:[.,;:)]|$)|\s+(?:\p{Lu}|(?:in|at|on|by|of|to|for|with|from|and|or|but|as|when|while|where|after|before|because|that|which|the|an?|its?|their|his|her|was|were|is|are|has|have|had|will|would|did|[a-z]{2,}ed)\b))/u

/** The bare number of "between May 3 and 5". */
const dayAfter = (text: string, one: Found, ceiling: number): Found | null => {
  if (one.meaning.kind !== 'calendar' || one.meaning.fields.day === undefined || one.meaning.fields.month === undefined) return null
  const opens = /\b(between|from)\s+$/i.exec(text.slice(Math.max(0, one.start - 9), one.start))?.[1]
  if (opens === undefined) return null
  const match = DAY_AFTER.exec(text.slice(one.end, Math.min(ceiling, one.end + 40)))
  const day = Number(match?.[1])
  // "withdrew from May 3 and 12 soldiers died"
  if (match === null || /^between$/i.test(opens) !== /^\s+and\b/.test(match[0]) || day <= one.meaning.fields.day || day > 31) return null
  const end = one.end + match[0].length
  const start = end - (/\d+\D*$/.exec(match[0])?.[0].length ?? 0)
  return { start, end, meaning: { ...one.meaning, fields: { ...one.meaning.fields, day } }, mod: null, rule: 'share-years' }
}

/** The bare number before "and 495 BC" or "and 5 June": a year, a day. */
const loneNumber = (text: string, next: Found, floor: number): Found | null => {
  if (next.meaning.kind !== 'calendar') return null
  const { fields } = next.meaning
  const lead = text.slice(Math.max(floor, next.start - 40), next.start)
  const bc = fields.year !== undefined && fields.year <= 0 && fields.month === undefined && fields.season === undefined
  if (bc) {
    const match = YEARS_BC.exec(lead)
    if (match === null) return null
    const start = next.start - lead.length + match.index
    return {
      start,
      end: start + (match[1] ?? '').length,
      meaning: calendar({ year: 1 - Number(match[1]) }),
      mod: null,
      rule: 'share-years',
    }
  }
  if (
    fields.day === undefined ||
    fields.month === undefined ||
    fields.weekday !== undefined ||
    !/^\d/.test(text.slice(next.start, next.start + 1))
  )
    return null
  const match = DAYS.exec(lead)
  const day = Number(match?.[1])
  if (
    match === null ||
    day < 1 ||
    day > 31 ||
    !(next.rule === 'share-years' ? /^(?:on|the|,)/i : /^(?:between|from|on|both|and|the|,.*and)/i).test(match[0])
  )
    return null
  const at = match[0].search(/\d/)
  const start = next.start - lead.length + match.index + at
  const digits = /^\d{1,2}(?:st|nd|rd|th)?/.exec(match[0].slice(at))?.[0].length ?? 0
  return { start, end: start + digits, meaning: { ...next.meaning, fields: { ...fields, day } }, mod: null, rule: 'share-years' }
}
