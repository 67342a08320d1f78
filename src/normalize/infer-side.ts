import type { Party } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { actorCode } from '../lexicon/resolve-actor.ts'
import { type Discourse, type Referent, weighPairs } from './discourse.ts'

/**
 * The party that a sentence leaves unsaid: the one that the passage sets over against `known` ("Moscow suspended the talks" in a history of Russia and
 * NATO), or the known state's own public where the passage is about no other. Weighs who was named near, who was paired with the known party, and who
 * acted. It quotes where that party was last named. The basis is `discourse`.
 */
export const inferSide = (
  discourse: Discourse,
  lexicon: Lexicon,
  known: readonly Party[],
  sentence: number,
  section: number,
): readonly Party[] => {
  const mine = new Set(known.flatMap((p) => (p.entity === null ? [] : [p.entity])))
  if (mine.size === 0) return []
  const weights = new Map<string, number>()
  const add = (entity: string, weight: number): void => {
    if (!BYSTANDERS.has(lexicon.entities.get(entity)?.kind ?? '')) weights.set(entity, (weights.get(entity) ?? 0) + weight)
  }
  for (const r of discourse.referents)
    if (!r.locative && !r.guessed)
      add(r.entity, (r.subject ? 1 : 0.6) * (0.1 + nearness(sentence - r.sentence)) * (r.section === section ? 1 : 0.7))
  for (const { entities, sentence: at } of discourse.pairs)
    for (const [one, other] of [entities, [entities[1], entities[0]]] as const)
      if (mine.has(one.entity)) add(other.entity, 2 * (0.2 + nearness(sentence - at)))
  const ranked = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const other = ranked.find(([entity]) => !mine.has(entity))
  const own = ranked.find(([entity]) => mine.has(entity))
  const best = !other || (own && other[1] < DOMESTIC * own[1]) ? own : other
  if (!best || best[1] < LEAST) return []
  // A sentence that nothing stands before is no passage: it must tell itself.
  if (discourse.referents.every((r) => r.sentence === sentence)) return []
  const named = discourse.referents.filter((r) => r.entity === best[0] && r.sentence >= 0)
  const last = named.findLast((r) => r.sentence < sentence) ?? named.at(-1)
  return last ? [partyOf(last, lexicon)] : []
}

/** Below this share of its own weight a state's affairs are with its own public. */
const DOMESTIC = 0.25

/**
 * The two parties that a passage is about, for what they do together where neither is named ("Negotiations were opened near Oslo"): the pair told most
 * often and last; null where none stands out.
 */
export const inferPair = (discourse: Discourse, lexicon: Lexicon, sentence: number): readonly Party[] => {
  const best = weighPairs(discourse, sentence).find(({ pair }) =>
    pair.entities.every((r) => !BYSTANDERS.has(lexicon.entities.get(r.entity)?.kind ?? '')),
  )
  if (!best || best.weight < LEAST) return []
  const parties = best.pair.entities.flatMap(
    ({ entity }) => discourse.referents.findLast((r) => r.entity === entity && r.sentence >= 0 && r.sentence < sentence) ?? [],
  )
  return parties.length === 2 ? parties.map((r) => partyOf(r, lexicon)) : []
}

/** Kinds that tell of politics or suffer it, and are no side of it. */
const BYSTANDERS = new Set(['company', 'media'])
const LEAST = 0.5
const nearness = (sentences: number): number => 0.75 ** Math.min(24, Math.max(0, sentences))

const partyOf = ({ entity, role, code, name, text, start, end }: Referent, lexicon: Lexicon): Party => ({
  entity,
  role,
  code: code ?? actorCode(lexicon, entity, role),
  name,
  text,
  start,
  end,
  basis: 'discourse',
})
