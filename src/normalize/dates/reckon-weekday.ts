import { weekdayOf } from './days.ts'
import { dayPeriod } from './period.ts'
import { at, type Reckoned, valued } from './reckoned.ts'
import { lastNamed, type Mark } from './story.ts'
import type { Surroundings } from './surroundings.ts'
import { anchorAt, PUBLICATION, type World } from './world.ts'

type Pick = { readonly from: 'speech' | 'story' | 'either'; readonly way: -1 | 0 | 1; readonly weeks?: number } | null

/**
 * The day of a weekday. In news the last one on or before publication, or the next one where the tense says so; in a narrative that has named a day, the first
 * one from that day on, until it has come to the days of its publication.
 */
export const reckonWeekday = (weekday: number, pick: Pick, around: Surroundings, world: World): Reckoned => {
  const { publication, telling, story } = world
  const told = pick === null && telling === 'news' ? weekdayOfStory(weekday, around, world) : null
  if (told !== null) return told
  const named = lastNamed(story, 'day')
  const inHand = pick === null && telling === 'narrative' && !hasCome(named, around, world) && !isToCome(around)
  const mark = named !== null && (pick?.from === 'story' || inHand) ? named : null
  if (mark !== null) {
    const day = mark.period.first
    const way = pick?.way ?? 1
    const found =
      pick === null
        ? onOrAfter(day, weekday)
        : way > 0
          ? onOrAfter(day + 1, weekday)
          : way < 0
            ? onOrBefore(day - 1, weekday)
            : onOrBefore(day, weekday)
    return at(dayPeriod(found + weeksOf(pick)), anchorAt(mark.source))
  }
  if (publication === null) return valued(`XXXX-WXX-${weekday}`)
  const future = pick === null || pick.way === 0 ? isCalledFor(around.before) || around.tense() === 'future' : pick.way > 0
  // "next Thursday" on a Wednesday isn't tomorrow, but "this coming Thursday" is.
  const least = /\b(?:last|next)\b/i.test(around.own) ? 2 : 1
  const found = future
    ? onOrAfter(publication + (pick !== null && pick.way > 0 ? least : 0), weekday)
    : onOrBefore(publication - (pick !== null && pick.way < 0 ? least : 0), weekday)
  return at(dayPeriod(found + weeksOf(pick)), PUBLICATION)
}

/** "A week later he gave a warning. Troops moved in on the Wednesday": with an article and without a noun behind it, it is of the days that the paragraph tells of. */
const weekdayOfStory = (weekday: number, { lead, own, next, block }: Surroundings, { publication, story }: World): Reckoned | null => {
  const mark =
    (/\bthe\s+$/i.test(lead) || /\bon the \w+day$/i.test(own)) && /^(?:[.,;]| (?:and|but|that|before|after)\b)/.test(next)
      ? lastNamed(story, 'week')
      : null
  if (mark === null || block === null || mark.source.start < block.start || publication === null) return null
  const { grain, first } = mark.period
  if (first >= publication - DAYS_OF_WEEK) return null
  return at(dayPeriod(onOrAfter(grain === 'week' ? first : first + 1, weekday)), anchorAt(mark.source))
}

const DAYS_OF_WEEK = 7

/** "Friday's summit will discuss a merger": what the writer looks ahead to, whatever the story has come to. */
const isToCome = ({ before, next, quoted }: Surroundings): boolean =>
  !quoted &&
  (/^['’]s? (?:[\w-]+ ){1,4}(?:will|(?:is|are) (?:to|due|expected))\b/.test(next) ||
    /\b(?:will|(?:is|are) (?:to|due|expected)) [^.;:,]*$/.test(before))

/** The days that "two Sundays ago" lies beyond the last Sunday. */
const weeksOf = (pick: Pick): number => (pick?.weeks ?? 0) * 7 * (pick?.way ?? 0)

/** "called a general strike for Monday", "arrested three before elections on Sunday": what is called or set for a day, or has cast its shadow, is to come. */
const isCalledFor = (before: string): boolean => CALLED.test(before) || (BEFORE.test(before) && !/\bhad\b/.test(before))
/** But "hours before the vote on Sunday", "a day before it" count from one that is over, as "days before" need not. */
const BEFORE =
  /(?<!\b(?:hours?|minutes?|day|week|month|year) )\b(?:before|in the run-up to|in advance of) (?:an? |the |its |their )?(?:[a-z]+ ){0,2}(?:election|poll|vote|referendum|run-?off|ballot|summit|inauguration)s?(?: in [A-Z]\w+)? on $/
const CALLED =
  /\b(?:call|announc|declar|schedul|plan|convok|convene|set|fix)(?:e?[sd]|n?ed|l?ed|ing)?\b(?! off)[^.;:]*\b(?:strike|hartal|bandh|shutdown|blockade|march|protest|rally|rallies|demonstration|procession|election|poll|referendum|vote|session|meeting|summit|talks|hearing|run-?off|stoppage|walkout|sit-in)s? for $/i

const onOrBefore = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7)
const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7)

const DAYS_OF_NOW = 31

/** Whether a narrative has come to the weeks of its publication, and the paragraph names no day: "On Wednesday the rifles were returned", under "February". */
const hasCome = (named: Mark | null, { block }: Surroundings, { publication, story }: World): boolean => {
  if (publication === null || named === null || block === null || named.source.start >= block.start) return false
  return story.some(({ period }) => period.first <= publication && period.last >= publication - DAYS_OF_NOW)
}
