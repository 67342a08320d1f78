import type { Word } from '../../document.ts'
import { mapped } from '../../lexicon/mapped.ts'
import { remembered } from '../../lexicon/remembered.ts'
import type { Mood } from './clause.ts'
import { ancestors, dependent, dependents, hangsBy, perWord, type Tree, wordAt } from './tree.ts'

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
  const auxiliaries = mapped(auxiliariesOf(tree, head), (at) => wordAt(tree, at).text.toLowerCase())
  const negated = isNegated(tree, head)
  const condition = isCondition(tree, head, head) || ancestors(tree, head).some((at) => isCondition(tree, at, head))
  const will = negated && auxiliaries.some((text) => VOLITION.has(text))
  return { mood: moodFrom(tree, head, auxiliaries, condition), negated, unwilling: will }
}

const moodFrom = (tree: Tree, head: number, auxiliaries: readonly string[], condition: boolean): Mood => {
  if (condition) return 'hypothetical'
  if (auxiliaries.length > 0) {
    if (auxiliaries.some((text) => POSSIBLE.has(text))) return 'hypothetical'
    if (auxiliaries.includes('have') && auxiliaries.includes('would')) return 'hypothetical'
  }
  if (isAsked(tree, head) || isOfNone(tree, head)) return 'hypothetical'
  if (auxiliaries.some((text) => FUTURE.has(text))) return 'future'
  return isGoingTo(tree, head) || isToBe(tree, head) ? 'future' : 'asserted'
}

/** "Did Rwanda attack Congo?": a question with its auxiliary in front; but who asks why or how it did takes it that it did. */
const isAsked = (tree: Tree, head: number): boolean => {
  if (tree.words.at(-1)?.text !== '?') return false
  const first = tree.words[0]?.text ?? ''
  if (PRESUMES.test(first)) return false
  // "Will Boko Haram free the girls?": what the parser may take for the rest of a name.
  const top = hangsBy(tree, head, 'obj', 'xcomp', 'conj') ? wordAt(tree, head).head : head
  if (ASKS.test(first) && top >= 0 && wordAt(tree, top).head < 0) return true
  const subject = dependent(tree, head, 'nsubj')
  const auxiliary = dependent(tree, head, 'aux')
  return subject !== null && auxiliary !== null && auxiliary < subject
}

const PRESUMES = /^(why|how)$/i
const ASKS = /^(Will|Would|Has|Have|Had|Did|Does|Do|Is|Are|Was|Were|Can|Could|Should|Might|Must)$/

/** "There is no deal that leaves Hamas in power": what there is not does nothing; "no minister who fled" did it. */
const isOfNone = (tree: Tree, head: number): boolean => {
  if (!hangsBy(tree, head, 'acl:relcl') || !/^(?:\p{Ll}+[^s]s|has|is|does)$/u.test(wordAt(tree, dependent(tree, head, 'aux') ?? head).text))
    return false
  const noun = wordAt(tree, head).head
  return noun >= 0 && noun < head && dependents(tree, noun, 'det').some((at) => /^no$/i.test(wordAt(tree, at).text))
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

/** "not", but not "not only" and "not until Monday did it"; "instead of". */
const isNegator = (tree: Tree, at: number): boolean => {
  const text = wordAt(tree, at).text.toLowerCase()
  if (!NEGATORS.has(text) && text !== 'instead' && text !== 'rather') return false
  const next = tree.words[at + 1]?.text.toLowerCase() ?? ''
  if ((text === 'instead' || text === 'rather') && /^(of|than)$/.test(next)) return true
  return NEGATORS.has(text) && !/^(only|just|merely|simply|least|until|till)$/.test(next)
}

/** Whether the predicate, its subject or its object is denied: "not", "no longer", "nobody", "no rebels". */
export const isNegated = (tree: Tree, head: number): boolean => {
  for (const at of dependents(tree, head, 'advmod', 'det', 'mark', 'case', 'cc'))
    if (isNegator(tree, at) || isNoLonger(tree, at) || isAgainst(tree, at, head)) return true
  for (const at of dependents(tree, head, 'nsubj', 'obj')) {
    if (isNobody(wordAt(tree, at).text)) return true
    for (const d of dependents(tree, at, 'det', 'cc:preconj')) if (isNo(wordAt(tree, d).text)) return true
    // "Neither Chad nor Libyan police": the parser makes a compound of the first.
    for (const d of dependents(tree, at, 'cc')) if (wordAt(tree, d).text === 'nor') return true
  }
  const governor = wordAt(tree, head).head
  const shared =
    governor >= 0 &&
    hangsBy(tree, head, 'conj') &&
    isBareForm(tree, head) &&
    dependents(tree, head, 'nsubj', 'aux').length === 0 &&
    dependents(tree, head, 'cc').some((at) => /^(or|nor)$/.test(wordAt(tree, at).text.toLowerCase()))
  return shared && isNegated(tree, governor)
}

/** "decided against joining". */
const isAgainst = (tree: Tree, at: number, head: number): boolean =>
  wordAt(tree, at).text === 'against' &&
  hangsBy(tree, at, 'mark') &&
  /^(decide|opt|choose|vote|resolve)$/.test(tree.words[wordAt(tree, head).head]?.lemma ?? '')

/** "no longer". */
const isNoLonger = (tree: Tree, at: number): boolean =>
  /^longer$/i.test(wordAt(tree, at).text) && /^no$/i.test(tree.words[at - 1]?.text ?? '')

const isNobody = remembered((text) => /^(no one|nobody|none|neither)$/.test(text.toLowerCase()))
const isNo = remembered((text) => /^(no|neither)$/.test(text.toLowerCase()))

/** `at` stands under "if", "unless" … and `head` belongs to that clause itself, not to its main clause. */
const isCondition = (tree: Tree, at: number, head: number): boolean => {
  return isMarked(tree, at) && (at === head || hangsBy(tree, at, 'advcl', 'ccomp', 'acl', 'parataxis'))
}

const isMarked = perWord((tree, at): boolean =>
  dependents(tree, at, 'mark', 'advmod').some((m) => {
    const text = wordAt(tree, m).text.toLowerCase()
    return CONDITIONS.has(text) && m < at && !(text === 'until' && isPastAt(tree, at) && !isStillToCome(tree, wordAt(tree, at).head))
  }),
)

/** "until the Shah was toppled": it came to that. */
const isPastAt = (tree: Tree, at: number): boolean => {
  const [first] = dependents(tree, at, 'aux', 'aux:pass', 'cop')
  if (first !== undefined) return /^(was|were|had|did)$/i.test(wordAt(tree, first).text)
  return isPastForm(wordAt(tree, at))
}

/** "would not stop until he was freed", "refused to talk until it withdrew": what is still to come waits for something that is, too. */
const isStillToCome = (tree: Tree, head: number): boolean =>
  head >= 0 &&
  (dependents(tree, head, 'aux').some((m) => VOLITION.has(wordAt(tree, m).text.toLowerCase())) ||
    dependents(tree, head, 'mark').some((m) => wordAt(tree, m).text.toLowerCase() === 'to'))

/** A verb in a past form, as its word tells: "agreed", "met"; not "agrees", "meeting". */
export const isPastForm = ({ upos, text, lemma }: Word): boolean =>
  upos === 'VERB' && text.toLowerCase() !== lemma.toLowerCase() && !/(?:[^s]s|ing)$/i.test(text)

const isGoingTo = (tree: Tree, head: number): boolean => {
  const governor = wordAt(tree, head).head
  return governor >= 0 && hangsBy(tree, head, 'xcomp') && wordAt(tree, governor).text.toLowerCase() === 'going'
}

/** "is to meet", "are to let in"; of headlines "Turkey to send troops". */
const isToBe = (tree: Tree, head: number): boolean => {
  // "was due to meet": the parser makes one mark of "due to".
  const due = dependents(tree, head, 'mark', 'case').find((at) => wordAt(tree, at).text === 'due')
  if (due !== undefined && [head, due].some((at) => dependents(tree, at, 'cop', 'aux').length > 0)) return true
  const marks = dependents(tree, head, 'mark')
  if (!marks.some((at) => wordAt(tree, at).text.toLowerCase() === 'to')) return false
  const governor = wordAt(tree, head).head
  const under = governor >= 0 && hangsBy(tree, head, 'xcomp') && wordAt(tree, governor).lemma === 'be'
  return (
    under ||
    (governor < 0 && dependents(tree, head, 'nsubj').length > 0) ||
    dependents(tree, head, 'aux', 'cop').some((at) => wordAt(tree, at).lemma === 'be' && !hangsBy(tree, at, 'aux:pass'))
  )
}
