import { calendar, type Fields, type Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const YEAR = '(?:(?: of|,)? (?<year>(?:19|20)\\d\\d)\\b)?'
const QUARTER = pattern(
  `(?<the>\\bthe )?\\b(?:(?<word>first|second|third|fourth|1st|2nd|3rd|4th|(?:opening|final|closing|last)(?= quarter (?:of )?(?:19|20)\\d\\d\\b))[-\\s](?:fiscal[-\\s])?quarter\\b(?!-?final|back|er)|Q(?<n>[1-4])\\b|(?<digit>[1-4])Q)(?!,? \\w+ (?:pass|yard))${YEAR}`,
)
const HALF = pattern(
  `(?:\\bthe )?\\b(?:(?<word>first|second|latter|1st|2nd) half of(?: the)?(?: year)? (?<year>(?:19|20)\\d\\d)\\b|(?<digit>[12])H ?(?<year2>(?:19|20)\\d\\d)\\b|H(?<n>[12]) (?<year3>(?:19|20)\\d\\d)\\b)`,
)
// "the first half" alone is mostly of a match.
const HALF_REPORTED = pattern(
  '\\b(?<word>first|second)-half(?= (?:net|pre-?tax|operating|underlying|earnings|profits?|loss(?:es)?|results?|sales|revenues?|turnover|growth|output|figures)\\b)',
)
const HALF_OF = pattern("(?<=\\byear['’]s |\\b\\d{4}['’]s )(?<word>first|second)[- ]half\\b")
const FISCAL = pattern("\\b(?:(?:the )?fiscal(?: year)?|FY) ?['’]?(?<year>(?:19|20)\\d\\d|\\d\\d)\\b(?!\\s*percent)")
const ORDER: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  latter: 2,
  opening: 1,
  final: 4,
  closing: 4,
  last: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}

/** Quarters and halves of a year, fiscal years: Q3, the third quarter, the first half of 2008, fiscal 2012. */
export const quarters: Parser = {
  name: 'quarters',
  hint: /quarter|half|\bQ[1-4]|[1-4]Q|[12]H|\bH[12]|fiscal|\bFY/i,
  find: (text) => [
    ...readMatches(text, QUARTER, 'quarters', ({ word, n, digit, year }) => ({
      meaning: calendar({ quarter: ORDER[word?.toLowerCase() ?? ''] ?? Number(n ?? digit), ...yearField(year) }),
    })),
    ...readMatches(text, HALF, 'quarters', ({ word, n, digit, year, year2, year3 }) => ({
      meaning: calendar({ half: ORDER[word?.toLowerCase() ?? ''] ?? Number(n ?? digit), ...yearField(year ?? year2 ?? year3) }),
    })),
    ...[HALF_REPORTED, HALF_OF].flatMap((of) =>
      readMatches(text, of, 'quarters', ({ word = '' }) => ({ meaning: calendar({ half: ORDER[word.toLowerCase()] ?? 1 }) })),
    ),
    ...readMatches(text, FISCAL, 'quarters', ({ year = '' }) => ({
      meaning: calendar({ fiscal: true, year: year.length === 2 ? (Number(year) > 50 ? 1900 : 2000) + Number(year) : Number(year) }),
    })),
  ],
}

const yearField = (year: string | undefined): Fields => (year === undefined ? {} : { year: Number(year) })
