import { type Discourse, nearness } from '../references/discourse.ts'
import type { Profile } from './profile-entities.ts'

/** How much was told of an entity together with those on the other side: as it adds to what the passage is about, and by itself. */
export const pairedWith = (
  { pairs }: Discourse,
  index: number,
  entity: string,
  known: readonly string[],
): { readonly together: number; readonly paired: number } => {
  let together = 0
  let paired = 0
  for (const { entities, sentence } of known.length === 0 ? NO_PAIRS : pairs) {
    const a = entities[0].entity
    const b = entities[1].entity
    if (!(a === entity && known.includes(b)) && !(b === entity && known.includes(a))) continue
    const near = nearness(index - sentence)
    together += 2 * (0.2 + near)
    paired = paired + 0.2 + near
  }
  return { together, paired }
}

const NO_PAIRS: Discourse['pairs'] = []

/** What an entity did before, near counting more: to those on the other side and suffered from them, and in acts of the quad class at all. */
export const deedsOf = ({ entity, deeds }: Profile, known: readonly string[], quad: number): Deeds => {
  if (deeds.length === 0) return NO_DEEDS
  let onKnown = 0
  let byKnown = 0
  let asSource = 0
  let asTarget = 0
  for (const deed of deeds) {
    const near = nearness(deed.ago)
    if (deed.source === entity) {
      if (known.includes(deed.target)) onKnown = onKnown + 0.3 + near
      if (deed.quad === quad) asSource = asSource + 0.3 + near
    }
    if (deed.target === entity) {
      if (known.includes(deed.source)) byKnown = byKnown + 0.3 + near
      if (deed.quad === quad) asTarget = asTarget + 0.3 + near
    }
  }
  return [onKnown, byKnown, asSource, asTarget]
}

export type Deeds = readonly [onKnown: number, byKnown: number, asSource: number, asTarget: number]

const NO_DEEDS: Deeds = [0, 0, 0, 0]
