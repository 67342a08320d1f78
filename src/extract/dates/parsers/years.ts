import { LABEL } from '../clock-labels.ts'
import { calendar, type Found, type Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { DASH, pattern } from '../words.ts'

const ERA = '(?:BCE?|B\\.C\\.(?:E\\.)?|AD|A\\.D\\.|CE|C\\.E\\.)'
const WITH_ERA = pattern(
  `(?<about>(?:ca?\\.|circa) ?)?(?:(?<first>\\d{1,4})(?<gap> ?${DASH} ?| (?:and|to|or|until) ))?(?<year>\\b\\d{1,4}) ?(?<era>${ERA})(?![A-Za-z])`,
  'g',
)
const AD_FIRST = pattern('\\b(?:AD|A\\.D\\.) ?(?<year>\\d{1,4})\\b', 'g')
const RANGE = pattern(
  `(?<![\\d.,$£€#/:\\u2010-\\u2015-])(?<lead>\\bthe years? )?(?<first>1\\d{3}|20\\d\\d)(?<gap> ?[/\\u2010-\\u2015-] ?)(?<last>1\\d{3}|20\\d\\d|\\d\\d)(?![\\d%]|[.,:/]\\d|[\\u2010-\\u2015-]\\d)`,
)
// What it may begin with comes first: to look back from every letter is slow.
const YEAR = pattern(
  `(?=[tic\\d])(?:(?<![\\d.,$£€#/:]|\\d${DASH}|[A-Z]${DASH})|(?<=\\b(?:mid|early|late)${DASH}))(?<lead>\\b(?:the|in) years? |\\bcirca |\\bca?\\. )?(?<![\\w])(?<year>[12]\\d{3}|(?<=\\bthe year )[1-9]\\d{1,2})(?![\\d%]|[.,:/]\\d|${DASH}\\d|['’]?s\\b(?<!['’]s))`,
)
const ZERO = pattern(`\\bthe year 0\\b(?![.,]?\\d| ?${ERA})`)
const SHORT = pattern(
  "['’](?<year>\\d\\d)\\b(?!['’]?s)(?<=\\b(?:in|of|since|by|from|until|before|after|summer|winter|spring|fall|class of) ['’]\\d\\d)",
)

/** Bare years: 1968, 1954–57, 499–493 BC, AD 70, the year 2002, '68. */
export const years: Parser = {
  name: 'years',
  hint: /\d/,
  find: (text, { byClock, beforeChrist }) => [
    ...withEra(text),
    ...(beforeChrist ? withoutEra(text) : []),
    ...zero(text),
    ...ranges(text),
    ...bare(byClock ? text.replace(LABEL, (label) => ' '.repeat(label.length)) : text),
    ...short(text),
  ],
}

const withEra = (text: string): readonly Found[] => [
  ...readMatches(text, AD_FIRST, 'years', ({ year }) => ({
    meaning: calendar(Number(year) === 0 ? { yearZero: true } : { year: Number(year) }),
  })),
  ...[...text.matchAll(WITH_ERA)].flatMap((match): readonly Found[] => {
    const { about, first, gap = '', year = '', era = '' } = match.groups ?? {}
    const asYear = (digits: string): number => (era.startsWith('B') ? 1 - Number(digits) : Number(digits))
    const mod = about ? ('APPROX' as const) : null
    const end = match.index + match[0].length
    const lead = match.index + (first ?? '').length + (about ?? '').length + gap.length
    const second: Found = {
      start: first ? lead : match.index,
      end,
      meaning: calendar(Number(year) === 0 ? { yearZero: true } : { year: asYear(year) }),
      mod,
      rule: 'years',
    }
    if (first === undefined) return [second]
    const start = match.index + (about ?? '').length
    return [{ start, end: start + first.length, meaning: calendar({ year: asYear(first) }), mod, rule: 'years' }, second]
  }),
]

// "In 256 they landed", "between 250 and 241", where the article counts its years before Christ.
const ALONE = pattern(
  `\\b(?:in|by|since|until|after|before|(?:spring|summer|autumn|winter|year)(?: of)?|early|late|around|about|circa) (?<year>[1-9]\\d{2})(?=[.,;:)]|$| (?:and|or|but|to|the|an?|his|her|its|their|it|he|she|they|at|on|with|when|after|by|as|was|were|had|[a-z]+ed)\\b| \\p{Lu})`,
  'gu',
)
const BETWEEN = pattern(
  '\\b(?:between|from) (?<year>[1-9]\\d{2})(?<gap> (?:and|to|until) )(?<last>[1-9]\\d{2})(?=[.,;:)]|$| [a-z\\p{Lu}])',
  'giu',
)
const EARLIER = pattern(
  '\\b(?:In|By|Since|Until|After|Before|Around|About|Early in|Late in) (?<year>[1-9]\\d{2})(?=[.,;:)]| [a-z\\p{Lu}])',
  'gu',
)

const withoutEra = (text: string): readonly Found[] => [
  ...[ALONE, EARLIER].flatMap((alone) =>
    readMatches(text, alone, 'years', ({ year = '' }, match) => {
      const end = match.index + match[0].length
      return COUNTED.test(after(text, end, 50)) ? null : { meaning: calendar({ year: 1 - Number(year) }), start: end - year.length }
    }),
  ),
  ...[...text.matchAll(BETWEEN)].flatMap((match): readonly Found[] => {
    const { year = '', gap = '', last = '' } = match.groups ?? {}
    const end = match.index + match[0].length
    if (Number(last) >= Number(year) || COUNTED.test(after(text, end, 50))) return []
    const start = end - last.length - gap.length - year.length
    const at = (from: number, digits: string): Found => ({
      start: from,
      end: from + digits.length,
      meaning: calendar({ year: 1 - Number(digits) }),
      mod: null,
      rule: 'years',
    })
    return [at(start, year), at(end - last.length, last)]
  }),
]

const ranges = (text: string): readonly Found[] =>
  [...text.matchAll(RANGE)].flatMap((match): readonly Found[] => {
    const { lead = '', first = '', gap = '', last = '' } = match.groups ?? {}
    const from = Number(first)
    const to = last.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last)
    if (to <= from || to - from > 120 || from > 2099 || isCounted(text, match.index, match.index + match[0].length)) return []
    const start = match.index
    const cut = start + lead.length + first.length
    return [
      { start, end: cut, meaning: calendar({ year: from }), mod: null, rule: 'years' },
      { start: cut + gap.length, end: cut + gap.length + last.length, meaning: calendar({ year: to }), mod: null, rule: 'years' },
    ]
  })

const zero = (text: string): readonly Found[] => readMatches(text, ZERO, 'years', () => ({ meaning: calendar({ yearZero: true }) }))

const bare = (text: string): readonly Found[] =>
  readMatches(text, YEAR, 'years', ({ lead, year = '' }, match) => {
    const inYear = lead?.toLowerCase().startsWith('in') ? match.index + 3 : match.index
    if (
      (Number(year) > 2099 && !/\b(?:in|by|since|of)\s+$/i.test(before(text, match.index))) ||
      (!lead && isCounted(text, match.index, match.index + match[0].length))
    )
      return null
    if (!lead && (Number(year) < 1700 || Number(year) > 2050) && !LEADS.test(before(text, match.index))) return null
    return { meaning: calendar({ year: Number(year) }), start: inYear, mod: lead && /^c/i.test(lead) ? 'APPROX' : null }
  })

const short = (text: string): readonly Found[] =>
  readMatches(text, SHORT, 'years', ({ year }) => ({ meaning: calendar({ year: Number(year) + (Number(year) < 30 ? 2000 : 1900) }) }))

const LEADS =
  /\b(?:in|since|by|until|till|of|from|to|during|before|after|between|and|early|late|mid|around|about|for|year|through|throughout|into|in [A-Za-z]+)[\s(-]+$/i
// What a number of that size counts, and what is numbered like that.
const COUNTED =
  /^[\s-]*(?:(?:or|and|to|-) [\d,]+ )?(?:(?:or|and) (?:more|so)\b|(?:(?!(?:the|its|their|his|her|our|some|more|many|most|all|both|no)\b)[a-z]+ )?(?:troops|people|soldiers|men|women|children|persons|civilians|prisoners|refugees|migrants|miles?|kilomet\w+|km|met(?:er|re)s?|m\b|feet|ft|yards?|acres|hectares|tons?|tonnes|barrels|dollars|euros|pounds|rubles|roubles|yen|yuan|hours|hrs|GMT|UTC|percent|per cent|casualties|deaths|dead|wounded|victims|votes|members|fighters|rebels|officers|police|jobs|homes|houses|villages|aircraft|planes|tanks|ships|guns|vehicles|missiles|rockets|shells|pages|words|seats|workers|employees|students|protesters|demonstrators|supporters|guests|delegates|cases|points|degrees|calories|watts|horsepower|rpm|BC|AD|MHz|kHz)\b|(?:million|billion|thousand|hundred)\b)/
const NUMBERED =
  /(?:\b(?:[Rr]esolutions?|[Nn]os?\.?|[Nn]umbers?|[Ff]lights?|[Rr]ooms?|[Rr]outes?|[Hh]ighways?|[Cc]hannels?|[Ss]ections?|[Aa]rticles?|[Pp]ages?|pp?\.|[Cc]hapters?|Boeing|Airbus|[Mm]odels?|Windows|[Uu]nits?|[Pp]aragraphs?|[Cc]onvention No\.|[Pp]osition|[Ii]ndex|[Dd]ow|[Bb]lock|[Ll]ine|[Pp]lane|[Cc]ode|[Zz]ip|[Ii][Dd]|[Tt]otal(?:ing|ling)?|[Nn]early|[Aa]lmost|[Oo]ver \$|[Mm]ore than|[Ll]ess than|[Ff]ewer than|[Aa]t least|[Ss]ome|[Aa]pproximately|[Rr]oughly|[Aa]bout)|[$£€¥#№])[\s]*$/

// "In 1999 rebels seized the town", "since 2004 soldiers have held it" tell a year; "in 2000 homes" counts.
const TELLING = /\b(?:In|By|From|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]efore|[Aa]fter|(?:end|start|beginning) of|[Ii]n (?:early|late))\s+$/
/** "in 2011 as protesters gathered": what follows is another phrase. */
const GOES_ON =
  /^\s+(?:as|that|when|while|where|after|before|because|until|by|for|with|in|on|at|from|over|against|and|but|among|amid|near|under|during|despite|along|across|without|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b(?!-)/
const FORCES =
  /^\s+(?:troops|soldiers|fighters|rebels|officers|police|protesters|demonstrators|supporters|workers|students|members|delegates)\b/

const isCounted = (text: string, start: number, end: number): boolean => {
  const [lead, next] = [before(text, start, 24), text.slice(end, end + 50)]
  const goesOn = /\b(?:in|of|since|by|until|early|late|through|throughout|during)\s+$/.test(lead) && GOES_ON.test(next)
  return (COUNTED.test(next) && !goesOn && !TELLING.test(lead) && !(/\bin\s+$/.test(lead) && FORCES.test(next))) || NUMBERED.test(lead)
}
