import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Condition } from '../../lexicon/lexicon.ts'
import { isBarePast } from '../../syntax/bare-pasts.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../clauses/tree.ts'
import { headHolds, inClass, type Scene } from './head-holds.ts'

/** Whether a condition on the clause below a verb or noun holds. "Told them that it would release the crew" orders no release, as "told them to release" does. */
export const complementHolds = (scene: Scene, clause: Clause, condition: Condition): boolean => {
  if (condition.test === 'none') return clause.complements.length === 0
  if (condition.test === 'kind' && condition.value === 'to') return clause.complements.some(({ slot }) => slot === 'to')
  if (condition.test === 'kind' && /^(not|wont)$/.test(condition.value))
    return saidBy(clause).some((head) => isDenied(scene.tree, head, condition.value === 'wont'))
  if (condition.test === 'kind') return saidBy(clause).some((head) => isDuty(scene, head, DUTIES[condition.value]))
  if (condition.test === 'clause' || condition.test === 'any') return clause.complements.length > 0
  return clause.complements.some(
    ({ slot, head }) =>
      (slot === 'to' || clause.lemma !== 'tell' || isBidden(scene.tree, head)) &&
      (headHolds(scene, head, condition) || isBehind(scene, head, condition)),
  )
}

/** "said that Iran was behind the bombing", unlike "behind the president": who is behind a misdeed is where the preposition says. */
const isBehind = (scene: Scene, head: number, condition: Condition): boolean =>
  condition.test === 'word' &&
  condition.value === 'behind' &&
  dependents(scene.tree, head, 'cop').length > 0 &&
  dependents(scene.tree, head, 'case').some((at) => wordAt(scene.tree, at).lemma === 'behind') &&
  inClass(scene, head, 'misdeed')

/** "that they must leave", "that they should leave". */
const isBidden = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'aux').some((at) => /^(must|should)$/.test(wordAt(tree, at).lemma))

/** What is told by a verb of saying, below it or before it ("Iran must leave, the minister said"). */
const saidBy = (clause: Clause): readonly number[] =>
  clause.link === 'parataxis' && clause.governor !== null ? [clause.governor] : clause.complements.map(({ head }) => head)

const DUTIES: Readonly<Record<string, RegExp>> = { must: /^(must|have|need)$/, should: /^(should|ought)$/ }

/** "that Iran must leave", "that Iran has to leave": what another one is told to do. */
const isDuty = (scene: Scene, head: number, words: RegExp | undefined): boolean => {
  const { tree } = scene
  const subject = dependents(tree, head, 'nsubj')[0]
  if (words === undefined || subject === undefined) return false
  if (wordAt(tree, subject).upos === 'PRON' && !(words === DUTIES.must && isToldOfItself(scene, head, subject))) return false
  if (words === DUTIES.must && isSubjunctive(scene, head, subject)) return true
  if (dependents(tree, head, 'aux').some((at) => words.test(wordAt(tree, at).lemma) && !/^(had|has|have)$/i.test(wordAt(tree, at).text)))
    return true
  return words.test(wordAt(tree, head).lemma) && dependents(tree, head, 'xcomp').length > 0
}

/** "vowed not to accept"; with a will "that he would not bow", "that it will never sign", said of the speaker. */
const isDenied = (tree: Tree, head: number, ofWill: boolean): boolean => {
  const subject = dependents(tree, head, 'nsubj')[0]
  return (
    dependents(tree, head, 'advmod').some((at) => /^(not|never|n't|n’t)$/i.test(wordAt(tree, at).text)) &&
    (!ofWill ||
      (subject !== undefined &&
        wordAt(tree, subject).upos === 'PRON' &&
        dependents(tree, head, 'aux').some((at) => /^(will|would|shall|wo|'ll|'d)$/i.test(wordAt(tree, at).text))))
  )
}

/** "told Chad that it needs to withdraw": what a state is told of "it" is told of itself, and of "they" what several are. */
const isToldOfItself = ({ tree, mentions }: Scene, head: number, subject: number): boolean => {
  const teller = wordAt(tree, head).head
  const pronoun = wordAt(tree, subject).text.toLowerCase()
  return (
    /^(it|they)$/.test(pronoun) &&
    teller >= 0 &&
    /^(tell|warn|inform)$/.test(wordAt(tree, teller).lemma) &&
    dependents(tree, teller, 'obj', 'iobj').some(
      (at) => at < head && mentions.get(at)?.entity != null && (pronoun === 'it' || isPlural(tree, at)),
    )
  )
}

const isPlural = (tree: Tree, at: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, at)
  return dependents(tree, at, 'conj').length > 0 || (upos === 'NOUN' && text.toLowerCase() !== lemma)
}

/** "insists that Chad take them back": the bare verb of one alone, where a past form would show. */
const isSubjunctive = ({ tree, lexicon }: Scene, head: number, subject: number): boolean => {
  const { text, lemma, upos, head: governor } = wordAt(tree, head)
  return (
    governor >= 0 &&
    upos === 'VERB' &&
    text === lemma &&
    !isBarePast(lemma) &&
    wordAt(tree, subject).text === wordAt(tree, subject).lemma &&
    isOfClass(lexicon, wordAt(tree, governor).lemma, 'insisting') &&
    dependents(tree, head, 'aux', 'cop').length === 0 &&
    dependents(tree, head, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to')
  )
}
