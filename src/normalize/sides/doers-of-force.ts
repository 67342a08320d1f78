import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { Found, Resolved } from './found.ts'
import { firstSlot, isKnown, partiesOf } from './parties-in-slots.ts'
import { inSlots, type SideRule, STRIKES, sourceSlots } from './sides.ts'

/** "The attack by rebels killed six", "a raid that wounded two": what an act of force does, whoever does the act has done; null where the subject is none. */
export const doersOf = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): readonly Found[] | null => {
  if (clause.kind !== 'verb' || rule.source !== null) return null
  const [subject, other] = inSlots(clause, ['subject'])
  const noun = subject && !other ? actAround(at, subject, clauses) : undefined
  if (noun?.kind !== 'noun') return null
  const act = at.reading.candidates.find((c) => c.clause.head === noun.head)?.acts[0]
  if (!act || !STRIKES.test(act.entry.cameo)) return null
  // "wants to end a war that has killed thousands": who ends it has not fought it.
  const slots = sourceSlots(noun, act.entry)
  return firstSlot(at, noun, act.entry.joint ? slots.filter((slot) => slot !== 'outer') : slots, () => true, 'doers')
}

/** "Six were killed when troops opened fire", "three were killed and five wounded when …": who does the act of force that a clause of time tells, behind the last of those joined. */
export const doersWhen = (at: Resolved, { head }: Clause): readonly Found[] => {
  const { tree, candidates } = at.reading
  const below = [head, ...dependents(tree, head, 'conj')]
    .flatMap((verb) => dependents(tree, verb, 'advcl'))
    .filter((c) => dependents(tree, c, 'mark', 'advmod').some((m) => /^(when|as|after)$/i.test(wordAt(tree, m).text)))
  for (const { clause, acts } of candidates)
    if (below.includes(clause.head) && acts[0] && COERCES.test(acts[0].entry.cameo)) {
      const found = firstSlot(at, clause, sourceSlots(clause, acts[0].entry), () => true, 'doers')
      if (found.length > 0) return found
    }
  return []
}

/** "was killed in a raid by rebels": whoever does the act of force in which somebody is struck. */
export const raiders = (at: Resolved, clause: Clause, rule: SideRule): readonly Found[] => {
  if (!/^(171|18|19|20)/.test(rule.cameo ?? '')) return []
  const heads = inSlots(clause, ['in', 'during', 'after']).map((a) => a.head)
  const raid = at.reading.candidates.find(
    ({ clause: { kind, head }, acts: [act] }) => kind === 'noun' && heads.includes(head) && STRIKES.test(act?.entry.cameo ?? ''),
  )
  // "was shot dead in a clash with police": with whom it was.
  if (raid?.acts[0]?.entry.joint === true) return clause.passive ? firstSlot(at, raid.clause, ['with'], () => true, 'doers') : []
  return raid?.acts[0]?.entry.joint === false
    ? firstSlot(at, raid.clause, sourceSlots(raid.clause, raid.acts[0].entry), isKnown, 'doers')
    : []
}

/** "Iranian missiles were fired at bases": whose the things are that strike is who acts, where they strike somebody. */
export const weapons = (at: Resolved, clause: Clause): readonly Found[] => {
  const fired = partiesOf(at, inSlots(clause, ['object']))
  return fired.length > 0 && fired.every((f) => f.owned) && clause.args.some((a) => /^(at|on|into|toward|towards|against)$/.test(a.slot))
    ? fired
    : []
}

/** The act that is a subject; "an attack on churches that killed six": of a deadly deed the act, though the parser took who is hit for the subject. */
const actAround = (at: Resolved, { head, via }: Argument, clauses: ReadonlyMap<number, Clause>): Clause | undefined => {
  const { tree } = at.reading
  const above =
    via === 'relative' && hangsBy(tree, head, 'nmod') && /^(on|against|at|in)$/.test(preposition(tree, head)) ? wordAt(tree, head).head : -1
  const struck = at.reading.candidates.find((c) => c.clause.head === above)
  return struck?.clause.kind === 'noun' && STRIKES.test(struck.acts[0]?.entry.cameo ?? '') ? struck.clause : clauses.get(head)
}

const COERCES = /^(17|18|19|20)/
