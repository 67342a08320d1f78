import type { Parser } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const ON_THE = pattern(
  '(?<=\\bon |\\b(?:morning|afternoon|evening|night|dawn|dusk|noon) of )the (?<day>[0-3]?\\d)(?:st|nd|rd|th)(?= ?(?:[,.;:)]|$)| (?:and|or(?! \\d)|but|that|which|who|to|at|in|on|near|from|for|over|as|when|while|after|before|by|with|without|amid|among|against|despite|during|because|under|following|the|an?|its|their|his|her|all|two|three|more|most|some|he|she|they|it|we)\\b)',
)

/** The day alone, of the month in hand: "on the 13th, they attacked". */
export const ordinalDays: Parser = {
  name: 'ordinal-days',
  hint: /\bthe\s+[0-3]?\d(?:st|nd|rd|th)/i,
  find: (text) =>
    readMatches(text, ON_THE, 'ordinal-days', ({ day }) => ({
      meaning: { kind: 'calendar', fields: { day: Number(day) }, within: { from: 'either', unit: 'month', amount: 0, way: 0 }, pick: null },
    })),
}
