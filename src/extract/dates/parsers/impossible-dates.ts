import { calendar, type Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { MONTH_NAMES, monthOf, pattern } from '../words.ts'

const FIGURES = /(?<![\d/.-])(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<year>\d{4})(?![\d/.-]\d)/g

const DAY = '(?:3[2-9]|[4-9]\\d)(?:st|nd|rd|th)?'
const NAMED = pattern(
  `(?<![\\d.,$£€])\\b(?:(?<d>${DAY}) (?<m>${MONTH_NAMES}),? (?<y>\\d{4})|(?<m2>${MONTH_NAMES}) (?<d2>${DAY}),? (?<y2>\\d{4}))\\b`,
  'g',
)

/** Dates that no calendar has (99/99/9999, 45/13/2012, 32 March 2012), which chrono passes over: they are found, and get a fault for a value. */
export const impossibleDates: Parser = {
  name: 'impossible-dates',
  hint: /\d[/.-]\d|[3-9]\d(?:st|nd|rd|th)?,?\s/,
  find: (text) => [
    ...readMatches(text, NAMED, 'impossible-dates', ({ d, m, y, d2, m2, y2 }) => ({
      meaning: calendar({ year: Number(y ?? y2), month: monthOf(m ?? m2 ?? ''), day: Number.parseInt(d ?? d2 ?? '', 10) }),
    })),
    ...readMatches(text, FIGURES, 'impossible-dates', ({ a, b, year }) =>
      Math.min(Number(a), Number(b)) > 12 || Math.max(Number(a), Number(b)) > 31 || Number(a) === 0 || Number(b) === 0
        ? { meaning: calendar({ year: Number(year), month: Number(a), day: Number(b) }) }
        : null,
    ),
  ],
}
