import type { Timex } from '../../document.ts'
import { perTree, type Tree } from '../../extract/clauses/tree.ts'

/** Where a time expression stands among the words of its sentence: indices of words, -1 where there is none. */
export type Spot = {
  /** The words of the expression. */
  readonly inside: readonly number[]
  /** The first word that begins with it or behind its beginning. */
  readonly from: number
  /** The last word that ends before it. */
  readonly before: number
  /** The first word that begins behind it. */
  readonly behind: number
}

/** The spot of an expression; every predicate of its sentence asks for it. */
export const spotOfDate = perTree(({ words }, { start, end }: Timex): Spot => {
  const inside: number[] = []
  let [from, before, behind] = [-1, -1, -1]
  for (const word of words) {
    if (word.end <= start) before = word.index
    if (from < 0 && word.start >= start) from = word.index
    if (behind < 0 && word.start >= end) behind = word.index
    if (word.start < end && word.end > start) inside.push(word.index)
  }
  return { inside, from, before, behind }
})

/** Right behind the first word of its sentence, or two. */
export const isAtHead = (tree: Tree, timex: Timex): boolean => spotOfDate(tree, timex).from <= 2

/** One of the two words before the expression. */
export const hasBefore = (tree: Tree, timex: Timex, word: RegExp): boolean => {
  const { from } = spotOfDate(tree, timex)
  return word.test(tree.words[from - 1]?.text ?? '') || word.test(tree.words[from - 2]?.text ?? '')
}

/** The word before what leads an expression in: "…, late on Monday". */
export const leadOfDate = (tree: Tree, timex: Timex): number => {
  let at = spotOfDate(tree, timex).from - 1
  while (at >= 0 && LEADS.test(tree.words[at]?.text ?? '')) at--
  return at
}

const LEADS = /^(?:on|in|at|by|late|early|earlier|over|during)$/i
