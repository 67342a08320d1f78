import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { inSlot } from './sides.ts'

// States that are a target by where something is wanted or looked into.

/** "demanded elections in Mali", "investigated abuses in Eritrea": whom a demand or an inquiry means where the state alone is named as its place. */
export const whereTarget = (at: Resolved, clause: Clause, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  if (!acts) return []
  const { tree } = at.reading
  const named = stateIn(at, fits, (head) =>
    hangsBy(tree, head, 'nmod') ? isBelowAct(tree, head, clause.head) : isBehindObject(tree, head, clause),
  )
  return named.length > 0 ? named : whereOwned(at, clause, fits)
}

/** The first state that a sentence names behind "in", of those that stand where `isThere` asks. */
export const stateIn = (at: Resolved, fits: (f: Found) => boolean, isThere: (head: number) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  for (const { head, kind, basis } of mentions) {
    if (kind !== 'name' || basis !== 'name' || preposition(tree, head) !== 'in' || !isThere(head)) continue
    const found = partiesAt(at, head).filter((f) => f.party.entity !== null && f.party.role === null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

/** "called for reform in Malian politics", "in US laws": whose the thing is in which it is wanted. */
const whereOwned = (at: Resolved, clause: Clause, fits: (f: Found) => boolean): readonly Found[] =>
  inSlot(clause, 'in')
    .filter(({ head }) => head > clause.head)
    .flatMap(({ head }) => partiesAt(at, head))
    .filter((f) => f.owned && f.party.basis === 'demonym' && f.party.role === null && fits(f))

/** "demanded elections in Mali", where the parser hangs the place on the verb: right behind the object, or what hangs on it, it is the object's. */
const isBehindObject = (tree: Tree, head: number, clause: Clause): boolean => {
  const [first] = dependents(tree, head, 'case')
  return (
    first !== undefined &&
    first > 0 &&
    wordAt(tree, head).head === clause.head &&
    clause.args.some((a) => /^(object|for)$/.test(a.slot) && (a.head === first - 1 || ancestors(tree, first - 1).includes(a.head)))
  )
}

/** Through nouns alone: not in a clause of its own. */
export const isBelowAct = (tree: Tree, head: number, act: number): boolean => {
  for (let at = head; at >= 0; at = wordAt(tree, at).head) {
    if (at === act) return true
    if (!hangsBy(tree, at, 'nmod', 'obj', 'obl', 'conj', 'nsubj:pass', 'xcomp')) return false
  }
  return false
}
