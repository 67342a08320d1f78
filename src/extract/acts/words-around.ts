import type { Clause } from '../clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../clauses/tree.ts'

/**
 * The words, in small letters, that can be a verb's own in a clause: what hangs on it or follows it, the heads of its arguments and their prepositions, and what its
 * complements begin with. A phrase with another word does not stand there; most phrases of "take" and "put" are ruled out so.
 */
export const wordsAround = (tree: Tree, clause: Clause): ReadonlySet<string> => {
  // All phrases of a verb ask for them.
  if (latest?.clause !== clause) latest = { clause, words: readAround(tree, clause) }
  return latest.words
}

/** "according to", "because of": prepositions that are said of a whole clause, and no verb's own ("wrote to", "accused of"). */
export const isOfClause = (slot: string): boolean =>
  /^(according to|because of|due to|instead of|prior to|owing to|thanks to|ahead of|as of)$/.test(slot)

/** What "oneself" of a phrase stands for: "turned himself in", "chained themselves to the gate". */
export const isReflexive = (text: string): boolean => /^(?:him|her|it|one)self$|^themselves$/i.test(text)

let latest: { readonly clause: Clause; readonly words: ReadonlySet<string> } | null = null

const readAround = (tree: Tree, clause: Clause): ReadonlySet<string> => {
  const words = new Set<string>()
  const add = (at: number): void => {
    const { text, lemma } = wordAt(tree, at)
    words.add(text.toLowerCase())
    words.add(lemma.toLowerCase())
    if (isReflexive(text)) words.add('oneself')
  }
  for (const child of tree.children[clause.head] ?? []) add(child)
  if (clause.head + 1 < tree.words.length) add(clause.head + 1)
  for (const { slot, head, via } of clause.args) {
    add(head)
    if (via === 'own' || slot === 'object') for (const part of dependents(tree, head, 'compound', 'amod')) add(part)
    if (isOfClause(slot)) continue
    if (slot.includes(' ')) for (const word of slot.split(' ')) words.add(word)
    else words.add(slot)
  }
  for (const { slot } of clause.complements) words.add(slot)
  return words
}
