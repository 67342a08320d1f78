import { readClock } from '../chrono.ts'
import { LABEL } from '../clock-labels.ts'
import { calendar, type Parser, type Step } from '../expression.ts'
import { readMatches } from '../matches.ts'
import { pattern } from '../words.ts'

const MERIDIEM = '(?:[ap]\\.m\\.?|[ap]m\\b|[AP]M\\b|[AP]\\.M\\.?)'
const ZONE = '(?: ?(?:local time|GMT|UTC|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST|EET|MSK|IST|JST|KST|AEST|Zulu)\\b)'
const FIGURES = pattern(
  `(?<![\\d.,:$£€/-])(?:(?<said>\\d{1,2}(?:[:.]\\d{2}){0,2} ?${MERIDIEM})|(?<plain>(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?)(?![\\d:]| ?(?:win|victory|lead|defeat))|(?<hours>(?:[01]\\d|2[0-3])[0-5]\\d)(?: ?(?:hours?\\b|hrs\\b|h\\b)|(?= ?(?:GMT|UTC|local)))|(?<=\\bat )(?<late>2[1-3][0-5]\\d)(?=[.,;]|$))(?<zone>${ZONE})?`,
  'g',
)
const BY_NAME = pattern(
  "(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) o['’]clock(?: in the (?<part>morning|afternoon|evening))?|(?<=\\b(?:at|by|until|before|after|around|about) )(?<plain>two|three|four|five|six|seven|eight|nine|ten|eleven) in the (?<of>morning|afternoon|evening)",
)
const HOURS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** The day that the article has reached, else that of publication. */
const OF_THAT_DAY: Step = { from: 'story', unit: 'day', amount: 0, way: 0 }

/** Times of the clock; chrono reads those in figures. */
export const clockTimes: Parser = {
  name: 'clock-times',
  hint: /\d(?::|\.)\d|\d ?[ap]\.?m|\d (?:hours|hrs|h\b|GMT|UTC|local)|o['’]clock|\bin the (?:morning|afternoon|evening)|at\s+2[1-3]\d\d|^[ \t]*(?:[-–—•*][ \t]*)?\d{4}(?!\d)/im,
  find: (text, { byClock }) => [
    ...(byClock
      ? readMatches(text, LABEL, 'clock-times', ({ figures = '' }) => ({
          meaning: { ...calendar({ time: `${figures.slice(0, 2)}:${figures.slice(2)}` }), within: OF_THAT_DAY },
        }))
      : []),
    ...readMatches(text, FIGURES, 'clock-times', ({ said, plain, hours, late }) => {
      const digits = hours ?? late
      const time = digits ? `${digits.slice(0, 2)}:${digits.slice(2)}` : readClock(said ?? plain ?? '')[0]?.fields.time
      return time === undefined ? null : { meaning: calendar({ time }) }
    }),
    ...readMatches(text, BY_NAME, 'clock-times', ({ hour, part: named, plain, of }) => {
      const part = named ?? of
      const words = hour ?? plain ?? ''
      const said = HOURS.indexOf(words.toLowerCase()) + 1 || Number(words)
      if (said < 1 || said > 23) return null
      const shift = part && part.toLowerCase() !== 'morning' && said < 12 ? 12 : 0
      return { meaning: calendar({ time: `${String(said + shift).padStart(2, '0')}:00` }) }
    }),
  ],
}
