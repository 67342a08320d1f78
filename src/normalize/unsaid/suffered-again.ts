import type { Party } from '../../document.ts'
import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { isNamedOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { findPlaceNames } from '../places/find-place-names.ts'
import { isForeign } from '../references/is-foreign.ts'
import type { Sides } from '../sides/find-sides.ts'
import { HARMS, STRIKES } from '../sides/sides.ts'
import { lastTold } from './last-told.ts'
import { isElsewhere, struck } from './struck-again.ts'

/**
 * "Chadian jets bombed a village in Sudan. Twelve people were killed", "A bridge was also hit": what is told to have been suffered, from nobody, right after one act of force is
 * that one's outcome. Null where none was told or two were, another place or cause is named, or those who suffer may be of either side.
 */
export const sufferedAgain = (scene: Scene, clause: Clause, cameo: string, open: readonly Party[]): Sides | null => {
  if (clause.kind !== 'verb' || !clause.passive || !HARMS.test(cameo) || open.some((p) => isForeign(p.text))) return null
  if (isSummedUp(scene, clause) || isArmOfEither(scene, clause)) return null
  const last = lastTold(scene, (told) => STRIKES.test(told.root))
  if (!last || !isBareOfCause(scene, clause) || isElsewhere(scene, clause.head, last.target.entity ?? '')) return null
  const { source, target } = last
  const isState = (party: Party): boolean => scene.lexicon.entities.get(party.entity ?? '')?.kind === 'state'
  const sufferers = isState(source) || !isState(target) ? PEACEFUL : OF_STATE
  const people = open.filter((p) => p.role !== null)
  if (!people.every((p) => sufferers.test(p.role ?? ''))) return null
  return { source: [source], target: people.length > 0 ? people.map((p) => struck(scene.lexicon, p, target)) : [target] }
}

/** "60,000 people have been killed": since long ago, and not just now. */
const isSummedUp = ({ reading: { tree } }: Scene, { head }: Clause): boolean =>
  dependents(tree, head, 'aux').some((at) => wordAt(tree, at).lemma === 'have')

/** "A plane was shot down": what both sides fight with. */
const isArmOfEither = ({ lexicon, reading: { tree } }: Scene, { args }: Clause): boolean =>
  args.some(({ slot, head }) => slot === 'object' && isNamedOf(lexicon, tree, head, 'arms-of-either'))

/** Nothing beside it but who suffers, when, where, and who says so. */
const isBareOfCause = ({ lexicon, reading, time }: Scene, { head, args }: Clause): boolean => {
  const { tree } = reading
  const spans = [...time.timexes, ...findPlaceNames(reading, lexicon)]
  const isWhenOrWhere = (at: number): boolean => spans.some((s) => s.start < wordAt(tree, at).end && wordAt(tree, at).start < s.end)
  const isNoCause = ({ slot, head: at }: Argument): boolean => slot === 'object' || slot === 'according to' || isWhenOrWhere(at)
  return (
    args.every(isNoCause) &&
    (tree.children[head] ?? []).every((at) => !hangsBy(tree, at, 'advcl', 'obl') || args.some((a) => a.head === at) || isWhenOrWhere(at))
  )
}

/** Roles of those who bear no arms and fight nobody. */
const PEACEFUL = /^(CVL|EDU|MED|HLH|AGR|LAB|REF|REL|BUS)$/
/** Roles of those of a state, where the other side is a group. */
const OF_STATE = /^(CVL|EDU|MED|HLH|AGR|LAB|REF|REL|BUS|GOV|MIL|COP|LEG|JUD)$/
