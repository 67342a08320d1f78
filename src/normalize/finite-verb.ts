import { isPastForm } from '../extract/clauses/mood.ts'
import { dependents, hangsBy, perWord, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { isBarePast } from '../syntax/bare-pasts.ts'

/** The word whose tense speaks for another: the finite verb or copular predicate of its clause; participles, infinitives and nouns have that of what governs them. */
export const finiteOf = perWord((tree, head): number => {
  let at = head
  while (wordAt(tree, at).head >= 0 && !isFiniteAt(tree, at)) at = wordAt(tree, at).head
  return at
})

const isFiniteAt = (tree: Tree, at: number): boolean => {
  const auxiliaries = dependents(tree, at, 'aux', 'cop')
  const { upos, text } = wordAt(tree, at)
  if (upos !== 'VERB') return dependents(tree, at, 'cop').length > 0
  if (dependents(tree, at, 'mark').some((m) => wordAt(tree, m).text.toLowerCase() === 'to')) return false
  if (auxiliaries.length > 0) return true
  return !/ing$/.test(text) && !(hangsBy(tree, at, 'acl') && !hangsBy(tree, at, 'acl:relcl'))
}

/** "says", "are demanding", "have fought": a finite verb in the present or the present perfect. */
export const isPresent = (tree: Tree, finite: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, finite)
  const auxiliaries = dependents(tree, finite, 'aux', 'cop').map((a) => wordAt(tree, a).text.toLowerCase())
  if (auxiliaries.some((a) => /^(?:is|are|am|has|have|do|does|['’]s|['’]re|['’]ve|['’]m)$/.test(a))) return true
  const bare = text.toLowerCase() === lemma.toLowerCase() && !isBarePast(text.toLowerCase())
  return upos === 'VERB' && auxiliaries.length === 0 && (bare || /[^s]s$/.test(text))
}

/** "have fought", "has been held": in the present perfect, and not denied. */
export const isPerfect = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'aux').some((aux) => /^(?:has|have|['’]ve)$/i.test(wordAt(tree, aux).text)) &&
  !dependents(tree, head, 'advmod').some((word) => /^(?:not|n['’]t|never)$/i.test(wordAt(tree, word).text))

/** "will go", "may go", "is due to go", "who had gone": after or before what is being told, at a time of its own. */
export const isElsewhere = (tree: Tree, head: number): boolean => {
  const finite = finiteOf(tree, head)
  const planned =
    hangsBy(tree, head, 'xcomp', 'acl') || (wordAt(tree, head).head >= 0 && wordAt(tree, wordAt(tree, head).head).upos === 'ADJ')
  const infinitive = planned && dependents(tree, head, 'mark').some((m) => /^to$/i.test(wordAt(tree, m).text))
  if (infinitive && finite !== head && isPresent(tree, finite)) return true
  // "is to go", "is due to go", where the infinitive itself is the predicate.
  const isPredicate = dependents(tree, head, 'cop').some((at) => /^(?:is|are)$/i.test(wordAt(tree, at).text))
  if (isPredicate && dependents(tree, head, 'mark').some((m) => /^to$/i.test(wordAt(tree, m).text))) return true
  const auxiliaries = dependents(tree, finite, 'aux').map((aux) => wordAt(tree, aux).text)
  return (
    auxiliaries.some((word) => AHEAD.test(word)) || (hangsBy(tree, finite, 'acl:relcl') && auxiliaries.some((word) => /^had$/i.test(word)))
  )
}

const AHEAD = /^(?:will|wo|would|shall|may|might|['’]ll)$/i

const MODAL = /^(?:will|would|may|might|can|could|shall|should|be|to|['’]ll|['’]d)$/i

/** A verb in a past form, as its word tells: "agreed", "met"; not "agrees", "meeting", "would agree". */
export const isPast = (tree: Tree, at: number): boolean => {
  const word = wordAt(tree, at)
  if (!isPastForm(word) && !(word.upos === 'VERB' && isBarePast(word.text.toLowerCase()))) return false
  return !dependents(tree, at, 'aux', 'mark').some((aux) => MODAL.test(wordAt(tree, aux).text))
}
