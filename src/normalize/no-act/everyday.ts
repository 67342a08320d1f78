import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { dependents, wordAt } from '../../extract/clauses/tree.ts'
import { isNamedOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

/** "hit the gym", "shook his head", "broke the fast": what anybody does with a thing of his own or with himself, where no other actor is told of. */
export const isEveryday = (judged: Judged): boolean => {
  const { clause, act, action, said } = judged
  if (clause.kind !== 'verb' || !(act.loose || PHYSICAL.test(action.root))) return false
  const objects = clause.args.flatMap(({ slot, head }) => (slot === 'object' ? [head] : []))
  return (
    objects.length > 0 &&
    objects.every((head) => isOfDailyLife(judged, head)) &&
    said.target.every(({ basis, start, end }) => basis === 'discourse' || objects.some((head) => isWithin(judged, head, start, end)))
  )
}

/** CAMEO roots of what is done by hand: breaches, force and its show. */
const PHYSICAL = /^(12|15|16|18|19|20)$/

/** "the fast", not "Chad's fast"; "his head", unless an entry tells what was done to it. */
const isOfDailyLife = (judged: Judged, head: number): boolean => {
  const { reading, lexicon, act } = judged
  const { tree, pieces } = reading
  if (wordAt(tree, head).upos !== 'NOUN') return false
  const { first } = nounPhrase(tree, head)
  if (pieces.some((piece) => piece.entity !== null && piece.first >= first && piece.last < head)) return false
  return (
    isNamedOf(lexicon, tree, head, 'everyday-thing') ||
    (act.loose &&
      isNamedOf(lexicon, tree, head, 'own-body') &&
      dependents(tree, head, 'nmod:poss').some((at) => wordAt(tree, at).upos === 'PRON' && mayBeOwn(judged, at)))
  )
}

/** "shook his head", of one; "police broke his arm" tells of somebody else's. */
const mayBeOwn = ({ reading: { tree, mentions }, clause }: Judged, owner: number): boolean =>
  !HIS.test(wordAt(tree, owner).text) ||
  !clause.args.some(
    ({ slot, head }) =>
      slot === 'subject' && mentions.some((m) => m.head === head && (m.plural || m.kind === 'people' || m.kind === 'body')),
  )

const HIS = /^(his|her)$/i

const isWithin = ({ reading: { tree } }: Judged, head: number, start: number, end: number): boolean => {
  const { first, last } = nounPhrase(tree, head)
  return start >= wordAt(tree, first).start && end <= wordAt(tree, last).end
}
