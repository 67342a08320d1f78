import { calendar, type Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { ORDINAL, readOrdinal } from '../numbers.ts'
import { pattern } from '../words.ts'

const CENTURY = pattern(
  `(?:\\bthe )?\\b(?<edge>(?:early|late|mid)[\\s-])?(?<ordinal>${ORDINAL})[\\s-]centur(?:y|ies)\\b(?<era> ?(?:BCE?|B\\.C\\.))?(?!-old)`,
)

const SHARED = pattern(
  `(?:\\bthe )?\\b(?<ordinal>${ORDINAL})(?= (?:and|or|to) (?:the )?(?:(?:early|late) )?${ORDINAL}[\\s-]centuries\\b(?! ?(?:BC|B\\.C)))`,
)

/** Centuries: the third century BC, the late 19th century. TIMEX3 counts them by the years' first figures: the 20th is 19. */
export const centuries: Parser = {
  name: 'centuries',
  hint: /centur/i,
  find: (text) => [
    ...readMatches(text, CENTURY, 'centuries', ({ ordinal = '', era, edge }) => {
      const n = readOrdinal(ordinal)
      if (n === null || n < 1 || n > 30) return null
      const mod = edge ? (/^early/i.test(edge) ? 'START' : /^late/i.test(edge) ? 'END' : 'MID') : null
      return { meaning: calendar({ century: era ? -n : n - 1 }), mod }
    }),
    ...readMatches(text, SHARED, 'centuries', ({ ordinal = '' }) => {
      const n = readOrdinal(ordinal)
      return n === null || n < 1 || n > 30 ? null : { meaning: calendar({ century: n - 1 }) }
    }),
  ],
}
