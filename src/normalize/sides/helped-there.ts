import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Found, Resolved } from './found.ts'
import { stateIn } from './where-target.ts'

/** "gave money to fight the drought in Mali", "aid for those displaced in Mali": the state that aid is for, in what tells its purpose. */
export const helpedThere = (at: Resolved, clause: Clause, fits: (f: Found) => boolean): readonly Found[] =>
  stateIn(at, fits, (head) => head >= clause.head && isPurposed(at.reading.tree, head, clause.head))

/** Through nouns, infinitives and participles, and through one of the latter at least. */
const isPurposed = (tree: Tree, head: number, act: number): boolean => {
  let purposed = false
  for (let at = head; at >= 0; at = wordAt(tree, at).head) {
    if (at === act) return purposed
    if (hangsBy(tree, at, 'acl:relcl')) return false
    const isVerb = hangsBy(tree, at, 'acl', 'advcl', 'xcomp')
    if (isVerb && dependents(tree, at, 'nsubj').length > 0) return false
    if (!isVerb && !hangsBy(tree, at, 'nmod', 'obj', 'obl', 'conj', 'appos')) return false
    purposed ||= isVerb
  }
  return false
}
