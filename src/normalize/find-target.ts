import { type Clause, withArguments } from '../extract/clauses/clause.ts'
import { conjuncts, preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { isArmed } from './antecedents.ts'
import { type Found, partiesAt, type Resolved, withEntity, withParty } from './parties.ts'
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
  targetSlots,
} from './sides.ts'

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
    !(isMoved(rule) && isUnit(f)) &&
    !mine.has(key(f)) &&
    !isAudience(at, rule, f) &&
    !(!opposed && isOwnForce(rule, source, f)) &&
    !(
      entities.has(f.party.entity) &&
      ((f.owned && !(/^052/.test(rule.cameo ?? '') && f.party.basis === 'name')) ||
        (f.party.basis === 'coreference' && !isAnother(f) && (opposed || !isOwnCrowd(rule, f))) ||
        (f.kind === 'name' && f.party.role === null && !isOwnPublic(at, rule, f)) ||
        (isOwnOrgan(f) && !opposed))
    )
  const slots = targetSlots(clause, rule)
  const placed = isMeantFor(rule) ? withoutVenues(at, clause) : clause
  const direct = firstSlot(at, placed, slots, fits, !isOnTheGround(rule))
  // "sent experts to Algeria", "financed schools in Somalia": people whose state is only guessed to be the actor's are less than a state that is named.
  if (isForOthers(rule) && direct.every(({ party }) => party.basis === 'discourse' && entities.has(party.entity))) {
    const others = firstSlot(
      at,
      placed,
      slots,
      (f) => fits(f) && !direct.some((d) => d.mention.head === f.mention.head),
      !isOnTheGround(rule),
    )
    if (others.some((f) => f.party.entity !== null)) return others
  }
  if (direct.some((f) => f.party.entity !== null)) return ofPlace(at, clause, direct, fits)
  const quoted = rule.target === 'complement'
  const isNamed = (f: Found): boolean => fits(f) && !(f.party.basis === 'discourse' && entities.has(f.party.entity))
  // "denied that its army had crossed the border".
  const deep = (f: Found): boolean => fits(f) && (opposed || !entities.has(f.party.entity) || !ORGANS.test(f.party.role ?? ''))
  const named = isForOthers(rule) ? belowTarget(at, clause, clauses, isNamed, quoted) : []
  const below = named.length > 0 ? named : belowTarget(at, clause, clauses, deep, quoted)
  if (below.some((f) => f.party.entity !== null)) return below
  const within = withinTarget(at, clause, source.length > 0, deep)
  if (within.length > 0) return within
  const wherein = isMeantThere(rule) ? whereTarget(at, clause, source.length > 0, fits) : []
  return wherein.length > 0 ? wherein : direct.length > 0 ? direct : below
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

/** "demanded elections in Mali", "investigated abuses in Eritrea": whom a demand or an inquiry means where the state alone is named as its place. */
const whereTarget = (at: Resolved, clause: Clause, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  if (!acts) return []
  for (const { head, kind, basis } of mentions)
    if (
      kind === 'name' &&
      basis === 'name' &&
      preposition(tree, head) === 'in' &&
      (hangsBy(tree, head, 'nmod') ? isBelowAct(tree, head, clause.head) : isBehindObject(tree, head, clause))
    ) {
      const found = partiesAt(at, head).filter((f) => f.party.entity !== null && f.party.role === null && fits(f))
      if (found.length > 0) return found
    }
  return []
}

/** "demanded elections in Mali", where the parser hangs the place on the verb: right behind the object it is the object's. */
const isBehindObject = (tree: Tree, head: number, clause: Clause): boolean => {
  const [first] = dependents(tree, head, 'case')
  return first !== undefined && wordAt(tree, head).head === clause.head && inSlot(clause, 'object').some((a) => a.head === first - 1)
}

/** Through nouns alone: not in a clause of its own. */
const isBelowAct = (tree: Tree, head: number, act: number): boolean => {
  for (let at = head; at >= 0; at = wordAt(tree, at).head) {
    if (at === act) return true
    if (!hangsBy(tree, at, 'nmod', 'obj', 'obl', 'conj', 'nsubj:pass', 'xcomp')) return false
  }
  return false
}

/** "killed six people in Kabul": the people, and they are of the place. */
const ofPlace = (at: Resolved, clause: Clause, direct: readonly Found[], fits: (f: Found) => boolean): readonly Found[] => {
  const [place] = direct
  if (!place || !clause.args.some((a) => PLACES.has(a.slot) && a.head === place.mention.head)) return direct
  const people = firstSlot(at, clause, ['object'], fits).filter((f) => f.party.entity === null && f.party.role !== null)
  return people.length > 0 ? people.map((f) => withParty(f, withEntity(at.lexicon, f.party, place.party))) : direct
}

/**
 * "imposed a curfew in parts of Bolivia": who governs coerces his own public where the words name the country as the place; "defended Chad's policy": he speaks
 * up for his own state.
 */
const isOwnPublic = ({ reading: { tree } }: Resolved, { cameo }: SideRule, { mention: { head } }: Found): boolean => {
  if (/^052/.test(cameo ?? '')) return true
  if (!/^17/.test(cameo ?? '')) return false
  // "in parts of Bolivia".
  const whole = preposition(tree, head) === 'of' ? wordAt(tree, head).head : head
  return preposition(tree, whole) === 'in'
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

/** "protested against what it called aggression by the coast guard": the first other actor in the words that hang on the act. */
const withinTarget = (at: Resolved, clause: Clause, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  // "Talks between Chad and Sudan were suspended by Chad": of a passive the object stands before it.
  const before = clause.passive ? inSlot(clause, 'object').filter((a) => a.via === 'own') : []
  // "stood with its ally and condemned China": what the second verb is done to.
  const others = acts ? dependents(tree, clause.head, 'conj', 'parataxis') : []
  for (const mention of mentions) {
    if (
      (mention.head < clause.head && !before.some((a) => isWithin(tree, mention.head, a.head))) ||
      !isWithin(tree, mention.head, clause.head) ||
      others.some((verb) => isWithin(tree, mention.head, verb)) ||
      isToldBeside(tree, mention.head, clause.head) ||
      isLocative(at, mention.head) ||
      isAside(at, mention.head) ||
      isElsewhere(tree, mention.head, clause.head)
    )
      continue
    const heads = preposition(tree, mention.head) === 'between' ? [mention.head] : conjuncts(tree, mention.head)
    const found = heads.flatMap((head) => partiesAt(at, head)).filter((f) => f.party.entity !== null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

/** Whether a word stands in what hangs on another, or is it. */
const isWithin = (tree: Tree, at: number, top: number): boolean => {
  for (let up = at; up >= 0; up = wordAt(tree, up).head) if (up === top) return true
  return false
}

/** The subject of a clause beside the act: "the decision, which Washington called unconscionable", "died as France shelled the town". */
const isAside = (at: Resolved, head: number): boolean => {
  const { tree } = at.reading
  if (!hangsBy(tree, head, 'nsubj')) return false
  const verb = wordAt(tree, head).head
  if (hangsBy(tree, verb, 'acl:relcl')) return true
  return hangsBy(tree, verb, 'advcl') && dependents(tree, verb, 'mark').some((m) => /^(as|while|when)$/i.test(wordAt(tree, m).text))
}

/** "help for the island, where Indian soldiers fought the rebels": what is told of a place or a time. */
const isElsewhere = (tree: Tree, word: number, act: number): boolean => {
  for (let at = word; at >= 0 && at !== act; at = wordAt(tree, at).head)
    if (hangsBy(tree, at, 'acl:relcl') && dependents(tree, at, 'advmod', 'mark').some((m) => /^(where|when)$/i.test(wordAt(tree, m).text)))
      return true
  return false
}

/** A clause with a subject of its own that is told beside the act: "… as the OAS sent its envoy", "…, and Mandela defied them". */
const isApart = (tree: Tree, at: number): boolean =>
  dependents(tree, at, 'nsubj').length > 0 &&
  (hangsBy(tree, at, 'conj', 'parataxis') ||
    (hangsBy(tree, at, 'advcl') && dependents(tree, at, 'mark').some((m) => BESIDE.test(wordAt(tree, m).text))))

/** Whether such a clause stands between a word and the act above it. */
const isToldBeside = (tree: Tree, word: number, act: number): boolean => {
  for (let at = word; at >= 0 && at !== act; at = wordAt(tree, at).head) if (isApart(tree, at)) return true
  return false
}

const BESIDE = /^(as|while|when|although|though|because)$/i

const isLocative = (at: Resolved, head: number): boolean =>
  (hangsBy(at.reading.tree, head, 'conj') &&
    dependents(at.reading.tree, head, 'case').length === 0 &&
    isLocative(at, wordAt(at.reading.tree, head).head)) ||
  dependents(at.reading.tree, head, 'case').some((c) =>
    /^(in|near|at|outside|inside|around|through|since|until|during|before|after|according)$/i.test(wordAt(at.reading.tree, c).text),
  )

/** "agreed to free the prisoners", "accused of bombing": the other party stands in the clause below. */
const belowTarget = (
  at: Resolved,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
  fits: (f: Found) => boolean,
  quoted: boolean,
  depth = 0,
): readonly Found[] => {
  for (const { head } of clause.complements) {
    const inner = clauses.get(head)
    if (!inner || depth > 2 || (head < clause.head && !(quoted && isQuoted(at.reading.tree, head, clause.head)))) continue
    const subject = hangsBy(at.reading.tree, head, 'ccomp', 'acl') ? partiesOf(at, inSlot(inner, 'subject')).filter(fits) : []
    if (subject.some((f) => f.party.entity !== null)) return subject
    const found = firstSlot(at, inner, targetSlots(inner, { source: null, target: null, joint: false }), fits)
    if (found.some((f) => f.party.entity !== null)) return found
    const deeper = belowTarget(at, inner, clauses, fits, quoted, depth + 1)
    if (deeper.length > 0) return deeper
  }
  return []
}

/** "paratroopers freed him": a pronoun that is no reflexive is somebody else than the subject. */
const isAnother = ({ mention }: Found): boolean => mention.kind === 'pronoun' && /^(him|her|them)$/i.test(mention.text)

/** "police fired on the protesters": those who face their own government are met by it, the public by its force. */
const isOwnCrowd = ({ cameo }: SideRule, { mention, party: { role } }: Found): boolean =>
  mention.kind === 'people' && facesGovernment(role) && !isArmed(role) && (role !== 'CVL' || /^(1[4789]|20)/.test(cameo ?? ''))

/** Acts that move forces: they go or come, and nothing is done to them. */
const isMoved = ({ cameo }: SideRule): boolean => /^(15|074|0874|1661)/.test(cameo ?? '')

/** "sent 200 troops in Chad", "withdrew peacekeepers from Chad": forces that only the place beside them names are no actor of it. */
const isUnit = ({ party }: Found): boolean => party.basis === 'role' && /^(MIL|IGO|COP)$/.test(party.role ?? '')

/** "Albania must hand over the suspects, Serbia's minister said": what is said stands before the verb of saying. */
const isQuoted = (tree: Tree, head: number, act: number): boolean => wordAt(tree, head).head === act && hangsBy(tree, head, 'ccomp')

/** "sent troops": soldiers without a state of their own are those of who sends them. */
const isOwnOrgan = ({ party }: Found): boolean => party.basis === 'discourse' && /^(MIL|GOV|COP|SPY|DIP)$/.test(party.role ?? '')
