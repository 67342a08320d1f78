import type { Clause } from '../../extract/clauses/clause.ts'
import { antecedent, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'

/**
 * Who issued the document that a relative clause or a participle tells of ("Kenya adopted a doctrine that calls Chad a threat", "sent a letter accusing it", "a resolution
 * requiring Chad to withdraw was adopted by the council"): the head of who did, or null.
 */
export const authorOf = ({ tree }: Pick<SentenceReading, 'tree'>, lexicon: Lexicon, { args }: Clause): number | null => {
  for (const { slot, via, head } of args) {
    if (slot !== 'subject' || !/^(relative|participle)$/.test(via) || !hangsBy(tree, head, 'obj', 'nsubj:pass')) continue
    if (!isDocument(tree, lexicon, head)) continue
    const verb = wordAt(tree, head).head
    if (!isOf(lexicon, tree, verb, 'issuing')) continue
    const author = hangsBy(tree, head, 'obj')
      ? dependents(tree, verb, 'nsubj').find((at) => !hangsBy(tree, at, 'nsubj:pass'))
      : dependents(tree, verb, 'obl:agent')[0]
    if (author !== undefined) return author
  }
  return null
}

/** On whose orders an act is done ("was shot on the orders of Chad", "at the king's behest"): the head of whoever gave them, or null. */
export const ordererOf = ({ tree }: Pick<SentenceReading, 'tree'>, lexicon: Lexicon, { args }: Clause): number | null => {
  for (const { slot, head } of args) {
    if (!/^(on|at|under|upon)$/.test(slot) || !isOf(lexicon, tree, head, 'command')) continue
    const [possessor] = dependents(tree, head, 'nmod:poss')
    const giver = possessor ?? dependents(tree, head, 'nmod').find((at) => /^(of|from)$/.test(preposition(tree, at)))
    if (giver !== undefined) return antecedent(tree, giver)
  }
  return null
}

/** Whether a word is called so that it is written and agreed or decided on. */
export const isDocument = (tree: Tree, lexicon: Lexicon, head: number): boolean =>
  ['agreement', 'plan', 'written'].some((id) => isOf(lexicon, tree, head, id))
