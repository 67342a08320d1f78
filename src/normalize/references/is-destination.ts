import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'

/** "on a plane to Chad", "aboard a ferry from Chad", "on the way to Chad": where somebody travels to or from. */
export const isDestination = (lexicon: Lexicon, tree: Tree, head: number): boolean => {
  const vehicle = wordAt(tree, head).head
  return (
    vehicle >= 0 &&
    /^(to|from|for)$/.test(preposition(tree, head)) &&
    isOfClass(lexicon, wordAt(tree, vehicle).lemma, 'on-the-way') &&
    /^(on|aboard|by|in|onto)$/.test(preposition(tree, vehicle))
  )
}
