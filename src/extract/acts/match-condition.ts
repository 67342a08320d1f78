import { keepsLast } from '../../lexicon/remembered.ts'
import type { Wanted } from '../../lexicon/wanted.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependent, type Tree, wordAt } from '../clauses/tree.ts'
import { complementHolds } from './complement-holds.ts'
import { inClass, isActor, isCalled, isKind, type Scene } from './head-holds.ts'

/** What each kind of condition scores where it holds (docs/lexicon.md). */
export const WEIGHT = { word: 4, class: 3, kind: 2, actor: 1, any: 1, none: 1, clause: 1 } as const

/** The score of all conditions (docs/lexicon.md: "Which entry wins"), or null when one of them doesn't hold. */
export const scoreConditions = (scene: Scene, clause: Clause, conditions: readonly Wanted[]): number | null => {
  let score = 0
  for (const wanted of conditions) {
    const best = bestOf(scene, clause, wanted)
    if (best < 0) return null
    score += best
  }
  return score
}

/** The same of one slot's conditions. */
export const scoreSlot = (scene: Scene, clause: Clause, wanted: Wanted): number | null => {
  const best = bestOf(scene, clause, wanted)
  return best < 0 ? null : best
}

/** Whether one of a slot's conditions holds. */
export const anyHolds = (scene: Scene, clause: Clause, wanted: Wanted): boolean => bestOf(scene, clause, wanted) >= 0

/** The weight of the best condition of a slot that holds, -1 where none does. The weightiest kind is looked at first. */
const bestOf = (scene: Scene, clause: Clause, wanted: Wanted): number => {
  const { slot, words, classes, kinds, actor, any, clause: anyClause, none } = wanted
  if (slot === 'complement') return bestComplement(scene, clause, wanted)
  const heads = headsIn(scene, clause, slot)
  if (heads.length === 0) return none ? WEIGHT.none : -1
  if (words.size > 0) for (const head of heads) if (isCalled(scene, head, words)) return WEIGHT.word
  for (const id of classes) for (const head of heads) if (inClass(scene, head, id)) return WEIGHT.class
  for (const kind of kinds) {
    if ((kind === 'several' && heads.length > 1) || heads.some((head) => isKind(scene, head, kind))) return WEIGHT.kind
  }
  if (any || anyClause) return WEIGHT.any
  if (actor) for (const head of heads) if (isActor(scene, head)) return WEIGHT.actor
  return -1
}

const bestComplement = (scene: Scene, clause: Clause, { conditions }: Wanted): number => {
  let best = -1
  for (const condition of conditions) {
    const weight = WEIGHT[condition.test]
    if (weight > best && complementHolds(scene, clause, condition)) best = weight
  }
  return best
}

/** The heads of a clause's arguments in a slot; the many entries of a verb ask for the same ones. */
const headsIn = ({ tree }: Scene, clause: Clause, slot: string): readonly number[] => {
  const slots = filled(clause)
  const before = slots.get(slot)
  if (before !== undefined) return before
  const heads: number[] = []
  if (slot === 'governor') heads.push(...governorOf(clause))
  else for (const argument of clause.args) if (fills(clause, argument.slot, slot)) heads.push(argument.head)
  if (slot === 'subject' && heads.length === 1) heads[0] = speakerOf(tree, clause, heads[0] as number)
  slots.set(slot, heads)
  return heads
}

/** "The union said it had approved the plan": of "it" holds what holds of who says so. */
const speakerOf = (tree: Tree, { head, kind, link, governor }: Clause, subject: number): number => {
  if (kind !== 'verb' || link !== 'ccomp' || governor === null || wordAt(tree, subject).head !== head) return subject
  if (!/^(it|they)$/i.test(wordAt(tree, subject).text)) return subject
  const speaker = dependent(tree, governor, 'nsubj')
  return speaker === null || speaker > governor || !/^(NOUN|PROPN)$/.test(wordAt(tree, speaker).upos) ? subject : speaker
}

const filled = keepsLast((_: Clause) => new Map<string, readonly number[]>())

/** "announced a deal": the verb that a noun is the object of. */
const governorOf = ({ kind, governor, link, light }: Clause): readonly number[] =>
  kind !== 'noun' ? [] : light !== null ? [light] : governor !== null && /^(obj|nsubj:pass)$/.test(link) ? [governor] : []

/** Of a noun, what it acts on stands in its `of` phrase, before it as possessor or compound. */
const fills = (clause: Clause, given: string, wanted: string): boolean => {
  if (given === wanted) return true
  if (wanted === 'to' && given === 'indirect') return clause.kind === 'verb'
  // "told parliament that …": the treebanks call who is addressed now the one, now the other.
  if (wanted === 'object' && given === 'indirect') return clause.kind === 'verb' && clause.args.every((a) => a.slot !== 'object')
  if (wanted === 'of' && given === 'out of') return true
  if (wanted === 'toward') return given === 'towards'
  if (wanted === 'on') return given === 'upon' || given === 'onto'
  if (clause.kind !== 'noun') return false
  if (wanted === 'object') return given === 'of' || given === 'modifier' || given === 'poss'
  if (wanted === 'subject') return given === 'by' || given === 'poss'
  return false
}
