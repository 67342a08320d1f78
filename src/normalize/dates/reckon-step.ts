import type { Step, Unit } from '../../extract/dates/expression.ts'
import { civilOf } from './days.ts'
import { type Grain, type Period, periodAround, stepFrom } from './period.ts'
import { at, type Reckoned, valued } from './reckoned.ts'
import { lastNamed, type Mark } from './story.ts'
import type { Surroundings } from './surroundings.ts'
import { anchorAt, PUBLICATION, pointedAt, type World } from './world.ts'

/** The period at a distance from the moment of writing or from the date in hand: "yesterday", "two weeks later", "that month". */
export const reckonStep = (step: Step, around: Surroundings, world: World): Reckoned => {
  if (step.amount === null && !isSmall(step.unit)) return valued(step.way < 0 ? 'PAST_REF' : 'FUTURE_REF')
  const told = step.asTold ? lastNamed(world.story, 'year') : null
  if (told !== null) return at(told.period, anchorAt(told.source))
  const base = baseOf(step, around, world)
  if (base === null) return valued(step.unit === 'day' && step.from === 'speech' ? 'PRESENT_REF' : unknown(step))
  const { unit, amount } = inDays(step.unit, step.amount ?? 0)
  const grain = grainOf(unit)
  const coarse = base.mark !== null && isCoarser(base.mark.period.grain, grain)
  if (coarse) return inside((base.mark as Mark).period, grain, base.anchor)
  if (unit === 'weekend' && amount === 0) return at(weekendBy(base.day, around), base.anchor)
  const period = amount === 0 ? periodAround(base.day, grain) : stepFrom(base.day, grain, amount * (step.way < 0 ? -1 : 1))
  return at(period, base.anchor)
}

/** A day of a month that the story doesn't name: `1943-07-XX`. */
const inside = (period: Period, grain: Grain, anchor: string): Reckoned => {
  const open = grain === 'day' ? (period.grain === 'month' ? '-XX' : period.grain === 'year' ? '-XX-XX' : '') : ''
  return { ...at(period, anchor), value: period.value + open }
}

type Base = { readonly day: number; readonly anchor: string; readonly mark: Mark | null }

const baseOf = (step: Step, around: Surroundings, world: World): Base | null => {
  const { telling, publication, story } = world
  const inHand = step.from === 'either' && (telling === 'narrative' || tellsOtherYear(story, publication, around))
  const fromStory = step.from === 'story' || inHand || (telling === 'narrative' && around.quoted)
  if (telling === 'narrative' && step.from === 'speech' && step.unit === 'day' && step.amount === 0) return null
  const grain = grainOf(inDays(step.unit, step.amount ?? 0).unit)
  const told = step.amount === 0 || story.length === 0 ? pointedAt(world) : story
  const mark = fromStory ? nearest(told, grain) : null
  if (mark !== null) return { day: mark.period.first, anchor: anchorAt(mark.source), mark }
  return publication === null || (fromStory && telling === 'narrative' && story.length === 0 && step.amount !== 0)
    ? null
    : { day: publication, anchor: PUBLICATION, mark: null }
}

/** A section of news that is at another year than the one of publication. */
const tellsOtherYear = (story: World['story'], publication: number | null, { block }: Surroundings): boolean => {
  const last = story[0]
  return (
    last !== undefined &&
    publication !== null &&
    last.section === block?.section &&
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
const weekendBy = (day: number, { tense }: Surroundings): Period => {
  const own = periodAround(day, 'weekend')
  return tense() === 'future' || day >= own.first ? own : periodAround(day - 7, 'weekend')
}

const unknown = ({ unit }: Step): string | null =>
  unit === 'year' ? 'XXXX' : unit === 'month' ? 'XXXX-XX' : unit === 'week' ? 'XXXX-WXX' : unit === 'day' ? 'XXXX-XX-XX' : null
