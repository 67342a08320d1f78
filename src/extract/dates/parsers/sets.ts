import type { Meaning, Parser, Unit } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { NUMBER, ORDINAL, readNumber } from '../numbers.ts'
import { MONTH_NAMES, monthOf, pattern, unitOf, WEEKDAY_NAMES, weekdayOf } from '../words.ts'
import { isRate } from './durations.ts'

const UNITS =
  'seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|months?|quarters?|years?|decades?|mornings?|afternoons?|evenings?|summers?|winters?|springs?|autumns?'
const EVERY = pattern(
  `\\b(?:every|each)(?: (?<other>other|${ORDINAL})| (?:(?<number>${NUMBER}) ?(?:or \\w+ )?))? ?\\b(?:(?<weekday>${WEEKDAY_NAMES})|(?<month>(?:${MONTH_NAMES}))|(?<unit>${UNITS}))\\b`,
)
const WEEKDAYS = pattern(`\\b(?:on )?(?<weekday>${WEEKDAY_NAMES})s\\b`)
const WEEKENDS = pattern('\\b(?:the weekends|weekends)\\b(?<=\\b(?:on|at) (?:the )?weekends)')
const ADJECTIVE = pattern(
  '\\b(?<word>daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|biannual|bi-?weekly|bi-?monthly|hourly|semi-?annual(?:ly)?|biennial)\\b',
)
const PER = pattern(
  '\\b(?<lead>(?:once|twice|(?:three|four|five|six|several|many) times) )?(?:a|an|per|each) (?<unit>second|minute|hour|day|night|week|month|quarter|year|decade)\\b(?!-)',
)

/** Times that come again: every Monday, daily, each year, twice a week, $1 billion a year. */
export const sets: Parser = {
  name: 'sets',
  hint: /every|each|daily|\b(?:a|an|per)\s+(?:second|minute|hour|day|night|week|month|quarter|year|decade)|day|night|week|fortnight|month|quarter|year|annual|hourly|ennial/i,
  find: (text) => [
    ...readMatches(text, EVERY, 'sets', ({ other, number, weekday, month, unit }) => {
      if (weekday) return every(`XXXX-WXX-${weekdayOf(weekday)}`)
      if (month) return every(`XXXX-${String(monthOf(month)).padStart(2, '0')}`)
      const { unit: of } = unitOf(unit ?? '')
      const count = other ? (other.toLowerCase() === 'other' ? 2 : null) : number ? readNumber(number) : 1
      if (count !== null && count !== 1) return every(periodOf(count, of))
      return every(
        /^(?:morning|afternoon|evening|summer|winter|spring|autumn)/i.test(unit ?? '') ? named(unit ?? '') : (MASKS[of] ?? periodOf(1, of)),
      )
    }),
    ...readMatches(text, WEEKDAYS, 'sets', ({ weekday = '' }, match) => ({
      ...every(`XXXX-WXX-${weekdayOf(weekday)}`),
      start: /^on/i.test(match[0]) ? match.index + match[0].search(/\S+$/) : match.index,
    })),
    ...readMatches(text, WEEKENDS, 'sets', () => every('XXXX-WXX-WE')),
    ...readMatches(text, ADJECTIVE, 'sets', ({ word = '' }, match) =>
      isName(text, match.index, word) ? null : every(ADJECTIVES[word.toLowerCase().replace(/ly$|-/g, '')] ?? 'XXXX'),
    ),
    ...readMatches(text, PER, 'sets', ({ lead, unit = '' }, match) => {
      const said = match[0].slice((lead ?? '').length).toLowerCase()
      if (!lead && !said.startsWith('per') && !isRate(text, match.index, unit)) return null
      if (said.startsWith('each') && !lead) return null
      const of = unitOf(unit).unit
      return times(said.startsWith('per') ? (MASKS[of] ?? periodOf(1, of)) : periodOf(1, of), lead)
    }),
  ],
}

/** "The Daily Telegraph", "Jane's Defence Weekly": a capital in mid-sentence beside another is a name's. */
const isName = (text: string, at: number, word: string): boolean =>
  /^[A-Z]/.test(word) && (/^\s+[A-Z]/.test(after(text, at + word.length, 4)) || /\b(?:[A-Z][\w'’]*|the)\s+$/.test(before(text, at, 16)))

const every = (value: string): { readonly meaning: Meaning } => ({ meaning: { kind: 'set', value, quant: 'EVERY' } })

const times = (value: string, lead: string | undefined): { readonly meaning: Meaning } => {
  const count = /^once/i.test(lead ?? '') ? 1 : /^twice/i.test(lead ?? '') ? 2 : readNumber((lead ?? '').replace(/\s.*$/, ''))
  return lead === undefined || count === null ? { meaning: { kind: 'set', value } } : { meaning: { kind: 'set', value, freq: `${count}X` } }
}

const MASKS: Partial<Readonly<Record<Unit, string>>> = {
  year: 'XXXX',
  quarter: 'XXXX-QX',
  month: 'XXXX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  day: 'XXXX-XX-XX',
  night: 'XXXX-XX-XXTNI',
  hour: 'XXXX-XX-XXTXX',
}
const ADJECTIVES: Readonly<Record<string, string>> = {
  dai: 'XXXX-XX-XX',
  night: 'XXXX-XX-XXTNI',
  week: 'XXXX-WXX',
  fortnight: 'P2W',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  annual: 'XXXX',
  biannual: 'P6M',
  biweek: 'P2W',
  bimonth: 'P2M',
  semiannual: 'P6M',
  biennial: 'P2Y',
  hour: 'XXXX-XX-XXTXX',
}
const NAMED: readonly (readonly [string, string])[] = [
  ['morning', 'XXXX-XX-XXTMO'],
  ['afternoon', 'XXXX-XX-XXTAF'],
  ['evening', 'XXXX-XX-XXTEV'],
  ['summer', 'XXXX-SU'],
  ['winter', 'XXXX-WI'],
  ['spring', 'XXXX-SP'],
  ['autumn', 'XXXX-FA'],
]
const named = (word: string): string => NAMED.find(([name]) => word.toLowerCase().startsWith(name))?.[1] ?? 'XXXX'

const LETTERS: Partial<Readonly<Record<Unit, string>>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  night: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
}
const periodOf = (count: number, unit: Unit): string => {
  const letter = LETTERS[unit] ?? 'Y'
  return letter.startsWith('T') ? `PT${count}${letter.slice(1)}` : `P${count}${letter}`
}
