import type { Mention } from '../../document.ts'
import { conjuncts } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Discourse, Group, Referent } from './discourse.ts'

/** The list of three or more that a mention ends so far. */
export const listOf = (
  { tree }: SentenceReading,
  { head, kind }: Mention,
  { referents: before }: Discourse,
  referents: readonly Referent[],
  sentence: number,
): Group | null => {
  if (kind === 'pronoun' || referents.length === 0 || !hangsBy(tree, head, 'conj')) return null
  const first = headOfList(tree, head)
  const heads = new Set(conjuncts(tree, first))
  const entities: Referent[] = []
  for (const r of [...before.filter((r) => r.sentence === sentence && heads.has(r.head)), ...referents])
    if (!entities.some((other) => other.entity === r.entity)) entities.push(r)
  return entities.length > 2 ? { entities, head: first, sentence } : null
}

const headOfList = (tree: Tree, head: number): number => {
  let first = head
  while (hangsBy(tree, first, 'conj')) first = wordAt(tree, first).head
  return first
}

/** Whether two stand in one list with a third. */
export const isListed = (tree: Tree, first: number, second: number): boolean =>
  hangsBy(tree, second, 'conj') && wordAt(tree, second).head === first && conjuncts(tree, headOfList(tree, second)).length > 2
