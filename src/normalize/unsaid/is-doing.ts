import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Scene } from '../judge-candidate.ts'

/** Whether a class holds the verb, or the verb with its object (and the noun before that) or a preposition behind it. */
export const isDoing = (lexicon: Lexicon, { tree }: Scene['reading'], { lemma, args }: Clause, id: string): boolean => {
  if (isOfClass(lexicon, lemma, id)) return true
  for (const { slot, head } of args) {
    if (slot !== 'object') {
      if (isOfClass(lexicon, `${lemma} ${slot}`, id)) return true
    } else if (namesOf(tree, head).some((name) => isOfClass(lexicon, `${lemma} ${name}`, id))) return true
  }
  return false
}

const namesOf = (tree: Tree, head: number): readonly string[] => {
  const noun = wordAt(tree, head).lemma.toLowerCase()
  return [noun, ...dependents(tree, head, 'compound', 'amod').map((at) => `${wordAt(tree, at).lemma.toLowerCase()} ${noun}`)]
}
