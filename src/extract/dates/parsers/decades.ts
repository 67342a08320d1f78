import { calendar, type Parser } from '../expression.ts'
import { before, readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const FIGURES = pattern("(?:\\bthe )?(?<![\\d,.$£€#])(?<year>1\\d{2}0|20\\d0)['’]?s\\b")
const BEFORE_CHRIST = pattern('(?:\\bthe )?(?<![\\d,.$£€#])(?<year>\\d{2,3}0|\\d0)s ?(?:BCE?|B\\.C\\.)')
const SHORT = pattern("(?:\\bthe )?['’](?<tens>[2-9]0)s\\b")
const WORDS = pattern('\\bthe (?<hundred>nineteen[-\\s])?(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b')
const TENS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** Decades: the 1990s, the 470s BC, the '60s, the sixties; the 1800s are a century. */
export const decades: Parser = {
  name: 'decades',
  hint: /0['’]?s\b|ties\b/i,
  find: (text) => [
    ...readMatches(text, FIGURES, 'decades', ({ year }) => {
      const first = Number(year)
      return { meaning: calendar(first % 100 === 0 && first < 1900 ? { century: first / 100 } : { decade: first / 10 }) }
    }),
    ...readMatches(text, BEFORE_CHRIST, 'decades', ({ year }) => ({ meaning: calendar({ decade: -Number(year) / 10 }) })),
    ...readMatches(text, SHORT, 'decades', ({ tens }) => ({ meaning: calendar({ decade: 190 + Number(tens) / 10 }) })),
    ...readMatches(text, WORDS, 'decades', ({ hundred, word = '' }, match) =>
      hundred || /\b(?:in|into|of|since|during|by)\s+$/i.test(before(text, match.index, 8))
        ? { meaning: calendar({ decade: 192 + TENS.indexOf(word.toLowerCase()) }) }
        : null,
    ),
  ],
}
