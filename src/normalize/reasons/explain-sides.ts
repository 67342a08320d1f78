import type { Party } from '../../document.ts'
import type { Candidate } from '../../extract/read-sentence.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import { partiesAt } from '../sides/parties.ts'
import { sourceSlots, targetSlots } from '../sides/sides.ts'
import { rankSide } from '../unsaid/fill-gap.ts'
import { type Told, whyTold } from './why-told.ts'

/** An actor that might have been a side of an event and is none: where it stands (`passage`: not in the clause), and why it lost. */
export type LostSide = { readonly slot: string; readonly party: Pick<Party, 'entity' | 'role' | 'text'>; readonly why: string }

/** The actors among a predicate's arguments that are no side of its event, then those of the passage that lost where a side was told by the passage. */
export const explainSides = (scene: Scene, told: Told): readonly LostSide[] => {
  const {
    candidate: { clause, acts },
    event,
  } = told
  const { reading, lexicon, resolutions, document } = scene
  const entry = acts[0]?.entry
  if (!entry) return []
  const at = { reading, lexicon, resolutions, text: document.article.text }
  const sides = [...event.source, ...event.target]
  const isSide = (party: Party): boolean =>
    sides.some((p) => (p.start === party.start && p.end === party.end) || (p.entity !== null && p.entity === party.entity))
  const arguments_ = clause.args.flatMap(({ slot, head }) =>
    partiesAt(at, head)
      .filter(({ party }) => !isSide(party))
      .map(({ party }) => ({ slot, party, why: whyNoSide(scene, candidateSlots(clause, entry), slot, party) })),
  )
  return [...arguments_, ...passage(scene, told, entry)]
}

const candidateSlots = (clause: Candidate['clause'], entry: ActionEntry) => ({
  source: sourceSlots(clause, entry),
  target: targetSlots(clause, entry),
})

const whyNoSide = ({ reading }: Scene, slots: ReturnType<typeof candidateSlots>, slot: string, party: Party): string => {
  if (party.entity === null && party.basis === 'unresolved' && party.role === null) return 'nobody that is known'
  if (!slots.source.includes(slot) && !slots.target.includes(slot)) return `"${slot}" is no side of this act`
  if (party.start < reading.sentence.start || party.end > reading.sentence.end) return 'only what the passage tells'
  return 'another slot goes before it'
}

/** Where the passage told a side: who else it might have been. */
const passage = (scene: Scene, told: Told, entry: ActionEntry): readonly LostSide[] => {
  const { clause } = told.candidate
  const { source, target } = told.event
  const guessed = (parties: readonly Party[]): boolean => parties.length > 0 && parties.every((p) => p.basis === 'discourse')
  const side = guessed(target) ? 'target' : guessed(source) ? 'source' : null
  const said = scene.said().get(clause.head)
  if (side === null || !said) return []
  const [found, known] = side === 'target' ? [target, source] : [source, target]
  const taken = new Set([...found, ...known].map((p) => p.entity))
  const ranked = rankSide(scene, said, entry, clause, side, known)
  const rule = whyTold(scene, told, side)
  const won = ranked.find(({ entity }) => entity === found[0]?.entity)?.sure ?? 1
  return ranked
    .filter(({ entity, sure }) => !taken.has(entity) && sure <= won)
    .slice(0, 3)
    .map(({ entity, sure }) => ({
      slot: 'passage',
      party: { entity, role: null, text: scene.lexicon.entities.get(entity)?.name ?? entity },
      why: rule ? `told otherwise: ${rule}` : `less likely from the passage (${sure.toFixed(2)} against ${won.toFixed(2)})`,
    }))
}
