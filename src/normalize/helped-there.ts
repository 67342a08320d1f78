import type { Clause } from '../extract/clauses/clause.ts'
import { preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { type Found, partiesAt, type Resolved } from './parties.ts'

/** "gave money to fight the drought in Mali", "aid for those displaced in Mali": the state that aid is for, in what tells its purpose. */
export const helpedThere = (at: Resolved, clause: Clause, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  for (const { head, kind, basis } of mentions) {
    if (
      kind !== 'name' ||
      basis !== 'name' ||
      head < clause.head ||
      preposition(tree, head) !== 'in' ||
      !isPurposed(tree, head, clause.head)
    )
      continue
    const found = partiesAt(at, head).filter((f) => f.party.entity !== null && f.party.role === null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

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
