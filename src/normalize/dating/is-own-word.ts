import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isAbove, isOf } from '../is-of.ts'

const TO_FACE = /^(?:tell|ask|assure|promise)$/
const THEM = /^(?:him|her|them)$/i
const AFTER = /^(?:afterwards?|later|then|also|again)$/i

/**
 * "Soldiers opened fire on Tuesday. General Wiranto expressed regret": what somebody named says beside an event of an earlier day, where nothing binds it to that
 * day ("said afterwards", "he said", "told him").
 */
export const isOwnWord = (lexicon: Lexicon, tree: Tree, verb: number): boolean => {
  const first = hangsBy(tree, verb, 'conj') && isAbove(tree, verb, lexicon, 'speaking') ? wordAt(tree, verb).head : verb
  return (
    isOf(lexicon, tree, verb, 'speaking') &&
    dependents(tree, first, 'nsubj').some((at) => wordAt(tree, at).upos === 'PROPN') &&
    !(TO_FACE.test(wordAt(tree, verb).lemma) && dependents(tree, verb, 'obj', 'iobj').some((at) => THEM.test(wordAt(tree, at).text))) &&
    !tree.words.some(({ text }) => AFTER.test(text))
  )
}
