import type { Party } from '../../document.ts'
import type { Act } from '../../extract/acts/find-act.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import { isAmongPrivatePeople, isPolitical } from '../political.ts'
import type { Sides } from '../sides/find-sides.ts'

/** An act with those on its sides. */
type Between = { readonly clause: Clause; readonly act: Act; readonly root: string } & Sides

/** Why those on its sides make no politics of an act; null where they do. */
export const whyNoPolitics = (
  scene: Scene,
  { clause, act, source, target, root }: Between,
): { readonly reason: 'no-actor' | 'not-political'; readonly detail: string } | null => {
  const sides = [...source, ...target]
  if (sides.length === 0 && !isProtest(clause, act)) return { reason: 'no-actor', detail: 'no actor stands on either side' }
  const isPoliticalParty = (party: Party): boolean => isPolitical(party, scene.lexicon)
  if (sides.length > 0 && !sides.some(isPoliticalParty) && !isStrike(scene, act.entry, source))
    return { reason: 'not-political', detail: 'neither side is a political actor' }
  if (isAmongPrivatePeople(source, target, act.entry))
    return { reason: 'not-political', detail: 'it is between people who stand for nobody' }
  return root === '01' && !source.some(isPoliticalParty) ? { reason: 'no-actor', detail: 'its speaker is no political actor' } : null
}

/** Several who protest, strike or go on striking are in politics by that, whoever they are. */
const isStrike = ({ reading }: Scene, { cameo }: ActionEntry, source: readonly Party[]): boolean =>
  /^(14|082)/.test(cameo) && source.some((party) => reading.mentions.some((m) => m.start === party.start && m.plural))

/** "Tens of thousands marched through Belgrade", "Riots broke out": who protests may be anybody, where the sentence is about it. */
const isProtest = ({ kind, link }: Clause, { entry, loose }: Act): boolean =>
  entry.cameo.startsWith('14') && !loose && (kind === 'verb' || link.startsWith('nsubj'))
