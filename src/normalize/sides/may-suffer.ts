import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { isAcross } from '../../extract/clauses/is-across.ts'
import { firstConjunct, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import { facesGovernment } from '../role-groups.ts'
import type { Found, Resolved } from './found.ts'
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
  isPressing,
  isSelf,
  isSent,
  isToppled,
  isUnit,
  isWronged,
} from './no-target.ts'
import type { SideRule } from './sides.ts'

/** An act whose target is looked for: its sentence, its words, how its entry fills sides, who acts, and whether that is somebody who faces a government. */
export type Sought = {
  readonly at: Resolved
  readonly clause: Clause
  readonly rule: SideRule
  readonly source: readonly Found[]
  readonly opposed: boolean
}

export const soughtFor = (at: Resolved, clause: Clause, rule: SideRule, source: readonly Found[]): Sought => ({
  at,
  clause,
  rule,
  source,
  opposed: source.some((f) => facesGovernment(f.party.role)),
})

/** Whether the act can be done to somebody found in its words. */
export const maySuffer = (sought: Sought, f: Found): boolean =>
  !isNobodyThere(sought, f) && !isActing(sought, f) && !isBelongingToActor(sought, f)

/** The same where only the clause below tells it: "denied that its army had crossed the border" is not denied to the army. */
export const maySufferBelow = (sought: Sought, f: Found): boolean =>
  maySuffer(sought, f) && (sought.opposed || !isOfActor(sought, f.party) || !isOrgan(sought, f.party))

/** "complained that American diplomats had been harassed": on whose behalf, and not of them; but what an embassy told may be told of it. */
const isOrgan = ({ rule }: Sought, { role }: Party): boolean =>
  ORGANS.test(role ?? '') || (role === 'DIP' && COMPLAINS.test(rule.cameo ?? ''))

/** Whether a party is of an entity that acts. */
export const isOfActor = ({ source }: Pick<Sought, 'source'>, { entity }: Party): boolean => source.some((f) => f.party.entity === entity)

/** Who takes part in the act otherwise, or not at all: who is beyond a border, pictured, sent, spoken to, only a help or made by it. */
const isNobodyThere = ({ at, clause, rule, source }: Sought, f: Found): boolean =>
  (FORCE.test(rule.cameo ?? '') && isAcross(at.reading.tree, f.mention.head)) ||
  (source.length > 0 && clause.words.includes(f.mention.head)) ||
  isSelf(f) ||
  isSent(at, rule, f, clause.head) ||
  isDepicted(at, rule, f) ||
  isFoughtOver(at, f) ||
  isNoOne(at, f) ||
  isPressing(at, rule, f) ||
  isWronged(at, rule, f) ||
  isHelper(at, f.mention.head) ||
  (FORCE.test(rule.cameo ?? '') && isCompanion(at, clause, f.mention.head)) ||
  isMade(at, f) ||
  isGoBetween(at, f, clause.head) ||
  (isMoved(rule) && isUnit(at, f, clause.head)) ||
  isAudience(at, rule, f)

/** Who acts is not who suffers, but where one is blamed or toppled by one's own, or a part of one's own land is meant. */
const isActing = ({ at, rule, source }: Sought, f: Found): boolean =>
  source.some(({ mention }) => mention.head === f.mention.head) ||
  (source.some(({ party }) => isSameParty(party, f.party)) &&
    !isBlamed(rule, f) &&
    !isToppled(rule, source, f) &&
    !isOwnRegion(at, rule, f))

const isSameParty = (a: Party, b: Party): boolean =>
  a.entity === b.entity && (a.role ?? '') === (b.role ?? '') && (b.entity !== null || b.role !== null || a.name === b.name)

/** What belongs to the one who acts ("withdrew its troops") is no target, unless who acts faces his own government or is told of his own people. */
const isBelongingToActor = (sought: Sought, f: Found): boolean => {
  const { at, clause, rule, source, opposed } = sought
  if (!opposed && isOwnForce(rule, source, f)) return true
  if (!isOfActor(sought, f.party)) return false
  const cameo = rule.cameo ?? ''
  const { basis, role } = f.party
  return (
    (f.owned && !(DEFENDS.test(cameo) && basis === 'name')) ||
    (basis === 'coreference' && !isAnother(f) && (opposed || !isOwnCrowd(rule, f))) ||
    (f.kind === 'name' &&
      role === null &&
      !(opposed && FACES.test(cameo)) &&
      !isOwnPublic(at, rule, f, clause.head) &&
      !isOwnRegion(at, rule, f)) ||
    (isOwnOrgan(rule, f) && !opposed && !isToppled(rule, source, f))
  )
}

/** "crushed the revolt with Moscow's help", "was sent with the blessing of the union". */
const isHelper = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  const first = firstConjunct(tree, head)
  const noun = wordAt(tree, first).head
  return (
    noun >= 0 &&
    (hangsBy(tree, first, 'nmod:poss', 'amod', 'compound') ||
      (hangsBy(tree, first, 'nmod') && /^(of|from)$/.test(preposition(tree, first)))) &&
    HELPED.test(preposition(tree, noun)) &&
    isOfClass(lexicon, wordAt(tree, noun).lemma, 'helping-hand')
  )
}

/** "marched with their allies on the town": with whom force is used is not whom it is used on; but "clashed with their allies". */
const isCompanion = ({ reading: { tree }, lexicon }: Resolved, { lemma }: Clause, head: number): boolean =>
  BESIDE.test(preposition(tree, head)) ||
  (preposition(tree, head) === 'with' &&
    !isOfClass(lexicon, lemma, 'battle') &&
    isOf(lexicon, tree, head, 'comrade') &&
    dependents(tree, head, 'nmod:poss').some((at) => wordAt(tree, at).upos === 'PRON'))

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

/** CAMEO codes: who is hit near a border is not the state beyond it. */
const FORCE = /^(1[789]|20)/
/** What those who face their own government say to its state: "miners urged Chad to pay". */
const FACES = /^(02|1[01])/
const DEFENDS = /^052/
const ORGANS = /^(GOV|MIL|COP|SPY)$/
const COMPLAINS = /^11/
const HELPED = /^(with|under)$/
const BESIDE = /^(alongside|together with|along with|side by side with)$/
