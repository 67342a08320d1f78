import type { Complement } from './clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/** The clauses that complete a predicate: infinitives, that-clauses, gerunds with or without a preposition; coordinated ones too. */
export const complementsOf = (tree: Tree, head: number): readonly Complement[] =>
  dependents(tree, head, 'xcomp', 'ccomp', 'advcl', 'acl', 'parataxis')
    .filter((at) => !hangsBy(tree, at, 'acl:relcl', 'advcl:relcl'))
    .flatMap((at) => {
      const slot = slotOf(tree, at)
      return slot === null ? [] : [at, ...dependents(tree, at, 'conj')].map((clause) => ({ slot, head: clause }))
    })

const slotOf = (tree: Tree, at: number): string | null => {
  const marker = dependents(tree, at, 'mark', 'case')
    .filter((m) => m < at)
    .map((m) => wordAt(tree, m).text.toLowerCase())[0]
  const text = wordAt(tree, at).text.toLowerCase()
  if (hangsBy(tree, at, 'parataxis')) return null
  if (marker === 'to' || hangsBy(tree, at, 'xcomp')) return text.endsWith('ing') && marker !== 'to' ? 'ing' : 'to'
  if (hangsBy(tree, at, 'ccomp')) return 'that'
  if (marker && text.endsWith('ing')) return marker
  return null
}
