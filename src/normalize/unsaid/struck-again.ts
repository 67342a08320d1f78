import type { Party } from '../../document.ts'
import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { isDefinite, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, subtree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { findPlaceNames } from '../places/find-place-names.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { STRIKES } from '../sides/sides.ts'
import { lastTold } from './last-told.ts'

/**
 * "Israel bombed sites in Lebanon. The strikes killed 500": an act of force that is told of again by a definite noun, or as what it did, is between those of whom
 * it was told just before. Null where it is told of no such act, or two were told.
 */
export const struckAgain = (scene: Scene, clause: Clause, cameo: string, open: readonly Party[]): Sides | null => {
  if (!STRIKES.test(cameo)) return null
  const { lexicon } = scene
  const last = lastTold(scene, (told) => STRIKES.test(told.root))
  if (!last || !isAgain(scene, clause, last.target.entity ?? '')) return null
  const { source, target } = last
  const people = open.filter((p) => p.role !== null)
  return { source: [source], target: people.length > 0 ? people.map((p) => struck(lexicon, p, target)) : [target] }
}

/** "the strikes", "the attack", or what they did ("killed 500", "were killed in the attack"): without a place of others beside it, or an argument of its own. */
const isAgain = (scene: Scene, { kind, head, args, passive }: Clause, struck: string): boolean => {
  if (isElsewhere(scene, head, struck)) return false
  const nouns = kind === 'noun' ? [head] : args.filter((a) => (passive ? IN_WHICH : BY_WHICH).test(a.slot)).map((a) => a.head)
  return scene.reading.candidates.some(
    ({ clause, acts: [act] }) =>
      clause.kind === 'noun' && nouns.includes(clause.head) && STRIKES.test(act?.entry.cameo ?? '') && isBare(scene, clause),
  )
}

const BY_WHICH = /^subject$/
const IN_WHICH = /^(subject|in|during|by)$/

/** "the strikes", "the strikes in Beirut on Monday"; not "the attack on a mosque". */
const isBare = ({ lexicon, reading, time }: Scene, { head, args }: Clause): boolean => {
  const { tree } = reading
  const spans = [...time.timexes, ...findPlaceNames(reading, lexicon)]
  const isWhenOrWhere = (at: number): boolean => spans.some((s) => s.start <= wordAt(tree, at).start && wordAt(tree, at).end <= s.end)
  return (
    isOneOfThose(lexicon, tree, head) &&
    isOf(lexicon, tree, head, 'strike-again') &&
    args.every((a) => a.via === 'outer' || isManner(reading, a) || (isWhenOrWhere(a.head) && !BY_WHOM.test(a.slot)))
  )
}

const BY_WHOM = /^(by|poss|modifier|against|between|with)$/

/** "were killed in Paris in the attack": a place of another state than the one that was struck, beside the act or what it hangs on. */
export const isElsewhere = ({ lexicon, reading }: Scene, head: number, struck: string): boolean => {
  const { tree } = reading
  const beside = subtree(tree, hangsBy(tree, head, 'obl', 'nmod', 'nsubj', 'nsubj:pass', 'obj') ? wordAt(tree, head).head : head)
  return findPlaceNames(reading, lexicon).some(
    (name) =>
      beside.includes(name.head) &&
      (preposition(tree, name.head) !== '' || hangsBy(tree, name.head, 'compound')) &&
      !name.places.some((p) => p.country === struck),
  )
}

/** "the third attack", "the deadly raid": an adjective that tells of nobody. */
const isManner = ({ tree, pieces }: Scene['reading'], { slot, head }: Argument): boolean =>
  slot === 'modifier' && /^(ADJ|NUM)$/.test(wordAt(tree, head).upos) && !pieces.some((p) => p.first <= head && head <= p.last)

/** "the strikes", but also "a second strike", "another raid": one more by those who did the first. */
const isOneOfThose = (lexicon: Lexicon, tree: Scene['reading']['tree'], head: number): boolean =>
  isDefinite(tree, head) || dependents(tree, head, 'amod', 'det').some((at) => isOf(lexicon, tree, at, 'once-more'))

/** People whom it strikes, of the state that was struck. */
export const struck = (lexicon: Lexicon, people: Party, { entity, name }: Party): Party =>
  withEntity(lexicon, people, { entity, name, basis: 'discourse' })
