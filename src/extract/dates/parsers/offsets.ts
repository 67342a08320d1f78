import { calendar, type From, type Meaning, type Parser } from '../expression.ts'
import { after, readMatches } from '../matches.ts'
import { NUMBER, readNumber } from '../numbers.ts'
import { pattern, UNIT, unitOf, WEEKDAY_NAMES, weekdayOf } from '../words.ts'
import { APPROXIMATE, modOf } from './approximations.ts'

const COUNT = `(?:(?<only>only|just|barely|scarcely) )?(?:(?<about>${APPROXIMATE}) )?(?:(?<number>${NUMBER})[\\s-](?:(?:more|full|whole|long|short) )?)?\\b(?<unit>${UNIT})(?<half> and a half)?`
const WAY =
  '(?<way>ago|later|earlier|afterwards?|thereafter|hence|from now|beforehand|on(?=,)|(?:before|after) (?:that|this)(?=[.,;:)]|$| (?:he|she|it|they|we|the|a|an)\\b)|previously|before(?= (?:in|at) [A-Z])|(?:before|after)(?=[.,;:)]|$))'
const OFFSET = pattern(`\\b${COUNT} ${WAY}(?! than\\b)`)
const IN_TIME = pattern(`\\bin (?<phrase>(?:(?<about>${APPROXIMATE}) )?(?<number>${NUMBER}) (?<unit>${UNIT})(?:['’]s?)? time)\\b`)
const INTO = pattern(`(?<=^|[.!?"“] )(?<number>${NUMBER}) (?<unit>days|weeks|months|years) in(?=,)`)
/** What INTO ends with, and hardly a text has. */
const IN = /\sin,/i
const WEEKDAYS = pattern(
  `\\b(?:(?<number>${NUMBER}) (?<weekdays>${WEEKDAY_NAMES})s (?<way>ago|earlier|later)|a week (?<from>from|ago) (?:last |this |next )?(?<weekday>${WEEKDAY_NAMES}))\\b`,
)
const AGES = pattern(`\\b(?:(?:${APPROXIMATE}) )?(?<number>${NUMBER}) (?<size>thousand|million|billion) years ago\\b`)
const SIZES: Readonly<Record<string, 'KA' | 'MA' | 'GA'>> = { thousand: 'KA', million: 'MA', billion: 'GA' }
const VAGUE = pattern('\\bshortly (?:afterwards?|thereafter)\\b')

/** Distances from the moment of writing or from the event in hand: ten days ago, two weeks later, a decade earlier. */
export const offsets: Parser = {
  name: 'offsets',
  hint: /\bago\b|later|earlier|afterward|thereafter|hence|from\s+now|beforehand|time\b|\bon,|\bin,|before|after|previously/i,
  find: (text) => [
    ...readMatches(text, OFFSET, 'offsets', ({ number, unit = '', way = '', about, half }, match) => {
      if (number === undefined && (!/s$/i.test(unit) || /\b(?:that|this)$/i.test(way))) return null
      if (/^(?:second|minute)s?$/i.test(unit) && /place|later that/i.test(after(text, match.index + match[0].length, 12))) return null
      return { meaning: stepOf(number, unit, way, half ? 0.5 : 0), mod: modOf(about) }
    }),
    ...readMatches(text, IN_TIME, 'offsets', ({ number, unit = '', about, phrase = '' }, match) => ({
      meaning: stepOf(number, unit, 'hence'),
      mod: modOf(about),
      start: match.index + match[0].length - phrase.length,
    })),
    ...(IN.test(text) ? readMatches(text, INTO, 'offsets', ({ number = '', unit = '' }) => ({ meaning: ordinalStep(number, unit) })) : []),
    ...readMatches(text, WEEKDAYS, 'offsets', ({ number, weekdays, way, from, weekday }) => {
      const count = number === undefined ? 2 : readNumber(number)
      const on = { from: /^(?:earlier|later)$/i.test(way ?? '') ? ('story' as const) : ('speech' as const) }
      const ahead = /^(?:later|from)$/i.test(way ?? from ?? '')
      const pick = { ...on, way: ahead ? (1 as const) : (-1 as const), weeks: (count ?? 1) - 1 }
      return count === null ? null : { meaning: { ...calendar({ weekday: weekdayOf(weekdays ?? weekday ?? '') }), pick } }
    }),
    ...readMatches(text, AGES, 'offsets', ({ number = '', size = '' }) => {
      const count = readNumber(number)
      return { meaning: { kind: 'reference', value: count === null ? 'PAST_REF' : `${SIZES[size.toLowerCase()] ?? 'MA'}${count}` } }
    }),
    ...readMatches(text, VAGUE, 'offsets', () => ({ meaning: { kind: 'reference', value: 'FUTURE_REF' } })),
  ],
}

/** "Nine days in" is the ninth day, eight days after the first. */
const ordinalStep = (number: string, unitWord: string): Meaning => {
  const { unit } = unitOf(unitWord)
  const count = readNumber(number)
  return { kind: 'step', step: { from: 'story', unit, amount: count === null ? null : unit === 'day' ? count - 1 : count, way: 1 } }
}

const stepOf = (number: string | undefined, unitWord: string, wayWord: string, more = 0): Meaning => {
  const { unit, times } = unitOf(unitWord)
  const count = number === undefined ? null : readNumber(number)
  const word = wayWord.toLowerCase()
  const from: From = word === 'ago' || word.startsWith('from') || word === 'hence' ? 'speech' : 'story'
  const way = word === 'ago' || word === 'earlier' || word.startsWith('before') || word === 'previously' ? -1 : 1
  return { kind: 'step', step: { from, unit, amount: count === null ? null : (count + more) * times, way } }
}
