import type { Timex } from '../../document.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { finiteOf, isPast, isPresent } from '../finite-verb.ts'
import { barsDate, isCutOff } from './bars-date.ts'
import { isOfStatementBefore } from './next-statement.ts'
import { ownerOfDate } from './owner-of-date.ts'
import { wayOfDate } from './way-of-date.ts'

/** A predicate by its head, with the light verb that carries it ("held talks"). */
export type Predicate = { readonly head: number; readonly light: number | null }

/** A time expression that dates a predicate, and how far it had to reach for it: 0 for its own. */
export type Attached = { readonly timex: Timex; readonly cost: number }

/**
 * The time expression that dates a predicate, nearest by grammar: a modifier of the predicate itself, of one that governs it, or of what stands below it
 * ("at the summit held in May"). Null where none reaches it. `news` is its day of publication, or null for a narrative: what lies after it dates no past tense.
 */
export const attachDate = (
  lexicon: Lexicon,
  tree: Tree,
  predicate: Predicate,
  predicates: ReadonlySet<number>,
  timexes: readonly Timex[],
  news: string | null,
): Attached | null => {
  const { head, light } = predicate
  const present = news !== null && isPresent(tree, finiteOf(tree, light ?? head))
  let best: Attached | null = null
  for (const timex of timexes) {
    if (timex.first === null || timex.type === 'DURATION' || timex.type === 'SET') continue
    const coarse = !/^(?:day|time)$/.test(timex.precision ?? '')
    const recent = RECENT.test(timex.text)
    const ahead = news !== null && (timex.first > news || TO_COME.test(timex.text))
    const past = news !== null && timex.last !== null && isOver(timex.last, news)
    if ((ahead && isPast(tree, head)) || barsDate(lexicon, tree, timex, head) || (isStep(timex) && isBehind(tree, head))) continue
    const owner = ownerOfDate(tree, timex, predicates)
    if (owner === null || (owner.confined && wordAt(tree, head).start < timex.start)) continue
    // "will strike from 25 July after rejecting an offer": what they come after is over by then.
    if (ahead && owner.head !== head && isBehind(tree, head)) continue
    const climb = isStep(timex) ? CLIMB_OF_STEP : CLIMB
    let cost = Number.POSITIVE_INFINITY
    for (const at of light === null ? [head] : [head, light]) {
      const { up, down } = wayOfDate(lexicon, tree, owner.head, at, predicates, { ahead, past, coarse, recent, present })
      if (up <= climb) cost = Math.min(cost, up + down)
    }
    if (cost <= REACH && isCutOff(tree, timex, head)) cost += SEMICOLON
    else if (cost <= REACH && timexes.length > 1 && isOfStatementBefore(tree, timex, head)) cost += STATEMENT
    if (cost <= REACH && (best === null || cost < best.cost || (cost === best.cost && isNearer(tree, head, timex, best.timex))))
      best = { timex, cost }
  }
  return best
}

const REACH = 14
/** How much of it may go upwards, out of what the date stands in. */
const CLIMB = 8
/** "… denounces the bargain, but accepts a truce the following July": a step onward is what the rest of the sentence is before. */
const CLIMB_OF_STEP = 3
const SEMICOLON = 5
/** "arrived in March, and when Ankara threatened to invade that June it was warned": what a statement of its own tells goes before. */
const STATEMENT = 2

const isOver = (last: string, news: string): boolean => Date.parse(news) - Date.parse(last) > DAYS_OF_NEWS * 86_400_000

const DAYS_OF_NEWS = 7

const RECENT = /^(?:last|this) (?:week|weekend|month)$/i

/** "talks planned for later this month": what is left of it. */
const TO_COME = /^later (?:this|in the) (?:week|month|year)$/i

const isStep = ({ text }: Timex): boolean => /\blater$|^the (?:following|next)\b/i.test(text)

/** "After talks in May": what a step onward starts from. */
const isBehind = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'case', 'mark').some((at) => /^after$/i.test(wordAt(tree, at).text))

/** Of two that reach as far: the one inside the other ("two months later, on November 24"), else the one that stands nearer. */
const isNearer = (tree: Tree, head: number, a: Timex, b: Timex): boolean => {
  if (isInside(a, b) || isInside(b, a)) return isInside(a, b)
  const { start } = wordAt(tree, head)
  return Math.abs(a.start - start) < Math.abs(b.start - start)
}

const isInside = ({ first, last }: Timex, outer: Timex): boolean =>
  first !== null &&
  last !== null &&
  outer.first !== null &&
  outer.last !== null &&
  first >= outer.first &&
  last <= outer.last &&
  (first > outer.first || last < outer.last)
