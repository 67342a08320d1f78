import type { Clause, Complement } from '../../extract/clauses/clause.ts'
import { complementsOf } from '../../extract/clauses/complements.ts'
import { conjuncts } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isOf } from '../is-of.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, partiesOf } from './parties-in-slots.ts'
import { inSlot, targetSlots } from './sides.ts'

/** "agreed to free the prisoners", "accused of bombing": the other party stands in the clause below. */
export const belowTarget = (
  at: Resolved,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
  fits: (f: Found) => boolean,
  { quoted, cameo }: { readonly quoted: boolean; readonly cameo: string },
  depth = 0,
): readonly Found[] => {
  for (const { head } of depth === 0 ? [...clause.complements, ...ofObject(at, clause, cameo)] : clause.complements) {
    const inner = clauses.get(head)
    if (inner === undefined && head > clause.head && depth <= 2) {
      const told = predicated(at, head).filter(fits)
      if (told.some((f) => f.party.entity !== null)) return told
    }
    if (!inner || depth > 2 || (head < clause.head && !(quoted && isQuoted(at.reading.tree, head, clause.head)))) continue
    const subject = hangsBy(at.reading.tree, head, 'ccomp', 'acl') ? partiesOf(at, inSlot(inner, 'subject')).filter((f) => fits(f)) : []
    if (subject.some((f) => f.party.entity !== null)) return subject
    const found = firstSlot(at, inner, targetSlots(inner, { source: null, target: null, joint: false }), fits)
    if (found.some((f) => f.party.entity !== null)) return found
    const deeper = belowTarget(at, inner, clauses, fits, { quoted, cameo }, depth + 1)
    if (deeper.length > 0) return deeper
  }
  return []
}

/** CAMEO codes of what one answers a charge by: "rejected the claim that it had armed Chad's rebels" is said to who claimed it. */
const REJECTS = /^(016|12)/

/** "expressed surprise that Chad had signed", "weighed the option of sending troops to Mali", "vetoed a text that would have condemned Chad": what completes a verb by its object. */
const ofObject = ({ reading: { tree }, lexicon }: Resolved, clause: Clause, cameo: string): readonly Complement[] =>
  clause.kind !== 'verb' || clause.passive
    ? []
    : inSlot(clause, 'object')
        .filter((a) => a.head > clause.head && !(REJECTS.test(cameo) && isOf(lexicon, tree, a.head, 'allegation')))
        .flatMap(({ head }) => [
          ...complementsOf(tree, head).filter(({ slot }) => slot === 'that' || isOf(lexicon, tree, head, 'possibility')),
          ...(cameo.startsWith('129') ? saidIn(tree, head) : []),
        ])

/** "a text that would have condemned Chad", not "a text that Chad wrote": what a document itself does. */
const saidIn = (tree: Tree, document: number): readonly Complement[] =>
  dependents(tree, document, 'acl:relcl')
    .filter((at) => dependents(tree, at, 'nsubj').some((subject) => /^(that|which)$/i.test(wordAt(tree, subject).text)))
    .map((head) => ({ slot: 'that', head }))

/** "hoped that Chad would be able to pay", "fears Chad is a threat": of whom a clause without a verb is told. */
const predicated = (at: Resolved, head: number): readonly Found[] => {
  const { tree } = at.reading
  if (!hangsBy(tree, head, 'ccomp') || dependents(tree, head, 'cop').length === 0) return []
  return dependents(tree, head, 'nsubj')
    .flatMap((subject) => conjuncts(tree, subject))
    .flatMap((one) => partiesAt(at, one))
}

/** "Albania must hand over the suspects, Serbia's minister said": what is said stands before the verb of saying. */
const isQuoted = (tree: Tree, head: number, act: number): boolean => wordAt(tree, head).head === act && hangsBy(tree, head, 'ccomp')
