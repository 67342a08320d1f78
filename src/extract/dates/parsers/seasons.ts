import { calendar, type Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { pattern, SEASON, seasonOf } from '../words.ts'

const WITH_YEAR = pattern(
  `(?:\\bthe )?\\b(?<season>${SEASON})(?: of|,)? (?<year>1\\d{3}|20\\d\\d|\\d{2,3}(?= ?BC))(?<era> ?BCE?\\b)?(?:(?<slash>[/-])\\d{2,4})?(?!\\d|,\\d)`,
)
const ALONE = pattern(`(?<the>\\bthe )?\\b(?<season>${SEASON})\\b(?!['’]s (?!day|month|end)|-\\w|s\\b)`)
const MIDDLE = pattern('\\bmid(?<season>summer|winter)\\b')
// "the Arab Spring", "the Prague Spring".
const NAME = /\b(?!(?:Early|Late|Mid|In|By|The|This|That|Last|Next|Since|During|Of|And)\b)[A-Z][a-z]+\s+$/
// "the Winter War", "the Spring Offensive".
const A_NAME = /^\s+(?:War|Palace|Offensive|Uprising|Rising|Campaign|Revolution|Line)\b/
// "the fall of Budapest", "to spring up" are no seasons.
const VERB = /\b(?:to|will|would|could|not|may|might|it|they|which|that|prices?|shares?|votes?)\s+$/i
const NOUN_AFTER =
  /^\s+(?:of (?!(?:the|that|this|next|last|same)\b|\d)|up\b|from\b|to (?:life|mind|power)|[Oo]lymp|[Gg]ames\b|[Pp]aralymp|[Oo]lymp|[Gg]ames\b|[Pp]aralymp|in (?:prices|the price|sales|profits?|output|demand)|due\b)/
const FUNCTION_WORD =
  /^(?:[\s]*(?:[.,;:!?)”"’—–]|$)|\s+(?:of|and|or|when|while|to|in|at|on|by|before|after|was|were|is|are|had|has|have|would|will|a|an|the|he|she|it|they|as|that|with|for|from|until|but|this|these|both|his|its|their)\b)/

/** Seasons: the spring of 2009, summer 1962, the winter, "their summer offensive". */
export const seasons: Parser = {
  name: 'seasons',
  hint: /spring|summer|autumn|fall|winter/i,
  find: (text) => [
    ...readMatches(text, MIDDLE, 'seasons', ({ season = '' }) => ({ meaning: calendar({ season: seasonOf(season) }), mod: 'MID' })),
    ...readMatches(text, WITH_YEAR, 'seasons', ({ season = '', year, era, slash }) => ({
      // "the winter of 1916-17" ends in 1917.
      meaning: calendar({
        season: seasonOf(season),
        year: era ? 1 - Number(year) : Number(year) + (slash !== undefined && seasonOf(season) === 'WI' ? 1 : 0),
      }),
    })),
    ...readMatches(text, ALONE, 'seasons', ({ the, season = '' }, match) => {
      const end = match.index + match[0].length
      const follows = after(text, end)
      const word = season.toLowerCase()
      if (/^[A-Z]/.test(season) && NAME.test(before(text, match.index, 16)) && !/^\s+[A-Z]/.test(follows)) return null
      if (/^[A-Z]/.test(season) && A_NAME.test(follows)) return null
      if (NOUN_AFTER.test(follows) || (word !== 'winter' && VERB.test(before(text, match.index)))) return null
      if (
        word === 'fall' &&
        !(
          the &&
          FUNCTION_WORD.test(follows) &&
          /\b(?:in|by|during|until|since|over|through|this|last|next)\s+$/i.test(before(text, match.index))
        )
      )
        return null
      const alone = FUNCTION_WORD.test(follows)
      return { meaning: calendar({ season: seasonOf(season) }), start: the && !alone ? end - season.length : match.index }
    }),
  ],
}
