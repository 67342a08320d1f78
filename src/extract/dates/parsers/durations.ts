import type { Meaning, Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { NUMBER, ORDINAL, readNumber } from '../numbers.ts'
import { DASH, pattern, UNIT, unitOf } from '../words.ts'
import { APPROXIMATE, modOf } from './approximations.ts'

const ADJECTIVE =
  '(?:more|full|whole|long|short|straight|consecutive|successive|further|additional|extra|bloody|calendar|entire|difficult|turbulent|final|last|first|working|solid|previous|preceding|following|subsequent|remaining|intervening|past)'
const WHICH =
  '(?:the|these|those|its|his|her|their|our|my) (?:very )?(?:(?:last|past|next|coming|first|final|opening|closing|previous|preceding|succeeding|following|subsequent|intervening|remaining|early|earliest) )?|(?:past|last|next|another|this past) '
const COUNTED = pattern(
  `(?<!\\d:)\\b(?<which>${WHICH})?(?:(?<about>${APPROXIMATE}) )?(?<number>${NUMBER})(?:[\\s-]|${DASH})(?:${ADJECTIVE} )?(?<unit>${UNIT})\\b(?<more> and a half|${DASH}long| long\\b| or (?:so|more)\\b)?(?<period>(?:[\\s-])(?:period|span|stretch)\\b)?(?!-[a-z]|\\s*['’]?s? final\\b)`,
)
const LONG = pattern(
  `\\b(?<unit>minute|hour|day|night|week|month|year|decade|century|minutes|hours|days|weeks|months|years|decades|centuries)(?:${DASH})?long\\b`,
)
const STRAIGHT = pattern(
  `\\b(?:a (?:${ORDINAL}) (?:(?:straight|consecutive|successive) )?|the (?:${ORDINAL}) (?:(?:straight|consecutive|successive) |(?=\\w+ (?:in a row|running)\\b)))(?<unit>day|night|week|weekend|month|quarter|year)\\b(?!-)`,
)
const SINGLE = pattern(
  '\\b(?<which>the (?:past|last)) (?<unit>day|week|weekend|month|quarter|year|decade|half-century|century|hour|fortnight)\\b(?! of\\b)',
)
const ANOTHER = pattern(
  `(?<=\\b(?:for|in|at least|after|within|by|take|last|extended|spend|serve|wait|need|until) )(?:(?<about>${APPROXIMATE}) )?another (?<unit>day|night|week|month|year|decade|hour|fortnight)\\b(?!-)`,
)
// "the first year of the war": a stretch in histories, nothing in news.
const FILLED = pattern(
  '\\bthe (?:first|second|third|fourth|fifth|last|final|closing|opening) (?<unit>day|week|month|year|decade|century)(?= of (?:the (?!year|month|week)|its |his |their |her |[A-Z](?!anuary|ebruary|arch|pril|ay |une|uly|ugust|eptember|ctober|ovember|ecember)))',
  'g',
)
const PLURAL = pattern(
  `\\b(?<which>${WHICH}|recent )?(?<about>(?:many|more) )?(?<unit>minutes|hours|days|nights|weeks|months|years|decades|centuries)\\b(?!['’] |-old)`,
)
// "the first days of November" is November.
const EDGE = /\b(?:first|last|final|opening|closing|early|earliest)\s+$/i
const OF_DATE =
  /^\s+of\s+(?:the\s+(?:year|month)|this|that|last|next|(?:1\d{3}|20\d\d)|(?:early|late|mid)|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/
const LAST_ONE = /\slast\s+(?:night|weekend|week|month|quarter|year)$/i
const AGE = /^(?:-old|\s+old\b|-olds|\s+of age)/

/** Stretches of time: five days, a two-month truce, more than half a century, the past decade, years. */
export const durations: Parser = {
  name: 'durations',
  hint: /second|minute|hour|\bday|night|week|month|quarter|year|decade|centur|fortnight|millenni/i,
  find: (text) => [
    ...readMatches(text, COUNTED, 'durations', ({ which, about, number = '', unit = '', more, period }, match) => {
      const end = match.index + match[0].length
      if (/^an?$/i.test(number) && more?.endsWith('long') && /-/.test(more)) return null
      if (AGE.test(after(text, end, 10)) && /-/.test(match[0])) return null
      // "killed 45 last week": of so many one speaks in the plural.
      if (LAST_ONE.test(match[0])) return null
      if (/^seconds?$/i.test(unit) && /^(?:an?|the|many|some)$/i.test(number)) return null
      if (/^(?:an?|one|some|many)$/i.test(number) && isRate(text, match.index, unit)) return null
      if (/^quarters?$/i.test(unit) && !/straight|consecutive|successive|past|last|next|coming|previous/i.test(match[0])) return null
      if (/^many$/i.test(number) && /\bas\s+$/i.test(before(text, match.index, 4))) return null
      if (/^[Ss]ome$/.test(number) && !/s$/i.test(unit)) return null
      const half = more?.includes('half') ? 0.5 : 0
      const verb =
        /^last\s+$/i.test(which ?? '') && /\b(?:will|would|to|could|can|may|might|should|not|that)\s+$/i.test(before(text, match.index, 10))
      const article = period === undefined ? 0 : (/\ban?\s+$/i.exec(before(text, match.index, 4))?.[0].length ?? 0)
      const keep =
        (!verb && !/^(?:the|these|those|its|his|her|their|our|my)\s+$/i.test(which ?? '')) ||
        period !== undefined ||
        (/^(?:the|these|those)\s+$/i.test(which ?? '') && !/-\w+$/.test(match[0]))
      return {
        meaning: durationOf(readNumber(number), unit, half),
        mod: modOf(about) ?? (/ so$/.test(more ?? '') ? 'APPROX' : / more$/.test(more ?? '') ? 'EQUAL_OR_MORE' : null),
        start: keep ? match.index - article : match.index + (which ?? '').length,
      }
    }),
    ...readMatches(text, LONG, 'durations', ({ unit = '' }) => ({ meaning: durationOf(/s$/.test(unit) ? null : 1, unit, 0) })),
    ...readMatches(text, ANOTHER, 'durations', ({ about, unit = '' }) => ({ meaning: durationOf(1, unit, 0), mod: modOf(about) })),
    ...readMatches(text, STRAIGHT, 'durations', ({ unit = '' }) => ({ meaning: durationOf(1, unit, 0) })),
    ...readMatches(text, FILLED, 'filled-durations', ({ unit = '' }) => ({ meaning: durationOf(1, unit, 0) })),
    ...readMatches(text, SINGLE, 'durations', ({ unit = '' }) => ({ meaning: durationOf(1, unit, 0) })),
    ...readMatches(text, PLURAL, 'durations', ({ which, unit = '' }, match) => {
      const lead = before(text, match.index, 24)
      if (
        /(?:\d|[\w.]-|\b(?:office|school|light|opening|man|working|business|every|other|per|visiting|last|first|as|\w{3,}est))\s*$/i.test(
          lead,
        )
      )
        return null
      if (
        /^minutes$/i.test(match[0]) &&
        (/\b(?:meeting|Fed['’]s|board|court)\s+$/.test(lead) || /^\s+of\b/.test(after(text, match.index + 7, 4)))
      )
        return null
      if (EDGE.test(which ?? '') && OF_DATE.test(after(text, match.index + match[0].length, 24))) return null
      if (/^(?:its|his|her|their|our|my)/i.test(which ?? ''))
        return {
          meaning: durationOf(null, unit, 0),
          start: match.index + (/\s(?:last|first|final|early)\s/.test(which ?? '') ? 0 : (which ?? '').length),
        }
      return { meaning: /^recent/i.test(which ?? '') ? { kind: 'reference', value: 'PAST_REF' } : durationOf(null, unit, 0) }
    }),
  ],
}

/** "$1 billion a year", "three times a day", "once a week": a rate, which is a set. */
export const isRate = (text: string, at: number, unit: string): boolean => {
  if (/s$/i.test(unit)) return false
  // "gained 135 points a day after the vote"
  if (/^\w+\s+\w+\s+(?:after|before|ago|later|earlier)\b/.test(after(text, at, 24))) return false
  return RATE.test(before(text, at, 36))
}
const RATE =
  /(?:[$£€]\s?[\d.,]+(?:\s?(?:m|bn|million|billion|trillion))?|\b(?:once|twice|times|percent|per cent|%|million|billion|trillion|thousand|hundreds?|dollars|euros|pounds|cents|barrels|tons|tonnes|\d[\d,.]* [a-z]+s|hours|days|months|people|bombs|flights|cases|deaths|meetings)|(?<![$£€])\b\d{1,3}(?:,\d{3})+)\s+(?:for )?$/i

const durationOf = (count: number | null, word: string, half: number): Meaning => {
  const { unit, times } = unitOf(word)
  return { kind: 'duration', amount: count === null ? null : (count + half) * times, unit }
}
