import { NONE } from '../../lexicon/mapped.ts'
import type { Complement } from './clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/** The clauses that complete a predicate: infinitives, that-clauses, gerunds with or without a preposition; coordinated ones too. */
export const complementsOf = (tree: Tree, head: number): readonly Complement[] => {
  const below = dependents(tree, head, 'xcomp', 'ccomp', 'advcl', 'acl', 'parataxis')
  if (below.length === 0) return NONE
  const complements: Complement[] = []
  for (const at of below) {
    const slot = hangsBy(tree, at, 'acl:relcl', 'advcl:relcl') ? null : slotOf(tree, at)
    if (slot === null) continue
    complements.push({ slot, head: at })
    for (const other of dependents(tree, at, 'conj')) complements.push({ slot, head: other })
  }
  return complements
}

const slotOf = (tree: Tree, at: number): string | null => {
  const mark = dependents(tree, at, 'mark', 'case').find((m) => m < at)
  const marker = mark === undefined ? undefined : wordAt(tree, mark).text.toLowerCase()
  const text = wordAt(tree, at).text.toLowerCase()
  if (hangsBy(tree, at, 'parataxis')) return null
  if (marker === 'to' || hangsBy(tree, at, 'xcomp')) return text.endsWith('ing') && marker !== 'to' ? 'ing' : 'to'
  if (hangsBy(tree, at, 'ccomp') || (marker === 'that' && hangsBy(tree, at, 'acl'))) return 'that'
  if (marker && text.endsWith('ing') && !BESIDE.test(marker)) return marker
  return null
}

/** "After seizing the town they vowed to go on": what was done beside completes nothing. */
const BESIDE = /^(after|before|since|until)$/
