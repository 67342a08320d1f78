import { type Argument, type Clause, withArguments } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isPartOfWorld } from '../../lexicon/part-of-world.ts'
import type { Resolved } from './found.ts'
import { isDeniedForce, judgementOf } from './judges-of.ts'
import { ofWhatIsCalled } from './of-what-is-called.ts'
import { isKnown, partiesOf } from './parties-in-slots.ts'
import { type SideRule, STRIKES } from './sides.ts'

/** The clause without those who stand near an act and have no part in it: who convened it, talks about it or puts it down, and of whom two talk ("discussed Syria"). */
export const withoutOthers = (at: Resolved, clause: Clause, rule: SideRule): Clause => {
  if (clause.kind !== 'noun')
    return rule.joint && isOfClass(at.lexicon, clause.lemma, 'discussing') && clause.args.some((a) => a.slot === 'object')
      ? withArguments(
          clause,
          clause.args.filter((a) => a.slot !== 'object'),
        )
      : clause
  const judged = isJudged(at, clause, rule)
  const apart =
    judged ||
    isPutDown(at, clause, rule) ||
    isTalkedOf(at, clause, rule) ||
    isCalledFor(at, clause) ||
    (!rule.joint && isBackground(at, clause))
  const brought = rule.joint && isBroughtAbout(at, clause)
  const args = clause.args.filter(
    (a) =>
      !(apart && /^(outer|teller)$/.test(a.slot)) &&
      !(brought && (/^(outer|teller)$/.test(a.slot) || a.slot === 'subject')) &&
      !(rule.joint && a.slot === 'by' && isConvened(at, a.head)) &&
      !(STRIKES.test(rule.cameo ?? '') && isRegion(at, a)) &&
      !isOfModifier(at, clause.head, a),
  )
  return args.length < clause.args.length ? withArguments(clause, judged ? [...args, ...ofWhatIsCalled(at, clause)] : args) : clause
}

/** "South America's last insurgency": where it is fought. */
const isRegion = ({ reading: { mentions }, lexicon }: Resolved, { slot, head }: Argument): boolean =>
  slot === 'poss' && mentions.some((m) => m.head === head && m.kind === 'name' && m.entity !== null && isPartOfWorld(lexicon, m.entity))

/** "voter reform petitions": people without a name before a word that stands before the act. */
const isOfModifier = ({ reading: { tree, pieces } }: Resolved, act: number, { slot, head }: Argument): boolean =>
  slot === 'modifier' && wordAt(tree, head).head !== act && pieces.some((p) => p.first <= head && head <= p.last && p.entity === null)

/** "Police broke up a rally", "banned the march": who acts against a protest has no part in it. */
const isPutDown = ({ reading: { candidates } }: Resolved, { kind, light, governor }: Clause, { cameo }: SideRule): boolean =>
  kind === 'noun' &&
  light === null &&
  /^14/.test(cameo ?? '') &&
  candidates.some(({ clause, acts: [act] }) => clause.head === governor && act !== undefined && /^(1[5789]|20)/.test(act.entry.cameo))

/** "helped to secure a truce between the two", "brokered a ceasefire": who brings it about for others has no part in it. */
const isBroughtAbout = (at: Resolved, { args, governor, light }: Clause): boolean => {
  const between = args.filter((a) => a.slot === 'between')
  if (partiesOf(at, between).filter(isKnown).length > 1) return true
  return light === null && MEDIATES.test(at.reading.candidates.find((c) => c.clause.head === governor)?.acts[0]?.entry.cameo ?? '')
}

const MEDIATES = /^(039|045)/

/** "called the abductions a war crime": who judges an act of force has no part in it. */
const isJudged = (at: Resolved, clause: Clause, { cameo }: SideRule): boolean =>
  clause.kind === 'noun' &&
  clause.light === null &&
  DEEDS.test(cameo ?? '') &&
  judgementOf(at, clause) !== undefined &&
  !isDeniedForce(at, clause, cameo ?? '')

/** Visits, exercises and what is worse. */
const DEEDS = /^(042|15|18|19|20)/

/** "US calls for a ceasefire": who asks for what others do has no part in it. */
const isCalledFor = ({ reading: { candidates, tree } }: Resolved, { kind, light, marker, head }: Clause): boolean =>
  kind === 'noun' &&
  light === null &&
  marker === 'for' &&
  candidates.some(
    ({ clause, acts: [act] }) =>
      act !== undefined && /^(02|10)/.test(act.entry.cameo) && clause.kind === 'noun' && isAskedBy(tree, head, clause.head),
  )

const isAskedBy = (tree: Resolved['reading']['tree'], head: number, asking: number): boolean =>
  wordAt(tree, head).head === asking ||
  (hangsBy(tree, head, 'obl') && wordAt(tree, asking).head === wordAt(tree, head).head && asking < head)

/** "met to discuss the war in Chad": who talks about an act of force has no part in it. */
const isTalkedOf = ({ reading: { candidates } }: Resolved, { kind, light, governor, marker }: Clause, { cameo }: SideRule): boolean =>
  kind === 'noun' &&
  light === null &&
  /^(about|on|over|regarding)?$/.test(marker) &&
  STRIKES.test(cameo ?? '') &&
  candidates.some(({ clause, acts: [act] }) => clause.head === governor && act !== undefined && /^04/.test(act.entry.cameo))

/** "resigned after weeks of protests": what only tells when says nothing of who acts. */
const isBackground = ({ reading: { tree } }: Resolved, { head, light }: Clause): boolean => {
  const measure = wordAt(tree, head).head
  return (
    light === null &&
    measure >= 0 &&
    hangsBy(tree, head, 'nmod') &&
    preposition(tree, head) === 'of' &&
    /^(day|week|month|year|hour|decade|wave|series|string)$/.test(wordAt(tree, measure).lemma) &&
    /^(after|following|amid|since|before|despite)$/.test(preposition(tree, measure))
  )
}

/** "talks convened by the African Union": who brings others together is none of them. */
const isConvened = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  const verb = wordAt(tree, head).head
  return verb >= 0 && hangsBy(tree, verb, 'acl') && isOfClass(lexicon, wordAt(tree, verb).lemma, 'convening')
}
