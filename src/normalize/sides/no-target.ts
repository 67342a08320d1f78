import { firstConjunct, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import { findPlaceNames } from '../places/find-place-names.ts'
import { facesGovernment, isArmed, isStateForce } from '../role-groups.ts'
import type { Found, Resolved } from './found.ts'
import { type SideRule, STRIKES } from './sides.ts'

// Who stands where a target would and is none: an audience, one's own forces, organs and public, units that are moved.

/** "told reporters", "told state television": who passes it on is not whom it is meant for. */
export const isAudience = (at: Resolved, { cameo }: SideRule, { party, mention }: Found): boolean =>
  (/^01/.test(cameo ?? '') && (party.role === 'MED' || at.lexicon.entities.get(party.entity ?? '')?.kind === 'media')) ||
  isPlatform(at, cameo, mention)

/** "said on Twitter": where it is read; but "threatened a ban on Twitter". */
const isPlatform = ({ reading: { tree }, lexicon }: Resolved, cameo: SideRule['cameo'], { text, head }: Found['mention']): boolean =>
  BY_WORDS.test(cameo ?? '') &&
  isOfClass(lexicon, text.toLowerCase(), 'platform') &&
  /^(on|via|through|over)$/.test(preposition(tree, head)) &&
  !dependents(tree, head, 'case').some((on) => CURBS.some((id) => isOf(lexicon, tree, on - 1, id)))

const CURBS = ['sanction', 'restriction', 'embargo', 'punishment']

/** What is said, or called for, as a protest is. */
const BY_WORDS = /^(01|02|05|1[0-4])/

/** "massed 70,000 guardsmen", "sent troops": whom one deploys is one's own; and nobody's army shells itself. */
export const isOwnForce = ({ cameo }: SideRule, source: readonly Found[], { party }: Found): boolean =>
  isStateForce(party.role) &&
  ((/^(15|072)/.test(cameo ?? '') && party.basis === 'discourse' && source.length > 0) ||
    (/^(15|19|20)/.test(cameo ?? '') && source.some((f) => f.party.entity === party.entity)))

/**
 * "imposed a curfew in parts of Bolivia", "called for calm in Chad": who governs coerces and implores his own public where the words name the country as the
 * place; "urged Chad to wait": whom one asks by name; "defended Chad's policy": he speaks up for his own state.
 */
export const isOwnPublic = (
  { reading: { tree } }: Resolved,
  { cameo = '' }: SideRule,
  { mention: { head } }: Found,
  act: number,
): boolean => {
  if (/^052/.test(cameo)) return true
  if (/^(02|10)/.test(cameo) && wordAt(tree, head).head === act)
    if (hangsBy(tree, head, 'obj', 'iobj') || /^(on|upon|to|for)$/.test(preposition(tree, head))) return true
  if (!/^(02|17|191)/.test(cameo)) return false
  // "in parts of Bolivia".
  const whole = preposition(tree, head) === 'of' ? wordAt(tree, head).head : head
  return preposition(tree, whole) === 'in'
}

/** "Russia attacked Chechnya": a part of one's own state. */
export const isOwnRegion = ({ reading: { tree }, lexicon }: Resolved, { cameo }: SideRule, { mention: { head, rule } }: Found): boolean =>
  STRIKES.test(cameo ?? '') &&
  hangsBy(tree, head, 'obj') &&
  rule !== null &&
  lexicon.entities.get(rule.slice(rule.indexOf('/') + 1))?.kind === 'region'

/** "paratroopers freed him": a pronoun that is no reflexive is somebody else than the subject. */
export const isAnother = ({ mention }: Found): boolean => mention.kind === 'pronoun' && /^(him|her|them)$/i.test(mention.text)

/** "patrolled the affected areas", "marched in Bannu", "its response to COVID-19": a place that no name tells, a storm, an illness. */
export const isNoOne = ({ reading, lexicon }: Resolved, { mention, party }: Found): boolean => {
  if (party.entity !== null || party.role !== null) return false
  const { tree } = reading
  const classes = [mention.text, wordAt(tree, mention.head).lemma, mention.text.split(' ')[0] ?? ''].map((word) =>
    lexicon.classesOf.get(word.toLowerCase()),
  )
  return (
    (mention.kind === 'unknown' &&
      /^(in|at|near|outside|around|across)$/.test(preposition(reading.tree, mention.head)) &&
      findPlaceNames(reading, lexicon).some((name) => name.head === mention.head)) ||
    (mention.kind === 'description' && isOf(lexicon, tree, mention.head, 'place-word')) ||
    classes.some((ids) => ids?.has('illness') || ids?.has('nature'))
  )
}

/** "under pressure from Oslo": who presses for it, but whom one yields to where one yields; who attacks is whom one coerces and fights under it. */
export const isPressing = ({ reading: { tree }, lexicon }: Resolved, { cameo }: SideRule, { mention: { head } }: Found): boolean => {
  const first = firstConjunct(tree, head)
  const pressure = wordAt(tree, first).head
  return (
    pressure >= 0 &&
    !/^0[38]/.test(cameo ?? '') &&
    (isOf(lexicon, tree, pressure, 'pressing') || (isOf(lexicon, tree, pressure, 'assailing') && /^(0|1[0-4])/.test(cameo ?? ''))) &&
    preposition(tree, first) === 'from' &&
    preposition(tree, pressure) === 'under'
  )
}

/** "returned a portrait of a Belgian girl": whom a picture shows, where it is not burned for that. */
export const isDepicted = ({ reading: { tree }, lexicon }: Resolved, { cameo }: SideRule, { mention: { head } }: Found): boolean => {
  if (!/^0/.test(cameo ?? '')) return false
  const picture = wordAt(tree, head).head
  return picture >= 0 && preposition(tree, head) === 'of' && isOf(lexicon, tree, picture, 'picture')
}

/** "called the order a violation of UN resolutions": who is wronged by what one judges is not judged. */
export const isWronged = ({ reading: { tree }, lexicon }: Resolved, { cameo }: SideRule, { mention: { head } }: Found): boolean => {
  if (!/^11/.test(cameo ?? '')) return false
  const whole = hangsBy(tree, head, 'nmod:poss', 'amod', 'compound') ? wordAt(tree, head).head : head
  const wrong = wordAt(tree, whole).head
  return (
    wrong >= 0 &&
    hangsBy(tree, whole, 'nmod') &&
    /^(of|to|on|against|for)$/.test(preposition(tree, whole)) &&
    (hangsBy(tree, wrong, 'xcomp') || preposition(tree, wrong) === 'as') &&
    isOf(lexicon, tree, wrong, 'wronging')
  )
}

/** "to halt fighting over the region": what is fought about. */
export const isFoughtOver = ({ reading: { tree }, lexicon }: Resolved, { mention: { head } }: Found): boolean => {
  const act = wordAt(tree, head).head
  return act >= 0 && preposition(tree, head) === 'over' && isOf(lexicon, tree, act, 'fought-over')
}

/** "agreed to a truce after talks mediated by the African Union": who brings the two together is neither of them. */
export const isGoBetween = ({ reading: { tree }, lexicon }: Resolved, { mention: { head } }: Found, act: number): boolean => {
  const agent = firstConjunct(tree, head)
  const verb = wordAt(tree, agent).head
  return (
    verb >= 0 &&
    verb !== act &&
    preposition(tree, agent) === 'by' &&
    hangsBy(tree, verb, 'acl', 'acl:relcl') &&
    isOf(lexicon, tree, verb, 'convening')
  )
}

/** "sent a team of doctors to the island": whom one sends without a state of their own is one's own. */
export const isSent = (
  { reading: { tree }, lexicon }: Resolved,
  { cameo }: SideRule,
  { mention: { head, kind }, party: { basis } }: Found,
  act: number,
): boolean =>
  kind === 'people' &&
  basis === 'discourse' &&
  /^07/.test(cameo ?? '') &&
  isOf(lexicon, tree, act, 'sending') &&
  (preposition(tree, head) === '' || (preposition(tree, head) === 'of' && hangsBy(tree, wordAt(tree, head).head, 'obj')))

/** "blew himself up": who acts is nobody else. */
export const isSelf = ({ mention }: Found): boolean => /^(him|her|it)self$|^themselves$/i.test(mention.text)

/** "police fired on the protesters": those who face their own government are met by it, the public by its force. */
export const isOwnCrowd = ({ cameo }: SideRule, { mention, party: { role } }: Found): boolean =>
  mention.kind === 'people' && facesGovernment(role) && !isArmed(role) && (role !== 'CVL' || /^(1[4789]|20)/.test(cameo ?? ''))

/** Acts that move forces: they go or come, and nothing is done to them; but who is expelled is. */
export const isMoved = ({ cameo, modes }: SideRule): boolean => /^(15|074|0874|1661)/.test(cameo ?? '') && modes?.includes('expel') !== true

/** "sent 200 troops in Chad", "withdrew peacekeepers from Chad": forces that only the place beside them names are no actor of it. */
export const isUnit = ({ reading: { tree } }: Resolved, { party, mention: { kind, entity, head } }: Found, act: number): boolean => {
  if (!/^(MIL|IGO|COP)$/.test(party.role ?? '')) return false
  // "a batch of 200 peacekeepers", "a force of 260 troops".
  const above = wordAt(tree, head).head
  const moved = above >= 0 && above !== act && preposition(tree, head) === 'of' ? above : head
  return party.basis === 'role' || (kind === 'people' && entity === null && hangsBy(tree, moved, 'obj', 'nsubj:pass'))
}

/** "sent troops": soldiers without a state of their own are those of who sends them; but "accused the police" is said of them. */
export const isOwnOrgan = ({ cameo }: SideRule, { party }: Found): boolean =>
  !/^(1[0-3])/.test(cameo ?? '') && party.basis === 'discourse' && /^(MIL|GOV|COP|SPY|DIP)$/.test(party.role ?? '')

/** "civil servants accused the cabinet": who is blamed by others of the same state in the same role is named for it. */
export const isBlamed = ({ cameo }: SideRule, { mention, owned }: Found): boolean =>
  /^11/.test(cameo ?? '') && !owned && /^(body|people)$/.test(mention.kind)

/** "Burhan detained Prime Minister Hamdok", "the emir dismissed his defence minister": of two who govern one state, one may overthrow the other. */
export const isToppled = ({ cameo }: SideRule, source: readonly Found[], { party, mention }: Found): boolean =>
  /^(1[789]|20)/.test(cameo ?? '') && (party.basis === 'person' || isOtherOfficial(source, mention))

/** "the president sacked the interior minister": by their titles two, and not one. */
const isOtherOfficial = (source: readonly Found[], { kind, rule }: Found['mention']): boolean =>
  kind === 'person' && rule !== null && source.every((f) => f.mention.rule !== rule)
