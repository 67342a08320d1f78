import type { Mention } from '../../document.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'

/**
 * "Questioned by the judge, he apologised", "Urging Macron to act, he resigned": who does it to the subject in what opens the sentence, or whom that does it to, is
 * somebody else; none where nothing opens it so.
 */
export const agentsBefore = ({ tree }: SentenceReading, { kind, head }: Mention): readonly number[] => {
  if (kind !== 'pronoun' || !hangsBy(tree, head, 'nsubj')) return NOBODY
  const opening = dependents(tree, wordAt(tree, head).head, 'advcl').find((at) => at < head)
  if (opening === undefined || dependents(tree, opening, 'nsubj', 'nsubj:pass', 'mark').length > 0) return NOBODY
  const others = dependents(tree, opening, 'obl', 'obl:agent').filter((at) => preposition(tree, at) === 'by')
  return [...dependents(tree, opening, 'obj', 'iobj'), ...others].filter((at) => at < head).flatMap((at) => conjuncts(tree, at))
}

const NOBODY: readonly number[] = []
