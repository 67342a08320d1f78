import type { Span } from '../../document.ts'
import { isDefinite } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'

/**
 * "condemned the attack on Wednesday", "on Wednesday Egypt denied any part in the raid": a deed that somebody speaks of as known, where the day is no part of
 * the deed's own phrase ("condemned Wednesday's attack").
 */
export const isSpokenOf = (lexicon: Lexicon, tree: Tree, date: Span, head: number): boolean => {
  const { upos, head: verb } = wordAt(tree, head)
  if (upos !== 'NOUN' || verb < 0 || !hangsBy(tree, head, 'obj') || !isOf(lexicon, tree, verb, 'judging-deeds')) return false
  if (!isDefinite(tree, head)) return false
  return !tree.words.some((w) => w.start < date.end && w.end > date.start && ancestors(tree, w.index).includes(head))
}
