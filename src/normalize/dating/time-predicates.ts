import { dependents, hangsBy, type Tree } from '../../extract/clauses/tree.ts'

/** What a date can belong to: the clauses that were found, and every other verb, predicate with a copula ("it was back in their hands") and the root. */
export const timePredicates = (tree: Tree, clauses: Iterable<number>): ReadonlySet<number> =>
  new Set([
    ...clauses,
    ...tree.words
      .filter(
        (w) =>
          w.head < 0 ||
          (w.upos === 'VERB' && !hangsBy(tree, w.index, 'amod', 'case', 'fixed', 'flat')) ||
          dependents(tree, w.index, 'cop').length > 0,
      )
      .map((w) => w.index),
  ])
