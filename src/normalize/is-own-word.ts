import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { isSpeech } from './is-speech.ts'

const AFTER = /^(?:afterwards?|later|then|also|again)$/i

/**
 * "Soldiers opened fire on Tuesday. General Wiranto expressed regret": what somebody named says beside an event of an earlier day, where nothing binds it to that
 * day ("said afterwards", "he said").
 */
export const isOwnWord = (tree: Tree, verb: number): boolean => {
  const first = hangsBy(tree, verb, 'conj') && isSpeech(wordAt(tree, wordAt(tree, verb).head).lemma) ? wordAt(tree, verb).head : verb
  return (
    isSpeech(wordAt(tree, verb).lemma) &&
    dependents(tree, first, 'nsubj').some((at) => wordAt(tree, at).upos === 'PROPN') &&
    !tree.words.some(({ text }) => AFTER.test(text))
  )
}
