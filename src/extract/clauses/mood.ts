import type { Mood } from './clause.ts'
import { ancestors, dependents, hangsBy, perWord, type Tree, wordAt } from './tree.ts'

const NEGATORS = new Set([
  'not',
  'n’t',
  "n't",
  'never',
  'no',
  'nobody',
  'none',
  'nor',
  'neither',
  'without',
  'hardly',
  'barely',
  'scarcely',
])
const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'wo', "'d", 'would'])
const POSSIBLE = new Set(['may', 'might', 'can', 'could', 'should', 'must', 'ought', 'ca'])
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'until', 'should'])
const VOLITION = new Set(['will', 'would', 'wo', "'ll", '’ll', "'d"])

/** What auxiliaries, negation and conjunctions say of a predicate. Reported speech and verbs above it are the lexicon's part (operators). */
export const moodOf = (tree: Tree, head: number): { readonly mood: Mood; readonly negated: boolean; readonly unwilling: boolean } => {
  const auxiliaries = auxiliariesOf(tree, head).map((at) => wordAt(tree, at).text.toLowerCase())
  const negated = isNegated(tree, head)
  const condition = isCondition(tree, head, head) || ancestors(tree, head).some((at) => isCondition(tree, at, head))
  const will = auxiliaries.some((text) => VOLITION.has(text))
  return { mood: moodFrom(tree, head, auxiliaries, condition), negated, unwilling: negated && will }
}

const moodFrom = (tree: Tree, head: number, auxiliaries: readonly string[], condition: boolean): Mood => {
  if (condition) return 'hypothetical'
  if (auxiliaries.some((text) => POSSIBLE.has(text))) return 'hypothetical'
  if (auxiliaries.includes('have') && auxiliaries.includes('would')) return 'hypothetical'
  if (isAsked(tree, head)) return 'hypothetical'
  if (auxiliaries.some((text) => FUTURE.has(text))) return 'future'
  return isGoingTo(tree, head) || isToBe(tree, head) ? 'future' : 'asserted'
}

/** "Did Rwanda attack Congo?": a question with its auxiliary in front. */
const isAsked = (tree: Tree, head: number): boolean => {
  const subject = dependents(tree, head, 'nsubj')[0]
  const auxiliary = dependents(tree, head, 'aux')[0]
  return subject !== undefined && auxiliary !== undefined && auxiliary < subject && tree.words.at(-1)?.text === '?'
}

/** The auxiliaries of a predicate; a coordinated verb without its own takes those of the first ("will meet and sign"). */
const auxiliariesOf = (tree: Tree, head: number): readonly number[] => {
  const own = dependents(tree, head, 'aux')
  const governor = wordAt(tree, head).head
  const bare = own.length === 0 && dependents(tree, head, 'nsubj', 'mark').length === 0
  return bare && governor >= 0 && hangsBy(tree, head, 'conj') && /VERB|AUX/.test(wordAt(tree, governor).upos) && isBareForm(tree, head)
    ? auxiliariesOf(tree, governor)
    : own
}

const isBareForm = (tree: Tree, head: number): boolean => {
  const { text, lemma } = wordAt(tree, head)
  return text.toLowerCase() === lemma
}

/** "not", but not "not only"; "instead of". */
const isNegator = (tree: Tree, at: number): boolean => {
  const next = tree.words[at + 1]?.text.toLowerCase() ?? ''
  const text = wordAt(tree, at).text.toLowerCase()
  if ((text === 'instead' || text === 'rather') && /^(of|than)$/.test(next)) return true
  return NEGATORS.has(text) && !/^(only|just|merely|simply|least)$/.test(next)
}

const isNegated = (tree: Tree, head: number): boolean => {
  const own = dependents(tree, head, 'advmod', 'det', 'mark', 'case', 'cc').some((at) => isNegator(tree, at))
  const subject = dependents(tree, head, 'nsubj', 'obj').some(
    (at) =>
      /^(no one|nobody|none|neither)$/.test(wordAt(tree, at).text.toLowerCase()) ||
      dependents(tree, at, 'det', 'cc:preconj').some((d) => /^(no|neither)$/.test(wordAt(tree, d).text.toLowerCase())),
  )
  const governor = wordAt(tree, head).head
  const shared =
    governor >= 0 &&
    hangsBy(tree, head, 'conj') &&
    isBareForm(tree, head) &&
    dependents(tree, head, 'nsubj', 'aux').length === 0 &&
    dependents(tree, head, 'cc').some((at) => /^(or|nor)$/.test(wordAt(tree, at).text.toLowerCase()))
  return own || subject || (shared && isNegated(tree, governor))
}

/** `at` stands under "if", "unless" … and `head` belongs to that clause itself, not to its main clause. */
const isCondition = (tree: Tree, at: number, head: number): boolean => {
  return isMarked(tree, at) && (at === head || hangsBy(tree, at, 'advcl', 'ccomp', 'acl', 'parataxis'))
}

const isMarked = perWord((tree, at): boolean =>
  dependents(tree, at, 'mark', 'advmod').some((m) => CONDITIONS.has(wordAt(tree, m).text.toLowerCase()) && m < at),
)

const isGoingTo = (tree: Tree, head: number): boolean => {
  const governor = wordAt(tree, head).head
  return governor >= 0 && hangsBy(tree, head, 'xcomp') && wordAt(tree, governor).text.toLowerCase() === 'going'
}

/** "is to meet", "are to let in"; of headlines "Turkey to send troops". */
const isToBe = (tree: Tree, head: number): boolean => {
  const to = dependents(tree, head, 'mark').some((at) => wordAt(tree, at).text.toLowerCase() === 'to')
  const governor = wordAt(tree, head).head
  const under = governor >= 0 && hangsBy(tree, head, 'xcomp') && wordAt(tree, governor).lemma === 'be'
  return (
    to &&
    (under ||
      (governor < 0 && dependents(tree, head, 'nsubj').length > 0) ||
      dependents(tree, head, 'aux', 'cop').some((at) => wordAt(tree, at).lemma === 'be' && !hangsBy(tree, at, 'aux:pass')))
  )
}
