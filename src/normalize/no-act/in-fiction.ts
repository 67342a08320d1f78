import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isNamedOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

/** "In the film, a spy kidnaps the president", "The play shows how a mob kills a judge", "a novel about a coup": what somebody made up. */
export const isFiction = ({ reading: { tree }, lexicon, clause: { head } }: Judged): boolean => {
  const works = (at: number, ...relations: readonly string[]): readonly number[] =>
    dependents(tree, at, ...relations).filter((work) => isWork(tree, lexicon, work))
  if (works(head, 'obl').some((at) => isInside(tree, at))) return true
  for (let at = wordAt(tree, head).head; at >= 0; at = wordAt(tree, at).head)
    if (isWork(tree, lexicon, at) || works(at, 'nsubj').length > 0 || works(at, 'obl').some((work) => isInside(tree, work))) return true
  return false
}

/** "a series of attacks" and "a play for power" are none. */
const isWork = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isNamedOf(lexicon, tree, at, 'fiction') && !dependents(tree, at, 'nmod').some((of) => marks(tree, of, /^(of|for)$/i))

const isInside = (tree: Tree, at: number): boolean => marks(tree, at, /^in$/i)

const marks = (tree: Tree, at: number, preposition: RegExp): boolean =>
  dependents(tree, at, 'case').some((mark) => preposition.test(wordAt(tree, mark).text))
