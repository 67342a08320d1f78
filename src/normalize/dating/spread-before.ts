import type { EventDate, Timex } from '../../document.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { civilOf, isoDate, readIsoDate } from '../dates/days.ts'
import { monthPeriod, type Period, yearPeriod } from '../dates/period.ts'
import { spotOfDate } from './spot-of-date.ts'

/**
 * The date of what had gone on or happened before what an expression dates: "after two weeks of talks on Saturday" tells only the month of the talks, "after months
 * of mediation on 22 July" the year; "after it had tightened controls" is as far back as nobody says. Any other predicate's date as it is.
 */
export const spreadBefore = (tree: Tree, timex: Timex, head: number, date: EventDate): EventDate => {
  if (isWithin(tree, timex, head)) return date
  const stretch = stretchOf(tree, head)
  const reach = stretch ?? (hadHappened(tree, head) ? (isSoonAfter(tree, head) ? 'days' : 'weeks') : null)
  const first = readIsoDate(date.start)
  if (reach === null || first === null) return date
  const { year, month, day } = civilOf(first)
  // Weeks before the second of May lay in April mostly: its month tells less than its day.
  if (stretch === 'weeks' && date.precision === 'day' && day < MID_MONTH) return date
  if (date.precision === 'day' && reach !== 'months') return put(date, monthPeriod(year, month), 'month')
  if (/^(?:day|month)$/.test(date.precision) && reach !== 'days') return put(date, yearPeriod(year), 'year')
  return date
}

const MID_MONTH = 15

/** Whether the expression stands in the predicate's own phrase. */
const isWithin = (tree: Tree, timex: Timex, head: number): boolean =>
  spotOfDate(tree, timex).inside.some((at) => at === head || ancestors(tree, at).includes(head))

/** How far it may reach back: a month within itself, weeks into the month before, months into the year before. */
type Reach = 'days' | 'weeks' | 'months'

const REACH: Readonly<Record<string, Reach>> = {
  days: 'days',
  week: 'days',
  weeks: 'weeks',
  month: 'days',
  months: 'months',
  year: 'months',
  years: 'months',
}

/** "after two weeks of talks", "after wrangling for a month". */
const stretchOf = (tree: Tree, head: number): Reach | null => {
  const over = wordAt(tree, head).head
  const noun = hangsBy(tree, head, 'nmod') && hasCase(tree, head, /^of$/i) ? over : null
  const how = noun !== null && hasCase(tree, noun, AFTER) ? noun : isAfter(tree, head) ? lengthOf(tree, head) : null
  return how === null ? null : (REACH[wordAt(tree, how).text.toLowerCase()] ?? null)
}

const lengthOf = (tree: Tree, verb: number): number | null =>
  dependents(tree, verb, 'obl').find((at) => hasCase(tree, at, /^for$/i)) ?? null

/** "after he had ignored a ruling", "after having besieged it". */
const hadHappened = (tree: Tree, verb: number): boolean =>
  isAfter(tree, verb) && dependents(tree, verb, 'aux').some((at) => /^(?:had|having|has|have)$/i.test(wordAt(tree, at).text))

/** "days after he had resigned". */
const isSoonAfter = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'mark').some((at) => /^(?:hours|days)$/i.test(tree.words[at - 1]?.text ?? ''))

const AFTER = /^(?:after|following)$/i

const isAfter = (tree: Tree, verb: number): boolean =>
  hangsBy(tree, verb, 'advcl') && dependents(tree, verb, 'mark').some((at) => AFTER.test(wordAt(tree, at).text))

const hasCase = (tree: Tree, at: number, words: RegExp): boolean =>
  dependents(tree, at, 'case').some((c) => words.test(wordAt(tree, c).text))

const put = ({ basis, span }: EventDate, { value, first, last }: Period, precision: 'month' | 'year'): EventDate => ({
  value,
  start: isoDate(first),
  end: isoDate(last),
  precision,
  basis,
  span,
})
