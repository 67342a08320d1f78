import type { Party } from '../../document.ts'
import { type Argument, type Clause, withArguments } from '../../extract/clauses/clause.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { agentBehind } from './agent-behind.ts'
import { authorOf, ordererOf } from './author-of.ts'
import { doersOf, doersWhen, raiders, weapons } from './doers-of-force.ts'
import { isExchanged, isReciprocal } from './each-other.ts'
import { findTarget } from './find-target.ts'
import type { Found, Resolved } from './found.ts'
import { jointSides } from './joint-sides.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, isKnown, parties } from './parties-in-slots.ts'
import { inSlot, type SideRule, STRIKES, sourceSlots } from './sides.ts'
import { betweenWhom, givenBy, isBetween, isDeployment, movedForces, recalledBy, recalledFrom, whoseSubject } from './told-by-object.ts'
import { withoutOthers } from './without-others.ts'

export type Sides = { readonly source: readonly Party[]; readonly target: readonly Party[] }

/** Who does the act of a clause to whom. Joint acts list every party on both sides; a side that the text leaves unsaid is empty. */
export const findSides = (at: Resolved, read: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): Sides => {
  const clause = isSuffered(at, read) ? sufferersOf(read) : withoutOthers(at, read, rule)
  const source = findSource(at, clause, rule, clauses)
  if (rule.joint) return jointSides(at, clause, rule, source)
  if (isReciprocal(at, clause) || (source.length > 1 && isExchanged(at, clause))) return eachOther(source)
  const partners = rule.source === 'subject' && rule.target === 'subject' ? whoseSubject(at, clause) : []
  if (parties(partners).length > 1) return eachOther(partners)
  const both = source.length === 0 && clause.passive && isBetween(rule) ? betweenWhom(at, clause, rule) : []
  if (parties(both).length > 1) return eachOther(both)
  const recaller = source.length === 0 ? recalledBy(at, clause, rule) : []
  if (recaller.length > 0) return { source: parties(recaller), target: parties(recalledFrom(at, clause)) }
  const target = findTarget(at, clause, rule, source, clauses)
  if (isRecalledByBoth(at, clause, rule, source, target)) return eachOther(source)
  const own = source.length === 0 || (clause.kind === 'noun' && !isDeployment(rule)) ? movedForces(at, clause, rule, target) : []
  const givers = source.length === 0 && own.length === 0 ? givenBy(at, clause, rule) : own
  if (givers.length > 0) {
    const rest = onlyWith(clause, (a) => !givers.some((f) => f.mention.head === a.head))
    return { source: parties(givers), target: parties(findTarget(at, rest, rule, givers, clauses)) }
  }
  const fired = source.length === 0 && isStruck(clause, rule) ? weapons(at, clause) : []
  if (fired.length > 0) {
    const rest = onlyWith(clause, (a) => a.slot !== 'object')
    return { source: parties(fired), target: parties(findTarget(at, rest, rule, fired, clauses)) }
  }
  return { source: parties(source), target: parties(target) }
}

/** Who does it: in the slots of the act; else who is told as its author beside it, or of a passive by what it is done from, in or during. */
const findSource = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): readonly Found[] => {
  // "was killed in Beirut in a raid by rebels": the place has done nothing.
  const acts = (f: Found): boolean => rule.source !== 'in' || !inSlot(clause, 'in').some((a) => a.head === f.mention.head)
  const said = doersOf(at, clause, rule, clauses) ?? firstSlot(at, clause, sourceSlots(clause, rule), acts, 'doers')
  const named = said.length === 0 && clause.passive ? raiders(at, clause, rule) : said
  if (named.length > 0) return named
  const agents = agentBehind(at, clause)
  if (agents.length > 0) return agents
  const { reading, lexicon } = at
  const author =
    authorOf(reading, lexicon, clause) ?? (clause.passive || clause.kind === 'noun' ? ordererOf(reading, lexicon, clause) : null)
  if (author !== null) return partiesAt(at, author, 'doers')
  if (clause.passive && (isOfClass(lexicon, clause.lemma, 'casting-out') || HANDED.test(rule.cameo ?? '')))
    return firstSlot(at, clause, ['from'], isKnown)
  return isStruck(clause, rule) ? doersWhen(at, clause) : named
}

/** "was bombed". */
const isStruck = ({ passive }: Clause, { cameo }: SideRule): boolean => passive && STRIKES.test(cameo ?? '')

/** "Both countries recalled their ambassadors": each from the other. */
const isRecalledByBoth = (at: Resolved, clause: Clause, { cameo }: SideRule, source: readonly Found[], target: readonly Found[]): boolean =>
  cameo === '161' &&
  source.length === 2 &&
  target.every(({ party: { entity } }) => source.some((f) => f.party.entity === entity)) &&
  source.every((f) => f.mention.kind === 'description' && at.resolutions.get(f.mention.head)?.by === 'pair') &&
  inSlot(clause, 'from').length === 0

/** What each does to the other. */
const eachOther = (found: readonly Found[]): Sides => {
  const each = parties(found)
  return { source: each, target: each }
}

/** A clause with those of its arguments alone that pass a test. */
const onlyWith = (clause: Clause, test: (argument: Argument) => boolean): Clause => withArguments(clause, clause.args.filter(test))

/** "his arrest" as the arrest of him. */
const sufferersOf = (clause: Clause): Clause =>
  withArguments(
    clause,
    clause.args.map((a) => (a.slot === 'poss' ? { slot: 'of', head: a.head, via: a.via } : a)),
  )

/** "extradited from Spain", "shipped from Britain": who hands over or sends. */
const HANDED = /^(063|07[12])/

/** Whether an actor that is known stands on either side. */
export const knowsSide = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): boolean => {
  if (clause.kind === 'verb' && firstSlot(at, clause, sourceSlots(clause, rule), () => true, 'doers').some(isKnown)) return true
  const { source, target } = findSides(at, clause, rule, clauses)
  return source.some((p) => p.entity !== null) || target.some((p) => p.entity !== null)
}

/** "his arrest", "the journalist's murder", but "Russia's arrest of a journalist": a person's, it is done to him. */
const isSuffered = (at: Resolved, clause: Clause): boolean =>
  clause.kind === 'noun' &&
  isOfClass(at.lexicon, clause.lemma, 'suffering') &&
  !clause.args.some((a) => a.slot === 'of') &&
  clause.args.some((a) => {
    const mention = a.slot === 'poss' ? at.reading.mentions.find((m) => m.head === a.head) : undefined
    return mention !== undefined && (/^(person|people)$/.test(mention.kind) || /^(his|her|their)$/i.test(mention.text))
  })

/** The sides of every act of a sentence, by its head. */
export const saySides = (at: Resolved, clauses: ReadonlyMap<number, Clause>): ReadonlyMap<number, Sides> => {
  const said = new Map<number, Sides>()
  for (const { clause, acts } of at.reading.candidates) {
    const act = acts[0]
    if (act) said.set(clause.head, findSides(at, clause, act.entry, clauses))
  }
  return said
}
