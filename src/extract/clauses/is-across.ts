import { preposition } from './noun-phrase.ts'
import { type Tree, wordAt } from './tree.ts'

/** "near the border with Chad", "along the frontier with Chad": whose border it is tells where. */
export const isAcross = (tree: Tree, head: number): boolean => {
  const border = wordAt(tree, head).head
  return (
    border >= 0 &&
    preposition(tree, head) === 'with' &&
    /^(border|frontier|boundary)$/i.test(wordAt(tree, border).lemma) &&
    /^(near|on|along|at|across|from|over|in)$/i.test(preposition(tree, border))
  )
}
