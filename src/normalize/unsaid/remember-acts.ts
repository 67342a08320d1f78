import type { Event, Party, Sentence } from '../../document.ts'
import type { Outcome } from '../judge-candidate.ts'
import { type Deed, type Discourse, lastNamed, type Pair, remember, type Told } from '../references/discourse.ts'
import { certain, entitiesOf } from './besides.ts'

/** Remembers who has acted on whom in a sentence: the pairs by which a side left unsaid later is told. What was inferred itself teaches nothing. */
export const rememberActs = (discourse: Discourse, outcomes: readonly Outcome[], { index, section, start, end }: Sentence): Discourse => {
  if (!outcomes.some((outcome) => 'action' in outcome)) return discourse
  const referent = (party: Party | undefined) =>
    party &&
    (discourse.referents.findLast((r) => r.start === party.start && r.entity === party.entity) ??
      lastNamed(discourse.referents, party.entity))
  const pairs = outcomes.flatMap((outcome): readonly Pair[] => {
    if (!('action' in outcome) || isArrival(outcome)) return []
    const [source] = outcome.source.filter((p) => p.basis !== 'discourse')
    const target = outcome.target.find((p) => p.basis !== 'discourse' && p.entity !== source?.entity)
    const [first, second] = [referent(source), referent(target)]
    return first && second ? [{ entities: [first, second], sentence: index, section, bond: isJoint(outcome) ? 'act' : null }] : []
  })
  const acts = outcomes.flatMap((outcome): readonly Deed[] => {
    if (!('action' in outcome)) return []
    const named = (side: readonly Party[]): readonly string[] =>
      side.flatMap((p) => (p.basis === 'discourse' || p.entity === null ? [] : [p.entity])).slice(0, 3)
    const { root } = outcome.action
    return named(outcome.source).flatMap((source) => named(outcome.target).map((target) => ({ source, target, root, sentence: index })))
  })
  const told = outcomes.flatMap((outcome): readonly Told[] => {
    if (!('action' in outcome)) return []
    const { source, target, action } = outcome
    // A guess that is quoted where the act stands is of its place.
    const there = target.filter((p) => p.basis !== 'discourse' || (p.role === null && p.start >= start && p.end <= end))
    return [{ sources: certain(source), targets: entitiesOf(there), root: action.root, sentence: index, parties: [...source, ...there] }]
  })
  return remember(discourse, [], pairs, acts, told)
}

/** "India's premier arrived in London": who came to a place has dealt with nobody there yet. */
const isArrival = ({ action, trigger }: Event): boolean => action.cameo === '042' && / in$/.test(trigger.text)

/** Whether each party stands on both sides. */
const isJoint = ({ source, target }: Event): boolean =>
  source.length > 1 && source.every(({ entity }) => target.some((p) => p.entity === entity))
