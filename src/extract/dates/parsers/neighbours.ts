import { calendar, type Found, type From, type Meaning, type Parser, type Step, type Unit } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { MONTH_NAMES, monthOf, partOf, pattern, SEASON, seasonOf, unitOf, WEEKDAY_NAMES, weekdayOf } from '../words.ts'

const WHICH =
  '(?:the )?(?<which>this (?:same|very|past|coming)|this|last|very next|next|past|latest|most recent|previous|preceding|prior|following|subsequent|succeeding|ensuing|coming|upcoming|current|that (?:same|very)|that|very same|same)'
const NEIGHBOUR = pattern(
  `\\b(?<det>the )?${WHICH} (?:(?<month>(?:${MONTH_NAMES})(?!(?<=that \\w+) \\d{1,2}\\b))|(?<weekday>${WEEKDAY_NAMES})|(?<season>${SEASON})|(?<part>mornings?|afternoon|evening|night|dawn)|(?:fiscal |financial |calendar |academic |school )?(?<unit>day|weekend|week|month|quarter|year|decade|century))\\b(?! (?:old|ago)\\b|-(?:old|long)|['’]s)?`,
)
const OF_WEEK = pattern(
  `\\b(?<weekday>${WEEKDAY_NAMES}) (?:of )?(?<the>the )?(?<which>this|last|next|that|same|following|previous|preceding) week\\b(?!['’]s)`,
)
const DEICTIC = pattern(
  '\\b(?<!USA )(?<word>the day after tomorrow|the day before yesterday|yesterday|tomorrow|today|tonight|overnight)\\b(?: (?<part>morning|afternoon|evening|night)\\b)?',
)
const NEXT_TO = pattern(
  '\\bthe (?<unit>day|morning|evening|night|week|month|year) (?<way>before|after|following|earlier)(?=[.,;:)]|$| (?:and|but|it was|was|were|had|in (?!the\\b)|at|to|on|by|from|with|without|near|against|amid|among|during|because|despite)\\b(?!-))',
)
const BEFORE_LAST = pattern('\\bthe (?<unit>night|weekend|week|month|year) (?<way>before last|after next)\\b')
const WEEKEND = pattern(
  '(?<!\\b(?:the|this|that|last|next|past|every|each|a|one|following|previous|coming|day|holiday|long|opening|Thanksgiving|Easter|Christmas|first|second|third|final) )\\bweekend\\b(?!s|ers?)',
)
const PERIOD_END = pattern("\\b(?:(?<unit>week|month|year|decade|century)(?:['’]s |-)end|(?<named>year)[- ]?end)\\b")
const PERIOD_MIDDLE = pattern('\\bmid-?(?<unit>week|month|year)\\b')
const DEFINITE = pattern(
  '\\bthe (?:(?:fiscal|financial|business|calendar) )?(?<unit>day|weekend|week|month|year|decade|century)\\b(?!-| (?:when|that|before|after|of(?! the year))\\b(?<!\\bover the weekend (?!of\\b)\\w+))',
)
const AFTER_DEFINITE =
  /^(?:\s*(?:[.,;:)]|$)|['’]s\s|\s+(?:and|to|in|at|on|by|before|after|was|were|had|with|for|from|but|as|over|because|when|saw|ended|ending|through|up|down|almost|nearly)\b)/
/** "to end the year almost where it began". */
const ENDING =
  /\b(?:end|ended|ends|ending|finish\w*|close|closed|closing|start|started|starting|began|begin|begins|beginning|open|opened) $/

/** Periods next to the one in hand or to the moment of writing: last Friday, the following month, that year, yesterday, the weekend. */
export const neighbours: Parser = {
  name: 'neighbours',
  find: (text) => [
    ...readMatches(text, NEIGHBOUR, 'neighbours', ({ det, which = '', ...named }, match) => {
      const relation = relationOf(
        which.toLowerCase().replace(/\s+/g, ' '),
        det !== undefined || /^the/i.test(match[0]),
        Object.keys(named).find((k) => named[k] !== undefined) ?? '',
        named.unit ?? '',
      )
      const unit = named.unit && !/^(?:day|weekend)$/i.test(named.unit) ? named.unit : null
      // "fought on for the next year", "over the next decade".
      if (unit && /^the next$/i.test(match[0].slice(0, 8)) && /\b(?:over|for) $/i.test(before(text, match.index, 5)))
        return {
          meaning: /decade/i.test(unit)
            ? { kind: 'duration', amount: 10, unit: 'year' }
            : { kind: 'duration', amount: 1, unit: unitOf(unit).unit },
        }
      return relation === null ? null : { meaning: meaningOf(relation, named) }
    }),
    ...readMatches(text, OF_WEEK, 'neighbours', ({ weekday = '', which = '', the }) => {
      const relation = relationOf(which.toLowerCase(), the !== undefined, 'unit', 'week')
      return (
        relation && {
          meaning: {
            ...calendar({ weekday: weekdayOf(weekday) }),
            within: { from: relation.from, unit: 'week', amount: Math.abs(relation.way), way: relation.way },
          },
        }
      )
    }),
    ...readMatches(text, DEICTIC, 'neighbours', ({ word = '', part }) => ({
      meaning: deictic(word.toLowerCase().replace(/\s+/g, ' '), part),
    })),
    ...readMatches(text, NEXT_TO, 'neighbours', ({ unit = '', way }, match) => {
      // "grew 4 percent; the year before it was 3", but "fell the week after it was bombed".
      const joins = /^ it\b/.test(after(text, match.index + match[0].length, 4)) && !/[,;] $/.test(before(text, match.index, 2))
      if (joins) return null
      const step: Step = { from: 'story', unit: unitOf(unit).unit, amount: 1, way: /^(?:after|following)$/i.test(way ?? '') ? 1 : -1 }
      return {
        meaning: /^(?:morning|evening|night)$/i.test(unit)
          ? { kind: 'calendar', fields: { part: partOf(unit) }, within: day('story', step.way), pick: null }
          : { kind: 'step', step },
      }
    }),
    ...readMatches(text, BEFORE_LAST, 'neighbours', ({ unit = '', way = '' }) => ({
      meaning: { kind: 'step', step: { from: 'speech', unit: unitOf(unit).unit, amount: 2, way: way.startsWith('b') ? -1 : 1 } },
    })),
    ...readMatches(text, WEEKEND, 'neighbours', () => ({ meaning: inHand('weekend') })),
    ...readMatches(text, PERIOD_END, 'neighbours', ({ unit, named = '' }) => ({ meaning: inHand(unitOf(unit ?? named).unit), mod: 'END' })),
    ...readMatches(text, PERIOD_MIDDLE, 'neighbours', ({ unit = '' }) => ({ meaning: inHand(unitOf(unit).unit), mod: 'MID' })),
    ...definite(text),
  ],
}

/** "At the end of the day, voters decide." */
const isProverbial = (text: string, start: number, end: number): boolean =>
  /(?:^|[.!?"“,]\s*)at the end of $/i.test(before(text, start, 20)) && /^,/.test(after(text, end, 1))

type Relation = { readonly from: From; readonly way: -1 | 0 | 1 }

/** "the next day" counts from the story, "next week" from the day of writing; "the last day" and "past year" are something else. */
const relationOf = (which: string, the: boolean, kind: string, unit: string): Relation | null => {
  const named = kind !== 'unit'
  switch (which) {
    case 'this':
    case 'current':
    case 'this very':
      return { from: 'speech', way: 0 }
    case 'last':
      return the && !named ? null : { from: 'speech', way: -1 }
    case 'this past':
      return { from: 'speech', way: -1 }
    case 'latest':
    case 'most recent':
      return the && UNITS_OVER.test(unit) ? { from: 'speech', way: -1 } : null
    case 'past':
      return null
    case 'next':
    case 'very next':
      return { from: the ? 'story' : 'speech', way: 1 }
    case 'coming':
    case 'upcoming':
    case 'this coming':
      return { from: 'speech', way: 1 }
    case 'previous':
    case 'preceding':
    case 'prior':
      return the ? { from: 'story', way: -1 } : null
    case 'following':
    case 'subsequent':
    case 'succeeding':
    case 'ensuing':
      return the ? { from: 'story', way: 1 } : null
    case 'same':
    case 'very same':
      return the ? { from: 'story', way: 0 } : null
    default:
      return { from: 'story', way: 0 }
  }
}

/** "the latest month" is the one before this, of which figures are known. */
const UNITS_OVER = /^(?:week|month|year)$/i

type Named = Readonly<Record<string, string | undefined>>

const meaningOf = ({ from, way }: Relation, { month, weekday, season, part, unit }: Named): Meaning => {
  if (unit) return { kind: 'step', step: { from, unit: unitOf(unit).unit, amount: way === 0 ? 0 : 1, way } }
  if (part) return { kind: 'calendar', fields: { part: partOf(part) }, within: day(from, way), pick: null }
  const fields = month ? { month: monthOf(month) } : weekday ? { weekday: weekdayOf(weekday) } : { season: seasonOf(season ?? '') }
  return { kind: 'calendar', fields, within: null, pick: { from, way } }
}

const day = (from: From, way: -1 | 0 | 1, amount = way === 0 ? 0 : 1): Step => ({ from, unit: 'day', amount, way })

const deictic = (word: string, part: string | undefined): Meaning => {
  if (word === 'tonight') return { kind: 'calendar', fields: { part: 'NI' }, within: day('speech', 0), pick: null }
  if (word === 'overnight') return { kind: 'calendar', fields: { part: 'NI' }, within: day('either', 0), pick: null }
  const step =
    word === 'today'
      ? day('speech', 0)
      : word === 'the day before yesterday'
        ? day('speech', -1, 2)
        : word === 'the day after tomorrow'
          ? day('speech', 1, 2)
          : day('speech', word === 'yesterday' ? -1 : 1)
  return part ? { kind: 'calendar', fields: { part: partOf(part) }, within: step, pick: null } : { kind: 'step', step }
}

const inHand = (unit: Unit): Meaning => ({ kind: 'step', step: { from: 'either', unit, amount: 0, way: 0 } })

/** "the year", "the weekend" said of the one in hand, where no noun follows. */
const definite = (text: string): readonly Found[] =>
  readMatches(text, DEFINITE, 'neighbours', ({ unit = '' }, match) => {
    const end = match.index + match[0].length
    if (/^[A-Z]/.test(unit)) return null
    const edged =
      /\b(?:end|start|beginning|part|half|rest|remainder|course|most|much|middle|days|weeks|months)\s+of\s+$|\b(?:earlier|later|early|late)\s+in\s+$/i.test(
        before(text, match.index, 16),
      )
    if (!edged && !ENDING.test(before(text, match.index, 11)) && !/weekend/i.test(unit) && !AFTER_DEFINITE.test(after(text, end, 20)))
      return null
    if (
      unit.toLowerCase() === 'day' &&
      (!/\b(?:of|earlier in|later in|late in|early in|throughout|during)\s+$/i.test(before(text, match.index, 14)) ||
        isProverbial(text, match.index, end))
    )
      return null
    return { meaning: inHand(unitOf(unit).unit) }
  })
