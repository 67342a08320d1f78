import type { Grammar } from './grammar.ts'
import { nounPhrase, preposition } from './noun-phrase.ts'
import { dependents, type Tree, wordAt } from './tree.ts'

/** "Jordan's envoy to the UN", "the Turkish ambassador to Mali": where an envoy stands whose sender is named, however the phrase was parsed; the envoy, else -1. */
export const envoyOfPost = (tree: Tree, isOf: Grammar['isOf'], at: number): number => {
  const { first } = nounPhrase(tree, at)
  const start = tree.words[first]?.text.toLowerCase() === 'to' ? first : first - 1
  const envoy = tree.words[start - 1]
  if (tree.words[start]?.text.toLowerCase() !== 'to' || envoy?.upos !== 'NOUN' || !isOf(envoy.lemma, 'diplomat')) return -1
  const isSent = dependents(tree, envoy.index, 'nmod:poss', 'amod', 'compound', 'nmod:desc').some((own) =>
    /^\p{Lu}/u.test(wordAt(tree, own).text),
  )
  return isSent && preposition(tree, envoy.index) !== 'as' ? envoy.index : -1
}
