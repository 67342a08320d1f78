import type { Step, Unit } from '../../extract/dates/expression.ts'
import { civilOf } from './days.ts'
import { endedPeriod } from './ended-period.ts'
import { isInHand } from './in-hand.ts'
import { type Grain, type Period, periodAround, stepFrom } from './period.ts'
import { at, type Reckoned, valued } from './reckoned.ts'
import { lastNamed, type Mark, type Story } from './story.ts'
import type { Surroundings } from './surroundings.ts'
import { anchorAt, PUBLICATION, pointedAt, type World } from './world.ts'

/** The period at a distance from the moment of writing or from the date in hand: "yesterday", "two weeks later", "that month". */
export const reckonStep = (step: Step, around: Surroundings, world: World): Reckoned => {
  if (step.amount === null && !isSmall(step.unit)) return valued(step.way < 0 ? 'PAST_REF' : 'FUTURE_REF')
  const told = step.asTold ? lastNamed(sofar(step, world.story, world, around), 'year') : null
  if (told !== null) return at(told.period, anchorAt(told.source))
  const ended = step.amount === 0 && world.publication !== null ? endedPeriod(grainOf(step.unit), around.next, world.publication) : null
  if (ended !== null) return at(ended, PUBLICATION)
  if (step.reported !== undefined) return reportedQuarter(step, world)
  const base = baseOf(step, around, world)
  if (base === null) return valued(step.unit === 'day' && step.from === 'speech' ? 'PRESENT_REF' : unknown(step))
  const { unit, amount } = inDays(step.unit, step.amount ?? 0)
  const grain = grainOf(unit)
  const coarse = base.mark !== null && isCoarser(base.mark.period.grain, grain)
  if (coarse) return inside((base.mark as Mark).period, grain, base.anchor)
  if (unit === 'weekend' && amount === 0) return at(weekendBy(base.day, around), base.anchor)
  const clock = step.amount === null || !isSmall(step.unit) ? null : clockOf(step, base, world.publication)
  if (clock !== null) return clock
  const period = amount === 0 ? periodAround(base.day, grain) : stepFrom(base.day, grain, amount * (step.way < 0 ? -1 : 1))
  return at(period, base.anchor)
}

const MINUTES: Partial<Readonly<Record<Unit, number>>> = { hour: 60, minute: 1 }
const DAY = 24 * 60

/** "At 10:50 shells hit the station. Two hours later …": the clock goes on, past midnight, too. */
const clockOf = ({ unit, amount, way }: Step, { mark, anchor }: Base, publication: number | null): Reckoned | null => {
  const [said, minutes] = (mark?.time ?? '').split(':').map(Number)
  // The midnight of today that is over is the one that began it.
  const hours = said === DAY / 60 && mark?.period.first === publication ? 0 : said
  const length = MINUTES[unit]
  if (mark === null || minutes === undefined || hours === undefined || length === undefined) return null
  const later = hours * 60 + minutes + Math.round((amount ?? 0) * length) * (way < 0 ? -1 : 1)
  const { first, ...day } = periodAround(mark.period.first + Math.floor(later / DAY), 'day')
  const two = (n: number): string => String(n).padStart(2, '0')
  const rest = ((later % DAY) + DAY) % DAY
  return { ...at({ first, ...day }, anchor), value: `${day.value}T${two(Math.floor(rest / 60))}:${two(rest % 60)}` }
}

const DAYS_TO_GO = 14

/** So many quarters from the one that is reported on: the latest one named that is over, whatever it was compared with, else the last one before publication. */
const reportedQuarter = (step: Step, { publication, story }: World): Reckoned => {
  const named = story.filter(({ period }) => period.grain === 'quarter')
  const over = named.filter(({ period }) => publication === null || period.last <= publication + DAYS_TO_GO)
  const mark = over.reduce<Mark | undefined>((last, next) => (last && last.period.first >= next.period.first ? last : next), undefined)
  if (mark === undefined && publication === null) return valued('XXXX-QX')
  if (mark === undefined && step.reported === 'or-year') return at(stepFrom(publication as number, 'year', -1), PUBLICATION)
  const reported = mark?.period ?? stepFrom(publication as number, 'quarter', -1)
  const anchor = mark === undefined ? PUBLICATION : anchorAt(mark.source)
  return at(step.amount === 0 ? reported : stepFrom(reported.first, 'quarter', (step.amount ?? 0) * step.way), anchor)
}

/** A day of a month that the story doesn't name: `1943-07-XX`. */
const inside = (period: Period, grain: Grain, anchor: string): Reckoned => {
  const open = grain === 'day' ? (period.grain === 'month' ? '-XX' : period.grain === 'year' ? '-XX-XX' : '') : ''
  return { ...at(period, anchor), value: period.value + open }
}

type Base = { readonly day: number; readonly anchor: string; readonly mark: Mark | null }

const baseOf = (step: Step, around: Surroundings, world: World): Base | null => {
  const { telling, publication, story } = world
  const inHand =
    step.from === 'either' &&
    (telling === 'narrative' ||
      tellsOtherYear(step, story, publication, around) ||
      tellsOfDay(step, story, publication, around) ||
      tellsOfMonth(step, story, publication, around))
  const fromStory = step.from === 'story' || inHand || (telling === 'narrative' && around.quoted)
  if (telling === 'narrative' && step.from === 'speech' && step.unit === 'day' && step.amount === 0) return null
  const grain = grainOf(inDays(step.unit, step.amount ?? 0).unit)
  const named = step.amount === 0 || story.length === 0 ? pointedAt(world) : story
  const told = fromStory ? sofar(step, named, world, around) : named
  const near = fromStory ? nearest(told, grain) : null
  // In news no day is counted from a mere week or year ("founded in 2004. A day earlier …").
  const vague =
    near !== null &&
    telling === 'news' &&
    grain === 'day' &&
    near.period.grain !== 'day' &&
    near.period.grain !== 'month' &&
    !isOnward(step, near, around, publication)
  const mark = vague && publication !== null ? null : near
  if (mark !== null) return { day: mark.period.first, anchor: anchorAt(mark.source), mark }
  return publication === null || (fromStory && telling === 'narrative' && story.length === 0 && step.amount !== 0)
    ? null
    : { day: publication, anchor: PUBLICATION, mark: null }
}

/** "In 2008 tanks moved to the border; a week later hands were shaken": a step onward from a year that the paragraph has just told, and that is over. */
const isOnward = (step: Step, { period, source }: Mark, { block }: Surroundings, publication: number | null): boolean =>
  step.way > 0 &&
  /^(?:year|season)$/.test(period.grain) &&
  block !== null &&
  source.start >= block.start &&
  publication !== null &&
  period.last < publication

/** In news what was, was by publication, and what followed a day or "the time" before: "a hearing is set for August; he was 22 at the time". */
const sofar = (step: Step, story: Story, { telling, publication }: World, { tense }: Surroundings): Story => {
  if (telling !== 'news' || publication === null) return story
  const end = step.asTold || (step.way > 0 && !isSmall(step.unit)) ? publication : publication + 1
  return story.some(({ period }) => period.first >= end) && tense() === 'past' ? story.filter(({ period }) => period.first < end) : story
}

/** "earlier in the day", "for most of the day": of the day that the paragraph or the one before tells of. */
const tellsOfDay = ({ unit, amount }: Step, story: Story, publication: number | null, around: Surroundings): boolean => {
  if (unit !== 'day' || amount !== 0 || !/\bday$/i.test(around.own)) return false
  const last = lastNamed(story, 'day')
  return last !== null && isInHand(last, true, around, publication)
}

/** "fighting spread in late September, when the town fell on the 27th": of the month that the paragraph has just named. */
const tellsOfMonth = ({ unit, amount }: Step, [last]: Story, publication: number | null, { block, own }: Surroundings): boolean => {
  if (unit !== 'month' || amount !== 0 || !/\bthe \d+/i.test(own)) return false
  if (last === undefined || publication === null || block === null || last.source.start < block.start) return false
  const { grain, first } = last.period
  return first <= publication && (grain === 'month' || (grain === 'day' && civilOf(first).month !== civilOf(publication).month))
}

/** A section of news that is at another year than the one of publication; for a day or night ("overnight") a paragraph. */
const tellsOtherYear = ({ unit }: Step, story: Story, publication: number | null, { block, own }: Surroundings): boolean => {
  const last = story[0]
  return (
    last !== undefined &&
    publication !== null &&
    last.section === block?.section &&
    ((unit !== 'day' && !/^year[ -]?end$/i.test(own)) || last.source.start >= block.start) &&
    civilOf(last.period.first).year !== civilOf(publication).year
  )
}

/** The last date named that is fine enough to count from, unless coarser ones have passed it by; then the last one of all. */
const nearest = (story: World['story'], grain: Grain): Mark | null => {
  const fine = lastNamed(story, grain)
  const last = lastNamed(story, 'year')
  const later = last !== null && fine !== null && last.period.first > fine.period.last
  return fine !== null && story.indexOf(fine) < 3 && !later ? fine : (last ?? fine)
}

const ORDER: readonly Grain[] = ['day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century', 'millennium']
const isCoarser = (a: Grain, b: Grain): boolean => ORDER.indexOf(a) > ORDER.indexOf(b)

const isSmall = (unit: Unit): boolean => unit === 'hour' || unit === 'minute' || unit === 'second'

const FINER: Partial<Readonly<Record<Unit, readonly [number, Unit]>>> = {
  year: [12, 'month'],
  decade: [10, 'year'],
  century: [100, 'year'],
  week: [7, 'day'],
}

/** Hours are counted in whole days, which is as fine as a story's dates are; half a year in months. */
const inDays = (unit: Unit, amount: number): { readonly unit: Unit; readonly amount: number } =>
  unit === 'hour'
    ? { unit: 'day', amount: Math.floor(amount / 24) }
    : unit === 'minute' || unit === 'second'
      ? { unit: 'day', amount: 0 }
      : Number.isInteger(amount) || !FINER[unit]
        ? { unit, amount }
        : { unit: FINER[unit][1], amount: Math.round(amount * FINER[unit][0]) }

const grainOf = (unit: Unit): Grain => (unit === 'night' || unit === 'hour' || unit === 'minute' || unit === 'second' ? 'day' : unit)

/** "the weekend": the last one, or where the tense says so the coming one. */
const weekendBy = (day: number, { tense, own: words, lead }: Surroundings): Period => {
  const own = periodAround(day, 'weekend')
  // "this weekend", said from Wednesday on, is the coming one, unless what was done then is told; "talks set for this weekend" are to come.
  const coming = /^this weekend$/i.test(words) && day >= own.first - DAYS_TO_WEEKEND && (/\bfor $/.test(lead) || tense() !== 'past')
  return coming || tense() === 'future' || day >= own.first ? own : periodAround(day - 7, 'weekend')
}

const DAYS_TO_WEEKEND = 3

const unknown = ({ unit }: Step): string | null =>
  unit === 'year' ? 'XXXX' : unit === 'month' ? 'XXXX-XX' : unit === 'week' ? 'XXXX-WXX' : unit === 'day' ? 'XXXX-XX-XX' : null
