import type { Mention } from '../../document.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { CALLED_SO, HE_OR_SHE, IT, type Search, THEY_OF_ONE } from '../references/antecedents.ts'
import { type Discourse, type Referent, weighPairs } from '../references/discourse.ts'
import { whyNot } from '../references/find-antecedent.ts'
import type { Resolution, Standing } from '../references/resolution.ts'
import { resolveSentence } from '../references/resolve-sentence.ts'
import { weighGroups, weighStates } from '../references/weigh-focus.ts'

/** An antecedent that was considered for a reference and is not what it means. */
export type LostAntecedent = { readonly referents: readonly Referent[]; readonly why: string }

/** A mention that its own words leave open: what it was resolved to and why, or null; which other antecedents were considered, likeliest first, and why each lost. */
export type Reference = { readonly mention: Mention; readonly resolution: Resolution | null; readonly lost: readonly LostAntecedent[] }

/** Resolves a sentence's references once more and keeps what the extraction has no use for. `before` is what the article had said before the sentence. */
export const explainReferences = (reading: SentenceReading, lexicon: Lexicon, before: Discourse): readonly Reference[] => {
  const references: Reference[] = []
  resolveSentence(reading, lexicon, before, (mention, discourse, at, resolution) => {
    const lost = lostBy(discourse, mention, at, resolution).slice(0, MOST)
    if (resolution !== null || lost.length > 0) references.push({ mention, resolution, lost })
  })
  return references
}

/** So many losers are told of a reference. */
const MOST = 5

const lostBy = (discourse: Discourse, mention: Mention, at: Standing, resolution: Resolution | null): readonly LostAntecedent[] => {
  if (resolution === null) {
    const search = triedFor(mention)
    return search ? others(discourse, mention, at, undefined, search) : []
  }
  switch (resolution.by) {
    case 'pair':
      return weighPairs(discourse, at.sentence)
        .filter(({ pair }) => pair.entities.some((r) => !resolution.referents.some((found) => found.entity === r.entity)))
        .map(({ pair }) => ({ referents: pair.entities, why: 'told of together less, or longer ago' }))
    case 'list':
    case 'owner':
    case 'place':
    case 'compatriot':
      return []
    case 'focus':
    case 'group':
      return (resolution.by === 'focus' ? weighStates : weighGroups)(discourse, at)
        .filter(([entity]) => entity !== resolution.referents[0]?.entity)
        .flatMap(([entity, weight]) => {
          const referent = discourse.referents.findLast((r) => r.entity === entity)
          return referent ? [{ referents: [referent], why: `the passage names it less, or longer ago (${weight.toFixed(1)})` }] : []
        })
    default:
      return others(discourse, mention, at, resolution.referents[0], resolution.by)
  }
}

/** What was looked for in vain: of words that must stand for somebody. */
const triedFor = ({ kind, gender, text }: Mention): Search | null => {
  if (kind === 'description') return CALLED_SO
  if (kind !== 'pronoun' || /^(both|each)$/i.test(text)) return null
  if (gender) return HE_OR_SHE
  return /^its?/i.test(text) ? IT : THEY_OF_ONE
}

/** Every other actor that was named, as it was named last, in the order in which the search would take them. */
const others = (
  discourse: Discourse,
  mention: Mention,
  at: Standing,
  found: Referent | undefined,
  search: Search,
): readonly LostAntecedent[] => {
  const seen = new Set(found ? [keyOf(found)] : [])
  return discourse.referents
    .toReversed()
    .filter((r) => !seen.has(keyOf(r)) && Boolean(seen.add(keyOf(r))))
    .map((r) => ({ referents: [r], why: whyNot(r, found, mention, at, search) }))
}

const keyOf = (r: Referent): string => `${r.entity} ${r.rule ?? r.text}`
