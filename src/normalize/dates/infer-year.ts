import type { Block } from '../../document.ts'
import { civilOf } from './days.ts'
import type { Period } from './period.ts'
import { at, type Reckoned } from './reckoned.ts'
import { lastNamed, type Mark, type Story } from './story.ts'
import { isEntry, type Surroundings } from './surroundings.ts'
import { isPastBeside } from './tense-at.ts'
import { anchorAt, PUBLICATION, type World } from './world.ts'

/** How much farther ahead than behind a date may lie and still be taken: stories go forward, what news tells of the past more, and from entry to entry most of all. */
const FORWARD_BIAS = { narrative: 1.25, news: 1.5, entry: 4 }

/**
 * The year of a month, day or season that is named without one. News counts from publication, by tense; a narrative takes the one nearest to the last
 * date named, rather ahead of it than behind. `build` gives the period in a year, or null where there is no such day. Null where there is nothing to count from.
 */
export const inferYear = (build: (year: number) => Period | null, around: Surroundings, world: World): Reckoned | null => {
  const mark = markFor(build, around, world)
  if (mark !== null) {
    const period = nearStory(build, mark.period, around, world)
    return period && at(period, anchorAt(mark.source))
  }
  if (world.publication === null) return null
  const period = nearPublication(build, world.publication, around)
  return period && at(period, PUBLICATION)
}

/** The date to count from: always the story's in a narrative; in news only where the section tells of another year. */
const markFor = (build: (year: number) => Period | null, around: Surroundings, { telling, publication, story }: World): Mark | null => {
  if (/\brecently (?:as|on|in)\s+$/i.test(around.lead)) return null
  // An entry goes on from the heading or the entry before, not from what that mentions ("a journalist killed in 1998"), in a calendar of days to come, too.
  const entries = isEntry(around) ? story.filter(({ leads }) => leads === 'section' || leads === 'entry') : []
  const last = entries[0]
  if (last && publication !== null && last.period.first > publication) return last
  const mark =
    lastNamed(entries, 'year') ?? (telling === 'narrative' ? yearOfSection(build, around, story) : null) ?? lastNamed(story, 'year')
  if (telling === 'narrative' || mark === null || publication === null) return mark
  const ahead = civilOf(mark.period.first).year > civilOf(publication).year && isInSentence(mark, around)
  if (!ahead && (around.tense() === 'future' || PERFECT.test(around.before) || SET_FOR.test(around.lead))) return null
  const other = civilOf(mark.period.first).year !== civilOf(publication).year
  if (!other || mark.section !== around.block?.section) return null
  const past = civilOf(publication).year - civilOf(mark.period.first).year
  // What is named of years to come, and the quarters that figures are of, hold for their sentence.
  if (past < 0 || mark.period.grain === 'quarter') return isInSentence(mark, around) ? mark : null
  return mark.period.grain !== 'year' || isInSentence(mark, around) || (past >= YEARS_PAST && isTold(mark, around)) ? mark : null
}

/** Below a heading that names a year ("2023: Niger") what opens a sentence is of that year, as far as it goes on and no other was told since. */
const yearOfSection = (build: (year: number) => Period | null, { block, before }: Surroundings, story: Story): Mark | null => {
  if (!/^\s*(?:On|In|By)\s+$/.test(before)) return null
  const at = story.findIndex(({ leads, section, period }) => leads === 'section' && section === block?.section && period.grain === 'year')
  if (at < 0 || isHeading(block)) return null
  const heading = story[at] as Mark
  const { year } = civilOf(heading.period.first)
  const since = story.slice(0, at).filter(({ period }) => period.grain !== 'year')
  const last = build(year)?.last ?? heading.period.last
  return story.slice(0, at).every(({ period }) => civilOf(period.first).year === year) && since.every(({ period }) => period.first <= last)
    ? heading
    : null
}

const isHeading = (block: Block | null): boolean => block?.kind === 'heading'

/** "has borrowed heavily, signed an agreement in December": the perfect tells what is so by now. */
const PERFECT = /\b(?:has|have)\b(?:(?!\b(?:was|were|had|did|when|where|who|which|that|after|before|\d{4})\b)[^.;:])*$/

/** "raised its dividend from May 3": what takes effect. */
const OPENING = /\b(?:from|effective|as of|starting|beginning)\s+$/
/** "Elections had been set for May 29". */
const SET_FOR = /\b(?:set|fixed|called|planned|scheduled) for\s+$/

const YEARS_PAST = 2

/** "The worst came in 2011. Artillery duels in February …", or under the heading "1982". */
const isTold = ({ leads, source }: Mark, { block }: Surroundings): boolean =>
  leads === 'section' || ((leads === 'paragraph' || leads === 'entry') && block !== null && source.start >= block.start)

/** "warmed in 2000, when he visited the capital in June": the year stands just before, in the same sentence. */
const isInSentence = ({ period, source }: Mark, { before, start }: Surroundings): boolean =>
  before.replace(ASIDE, ',').includes(String(civilOf(period.first).year)) ||
  (source.start >= start - before.length && LAST_YEAR.test(before))

/** "Doumbouya, who seized power in 2021, changed his mind in September": what an aside tells of somebody is of no other time than its own. */
const ASIDE = /, (?:who|which|whose)\b[^,;:]*,/g

/** "Last year it took a charge in the second quarter", unless it only compares. */
const LAST_YEAR = /^\s*(?:(?:late|early|earlier|later) )?last year\b(?!['’]s)/i

const nearStory = (build: (year: number) => Period | null, anchor: Period, around: Surroundings, world: World): Period | null => {
  const { year } = civilOf(anchor.first)
  if (anchor.grain === 'year') return build(year)
  const bias = isLabel(around) ? FORWARD_BIAS.entry : FORWARD_BIAS[world.telling]
  const { publication } = world
  const planned = PLANNED.test(around.before)
  const past = !planned && around.tense() === 'past'
  // What is told as past has come by publication, and what an entry of a chronicle reveals by that entry's day.
  const isAhead = (p: Period): boolean =>
    past && ((publication !== null && p.first > publication) || (p.first > anchor.last && REVEALS.test(around.before)))
  const toCome = publication !== null && anchor.first > publication
  const way = isEntry(around) && !toCome ? wayOfEntries(world) : 0
  const back = way === 0 && isEntry(around) && !toCome && stepsBack(world)
  const isBack = (p: Period): boolean =>
    (planned && p.last < anchor.first) ||
    (way !== 0 && isAgainst(way, p, anchor, publication)) ||
    (back && publication !== null && p.first > publication)
  // "That September he won, and in April 1632 he crossed the river. He fell in November."
  const hasPassed = (p: Period): boolean =>
    world.telling === 'narrative' &&
    world.story.some(
      (mark) =>
        mark.period.last < p.first &&
        p.last < anchor.first &&
        mark.source.start >= (around.block?.start ?? 0) &&
        mark.period.grain !== 'year',
    )
  const cost = (p: Period): number =>
    isAhead(p) || isBack(p)
      ? Number.MAX_SAFE_INTEGER
      : p.last < anchor.first
        ? (anchor.first - p.first) * bias * (hasPassed(p) ? PASSED : 1)
        : Math.max(0, p.first - anchor.first)
  const found = best([build(year - 1), build(year), build(year + 1)], cost)
  const entry = yearOfEntry(around, world)
  // "2007 - In January …. In December …": an entry of a chronicle doesn't go back behind its own year.
  return found !== null && entry !== null && civilOf(found.first).year < entry ? (build(entry) ?? found) : found
}

/** Whether most entries of a chronology go on from the one before (1), back (-1) or nobody knows (0): one that slips a few days back tells nothing. */
const wayOfEntries = ({ story }: World): -1 | 0 | 1 => {
  const days = story.filter(({ leads }) => leads === 'entry').map(({ period }) => period.first)
  const steps = days.slice(1).map((before, i) => (days[i] as number) - before)
  const on = steps.filter((step) => step > 0).length
  const back = steps.filter((step) => step < 0)
  if (on === 0) return back.length > 1 || back.some((step) => step < -DAYS_OF_DISORDER) ? -1 : 0
  return on >= back.length ? 1 : -1
}

/** Of two entries so far the second, by a slip or because they go back: at any rate they tell of what was. */
const stepsBack = ({ story }: World): boolean => {
  const [last, before] = story.filter(({ leads }) => leads === 'entry')
  return last !== undefined && before !== undefined && last.period.first < before.period.first
}

/** How much dearer a date is that the paragraph has passed over. */
const PASSED = 1.5
const DAYS_OF_DISORDER = 31

/** "March 27, 2004 - …", "November 4 - …": farther against the order of the entries than by a slip. */
const isAgainst = (way: -1 | 1, p: Period, anchor: Period, publication: number | null): boolean =>
  way > 0
    ? p.last < anchor.first - DAYS_OF_DISORDER
    : p.first > anchor.last + DAYS_OF_DISORDER || (publication !== null && p.first > publication)

/** A date that stands before what it dates, or above it. */
const isLabel = (around: Surroundings): boolean => isEntry(around) || isHeading(around.block)

/** The year that opens the entry of a chronicle ("2007 - …"), unless another was named since. */
const yearOfEntry = ({ block }: Surroundings, { telling, story }: World): number | null => {
  if (telling !== 'narrative' || block === null) return null
  const at = story.findIndex(({ period, source }) => period.grain === 'year' && source.start === block.start)
  if (at < 0) return null
  const { year } = civilOf((story[at] as Mark).period.first)
  return story.slice(0, at).every((mark) => civilOf(mark.period.first).year === year) ? year : null
}

/** "announces that elections are to be held on October 11". */
const PLANNED = /\b(?:(?:is|are) (?:due |set |scheduled )?to|will) (?:be )?\w+ (?:on|in|by) $/

/** "reveals that it expelled four officers in April". */
const REVEALS = /\b(?:says|reveals|announces|admits|confirms|acknowledges|discloses|reports|finds|concludes) that\b[^.;]*$/

const DAYS_AHEAD = 30
/** "six days before the election of Nov. 6, both broke off": of what is a year gone the writer would have told the year, unless the verb that it goes with is past. */
const DAYS_SOON = 60
const DAYS_LONG = 290

/** "hinted at a cut before Christmas". */
const AHEAD_OF = /\b(?:before|by|until)\s+$/
const HOLIDAY = /^(?:Christmas|Thanksgiving|Easter|New Year)/
const DAYS_TO_HOLIDAY = 150

const nearPublication = (build: (year: number) => Period | null, publication: number, around: Surroundings): Period | null => {
  const { tense, own, isOfViolence } = around
  const { year } = civilOf(publication)
  const candidates = [build(year - 1), build(year), build(year + 1)]
  // "at the end of May", said early in May, was last year's.
  const reached = (p: Period): boolean => (/^(?:the |at the )?(?:end of|late)\b/i.test(own) ? p.last : p.first) <= publication
  if ((AHEAD_OF.test(around.lead) && HOLIDAY.test(own)) || SET_FOR.test(around.lead)) {
    const coming = candidates.find((p) => p !== null && p.first > publication && p.first <= publication + DAYS_TO_HOLIDAY)
    if (coming) return coming
  }
  if (tense() === 'past') {
    const last = best(candidates, (p) => (reached(p) ? publication - p.first : 10_000))
    const soon = candidates.find(
      (p) => (p?.grain === 'day' || p?.grain === 'month') && p.first > publication && p.first <= publication + DAYS_SOON,
    )
    const open = SET_FOR.test(around.lead) || OPENING.test(around.lead) || !isPastBeside(around.before, around.next)
    return soon && last && last.first < publication - DAYS_LONG && open && !isOfViolence() ? soon : last
  }
  if (tense() === 'future') return best(candidates, (p) => (p.last >= publication ? p.last - publication : 10_000 + publication - p.last))
  // A calendar of what is to come opens with the next days; else entries tell what was.
  if (isLabel(around)) return best(candidates, (p) => (p.first > publication + DAYS_AHEAD ? 10_000 : Math.abs(publication - p.first)))
  return best(candidates, (p) => (p.first > publication ? p.first - publication : p.last < publication ? publication - p.last : 0))
}

const best = (candidates: readonly (Period | null)[], cost: (period: Period) => number): Period | null =>
  candidates.reduce<Period | null>((found, next) => (next && (found === null || cost(next) < cost(found)) ? next : found), null)
