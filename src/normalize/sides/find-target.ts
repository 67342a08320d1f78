import { type Clause, withArguments } from '../../extract/clauses/clause.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, subtree, type Tree } from '../../extract/clauses/tree.ts'
import { isOf } from '../is-of.ts'
import { isArmed } from '../role-groups.ts'
import { belowTarget } from './below-target.ts'
import { type Found, type Resolved, withEntity, withParty } from './found.ts'
import { helpedThere } from './helped-there.ts'
import { isOfActor, maySuffer, maySufferBelow, type Sought, soughtFor } from './may-suffer.ts'
import { missionPlaces } from './mission-places.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, partiesOf } from './parties-in-slots.ts'
import { inSlot, isForOthers, isMeantFor, isMeantThere, isOnTheGround, PLACES, type SideRule, STRIKES, targetSlots } from './sides.ts'
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
  const sought = soughtFor(at, clause, rule, source)
  const cameo = rule.cameo ?? ''
  const between = MEDIATES.test(cameo) ? betweenBelow(sought) : []
  if (between.length > 1) return between
  const direct = directTarget(sought)
  const strikes = STRIKES.test(cameo)
  if (direct.some(isKnown)) return strikes ? ofPlace(sought, direct) : missionPlaces(at, ofPlace(sought, direct))
  // "accused the bill of harming Chad": what is blamed is no actor, and who is harmed not blamed.
  if (BLAMES.test(cameo) && inSlot(clause, 'object').some((a) => a.via === 'own' && partiesOf(at, [a]).length === 0)) return direct
  // "forced families to flee into Burundi": where they flee to suffers nothing.
  if (clause.complements.some((c) => isOf(at.lexicon, at.reading.tree, c.head, 'fleeing'))) return direct
  const below = targetBelow(sought, clauses)
  if (below.some(isKnown)) return strikes ? below : missionPlaces(at, below)
  // "struck a rebel-held area near the border": who holds what is struck, though their state is open.
  if (strikes && direct.some((f) => isHolding(clause, f))) return direct
  const within = targetWithin(sought)
  if (within.length > 0) return within
  const where = targetWhere(sought, below)
  return where.length > 0 ? where : direct.length > 0 ? direct : below
}

const isKnown = ({ party }: Found): boolean => party.entity !== null

/** Those in the slots of the act itself. */
const directTarget = (sought: Sought): readonly Found[] => {
  const { at, clause, rule } = sought
  const fits = (f: Found): boolean => maySuffer(sought, f)
  const slots = targetSlots(clause, rule)
  const placed = isMeantFor(rule) ? withoutVenues(at, clause) : clause
  const whom = isOnTheGround(rule) ? 'anybody' : 'doers'
  const direct = firstSlot(at, placed, slots, fits, whom)
  // "sent experts to Algeria", "financed schools in Somalia": people whose state is only guessed to be the actor's are less than a state that is named.
  if (isForOthers(rule) && direct.every((f) => isGuessedOwn(sought, f))) {
    const isOther = (f: Found): boolean => fits(f) && !direct.some((d) => d.mention.head === f.mention.head)
    const others = firstSlot(at, placed, slots, isOther, whom)
    if (others.some(isKnown)) return others
  }
  // "requested fighter jets from France": so are people or weapons that nobody was told of before, whosever the passage lets one guess them to be.
  if ((isForOthers(rule) || GIVES.test(rule.cameo ?? '')) && direct.length > 0 && direct.every((f) => isNewlyTold(sought, f))) {
    const partners = firstSlot(at, placed, PARTNERS, (f) => fits(f) && !isNewlyTold(sought, f))
    if (partners.some(isKnown)) return partners
  }
  // "returned six Iraqi paintings to Syria": whose the things are is less than who gets them.
  if (GIVES.test(rule.cameo ?? '') && direct.length > 0 && direct.every((f) => f.owned)) {
    const receivers = firstSlot(at, clause, ['indirect', 'to'], fits)
    if (receivers.some(isKnown)) return receivers
  }
  return direct
}

/** Those whom the clause below the act names; of what is done for others rather those who are not only guessed to be the actor's own. */
const targetBelow = (sought: Sought, clauses: ReadonlyMap<number, Clause>): readonly Found[] => {
  const { at, clause, rule } = sought
  const how = { quoted: rule.target === 'complement', cameo: rule.cameo ?? '' }
  const isNamed = (f: Found): boolean => maySuffer(sought, f) && !isGuessedOwn(sought, f) && !isNewlyTold(sought, f)
  const named = isForOthers(rule) ? belowTarget(at, clause, clauses, isNamed, how) : []
  return named.length > 0 ? named : belowTarget(at, clause, clauses, (f) => maySufferBelow(sought, f), how)
}

/** Those in the words that hang on the act; of a statement only below the act, of a passive strike not its doer. */
const targetWithin = (sought: Sought): readonly Found[] => {
  const { at, clause, rule, source } = sought
  const { tree } = at.reading
  const cameo = rule.cameo ?? ''
  const isStruck = clause.passive && STRIKES.test(cameo)
  return withinTarget(
    at,
    clause,
    cameo,
    source.length > 0,
    (f) =>
      maySufferBelow(sought, f) &&
      !source.some((s) => clause.kind === 'verb' && s.mention.head > clause.head && isToldOf(tree, f.mention.head, s.mention.head)) &&
      !(STATES.test(cameo) && !isBelowAct(tree, f.mention.head, clause.head)) &&
      !(isStruck && isDoerBeside(tree, f.mention.head, clause.head)),
  )
}

/** "was called shameful by Bonino, the European commissioner": what is told of who acts; but "the deadline set by its neighbours" is set for it. */
const isToldOf = (tree: Tree, word: number, actor: number): boolean =>
  !hangsBy(tree, word, 'nmod:poss') && ancestors(tree, word).includes(actor)

/** The state where something is wanted, looked into or given, which alone is named. */
const targetWhere = (sought: Sought, below: readonly Found[]): readonly Found[] => {
  const { at, clause, rule, source } = sought
  const fits = (f: Found): boolean => maySuffer(sought, f)
  if (isMeantThere(rule)) return whereTarget(at, clause, source.length > 0, fits)
  return AIDS.test(rule.cameo ?? '') && below.length === 0 ? helpedThere(at, clause, fits) : []
}

/** Whose state only the passage tells, and tells to be the actor's. */
const isGuessedOwn = (sought: Sought, { party }: Found): boolean => party.basis === 'discourse' && isOfActor(sought, party)

/** "twelve fishermen", "tanks", "a new envoy": whom no article or possessor marks as known, and whose state only the passage tells. */
const isNewlyTold = ({ at }: Sought, { party, mention }: Found): boolean =>
  party.basis === 'discourse' &&
  mention.kind !== 'pronoun' &&
  ![mention.head, ...dependents(at.reading.tree, mention.head, 'det', 'nmod:poss')].some((word) =>
    KNOWN.test(at.reading.tree.words[word]?.text ?? ''),
  )

const KNOWN = /^(the|its|his|her|their|our|my|your|whose|this|that|these|those|both|such)$/i

const isHolding = (clause: Clause, { party, mention }: Found): boolean =>
  isArmed(party.role) && !inSlot(clause, 'modifier').some((a) => a.head === mention.head)

/** "a mediation effort to prevent a war between Chad and Sudan": between whom one mediates, wherever the sentence tells it. */
const betweenBelow = (sought: Sought): readonly Found[] => {
  const { at, clause } = sought
  const { tree } = at.reading
  const between = subtree(tree, clause.light ?? clause.head).find((head) => head > clause.head && preposition(tree, head) === 'between')
  return between === undefined
    ? []
    : conjuncts(tree, between)
        .flatMap((head) => partiesAt(at, head))
        .filter((f) => isKnown(f) && maySuffer(sought, f))
}

const MEDIATES = /^(039|045)/
const PARTNERS = ['indirect', 'to', 'from', 'with', 'for'] as const
const GIVES = /^(061|07|084)/

const BLAMES = /^112/
const AIDS = /^07/
const STATES = /^01/

/** "killed six people in Kabul": the people, and they are of the place. */
const ofPlace = (sought: Sought, direct: readonly Found[]): readonly Found[] => {
  const { at, clause } = sought
  const [place] = direct
  if (!place || !clause.args.some((a) => PLACES.has(a.slot) && a.head === place.mention.head)) return direct
  const people = firstSlot(at, clause, ['object'], (f) => maySuffer(sought, f)).filter((f) => !isKnown(f) && f.party.role !== null)
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
