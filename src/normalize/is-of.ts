import { namesOf } from '../extract/acts/names-of.ts'
import { type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'

/** Whether a word of a sentence is of a class. */
export const isOf = (lexicon: Lexicon, tree: Tree, at: number, id: string): boolean =>
  isOfClass(lexicon, wordAt(tree, at).lemma.toLowerCase(), id)

/** Whether the word that a word hangs on is of a class. */
export const isAbove = (tree: Tree, at: number, lexicon: Lexicon, id: string): boolean => {
  const { head } = wordAt(tree, at)
  return head >= 0 && isOf(lexicon, tree, head, id)
}

/** The same of a word with what stands before it: a "tennis star", a "video game". */
export const isNamedOf = (lexicon: Lexicon, tree: Tree, at: number, id: string): boolean =>
  namesOf(tree, at, lexicon).some((name) => isOfClass(lexicon, name, id))
