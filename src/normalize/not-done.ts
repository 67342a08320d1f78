import { isNegated } from '../extract/clauses/mood.ts'
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
    tooOf(tree, above) !== undefined &&
    dependents(tree, at, 'mark').some((to) => wordAt(tree, to).text === 'to')
  )
}

/** "too quick to condemn", "only too happy to help": it did. */
export const isForward = (tree: Tree, at: number, lexicon: Lexicon): boolean => {
  const above = wordAt(tree, at).head
  return (
    isOfClass(lexicon, wordAt(tree, above).lemma.toLowerCase(), 'forward') ||
    /^(only|all)$/.test(tree.words[(tooOf(tree, above) ?? 0) - 1]?.text ?? '')
  )
}

const tooOf = (tree: Tree, adjective: number): number | undefined =>
  dependents(tree, adjective, 'advmod').find((at) => wordAt(tree, at).text === 'too')

/** "almost went to war", "almost launched an attack": it did not, and refused nothing; but "nearly doubled its army": it did so, if not quite. */
export const isAlmost = (tree: Tree, verb: number | null, lexicon: Lexicon): boolean =>
  verb !== null &&
  dependents(tree, verb, 'advmod').some((at) => at === verb - 1 && /^(almost|nearly)$/i.test(wordAt(tree, at).text)) &&
  !isOfClass(lexicon, wordAt(tree, verb).lemma.toLowerCase(), 'done-by-degrees')

/** "police were able to disperse them": in the past, who could do it did it, but not "has been able to", nor "if the army agreed". */
export const isAbleInPast = (tree: Tree, able: number, lexicon: Lexicon): boolean => {
  const be = dependents(tree, able, 'cop', 'aux')
  return (
    wordAt(tree, able).text === 'able' &&
    be.some((at) => /^(was|were|had)$/.test(wordAt(tree, at).text)) &&
    be.every((at) => /^(was|were|had|been)$/.test(wordAt(tree, at).text)) &&
    !isNegated(tree, able) &&
    !dependents(tree, able, 'nsubj').some((at) => isFew(tree, at)) &&
    dependents(tree, able, 'advmod', 'mark').every((at) => !/^(if|whether)$/.test(wordAt(tree, at).text)) &&
    ![able, ...dependents(tree, able, 'xcomp')].some((at) => isUnderCondition(tree, at) || isAtAnyTime(tree, at)) &&
    !isInDoubt(tree, able, lexicon)
  )
}

/** "few rebels", "few of them"; not "a few". */
const isFew = (tree: Tree, noun: number): boolean =>
  [noun, ...dependents(tree, noun, 'det', 'amod', 'nummod')].some(
    (at) => /^few$/i.test(wordAt(tree, at).text) && !/^(a|the)$/i.test(tree.words[at - 1]?.text ?? ''),
  )

const isAtAnyTime = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'obl').some((at) => dependents(tree, at, 'det').some((any) => wordAt(tree, any).text === 'any'))

/** "doubts that they were able", "wondered how they were able", "denied that they were able": only who reports says that they did. */
const isInDoubt = (tree: Tree, able: number, lexicon: Lexicon): boolean => {
  const above = wordAt(tree, able).head
  if (above < 0 || !hangsBy(tree, able, 'ccomp') || wordAt(tree, above).upos !== 'VERB') return false
  const lemma = wordAt(tree, above).lemma.toLowerCase()
  const operator = lexicon.operators.get(`${lemma} that`) ?? lexicon.operators.get(lemma)
  return operator?.inner !== 'reported' || isOfClass(lexicon, lemma, 'denying')
}

const isUnderCondition = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'advcl')
    .flatMap((at) => dependents(tree, at, 'mark'))
    .some((at) => /^(if|unless|provided)$/i.test(wordAt(tree, at).text))
