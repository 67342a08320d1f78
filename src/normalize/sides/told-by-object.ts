import type { Clause } from '../../extract/clauses/clause.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents } from '../../extract/clauses/tree.ts'
import { isStateForce } from '../role-groups.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { partiesOf } from './parties-in-slots.ts'
import { inSlots, type SideRule } from './sides.ts'

/** "a treaty between Iran and Tajikistan was signed": the parties of what they make, where the verb tells none and the noun no act of its own. */
export const betweenWhom = (at: Resolved, clause: Clause, { cameo }: SideRule): readonly Found[] =>
  inSlots(clause, ['object'])
    .filter(({ head }) => isPartOf(cameo ?? '', at.reading.candidates.find((c) => c.clause.head === head)?.acts[0]?.entry.cameo ?? ''))
    .flatMap(({ head }) => dependents(at.reading.tree, head, 'nmod'))
    .filter((below) => /^(between|among|with)$/.test(preposition(at.reading.tree, below)))
    .flatMap((below) => conjuncts(at.reading.tree, below))
    .flatMap((one) => partiesAt(at, one))
    .filter((f) => f.party.entity !== null)

/** "talks between Iran and Tajikistan broke down", "Iran's ties with Tajikistan soured": all whose they are. */
export const whoseSubject = (at: Resolved, clause: Clause): readonly Found[] =>
  inSlots(clause, ['subject'])
    .flatMap(({ head }) => [
      ...partiesAt(at, head),
      ...dependents(at.reading.tree, head, 'nmod')
        .filter((below) => /^(between|among|with)$/.test(preposition(at.reading.tree, below)))
        .flatMap((below) => conjuncts(at.reading.tree, below))
        .flatMap((one) => partiesAt(at, one)),
    ])
    .filter((f) => f.party.entity !== null)

/** Whether what the noun names is told by the verb: a treaty that is signed, a truce that is agreed, talks that are refused; not trade that grows. */
const isPartOf = (verb: string, noun: string): boolean =>
  noun === '' || verb.slice(0, 2) === noun.slice(0, 2) || /^(03|08|12|16)/.test(verb)

/** What two do, agree, break off or refuse: a truce between them was agreed, talks between them were broken off. */
const BETWEEN = /^(0[34568]|12|16[0134])/

/** Whether the parties of what is done, agreed or refused stand on both sides of it. */
export const isBetween = ({ cameo }: SideRule): boolean => BETWEEN.test(cameo ?? '')

/** "the deployment of Russian troops", "Serbian troops were withdrawn": whose forces are moved is who moves them, not who trains them. */
export const movedForces = (at: Resolved, clause: Clause, rule: SideRule, target: readonly Found[]): readonly Found[] => {
  const isNoun = clause.kind === 'noun'
  if (rule.target === 'object' || !(isNoun || clause.passive)) return []
  if (isDeployment(rule)) {
    const moved = target.filter(isForce)
    return moved.length > 0 || isNoun ? moved : partiesOf(at, inSlots(clause, ['object'])).filter((f) => isForce(f) && isTold(f))
  }
  if (!MOVES.test(rule.cameo ?? '') || (isNoun && inSlots(clause, ['by', 'poss', 'subject']).length > 0)) return []
  return partiesOf(at, inSlots(clause, [isNoun ? 'of' : 'object'])).filter((f) => isForce(f) && isTold(f))
}

const isTold = ({ party }: Found): boolean => party.entity !== null && party.basis !== 'discourse'

const isForce = ({ party, kind }: Found): boolean => isStateForce(party.role) || (kind === 'people' && party.role === 'IGO')

/** "Emirati aid was delivered to Sudan", "Russian gas was sold to Turkey": whose it is gives it. */
export const givenBy = (at: Resolved, clause: Clause, { cameo }: SideRule): readonly Found[] =>
  clause.kind === 'verb' && clause.passive && GIVES.test(cameo ?? '') && clause.args.some((a) => /^(to|in|into|indirect)$/.test(a.slot))
    ? partiesOf(at, inSlots(clause, ['object'])).filter((f) => f.owned && isTold(f) && f.party.basis !== 'capital')
    : []

/** "the Chadian ambassador to Mali was called home": whose envoy is recalled recalls him. */
export const recalledBy = (at: Resolved, clause: Clause, { cameo, target }: SideRule): readonly Found[] =>
  cameo === '161' && clause.passive && /^(from|to)$/.test(target ?? '')
    ? partiesOf(at, inSlots(clause, ['object'])).filter((f) => f.party.role === 'DIP' && isTold(f))
    : []

/** Where an envoy stood who is recalled: "from Mali", else what he was envoy to. */
export const recalledFrom = (at: Resolved, clause: Clause): readonly Found[] => {
  const from = partiesOf(at, inSlots(clause, ['from', 'to'])).filter((f) => f.party.entity !== null)
  return from.length > 0
    ? from
    : inSlots(clause, ['object'])
        .flatMap(({ head }) => dependents(at.reading.tree, head, 'nmod'))
        .filter((below) => /^(to|in)$/.test(preposition(at.reading.tree, below)))
        .flatMap((below) => conjuncts(at.reading.tree, below))
        .flatMap((one) => partiesAt(at, one))
        .filter((f) => f.party.entity !== null)
}

const MOVES = /^(07[24]|0874)/
/** Whether forces are put somewhere. */
export const isDeployment = ({ cameo }: SideRule): boolean => DEPLOYS.test(cameo ?? '')

const DEPLOYS = /^15/
const GIVES = /^(061|07)/
