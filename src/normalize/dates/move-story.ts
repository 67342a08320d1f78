import type { Found } from '../../extract/dates/expression.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import type { Period } from './period.ts'
import type { Outcome } from './reckon.ts'
import { type Mark, tell } from './story.ts'
import { isEntry, type Surroundings } from './surroundings.ts'
import { PUBLICATION, type World } from './world.ts'

type Classes = Pick<Lexicon, 'classesOf'>

/**
 * The world after an expression, which may move its story. A heading does, by its first date; what is quoted, in brackets, in a caption, a point of comparison ("since 1979"), a year only
 * planned for, or counted from publication in a narrative doesn't, unless it opens an entry of a calendar of days to come.
 */
export const moveStory = ({ timex, period }: Outcome, found: Found, around: Surroundings, world: World, lexicon: Classes): World => {
  if (period === null || period.grain === 'decade' || period.grain === 'century' || period.grain === 'millennium') return world
  if (
    isComparison(found, world) ||
    (world.telling === 'news' && (COMPARED.test(around.before) || isOfSaying(found, period, around, world)))
  )
    return world
  const heading = around.block?.kind === 'heading'
  const leads = heading
    ? 'section'
    : isEntry(around)
      ? 'entry'
      : OPENS.test(around.before) || CLOSES.test(around.next)
        ? 'paragraph'
        : 'nothing'
  const time = /T(\d\d:\d\d)$/.exec(timex.value ?? '')?.[1]
  const mark: Mark = {
    period,
    source: { start: timex.start, end: timex.end },
    section: around.block?.section ?? 0,
    leads,
    ...(time !== undefined && { time }),
  }
  const { telling, publication, story, aside } = world
  const told: World = { telling, publication, story: tell(story, mark), aside }
  const last = story[0]
  if (heading) return last && (around.block?.start ?? 0) <= last.source.start ? world : told
  if (around.quoted || around.bracketed || around.block?.kind === 'caption') return world
  const announced = leads === 'entry' && publication !== null && period.first > publication
  if (telling === 'narrative' && timex.anchor === PUBLICATION && !announced) return world
  if (/\bsince\s+$/i.test(around.lead) && !/^,? when\b/.test(around.next)) return { telling, publication, story, aside: mark }
  if (/\b(?:than (?:in|on)|unlike|like)\s+$/i.test(around.lead)) return world
  if (found.meaning.kind === 'calendar' && period.grain === 'year' && isModifier(around)) return world
  if (period.grain === 'year' && looksBack(lexicon, around.before)) return world
  if (telling === 'news' && ENDED.test(around.lead)) return world
  if (telling === 'news' && NAMED.test(around.before) && !IN_NAMED.test(around.before)) return world
  if (period.grain === 'year' && ASIDE.test(around.before) && /^,/.test(around.next)) return { telling, publication, story, aside: mark }
  if (period.grain === 'year' && HAD_ASIDE.test(around.before) && /^[.;]/.test(around.next))
    return { telling, publication, story, aside: mark }
  const first = story[0]?.period.first
  if (period.grain === 'year' && first !== undefined && period.last < first && HAD.test(around.before) && CLOSES.test(around.next))
    return { telling, publication, story, aside: mark }
  if (period.grain === 'year' && PARTICIPLE.test(around.before)) return { telling, publication, story, aside: mark }
  if (telling === 'narrative' && isFlashback(found) && /^[^.;:]*\bhad\b/.test(around.next))
    return { telling, publication, story, aside: mark }
  if (telling === 'narrative' && period.grain === 'year' && around.before !== '' && around.tense() === 'future') return world
  return told
}

/** "up from $18 a month ago", "compared with 300 in May": of money, in percent, or said to be up or down; "with 300 fighters on 3 May" compares nothing. */
const COMPARED =
  /\b(?:from|than|against|with|versus) (?:[a-z]+ )?(?:[A-Z]{0,3}[$£€¥]\s?\d|\d[\d.,]*(?: [mb]illion)? ?(?:%|per ?cent|percentage|cents|dollars|euros|yen|points|barrels|tons|tonnes))[^,;]{0,24}$|\b(?:up|down|compared|higher|lower|rose|risen|fell|fallen|increased?|declined?)\b[^,;]{0,40}? (?:from|than|against|with|to) (?:[a-z]+ )?\d[^,;]{0,24}$/

/** "police said Wednesday", on that day: the words are of it, not what they tell. */
const isOfSaying = ({ meaning }: Found, period: Period, { before }: Surroundings, { publication }: World): boolean =>
  meaning.kind === 'calendar' && period.first === publication && period.grain === 'day' && SAYING.test(before)
const SAYING = /\b(?:said|says|told (?:[\w.]+ ){1,4}|announced|reported)(?: (?:in a statement|late|early))?(?: on)? ?$/

/** "the year-ago quarter", "since 9/11": in news what is measured by, not told. */
const isComparison = ({ meaning, rule }: Found, { telling }: World): boolean =>
  telling === 'news' &&
  ((meaning.kind === 'step' && meaning.step.reported !== undefined && meaning.step.way !== 0) ||
    (rule === 'holidays' && meaning.kind === 'calendar' && meaning.fields.holiday === undefined))

/** "compared it to the pact of 1939", "commemorated the uprising of 1956": of what one looks back on. */
const looksBack = (lexicon: Classes, before: string): boolean =>
  /\b(?:of|in)\s+$/.test(before) &&
  (before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1).match(/\b[a-z]+/g) ?? []).some((word) =>
    isOfClass(lexicon, lemmaOf(word, 'VERB'), 'looking-back'),
  )

/** "The party, which ruled until he took office in 2018, says …". */
const ASIDE = /, (?:which|who|whose|whom|where) [^,;:]*$/
/** "… of Hu Yaobang, whom the party had dismissed in 1987." */
const HAD_ASIDE = /\b(?:which|who|whose|whom|where) [^,;:]*\bhad [^,;:]*$/
/** "He had signed a treaty in 1990." */
const HAD = /\bhad (?:[a-z]+ ){0,2}[a-z]+[^,;:]* in $/
/** "toppled the president, elected in 2021". */
const PARTICIPLE = /, (?:first |re)?[a-z]+ed (?:back )?in $/
const OPENS = /^\s*(?:(?:In|By|During|Early|Late)\s+)?(?:(?:early|late|in|mid)[\s-]+)?$/
/** "the explosion of August 4, 2020": in news the date is the thing's. */
const NAMED =
  /\bthe (?!(?:\w+ )?(?:end|beginning|start|middle|night|evening|morning|early hours|afternoon)\b)[\w-]+(?: [\w-]+){0,3} of\s+$/i
/** "for the three months ended June 30": how far figures reach. */
const ENDED = /\b(?:months|weeks?|quarter|half|year|period) (?:ended|ending|to)(?: on)?\s+$/
/** "In the election of May 2018 voters ousted the party": what the sentence tells is of that date. */
const IN_NAMED = /^\s*(?:In|At|After|During|Following|With)\s+the\s+(?:[\w-]+ ){1,4}of\s+$/
const CLOSES = /^\.(?:\s|$)/

/** "The previous summer he had been crowned", "A month earlier the cabinet had fallen": what had been is told and left. */
const isFlashback = ({ meaning }: Found): boolean =>
  (meaning.kind === 'step' && meaning.step.from === 'story' && meaning.step.way < 0) ||
  (meaning.kind === 'calendar' && meaning.pick?.from === 'story' && meaning.pick.way < 0)

/** A year that only names something: "the 1951 Treaty", "the Geneva Conference of 1954". */
const isModifier = ({ lead, next }: Surroundings): boolean =>
  /\b(?:the|a|an|its|his|their|this|that|[A-Za-z]+['’]s)\s+$/i.test(lead) && /^\s+[\p{L}]/u.test(next)
    ? true
    : /\b(?:[A-Z]\w+|treaty|accord|agreement|pact|deal|convention|constitution|charter|law|act) of\s+$/.test(lead)
