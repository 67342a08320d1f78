import type { Meaning, Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const PRESENT = pattern(
  '\\b(?:right now|just now|now|currently|current|nowadays|these days|at present|at the moment|(?<=\\bfor )the moment|the time being|the present(?: day| time)?|present[-\\s]day|at this time(?! (?:last|next|of)\\b)|at this point in time|(?<=\\b(?:the|its|his|her|their|our) )present(?= (?:government|borders?|boundar(?:y|ies)|crisis|situation|conflict|war|leader|leadership|ruler|king|president|state|form|levels?|system|constitution|policy|position|century|regime|rate|pace|plan|law)\\b)|the current (?:time|moment))\\b',
)
const PAST = pattern(
  '\\b(?:(?:just )?(?:moments|a moment) ago|recently|recent|lately|formerly|former|not (?:so |too |very )?long ago|long ago|the (?:recent |distant |near )?past|past|the old days|(?:days|times) past)\\b',
)
const FUTURE = pattern(
  '\\b(?:the (?:near |immediate |not[-\\s]too[-\\s]distant |foreseeable |distant )?future|future|the coming (?:days|weeks|months|years)|one day|some day|someday)\\b',
)

/** Present, past and future without a date: now, currently, recent, the past, the near future. */
export const references: Parser = {
  name: 'references',
  find: (text) => [
    ...readMatches(text, PRESENT, 'references', (_, match) => {
      const words = match[0].toLowerCase()
      const end = match.index + match[0].length
      if (words === 'now' && isFiller(text, match.index, end)) return null
      if (/^C/.test(match[0]) && /\b[a-z]+\s+$/.test(before(text, match.index, 12))) return null
      if (words === 'current' && /^\s+(?:accounts?|affairs)\b|^s\b/.test(after(text, end, 12))) return null
      return { meaning: reference('PRESENT_REF') }
    }),
    ...readMatches(text, PAST, 'references', (_, match) => {
      const words = match[0].toLowerCase()
      const end = match.index + match[0].length
      if (words === 'recently' && /\bas\s+$/i.test(before(text, match.index, 4))) return null
      if (words === 'past' && !isPastAdjective(text, match.index, end)) return null
      if (
        /^the.* past$/.test(words) &&
        !/^(?:\s*[.,;:)!?]|\s+(?:and|or|as|but|when|for|to|was|were|by|has|have|had)\b|\s*$)/.test(after(text, end, 12)) &&
        !(/\bin\s+$/i.test(before(text, match.index, 4)) && GOES_ON.test(after(text, end, 24)))
      )
        return null
      return { meaning: reference('PAST_REF') }
    }),
    ...readMatches(text, FUTURE, 'references', (_, match) => {
      const words = match[0].toLowerCase()
      if (
        words === 'one day' &&
        !/\b(?:might|may|could|would|will|should|can|to)\s+(?:\w+\s+){0,2}$/i.test(before(text, match.index, 40)) &&
        !/^,?\s+(?:(?:[a-z]+\s+)?(?:[a-z]+\s+)?(?:will|would|may|might|could|can)|become|be|join|return|have)\b/.test(
          after(text, match.index + match[0].length, 24),
        )
      )
        return null
      return { meaning: reference('FUTURE_REF') }
    }),
  ],
}

/** "in the past he voted", "has in the past accused": a clause goes on; "in the past fiscal year" is a stretch. */
const GOES_ON =
  /^\s+(?:(?:he|she|it|they|we|you|I|the|there|this|that|these|those|no|not|nobody|both|been|had|made|taken|given|seen|shown|said|led|held|fought|sent|won|lost|kept|found|often|also|only|always|never|repeatedly|[a-z]{3,}ed)\b|\p{Lu}(?!\w+day\b))/u

const reference = (value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'): Meaning => ({ kind: 'reference', value })

/** "Now, …" at the head of a sentence, "now that", "now and then" tell no time. */
const isFiller = (text: string, start: number, end: number): boolean =>
  /^(?:,| that\b| and (?:then|again)\b)/.test(after(text, end, 10)) && /(?:^|[.!?:"“'‘]\s*)$/.test(before(text, start, 3))

const isPastAdjective = (text: string, start: number, end: number): boolean =>
  /^\s+[a-z]{3,}/.test(after(text, end, 6)) &&
  !/\b(?:the|this|these|over|moved?|drive|drove|walk\w*|ran|run|went|go|going|get|got|just|half|quarter|far|well|long|time|slip\w*|push\w*|march\w*|flew|minutes?|hours?|\d+)\s+$/i.test(
    before(text, start, 16),
  ) &&
  !/^\s+(?:the|a|an|his|her|its|their|few|two|three|four|five|six|seven|eight|nine|ten|several|couple|week|month|year|decade|century|weekend|midnight|noon|him|them|it|tense)\b/.test(
    after(text, end, 12),
  )
