import { calendar, type Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'

const FIGURES = /(?<![\d/.-])(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<year>\d{4})(?![\d/.-]\d)/g

/** Dates in figures that no calendar has (99/99/9999, 45/13/2012), which chrono passes over: they are found, and get a fault for a value. */
export const impossibleDates: Parser = {
  name: 'impossible-dates',
  hint: /\d[/.-]\d/,
  find: (text) =>
    readMatches(text, FIGURES, 'impossible-dates', ({ a, b, year }) =>
      Math.min(Number(a), Number(b)) > 12 || Math.max(Number(a), Number(b)) > 31 || Number(a) === 0 || Number(b) === 0
        ? { meaning: calendar({ year: Number(year), month: Number(a), day: Number(b) }) }
        : null,
    ),
}
