import { type Tree, wordAt } from '../../extract/clauses/tree.ts'

/** The preposition of a phrase in small letters, or '' where it has none. */
export const prepOf = (tree: Tree, at: number): string =>
  (tree.children[at] ?? []).filter((c) => wordAt(tree, c).deprel === 'case').map((c) => wordAt(tree, c).text.toLowerCase())[0] ?? ''
