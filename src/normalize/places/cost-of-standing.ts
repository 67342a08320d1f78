import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'
import type { PlaceName } from './find-place-names.ts'
import { isForce, isPhysical, isVerbal, isViolent } from './kinds-of-acts.ts'
import type { Standing } from './locate-name.ts'
import { prepOf } from './prep-of.ts'

/** What the way in which a name stands costs an act of this root, or null where it tells nothing of the act's place. */
export const costOfStanding = (
  lexicon: Lexicon,
  tree: Tree,
  { how, at }: Standing,
  clause: Clause,
  root: string,
  owner: number,
  name: PlaceName,
): number | null => {
  switch (how) {
    case 'where':
      // "aimed at Kabul": only force is at a state or its capital.
      return !isPhysical(root) && prepOf(tree, at) === 'at' && name.places.some((p) => p.rank === 'country' || p.rank === 'capital')
        ? null
        : 0
    case 'whither':
      if (isVerbal(root) && prepOf(tree, at) === 'from' && isByPhone(tree, at)) return 0.3
      // "friendly to Russia", "a request from Russia": going is a verb's, or the act's own noun's.
      if (wordAt(tree, at).head !== clause.head && wordAt(tree, wordAt(tree, at).head).upos !== 'VERB') return null
      // Who is given aid isn't where it is given.
      if (root === '07' && prepOf(tree, at) === 'to' && name.places.some((p) => p.rank === 'country')) return null
      return isPhysical(root) ? 0.7 : root === '04' && clause.kind === 'verb' ? 0.7 : null
    case 'object':
      return objectCost(lexicon, tree, at, clause, root, owner, name)
    case 'before':
      return beforeCost(lexicon, tree, at, clause, root, name)
    case 'beside':
      return null
  }
}

/** "said by telephone from Luanda". */
const isByPhone = (tree: Tree, at: number): boolean => dependents(tree, at, 'case').some((c) => c > 0 && isPhone(tree, c - 1))
export const isPhone = (tree: Tree, at: number): boolean => /^(phone|telephone|radio|video|videolink)$/i.test(wordAt(tree, at).text)

/** "attacked Kharkiv", "the siege of Mariupol", "visited Paris", "closed Torkham": a state is the place of violence only. */
const objectCost = (
  lexicon: Lexicon,
  tree: Tree,
  at: number,
  clause: Clause,
  root: string,
  owner: number,
  name: PlaceName,
): number | null => {
  const isState = name.places.some((p) => p.rank === 'country')
  if (
    hangsBy(tree, at, 'nmod', 'obl') &&
    /^(on|over|between|upon)$/.test(prepOf(tree, at)) &&
    !isState &&
    name.places.every((p) => p.rank !== 'capital') &&
    isPhysical(root)
  )
    return 0.3
  if (wordAt(tree, at).head !== owner) return null
  if (isViolent(root)) return isState ? (isForce(root) ? 0.5 : null) : 0.2
  if (root === '08' || root === '14') return isState ? null : 0.4
  // "Torkham was closed": a capital may stand for its state.
  if (root === '16' && isOf(lexicon, tree, clause.head, 'blockading'))
    return isState || name.places.some((p) => p.rank === 'capital') ? null : 0.4
  return root === '04' && clause.kind === 'verb' ? 0.4 : null
}

/** "the Paris attacks", "Geneva talks", "Nairobi police fired": towns only. */
const beforeCost = (lexicon: Lexicon, tree: Tree, at: number, clause: Clause, root: string, name: PlaceName): number | null => {
  if (name.places.some((p) => p.rank === 'country')) return null
  const { head } = wordAt(tree, at)
  if (head === clause.head) return isPhysical(root) || root === '04' || root === '05' || root === '06' ? 0.6 : null
  return isOf(lexicon, tree, head, 'of-their-town') && (isPhysical(root) || root === '16') ? 2 : null
}
