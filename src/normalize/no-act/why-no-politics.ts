import type { Party } from '../../document.ts'
import type { Act } from '../../extract/acts/find-act.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import { isAmongPrivatePeople, isPolitical } from '../political.ts'
import type { Sides } from '../sides/find-sides.ts'
import { isOfPrivateLife, isPrivateOther, isPrivateParty } from './private-sides.ts'

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
  if (isOfPrivatePeople(scene, { clause, act, source, target, root }))
    return { reason: 'not-political', detail: 'it is between people and firms of private life' }
  return root === '01' && !source.some(isPoliticalParty) ? { reason: 'no-actor', detail: 'its speaker is no political actor' } : null
}

/** "The Finnish crane maker cut ties with a supplier", "The Chinese pianist visited Vienna": what people and firms of private life do among themselves, or somewhere. */
const isOfPrivatePeople = ({ reading, lexicon }: Scene, { clause, act, source, target, root }: Between): boolean => {
  if (source.length === 0 || !mayBePrivate(act, root)) return false
  const { tree } = reading
  const isPrivate = (party: Party): boolean => isPrivateParty(reading, lexicon, party, clause.head)
  const isOfLife = (party: Party): boolean => isOfPrivateLife(tree, lexicon, party, clause.head)
  if (!source.every(isPrivate)) return false
  const trades = source.some(({ role }) => role !== null && role !== 'CVL')
  // Doctors who come, scholars who work together, are their states'.
  if (trades && !act.loose && /^0(42|[67])/.test(act.entry.cameo) && source.every(({ role }) => /^(EDU|HLH|AGR)$/.test(role ?? '')))
    return false
  const objects = clause.args.filter((a) => a.slot === 'object')
  if (objects.length > 0 && objects.every((a) => isPrivateOther(tree, lexicon, a.head)) && target.every(({ role }) => !isOfficial(role)))
    return true
  const others = target.filter((party) => !isPrivate(party))
  // Who gives back what was looted, breaks with a state or defects to one is in its politics.
  if (others.length > 0)
    return (
      (act.loose || /^(04|08(?!4)|16(?!1))/.test(act.entry.cameo)) && source.every(isOfLife) && others.every(({ role }) => role === null)
    )
  if (target.length > 0 || act.loose) return true
  // What a trade demands is asked of its state, where nobody else is told.
  return !(trades && /^(02|10|13)$/.test(root)) && source.every(isOfLife)
}

const isOfficial = (role: string | null): boolean =>
  role !== null && /^(GOV|DIP|MIL|COP|LEG|JUD|SPY|REB|SEP|INS|UAF|OPP|PTY|IGO)$/.test(role)

/** Force, protest, arrests, truces and flight are politics whoever they are of, where an entry tells them. */
const mayBePrivate = ({ loose, entry }: Act, root: string): boolean =>
  loose ? root !== '14' : !/^(082|0871|14|15|17|18|19|20)/.test(entry.cameo) && !entry.contexts.includes('asylum')

/** Several who protest, strike or go on striking are in politics by that, whoever they are. */
const isStrike = ({ reading }: Scene, { cameo }: ActionEntry, source: readonly Party[]): boolean =>
  /^(14|082)/.test(cameo) && source.some((party) => reading.mentions.some((m) => m.start === party.start && m.plural))

/** "Tens of thousands marched through Belgrade", "Riots broke out": who protests may be anybody, where the sentence is about it. */
const isProtest = ({ kind, link }: Clause, { entry, loose }: Act): boolean =>
  entry.cameo.startsWith('14') && !loose && (kind === 'verb' || link.startsWith('nsubj'))
