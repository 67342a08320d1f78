import type { Party } from '../../document.ts'
import { type Clause, withArguments } from '../../extract/clauses/clause.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { authorOf, ordererOf } from './author-of.ts'
import { doersOf, doersWhen, raiders, weapons } from './doers-of-force.ts'
import { isExchanged, isReciprocal } from './each-other.ts'
import { findTarget } from './find-target.ts'
import type { Found, Resolved } from './found.ts'
import { jointSides } from './joint-sides.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, isKnown, parties } from './parties-in-slots.ts'
import { inSlot, type SideRule, STRIKES, sourceSlots } from './sides.ts'
import { betweenWhom, givenBy, isBetween, isDeployment, movedForces } from './told-by-object.ts'
import { withoutOthers } from './without-others.ts'

export type Sides = { readonly source: readonly Party[]; readonly target: readonly Party[] }

/** Who does the act of a clause to whom. Joint acts list every party on both sides; a side that the text leaves unsaid is empty. */
export const findSides = (at: Resolved, read: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): Sides => {
  const clause = isSuffered(at, read)
    ? withArguments(
        read,
        read.args.map((a) => (a.slot === 'poss' ? { slot: 'of', head: a.head, via: a.via } : a)),
      )
    : withoutOthers(at, read, rule)
  // "was killed in Beirut in a raid by rebels": the place has done nothing.
  const acts = (f: Found): boolean => rule.source !== 'in' || !inSlot(clause, 'in').some((a) => a.head === f.mention.head)
  const said = doersOf(at, clause, rule, clauses) ?? firstSlot(at, clause, sourceSlots(clause, rule), acts, true)
  const named = said.length === 0 && clause.passive ? raiders(at, clause, rule) : said
  const author =
    named.length === 0
      ? (authorOf(at.reading, at.lexicon, clause) ??
        (clause.passive || clause.kind === 'noun' ? ordererOf(at.reading, at.lexicon, clause) : null))
      : null
  const source =
    author !== null
      ? partiesAt(at, author, true)
      : named.length === 0 && clause.passive && (isOfClass(at.lexicon, clause.lemma, 'casting-out') || HANDED.test(rule.cameo ?? ''))
        ? firstSlot(at, clause, ['from'], isKnown)
        : named.length === 0 && clause.passive && STRIKES.test(rule.cameo ?? '')
          ? doersWhen(at, clause)
          : named
  if (rule.joint) return jointSides(at, clause, rule, source)
  if (isReciprocal(at, clause) || (source.length > 1 && isExchanged(at, clause))) {
    const each = parties(source)
    return { source: each, target: each }
  }
  const both = source.length === 0 && clause.passive && isBetween(rule) ? parties(betweenWhom(at, clause, rule)) : []
  if (both.length > 1) return { source: both, target: both }
  const target = findTarget(at, clause, rule, source, clauses)
  const own = source.length === 0 || (clause.kind === 'noun' && !isDeployment(rule)) ? movedForces(at, clause, rule, target) : []
  const givers = source.length === 0 && own.length === 0 ? givenBy(at, clause, rule) : own
  if (givers.length > 0) {
    const others = withArguments(
      clause,
      clause.args.filter((a) => !givers.some((f) => f.mention.head === a.head)),
    )
    return { source: parties(givers), target: parties(findTarget(at, others, rule, givers, clauses)) }
  }
  const fired = source.length === 0 && clause.passive && STRIKES.test(rule.cameo ?? '') ? weapons(at, clause) : []
  if (fired.length > 0)
    return {
      source: parties(fired),
      target: parties(
        findTarget(
          at,
          withArguments(
            clause,
            clause.args.filter((a) => a.slot !== 'object'),
          ),
          rule,
          fired,
          clauses,
        ),
      ),
    }
  return { source: parties(source), target: parties(target) }
}

/** "extradited from Spain", "shipped from Britain": who hands over or sends. */
const HANDED = /^(063|07[12])/

/** Whether an actor that is known stands on either side. */
export const knowsSide = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): boolean => {
  if (clause.kind === 'verb' && firstSlot(at, clause, sourceSlots(clause, rule), () => true, true).some(isKnown)) return true
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
