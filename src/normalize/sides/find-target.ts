import type { Party } from '../../document.ts'
import { type Clause, withArguments } from '../../extract/clauses/clause.ts'
import { isAcross } from '../../extract/clauses/is-across.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, subtree, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { belowTarget } from './below-target.ts'
import { type Found, type Resolved, withEntity, withParty } from './found.ts'
import { helpedThere } from './helped-there.ts'
import { missionPlaces } from './mission-places.ts'
import {
  isAnother,
  isAudience,
  isBlamed,
  isDepicted,
  isFoughtOver,
  isGoBetween,
  isMoved,
  isNoOne,
  isOwnCrowd,
  isOwnForce,
  isOwnOrgan,
  isOwnPublic,
  isOwnRegion,
  isSelf,
  isSent,
  isToppled,
  isUnit,
} from './no-target.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, partiesOf } from './parties-in-slots.ts'
import {
  facesGovernment,
  inSlot,
  isForOthers,
  isMeantFor,
  isMeantThere,
  isOnTheGround,
  PLACES,
  type SideRule,
  STRIKES,
  targetSlots,
} from './sides.ts'
import { isBelowAct, whereTarget } from './where-target.ts'
import { isDoerBeside, withinTarget } from './within-target.ts'

/**
 * Whom the act of a clause is done to: the first slot with an actor, else an actor in the clause below ("agreed to free the Serbs"), else the first other
 * one in the words that hang on the act. What belongs to the one who acts is nobody's target.
 */
export const findTarget = (
  at: Resolved,
  clause: Clause,
  rule: SideRule,
  source: readonly Found[],
  clauses: ReadonlyMap<number, Clause>,
): readonly Found[] => {
  const isTaken = (head: number): boolean => source.some((f) => f.mention.head === head)
  const isMine = (party: Party): boolean =>
    source.some(
      (f) =>
        f.party.entity === party.entity &&
        (f.party.role ?? '') === (party.role ?? '') &&
        (party.entity !== null || party.role !== null || f.party.name === party.name),
    )
  const isOfMine = (entity: string | null): boolean => source.some((f) => f.party.entity === entity)
  const opposed = source.some((f) => facesGovernment(f.party.role))
  // Things that belong to the one who acts ("withdrew its troops") are no target.
  const isBeyond = (f: Found): boolean => FORCE.test(rule.cameo ?? '') && isAcross(at.reading.tree, f.mention.head)
  const fits = (f: Found): boolean =>
    !isBeyond(f) &&
    !(source.length > 0 && clause.words.includes(f.mention.head)) &&
    !isSelf(f) &&
    !isSent(at, rule, f, clause.head) &&
    !isDepicted(at, rule, f) &&
    !isFoughtOver(at, f) &&
    !isNoOne(at, f) &&
    !isHelper(at, f.mention.head) &&
    !isMade(at, f) &&
    !isGoBetween(at, f, clause.head) &&
    !isTaken(f.mention.head) &&
    !(isMoved(rule) && isUnit(at, f, clause.head)) &&
    (!isMine(f.party) || isBlamed(rule, f) || isToppled(rule, source, f) || isOwnRegion(at, rule, f)) &&
    !isAudience(at, rule, f) &&
    !(!opposed && isOwnForce(rule, source, f)) &&
    !(
      isOfMine(f.party.entity) &&
      ((f.owned && !(/^052/.test(rule.cameo ?? '') && f.party.basis === 'name')) ||
        (f.party.basis === 'coreference' && !isAnother(f) && (opposed || !isOwnCrowd(rule, f))) ||
        (f.kind === 'name' &&
          f.party.role === null &&
          !(opposed && FACES.test(rule.cameo ?? '')) &&
          !isOwnPublic(at, rule, f, clause.head) &&
          !isOwnRegion(at, rule, f)) ||
        (isOwnOrgan(rule, f) && !opposed && !isToppled(rule, source, f)))
    )
  if (MEDIATES.test(rule.cameo ?? '')) {
    const both = betweenBelow(at, clause).filter(fits)
    if (both.length > 1) return both
  }
  const slots = targetSlots(clause, rule)
  const placed = isMeantFor(rule) ? withoutVenues(at, clause) : clause
  const direct = firstSlot(at, placed, slots, fits, !isOnTheGround(rule))
  // "sent experts to Algeria", "financed schools in Somalia": people whose state is only guessed to be the actor's are less than a state that is named.
  if (isForOthers(rule) && direct.every(({ party }) => party.basis === 'discourse' && isOfMine(party.entity))) {
    const others = firstSlot(
      at,
      placed,
      slots,
      (f) => fits(f) && !direct.some((d) => d.mention.head === f.mention.head),
      !isOnTheGround(rule),
    )
    if (others.some((f) => f.party.entity !== null)) return others
  }
  // "returned six Iraqi paintings to Syria": whose the things are is less than who gets them.
  if (GIVES.test(rule.cameo ?? '') && direct.length > 0 && direct.every((f) => f.owned)) {
    const receivers = firstSlot(at, clause, ['indirect', 'to'], fits)
    if (receivers.some((f) => f.party.entity !== null)) return receivers
  }
  if (direct.some((f) => f.party.entity !== null))
    return STRIKES.test(rule.cameo ?? '') ? ofPlace(at, clause, direct, fits) : missionPlaces(at, ofPlace(at, clause, direct, fits))
  // "accused the bill of harming Chad": what is blamed is no actor, and who is harmed not blamed.
  if (BLAMES.test(rule.cameo ?? '') && inSlot(clause, 'object').some((a) => a.via === 'own' && partiesOf(at, [a]).length === 0))
    return direct
  const quoted = rule.target === 'complement'
  const isNamed = (f: Found): boolean => fits(f) && !(f.party.basis === 'discourse' && isOfMine(f.party.entity))
  // "denied that its army had crossed the border".
  const deep = (f: Found): boolean => fits(f) && (opposed || !isOfMine(f.party.entity) || !ORGANS.test(f.party.role ?? ''))
  const named = isForOthers(rule) ? belowTarget(at, clause, clauses, isNamed, quoted) : []
  const below = named.length > 0 ? named : belowTarget(at, clause, clauses, deep, quoted)
  if (below.some((f) => f.party.entity !== null)) return STRIKES.test(rule.cameo ?? '') ? below : missionPlaces(at, below)
  // "struck a rebel-held area near the border": who holds what is struck, though their state is open.
  const isHolding = (f: Found): boolean =>
    /^(REB|SEP|INS|UAF)$/.test(f.party.role ?? '') && !inSlot(clause, 'modifier').some((a) => a.head === f.mention.head)
  if (STRIKES.test(rule.cameo ?? '') && direct.some(isHolding)) return direct
  const { tree } = at.reading
  const isStruck = clause.passive && STRIKES.test(rule.cameo ?? '')
  const within = withinTarget(
    at,
    clause,
    rule.cameo ?? '',
    source.length > 0,
    (f) =>
      deep(f) &&
      !(/^01/.test(rule.cameo ?? '') && !isBelowAct(tree, f.mention.head, clause.head)) &&
      !(isStruck && isDoerBeside(tree, f.mention.head, clause.head)),
  )
  if (within.length > 0) return within
  const wherein = isMeantThere(rule)
    ? whereTarget(at, clause, source.length > 0, fits)
    : AIDS.test(rule.cameo ?? '') && below.length === 0
      ? helpedThere(at, clause, fits)
      : []
  return wherein.length > 0 ? wherein : direct.length > 0 ? direct : below
}

/** "a mediation effort to prevent a war between Chad and Sudan": between whom one mediates, wherever the sentence tells it. */
const betweenBelow = (at: Resolved, clause: Clause): readonly Found[] => {
  const { tree } = at.reading
  const between = subtree(tree, clause.light ?? clause.head).find((head) => head > clause.head && preposition(tree, head) === 'between')
  return between === undefined
    ? []
    : conjuncts(tree, between)
        .flatMap((head) => partiesAt(at, head))
        .filter((f) => f.party.entity !== null)
}

const MEDIATES = /^(039|045)/
const GIVES = /^(061|07|084)/

/** "crushed the revolt with Moscow's help". */
const isHelper = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  const noun = wordAt(tree, head).head
  return (
    noun >= 0 &&
    hangsBy(tree, head, 'nmod:poss', 'amod', 'compound') &&
    preposition(tree, noun) === 'with' &&
    isOfClass(lexicon, wordAt(tree, noun).lemma, 'helping-hand')
  )
}

/** "agreed to set up a company": what is only made by it. */
const isMade = ({ reading: { tree }, lexicon }: Resolved, { party, mention: { kind, head } }: Found): boolean => {
  const verb = wordAt(tree, head).head
  return (
    verb >= 0 &&
    kind !== 'name' &&
    party.role === 'BUS' &&
    hangsBy(tree, head, 'obj') &&
    isOfClass(lexicon, wordAt(tree, verb).lemma, 'making')
  )
}

/** Who is hit near a border is not the state beyond it. */
const FORCE = /^(1[789]|20)/
/** What those who face their own government say to its state: "miners urged Chad to pay". */
const FACES = /^(02|1[01])/
const ORGANS = /^(GOV|MIL|COP|SPY)$/

const BLAMES = /^112/
const AIDS = /^07/

/** "killed six people in Kabul": the people, and they are of the place. */
const ofPlace = (at: Resolved, clause: Clause, direct: readonly Found[], fits: (f: Found) => boolean): readonly Found[] => {
  const [place] = direct
  if (!place || !clause.args.some((a) => PLACES.has(a.slot) && a.head === place.mention.head)) return direct
  const people = firstSlot(at, clause, ['object'], fits).filter((f) => f.party.entity === null && f.party.role !== null)
  return people.length > 0 ? people.map((f) => withParty(f, withEntity(at.lexicon, f.party, place.party))) : direct
}

/** "In Rome, Chad agreed to …", "agreed in Geneva": where it was done is nobody. */
const withoutVenues = ({ reading }: Resolved, clause: Clause): Clause =>
  withArguments(
    clause,
    clause.args.filter(
      ({ slot, head }) =>
        !PLACES.has(slot) ||
        (head > clause.head && reading.mentions.some((m) => m.head === head && m.kind === 'name' && m.basis === 'name')),
    ),
  )
