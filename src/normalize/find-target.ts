import type { Clause } from '../extract/clauses/clause.ts'
import { conjuncts, preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, subtree, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { isArmed } from './antecedents.ts'
import { type Found, partiesAt, type Resolved } from './parties.ts'
import { firstSlot, partiesOf } from './parties-in-slots.ts'
import { facesGovernment, inSlots, isMeantFor, isOnTheGround, PLACES, type SideRule, targetSlots } from './sides.ts'

const key = (f: Found): string => `${f.party.entity}|${f.party.role ?? ''}`

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
  const mine = new Set(source.map(key))
  const entities = new Set(source.map((f) => f.party.entity))
  const taken = new Set(source.map((f) => f.mention.head))
  const opposed = source.some((f) => facesGovernment(f.party.role))
  // Things that belong to the one who acts ("withdrew its troops") are no target.
  const fits = (f: Found): boolean =>
    !taken.has(f.mention.head) &&
    !mine.has(key(f)) &&
    !isAudience(at, rule, f) &&
    !(!opposed && isOwnForce(rule, source, f)) &&
    !(
      entities.has(f.party.entity) &&
      (f.owned ||
        (f.party.basis === 'coreference' && !isAnother(f) && (opposed || !isOwnCrowd(rule, f))) ||
        (f.kind === 'name' && f.party.role === null && !isOwnPublic(at, rule, f)) ||
        (isOwnOrgan(f) && !opposed))
    )
  const slots = targetSlots(clause, rule)
  const direct = firstSlot(at, isMeantFor(rule) ? withoutVenues(at, clause) : clause, slots, fits, !isOnTheGround(rule))
  if (direct.some((f) => f.party.entity !== null)) return direct
  // "denied that its army had crossed the border".
  const deep = (f: Found): boolean => fits(f) && (opposed || !entities.has(f.party.entity) || !ORGANS.test(f.party.role ?? ''))
  const below = belowTarget(at, clause, clauses, deep)
  if (below.some((f) => f.party.entity !== null)) return below
  const within = withinTarget(at, clause, source.length > 0, deep)
  return within.length > 0 ? within : direct.length > 0 ? direct : below
}

/** "told reporters", "told state television": who passes it on is not whom it is meant for. */
const isAudience = ({ lexicon }: Resolved, { cameo }: SideRule, { party }: Found): boolean =>
  /^01/.test(cameo ?? '') && (party.role === 'MED' || lexicon.entities.get(party.entity ?? '')?.kind === 'media')

/** "massed 70,000 guardsmen", "sent troops": whom one deploys is one's own; and nobody's army shells itself. */
const isOwnForce = ({ cameo }: SideRule, source: readonly Found[], { party }: Found): boolean =>
  /^(MIL|COP|SPY)$/.test(party.role ?? '') &&
  ((/^15/.test(cameo ?? '') && party.basis === 'discourse' && source.length > 0) ||
    (/^(15|19|20)/.test(cameo ?? '') && source.some((f) => f.party.entity === party.entity)))

const ORGANS = /^(GOV|MIL|COP|SPY)$/

/** "imposed a curfew in parts of Bolivia": who governs coerces his own public where the words name the country as the place. */
const isOwnPublic = ({ reading: { tree } }: Resolved, { cameo }: SideRule, { mention: { head } }: Found): boolean => {
  if (!/^17/.test(cameo ?? '')) return false
  // "in parts of Bolivia".
  const whole = preposition(tree, head) === 'of' ? wordAt(tree, head).head : head
  return preposition(tree, whole) === 'in'
}

/** "In Rome, Chad agreed to …", "agreed in Geneva": where it was done is nobody. */
const withoutVenues = ({ reading }: Resolved, clause: Clause): Clause => ({
  ...clause,
  args: clause.args.filter(
    ({ slot, head }) =>
      !PLACES.has(slot) || (head > clause.head && reading.mentions.some((m) => m.head === head && m.kind === 'name' && m.basis === 'name')),
  ),
})

/** "protested against what it called aggression by the coast guard": the first other actor in the words that hang on the act. */
const withinTarget = (at: Resolved, clause: Clause, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  const mine = new Set(subtree(tree, clause.head))
  // "Talks between Chad and Sudan were suspended by Chad": of a passive the object stands before it.
  const before = new Set(clause.passive ? inSlots(clause, ['object']).flatMap((a) => (a.via === 'own' ? subtree(tree, a.head) : [])) : [])
  // "stood with its ally and condemned China": what the second verb is done to.
  if (acts)
    for (const verb of dependents(tree, clause.head, 'conj', 'parataxis')) for (const below of subtree(tree, verb)) mine.delete(below)
  for (const at of [...mine]) if (isApart(tree, at, clause.head)) for (const below of subtree(tree, at)) mine.delete(below)
  for (const mention of mentions) {
    if (
      (mention.head < clause.head && !before.has(mention.head)) ||
      !mine.has(mention.head) ||
      isLocative(at, mention.head) ||
      isAside(at, mention.head)
    )
      continue
    const heads = preposition(tree, mention.head) === 'between' ? [mention.head] : conjuncts(tree, mention.head)
    const found = heads.flatMap((head) => partiesAt(at, head)).filter((f) => f.party.entity !== null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

/** The subject of a clause beside the act: "the decision, which Washington called unconscionable", "died as France shelled the town". */
const isAside = (at: Resolved, head: number): boolean => {
  const { tree } = at.reading
  if (!hangsBy(tree, head, 'nsubj')) return false
  const verb = wordAt(tree, head).head
  if (hangsBy(tree, verb, 'acl:relcl')) return true
  return hangsBy(tree, verb, 'advcl') && dependents(tree, verb, 'mark').some((m) => /^(as|while|when)$/i.test(wordAt(tree, m).text))
}

/** A clause with a subject of its own that is told beside the act: "… as the OAS sent its envoy", "…, and Mandela defied them". */
const isApart = (tree: Tree, at: number, act: number): boolean =>
  at !== act &&
  dependents(tree, at, 'nsubj').length > 0 &&
  (hangsBy(tree, at, 'conj', 'parataxis') ||
    (hangsBy(tree, at, 'advcl') && dependents(tree, at, 'mark').some((m) => BESIDE.test(wordAt(tree, m).text))))

const BESIDE = /^(as|while|when|although|though|because)$/i

const isLocative = (at: Resolved, head: number): boolean =>
  dependents(at.reading.tree, head, 'case').some((c) =>
    /^(in|near|at|outside|inside|around|through|since|until|during|before|after|according)$/i.test(wordAt(at.reading.tree, c).text),
  )

/** "agreed to free the prisoners", "accused of bombing": the other party stands in the clause below. */
const belowTarget = (
  at: Resolved,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
  fits: (f: Found) => boolean,
  depth = 0,
): readonly Found[] => {
  for (const { head } of clause.complements) {
    const inner = clauses.get(head)
    if (!inner || depth > 2 || head < clause.head) continue
    const subject = hangsBy(at.reading.tree, head, 'ccomp') ? partiesOf(at, inSlots(inner, ['subject'])).filter(fits) : []
    if (subject.some((f) => f.party.entity !== null)) return subject
    const found = firstSlot(at, inner, targetSlots(inner, { source: null, target: null, joint: false }), fits)
    if (found.some((f) => f.party.entity !== null)) return found
    const deeper = belowTarget(at, inner, clauses, fits, depth + 1)
    if (deeper.length > 0) return deeper
  }
  return []
}

/** "paratroopers freed him": a pronoun that is no reflexive is somebody else than the subject. */
const isAnother = ({ mention }: Found): boolean => mention.kind === 'pronoun' && /^(him|her|them)$/i.test(mention.text)

/** "police fired on the protesters": those who face their own government are met by it, the public by its force. */
const isOwnCrowd = ({ cameo }: SideRule, { mention, party: { role } }: Found): boolean =>
  mention.kind === 'people' && facesGovernment(role) && !isArmed(role) && (role !== 'CVL' || /^(1[4789]|20)/.test(cameo ?? ''))

/** "sent troops": soldiers without a state of their own are those of who sends them. */
const isOwnOrgan = ({ party }: Found): boolean => party.basis === 'discourse' && /^(MIL|GOV|COP|SPY|DIP)$/.test(party.role ?? '')
