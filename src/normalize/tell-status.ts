import type { Status } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { isRanked, isToCome } from '../extract/clauses/is-ranked.ts'
import { moodOf } from '../extract/clauses/mood.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import type { Operator } from '../lexicon/lexicon.ts'
import { isAbleInPast, isAlmost, isForward, isTooMuch, isYetToCome } from './not-done.ts'

/** Whether an act has happened, is told by others, planned or only thought of; whether it is denied; and the operators above it, nearest first. */
export type Standing = { readonly status: Status; readonly negated: boolean; readonly operators: readonly string[] }

const RANK: Readonly<Record<Status, number>> = { asserted: 0, reported: 1, future: 2, hypothetical: 3 }
const stronger = (a: Status, b: Status): Status => (RANK[b] > RANK[a] ? b : a)

/**
 * The status of a clause: its own mood, changed by every operator that it stands under ("agreed to", "refused to", "accused of", "said that"), which are
 * the lexicon's (operators.yaml). A negated operator of the future or of possibility leaves its act hypothetical.
 */
export const tellStatus = (tree: Tree, clause: Clause, clauses: ReadonlyMap<number, Clause>, lexicon: Lexicon): Standing => {
  const almost = isAlmost(tree, clause.kind === 'verb' ? clause.head : clause.light, lexicon)
  let status: Status = clause.mood
  let negated = clause.negated !== almost
  const operators: string[] = almost ? ['almost'] : []
  let at = clause.light ?? clause.head
  for (let depth = 0; depth < 12; depth++) {
    const above = wordAt(tree, at).head
    // A relative clause has a tense of its own, and stands under nothing that stands above its noun.
    if (above < 0 || hangsBy(tree, at, 'acl:relcl') || isBehindTeller(tree, at)) break
    const ranked = isRanked(tree, (lemma, id) => isOfClass(lexicon, lemma, id), at)
    // "The third state to leave": no "state" that says so.
    const operator = !ranked && isComplement(tree, at) ? operatorAt(tree, above, at, lexicon) : undefined
    if (operator) {
      operators.push(wordAt(tree, above).lemma.toLowerCase())
      const upper = clauses.get(above)
      if (operator.inner === 'negated') negated = !negated
      else if (!isAbleInPast(tree, above, lexicon)) status = stronger(status, operator.inner)
      if (upper?.negated && operator.inner !== 'reported') status = stronger(status, 'hypothetical')
      // "may be quick to attack": an adjective has its mood, though it is no clause.
      const mood = upper?.mood ?? (wordAt(tree, above).upos === 'ADJ' ? moodOf(tree, above).mood : 'asserted')
      status = stronger(status, mood)
    } else if (isYetToCome(tree, at)) {
      negated = !negated
      // "has yet to rule out sending troops": nor has it sent them.
      if (operators.length > 0) status = stronger(status, 'hypothetical')
      operators.push('yet')
    } else if (isTooMuch(tree, at)) {
      if (!isForward(tree, at, lexicon)) status = stronger(status, 'hypothetical')
    } else if (ranked ? isToCome(tree, above) : isPurpose(lexicon, tree, at)) status = stronger(status, 'future')
    else if (hangsBy(tree, at, 'conj') && clauses.get(above)?.light !== undefined && at !== above) {
      // A coordinated clause stands under what its first one stands under.
    } else if (!hangsBy(tree, at, 'xcomp', 'obj', 'obl', 'nmod', 'conj', 'nsubj', 'appos', 'acl', 'advcl', 'compound')) break
    at = above
  }
  return { status: isAttributed(tree, clause) ? stronger(status, 'reported') : status, negated, operators }
}

/** "Troops traded fire, officials said on Friday, as China urged restraint": what stands behind who tells it, and has a subject of its own, he doesn't tell. */
const isBehindTeller = (tree: Tree, at: number): boolean => {
  if (!hangsBy(tree, at, 'advcl', 'conj') || !dependents(tree, at, 'mark').some((m) => ASIDE.test(wordAt(tree, m).text))) return false
  const told = wordAt(tree, at).head
  const teller = told < 0 || !hangsBy(tree, told, 'ccomp') ? -1 : wordAt(tree, told).head
  return teller > told && teller < at && dependents(tree, at, 'nsubj', 'nsubj:pass').length > 0
}

const ASIDE = /^(as|while)$/i

/** "according to Poland", "allegedly". */
const isAttributed = (tree: Tree, clause: Clause): boolean =>
  clause.args.some((a) => a.slot === 'according to' && a.via !== 'relative') ||
  dependents(tree, clause.head, 'advmod').some((at) => /^(allegedly|reportedly|supposedly|purportedly)$/i.test(wordAt(tree, at).text))

const isComplement = (tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'xcomp', 'ccomp', 'acl', 'csubj') ||
  (hangsBy(tree, at, 'advcl') &&
    dependents(tree, at, 'mark', 'case').some((m) => /^(of|for|from|to|into|with|against|on)$/i.test(wordAt(tree, m).text)))

/** "to discuss an intervention": a purpose, not yet done. */
const isPurpose = (lexicon: Lexicon, tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'advcl', 'acl') &&
  dependents(tree, at, 'mark').some((m) => wordAt(tree, m).text.toLowerCase() === 'to') &&
  !dependents(tree, at, 'aux').some((a) => /^(have|having|has|had)$/i.test(wordAt(tree, a).text)) &&
  !isTalkOfMeeting(lexicon, tree, at)

/** "called the minister to discuss the truce": what those who meet meet for they did. */
const isTalkOfMeeting = (lexicon: Lexicon, tree: Tree, at: number): boolean => {
  const { lemma, head } = wordAt(tree, at)
  return isOfClass(lexicon, lemma, 'discussing') && head >= 0 && isOfClass(lexicon, wordAt(tree, head).lemma, 'getting-together')
}

const operatorAt = (tree: Tree, head: number, below: number, lexicon: Lexicon): Operator | undefined => {
  // "Islamic State, having used gas": a name states nothing.
  if (wordAt(tree, head).upos === 'PROPN') return undefined
  const lemma = wordAt(tree, head).lemma.toLowerCase()
  // "told Paris that it had left" reports; "told it to leave" does not.
  const that = hangsBy(tree, below, 'ccomp') ? lexicon.operators.get(`${lemma} that`) : undefined
  if (that) return that
  // "banned exports to punish it" has a purpose; "banned it from exporting" has none. "The week ended with Chad leaving": it left.
  const marked = dependents(tree, below, 'mark')
    .map((at) => wordAt(tree, at).text.toLowerCase())
    .filter((mark) => /^(to|with)$/.test(mark))
    .map((mark) => lexicon.operators.get(`${lemma} ${mark}`))
    .find((found) => found !== undefined)
  if (marked) return marked
  // "plan" above a participle that merely stands behind it is no planning.
  if (wordAt(tree, head).upos === 'NOUN' && hangsBy(tree, below, 'acl') && dependents(tree, below, 'mark', 'case').length === 0)
    return undefined
  const beside = (tree.children[head] ?? [])
    .filter(
      (at) =>
        at > head &&
        (at <= head + 3 || dependents(tree, at, 'case').includes(head + 1)) &&
        hangsBy(tree, at, 'compound:prt', 'obl', 'advmod', 'case', 'mark'),
    )
    .flatMap((at) => [at, ...dependents(tree, at, 'case')])
    .map((at) => lexicon.operators.get(`${lemma} ${wordAt(tree, at).text.toLowerCase()}`))
    .find((found) => found !== undefined)
  return beside ?? lexicon.operators.get(lemma)
}
