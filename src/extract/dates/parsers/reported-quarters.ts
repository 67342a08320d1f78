import { calendar, type Meaning, type Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const QUARTER = pattern('\\bthe (?<last>(?:latest|most recent|just-ended|just-completed) )?quarter\\b(?!-|final|back)')
const HALF = pattern('\\bthe (?<word>first|second) half\\b(?<=\\b(?:in|for|during|over) the \\w+ half)')
const SPORT = /\b(?:goals?|scored|scoring|half-?time|touchdown|rebounds?|league|coach|match|team|minute)\b/i
/** Where no noun follows that the quarter is of ("the quarter final", "the quarter of a million"). */
const ENDS =
  /^(?:\s*(?:[.,;:)]|$)|['’]s\s|\s+(?:(?:that )?(?:just )?ended|ending|and|to|in|at|on|by|before|after|was|were|had|with|for|from|but|as|because|when|rose|fell|slid|sank|grew|came|stood|hit|shrank|is|are|has|may|could|will|would|[a-z]+ed)\b)/
const YEAR_AGO = pattern(
  '(?:\\b(?:the|its|their) (?:same )?)?\\b(?:year-(?:ago|earlier|before)|prior-year|previous-year)\\b(?: (?:(?:first|second|third|fourth)[- ])?(?<span>quarter|period))?',
)

const SAME_QUARTER = pattern(
  '\\bthe (?:same|corresponding|comparable) (?<span>quarter|period) (?:of |in )?(?:last year|a year (?:ago|earlier|before)|the (?:previous|prior) year)\\b',
)

/** What companies report on: the quarter, the latest quarter, the year-ago quarter, a year-earlier loss. */
export const reportedQuarters: Parser = {
  name: 'reported-quarters',
  hint: /quarter|year-|half/i,
  find: (text) => [
    ...readMatches(text, QUARTER, 'reported-quarters', ({ last }, match) =>
      last !== undefined || isOfBusiness(text, match.index, match.index + match[0].length) ? { meaning: reported('quarter', 0) } : null,
    ),
    ...readMatches(text, HALF, 'reported-quarters', ({ word = '' }, match) =>
      ENDS.test(after(text, match.index + match[0].length, 24)) && BUSINESS.test(text) && !SPORT.test(text)
        ? { meaning: calendar({ half: /first/i.test(word) ? 1 : 2 }) }
        : null,
    ),
    ...readMatches(text, SAME_QUARTER, 'reported-quarters', ({ span }) => ({
      meaning: reported(span?.toLowerCase() === 'quarter' ? 'quarter' : 'or-year', 4),
    })),
    ...readMatches(text, YEAR_AGO, 'reported-quarters', ({ span }) => ({
      meaning:
        span === undefined
          ? { kind: 'step', step: { from: 'speech', unit: 'year', amount: 1, way: -1 } }
          : reported(span.toLowerCase() === 'quarter' ? 'quarter' : 'or-year', 4),
    })),
  ],
}

/** "in the quarter", where figures of business are told: a town has quarters, too. */
const isOfBusiness = (text: string, start: number, end: number): boolean => {
  const rest = after(text, end, 24)
  return ENDS.test(rest) && (WITHIN.test(before(text, start, 16)) || ENDED.test(rest)) && BUSINESS.test(text)
}
const WITHIN = /\b(?:in|for|during|of|over) $/i
const ENDED = /^ (?:(?:that )?(?:just )?ended|ending)\b/
const BUSINESS =
  /[$£€¥%]|\b(?:per ?cent|profits?|profitable|revenues?|earnings|earned|sales|losses|lost money|shares?|shareholders?|dividends?|analysts?|GDP|growth|exports|imports|output|billion)\b/i

const reported = (of: 'quarter' | 'or-year', back: number): Meaning => ({
  kind: 'step',
  step: { from: 'story', unit: 'quarter', amount: back, way: back === 0 ? 0 : -1, reported: of },
})
