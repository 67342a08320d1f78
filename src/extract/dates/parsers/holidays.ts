import { calendar, type Holiday, type Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const DAYS: readonly (readonly [string, Holiday])[] = [
  ["New Year['’]s Day", { month: 1, day: 1 }],
  ["New Year['’]s Eve", { month: 12, day: 31 }],
  ['Christmas Eve', { month: 12, day: 24 }],
  ['Christmas(?: Day)?', { month: 12, day: 25 }],
  ['Boxing Day', { month: 12, day: 26 }],
  ["Valentine['’]s Day", { month: 2, day: 14 }],
  ["International Women['’]s Day", { month: 3, day: 8 }],
  ["St\\.? Patrick['’]s Day", { month: 3, day: 17 }],
  ['May Day', { month: 5, day: 1 }],
  ['Bastille Day', { month: 7, day: 14 }],
  ["(?:Red )?All[ -]Saints['’]? Day", { month: 11, day: 1 }],
  ['Halloween', { month: 10, day: 31 }],
  ['Armistice Day', { month: 11, day: 11 }],
  ['Veterans Day', { month: 11, day: 11 }],
  ['Good Friday', 'good-friday'],
  ['Easter Monday', 'easter-monday'],
  ['Easter(?: Sunday)?(?! Rising| Island)', 'easter'],
  ['Thanksgiving(?: Day)?', 'thanksgiving'],
  ['Labor Day', 'labor-day'],
  ['Memorial Day', 'memorial-day'],
]
const HOLIDAYS = new RegExp(
  `\\b(?:${DAYS.map(([words], i) => `(?<d${i}>${words.replace('[ -]', '[\\s-]').replaceAll(' ', '\\s+')})`).join('|')})(?:,?\\s+(?<year>(?:19|20)\\d\\d)\\b)?(?![\\w-]|\\s+(?:trees?|presents?|cards?|carols?|part(?:y|ies)|shopping|season|sales|lights|dinner)\\b|\\s+(?:Agreement|Islands?|Rising|Accords?))`,
  'g',
)
const NINE_ELEVEN = pattern('(?<![\\d/])9/11(?![\\d/])')
const ATTACKS = pattern('\\b(?:September|Sept\\.?) 11(?:th)?(?= (?:terror(?:ist)? )?(?:attacks?|attackers?|hijackers?|hijackings?)\\b)')
const D_DAY = pattern('\\bD-Day\\b', 'g')

/** Holidays that news uses as dates; feasts that move without a rule of the civil calendar are left out. */
export const holidays: Parser = {
  name: 'holidays',
  find: (text) => [
    ...readMatches(text, HOLIDAYS, 'holidays', ({ year, ...named }) => {
      const at = DAYS.findIndex((_, i) => named[`d${i}`] !== undefined)
      const holiday = DAYS[at]?.[1]
      return holiday === undefined ? null : { meaning: calendar({ holiday, ...(year !== undefined && { year: Number(year) }) }) }
    }),
    ...readMatches(text, NINE_ELEVEN, 'holidays', () => ({ meaning: calendar({ year: 2001, month: 9, day: 11 }) })),
    ...readMatches(text, ATTACKS, 'holidays', () => ({ meaning: calendar({ year: 2001, month: 9, day: 11 }) })),
    ...readMatches(text, D_DAY, 'holidays', () => ({ meaning: calendar({ year: 1944, month: 6, day: 6 }) })),
  ],
}
