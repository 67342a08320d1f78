import type { Span } from '../../document.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'

/** "by Thursday the number had risen to 17": how far it had come by then, while the story goes on from before. */
export const isReachedBy = (tree: Tree, date: Span): boolean => {
  const at = tree.words.findLastIndex((w) => w.end <= date.start)
  const by = NEAR.test(tree.words[at]?.text ?? '') ? at - 1 : at
  return BY.test(tree.words[by]?.text ?? '') && tree.words.some((w) => HAD.test(w.text) && hangsBy(tree, w.index, 'aux'))
}

const BY = /^by$/i
const NEAR = /^(?:early|late|the)$/i
const HAD = /^had$/i

/** "More than 130,000 people have fled, the ministry said on Saturday": the day on which somebody told it, behind what is told. */
export const isOfSourceBehind = (lexicon: Lexicon, tree: Tree, date: Span): boolean => {
  const at = tree.words.findLast((w) => w.end <= date.start && w.upos === 'VERB')?.index
  if (at === undefined || !isOf(lexicon, tree, at, 'speaking') || dependents(tree, at, 'nsubj').length === 0) return false
  const { head } = wordAt(tree, at)
  return head >= 0 ? head < at && hangsBy(tree, at, 'parataxis') : dependents(tree, at, 'ccomp', 'parataxis').some((told) => told < at)
}
