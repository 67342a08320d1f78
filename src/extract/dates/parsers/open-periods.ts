import type { Meaning, Parser } from '../expression.ts'
import { after, readMatches } from '../matches.ts'
import { ORDINAL } from '../numbers.ts'
import { MONTH_NAMES, pattern } from '../words.ts'

// What leads up to a time is looked for behind it: to look back from every letter is slow.
const SAME_TIME = pattern('\\b(?:the (?<same>same )?time|that (?:same )?time|this time)\\b(?<=\\bat (?:(?:the|that) (?:same )?|this )time)')
const PERIOD = pattern(
  '\\b(?:this|that|the same) (?:same )?(?:period|time|era|date|point)\\b(?<=\\b(?:in|during|throughout|over|of|from|for|by|through|after|before|until|within|at|the end of) (?:this|that|the same) (?:same )?\\w+)',
)

/** "the same period last year" is that year's. */
const OF_YEAR =
  /^\s+(?:of\s+|in\s+)?(?:(?:last|next)\s+(?:year|month|week)|a\s+year\s+(?:ago|earlier|before)|the\s+(?:previous|prior)\s+year|(?:19|20)\d\d)\b/

/** Times that only the course of the story dates: at the time, during this period. */
const ORDINAL_DAY = pattern(
  `\\bthe (?:${ORDINAL}|final|opening|last) (?:day|night|morning|evening)\\b(?! (?:running|in a row|later|earlier)| of (?:${MONTH_NAMES})\\b(?<=last day of \\w+))`,
)

// Histories tell by them, news hardly.
const RAINS = pattern('\\b(?:the )?(?:dry|rainy|wet|monsoon) seasons?\\b')

export const openPeriods: Parser = {
  name: 'open-periods',
  hint: /time|period|season|\bera\b|date|point|day|night|morning|evening/i,
  find: (text) => [
    ...readMatches(text, SAME_TIME, 'open-periods', ({ same }, match) =>
      /^\s+(?:of|when|that|as|last|next|tomorrow)\b/.test(after(text, match.index + match[0].length, 10))
        ? null
        : { meaning: sameTime, rule: same ? 'same-time' : 'open-periods' },
    ),
    ...readMatches(text, PERIOD, 'open-periods', (_, match) =>
      OF_YEAR.test(after(text, match.index + match[0].length, 24)) ||
      (/\s(?:time|point)$/.test(match[0]) && /\bat\s+$/i.test(text.slice(Math.max(0, match.index - 4), match.index)))
        ? null
        : { meaning: { kind: 'open' } },
    ),
    ...readMatches(text, RAINS, 'rains', () => ({ meaning: { kind: 'open' } })),
    ...readMatches(text, ORDINAL_DAY, 'open-periods', () => ({ meaning: { kind: 'open' } })),
  ],
}

const sameTime: Meaning = { kind: 'step', step: { from: 'story', unit: 'day', amount: 0, way: 0, asTold: true } }
