import { preposition } from './noun-phrase.ts'
import { type Tree, wordAt } from './tree.ts'

/** "near the border with Chad", "along the Chadian frontier" (the head of the phrase): whose border it is tells where. */
export const isAcross = (tree: Tree, head: number): boolean => {
  if (isAtBorder(tree, head)) return true
  const border = wordAt(tree, head).head
  return border >= 0 && preposition(tree, head) === 'with' && isAtBorder(tree, border)
}

const isAtBorder = (tree: Tree, head: number): boolean =>
  /^(border|frontier|boundary)$/i.test(wordAt(tree, head).lemma) &&
  /^(near|on|along|at|across|from|over|in)$/i.test(preposition(tree, head))
