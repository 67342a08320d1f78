import { dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/** Whether a word (lemma) is of a class of the lexicon. */
type IsOf = (lemma: string, id: string) => boolean

/** "the third minister to resign", "the first to fire": an infinitive behind one who is counted tells what he does, and not what he is for. */
export const isRanked = (tree: Tree, isOf: IsOf, verb: number): boolean => {
  if (!hangsBy(tree, verb, 'acl') || dependents(tree, verb, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to'))
    return false
  const noun = wordAt(tree, verb).head
  if (isOrdinal(tree, noun)) return true
  return dependents(tree, noun, 'amod', 'nummod').some((at) => isOrdinal(tree, at)) && isDoer(tree, isOf, noun)
}

/** Somebody: not the talks, ships and attempts that are for what stands behind them. */
const isDoer = (tree: Tree, isOf: IsOf, noun: number): boolean => {
  const { upos, lemma } = wordAt(tree, noun)
  return upos === 'PROPN' || upos === 'ADJ' || lemma === 'one' || isOf(lemma.toLowerCase(), 'doer')
}

/** "The first country to attack will be", "may become the third member to leave": nobody has done it yet. */
export const isToCome = (tree: Tree, noun: number): boolean =>
  [noun, wordAt(tree, noun).head].some((at) => at >= 0 && dependents(tree, at, 'aux').some((a) => MODAL.test(wordAt(tree, a).text))) ||
  // "Kenyan minister to be first to visit": a whole headline.
  (wordAt(tree, noun).head < 0 && dependents(tree, noun, 'mark').some((at) => wordAt(tree, at).text === 'to'))

const MODAL = /^(will|['’]ll|would|may|might|can|could|should|shall|must|wo)$/i

const isOrdinal = (tree: Tree, at: number): boolean => ORDINAL.test(wordAt(tree, at).text) && wordAt(tree, at).index > 0

const ORDINAL = /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|\d+(?:st|nd|rd|th))$/i
