import type { Timex } from '../../document.ts'
import { hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isPast } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'
import { spotOfDate } from './spot-of-date.ts'

/**
 * "It was ignored: on Thursday looters burned a bank", "Paris struck back: in June jets bombed the port": the day or month that what follows a colon begins with, for
 * the statement that it spells out. Null for what stands in another tense than the past, where what
 * follows had been before, and for words: "Netanyahu warned Iran: in March Israel killed its general" tells what was said, not when.
 */
export const behindColon = (lexicon: Lexicon, tree: Tree, timexes: readonly Timex[], head: number): Timex | null => {
  if (timexes.length === 0 || !isMain(tree, head) || !isPast(tree, head) || isOf(lexicon, tree, head, 'speaking')) return null
  const colon = tree.words.findIndex((w) => w.text === ':')
  if (colon <= head || tree.words.some((w) => w.index > colon && HAD.test(w.text))) return null
  return timexes.find((t) => SPELT.test(t.precision ?? '') && !STEP.test(t.text) && startsBehind(tree, t, colon)) ?? null
}

const SPELT = /^(?:day|time|month)$/
/** "to no effect: three days later he was sworn in": what came of it. */
const STEP = /\b(?:later|after|afterwards?|next|following|earlier|before)\b/i
const HAD = /^had$/i
const LEADS = /^(?:on|in|at|early|late)$/i

const isMain = (tree: Tree, at: number): boolean =>
  wordAt(tree, at).head < 0 || (hangsBy(tree, at, 'conj') && wordAt(tree, wordAt(tree, at).head).head < 0)

/** Nothing but prepositions stand between. */
const startsBehind = (tree: Tree, timex: Timex, colon: number): boolean => {
  const { from } = spotOfDate(tree, timex)
  return from > colon && tree.words.slice(colon + 1, from).every((w) => LEADS.test(w.text))
}
