import type { Party } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Discourse, lastNamed, weighPairs } from '../references/discourse.ts'
import { STRIKES } from '../sides/sides.ts'
import { partyOf } from './party-of.ts'
import { BYSTANDERS } from './profile-entities.ts'

/**
 * The two parties that a passage is about, for what they do together where neither is named ("Negotiations were opened near Oslo"): the pair told most
 * often and last; none where none stands out. Those who only talk about it are `talkers`.
 */
export const inferPair = (
  discourse: Discourse,
  lexicon: Lexicon,
  sentence: number,
  talkers: readonly string[] = [],
  root = '',
): readonly Party[] => {
  const best = weighPairs(discourse, sentence).find(
    ({ pair }) =>
      pair.entities.every((r) => !BYSTANDERS.has(lexicon.entities.get(r.entity)?.kind ?? '')) &&
      !pair.entities.every((r) => talkers.includes(r.entity)) &&
      !(STRIKES.test(root) && pair.entities.some((r) => isOnlooker(discourse, lexicon, r.entity))),
  )
  if (!best || best.weight < LEAST) return []
  const before = discourse.referents.filter((r) => r.sentence >= 0 && r.sentence < sentence)
  const parties = best.pair.entities.flatMap(({ entity }) => lastNamed(before, entity) ?? [])
  return parties.length === 2 ? parties.map((r) => partyOf(r, lexicon)) : []
}

/** A body of states or charity that was told of no act of force. */
const isOnlooker = ({ acts }: Discourse, lexicon: Lexicon, entity: string): boolean =>
  /^(igo|ngo)$/.test(lexicon.entities.get(entity)?.kind ?? '') && !acts.some((a) => a.source === entity && STRIKES.test(a.root))

const LEAST = 0.3
