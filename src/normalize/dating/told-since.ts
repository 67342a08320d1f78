import type { Timex } from '../../document.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isPerfect } from '../finite-verb.ts'
import { hasBefore, isAtHead, spotOfDate } from './spot-of-date.ts'

// What hasn't happened since 2019 didn't happen then.
const SINCE = /^since$/i
const MOST = /^(?:first|worst|only|latest|biggest|largest|deadliest|bloodiest|fiercest|heaviest|greatest|highest)$/i

/** Whether "since" keeps an expression from dating a predicate: what it tells is how long something has gone on, or how far back nothing was like it. */
export const isBarredSince = (tree: Tree, timex: Timex, head: number): boolean =>
  (hasBefore(tree, timex, SINCE) &&
    !isToldOf(tree, timex, head) &&
    !hasGoneOn(tree, timex, head) &&
    !isBesideOngoing(tree, timex, head) &&
    !isOfItsNoun(tree, timex, head)) ||
  isSinceClause(tree, timex, head) ||
  isOfFirst(tree, timex, head)

/** "killed five in the first attack since talks were launched on Thursday": another day. */
const isOfFirst = (tree: Tree, timex: Timex, head: number): boolean => {
  const since = tree.words.findLast((w) => w.end <= timex.start && SINCE.test(w.text))
  if (since === undefined || since.index <= head) return false
  const between = tree.words.slice(head + 1, since.index)
  return between.some((w) => MOST.test(w.text)) && !tree.words.some((w) => w.index > since.index && w.end <= timex.start && w.text === ',')
}

/** "recalled its envoy on Monday and has since expelled two diplomats": later than what was told before, and by the day of writing. */
export const hasSince = (tree: Tree, head: number): boolean => {
  const aux = dependents(tree, head, 'aux').find((at) => /^(?:has|have|['’]ve)$/i.test(wordAt(tree, at).text))
  return aux !== undefined && tree.words.some((w) => w.index > aux && w.index < head && SINCE.test(w.text))
}

/** "have fought since 1983", "since 1983 the two have fought": what has gone on began then. */
const hasGoneOn = (tree: Tree, timex: Timex, head: number): boolean => {
  const { start } = timex
  const { start: at } = wordAt(tree, head)
  const had =
    dependents(tree, head, 'aux').some((aux) => /^had$/i.test(wordAt(tree, aux).text)) && !tree.words.some((w) => MOST.test(w.text))
  if (at > start) return isAtHead(tree, timex) && wordAt(tree, head).head < 0 && isPerfect(tree, head)
  return at < start && (had || isPerfect(tree, head)) && !tree.words.some((w) => w.start > at && w.start < start && w.upos === 'VERB')
}

/** "had been living there since December, saying that he was persecuted", "has camped there since May, demanding a vote": what went along with it. */
const isBesideOngoing = (tree: Tree, timex: Timex, head: number): boolean => {
  const over = wordAt(tree, head).head
  if (over < 0 || head < over) return false
  if (hangsBy(tree, head, 'ccomp')) return isBesideOngoing(tree, timex, over)
  // In "awarded a strip that Libya has held since 1973, rejecting its claim" parses hang it too low.
  if (wordAt(tree, over).head >= 0 || wordAt(tree, head).start < timex.end) return false
  return hangsBy(tree, head, 'advcl') && /ing$/i.test(wordAt(tree, head).text) && hasGoneOn(tree, timex, over)
}

/** "Thursday's blast was the worst since the truce was signed": not of the day that the sentence tells of, but as far back as nobody says. */
const isSinceClause = (tree: Tree, timex: Timex, head: number): boolean => {
  const since = sinceOfLongest(tree, head)
  return since !== null && timex.start < wordAt(tree, since).start
}

/** The "since" of a clause in which a word stands, where it tells how far back nothing was like what the sentence tells of; else null. */
export const sinceOfLongest = (tree: Tree, head: number): number | null => {
  const clause = [head, ...ancestors(tree, head)].find((at) => hangsBy(tree, at, 'advcl'))
  const since = clause === undefined ? undefined : dependents(tree, clause, 'mark').find((m) => SINCE.test(wordAt(tree, m).text))
  return since !== undefined && tree.words.some((w) => w.index < since && MOST.test(w.text)) ? since : null
}

/** "since 2019, when gunmen killed 20", "until 2024, when Israel bombed the city": the killing is of that time. */
export const isToldOf = (tree: Tree, timex: Timex, head: number): boolean => {
  const next = tree.words.find((w) => w.start >= timex.end && w.text !== ',')
  return next !== undefined && /^when$/i.test(next.text) && head > next.index
}

/** "since Thursday, when he was sentenced": a day or month that is told of. */
export const isSinceWhen = (tree: Tree, timex: Timex): boolean => {
  const { behind } = spotOfDate(tree, timex)
  const next = tree.words[behind]?.text === ',' ? behind + 1 : behind
  return /^(?:day|time|month)$/.test(timex.precision ?? '') && /^when$/i.test(tree.words[next]?.text ?? '') && hasBefore(tree, timex, SINCE)
}

/** "the first vote since a March 2013 coup": the coup is of that time. */
const isOfItsNoun = (tree: Tree, timex: Timex, head: number): boolean => {
  const { inside } = spotOfDate(tree, timex)
  const anchor = inside.find((at) => !inside.includes(wordAt(tree, at).head))
  return anchor !== undefined && wordAt(tree, anchor).head === head && anchor < head && wordAt(tree, head).upos === 'NOUN'
}
