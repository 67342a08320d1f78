import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'

// What words beside a verb say of whether it came to it, where no operator does.

/** "has yet to recall its envoy": so far it has not. */
export const isYetToCome = (tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'xcomp', 'acl', 'advcl') &&
  /^(have|be|remain)$/.test(wordAt(tree, wordAt(tree, at).head).lemma) &&
  dependents(tree, at, 'mark').some((to) => wordAt(tree, to).text === 'to' && tree.words[to - 1]?.text === 'yet')

/** "was too weak to attack": it could not. */
export const isTooMuch = (tree: Tree, at: number): boolean => {
  const above = wordAt(tree, at).head
  return (
    above >= 0 &&
    above < at &&
    /^(ADJ|ADV)$/.test(wordAt(tree, above).upos) &&
    hangsBy(tree, at, 'xcomp', 'advcl', 'ccomp') &&
    dependents(tree, above, 'advmod').some((too) => wordAt(tree, too).text === 'too') &&
    dependents(tree, at, 'mark').some((to) => wordAt(tree, to).text === 'to')
  )
}

/** "almost went to war": it did not; but "nearly doubled its army": it did so, if not quite. */
export const isAlmost = (tree: Tree, verb: number, lexicon: Lexicon): boolean =>
  dependents(tree, verb, 'advmod').some((at) => at === verb - 1 && /^(almost|nearly)$/i.test(wordAt(tree, at).text)) &&
  !isOfClass(lexicon, wordAt(tree, verb).lemma.toLowerCase(), 'done-by-degrees')

/** "police were able to disperse them": in the past, who could do it did it; but "has been able to attack", "was able to, if they agreed". */
export const isAbleInPast = (tree: Tree, able: number): boolean => {
  const be = dependents(tree, able, 'cop', 'aux')
  return (
    wordAt(tree, able).text === 'able' &&
    be.some((at) => /^(was|were|had)$/.test(wordAt(tree, at).text)) &&
    be.every((at) => /^(was|were|had|been)$/.test(wordAt(tree, at).text)) &&
    dependents(tree, able, 'advmod', 'mark').every((at) => !/^(not|n['’]t|never|if|whether|hardly|barely)$/.test(wordAt(tree, at).text)) &&
    [able, ...dependents(tree, able, 'xcomp')].every((verb) => dependents(tree, verb, 'advcl').every((at) => !isCondition(tree, at)))
  )
}

const isCondition = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'mark').some((at) => /^(if|unless|provided)$/i.test(wordAt(tree, at).text))
