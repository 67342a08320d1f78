import type { Party } from '../document.ts'
import { type Argument, type Clause, withArguments } from '../extract/clauses/clause.ts'
import { conjuncts, nounPhrase, preposition } from '../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, subtree, wordAt } from '../extract/clauses/tree.ts'
import { isPartOfWorld } from '../lexicon/part-of-world.ts'
import { authorOf, ordererOf } from './author-of.ts'
import { findTarget } from './find-target.ts'
import { type Found, partiesAt, type Resolved } from './parties.ts'
import { firstSlot, isKnown, parties, partiesOf } from './parties-in-slots.ts'
import { inSlots, type SideRule, sourceSlots } from './sides.ts'
import { betweenWhom, givenBy, isBetween, isDeployment, movedForces } from './told-by-object.ts'

export type Sides = { readonly source: readonly Party[]; readonly target: readonly Party[] }

/** Who does the act of a clause to whom. Joint acts list every party on both sides; a side that the text leaves unsaid is empty. */
export const findSides = (at: Resolved, read: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): Sides => {
  const clause = isSuffered(at, read)
    ? withArguments(
        read,
        read.args.map((a) => (a.slot === 'poss' ? { slot: 'of', head: a.head, via: a.via } : a)),
      )
    : withoutOthers(at, read, rule)
  const said = doersOf(at, clause, rule, clauses) ?? firstSlot(at, clause, sourceSlots(clause, rule), () => true, true)
  const named = said.length === 0 && clause.passive ? raiders(at, clause, rule) : said
  const author =
    named.length === 0
      ? (authorOf(at.reading, at.lexicon, clause) ?? (clause.passive ? ordererOf(at.reading, at.lexicon, clause) : null))
      : null
  const source =
    author !== null
      ? partiesAt(at, author, true)
      : named.length === 0 && clause.passive && isClassed(at, clause, 'casting-out')
        ? firstSlot(at, clause, ['from'], isKnown)
        : named.length === 0 && clause.passive && STRIKES.test(rule.cameo ?? '')
          ? doersWhen(at, clause)
          : named
  if (rule.joint) return joint(at, clause, rule, source)
  if (reciprocal(at, clause)) {
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

/** "The attack by rebels killed six", "a raid that wounded two": what an act of force does, whoever does the act has done; null where the subject is none. */
const doersOf = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): readonly Found[] | null => {
  if (clause.kind !== 'verb' || rule.source !== null) return null
  const [subject, other] = inSlots(clause, ['subject'])
  const noun = subject && !other ? actAround(at, subject, clauses) : undefined
  if (noun?.kind !== 'noun') return null
  const act = at.reading.candidates.find((c) => c.clause.head === noun.head)?.acts[0]
  return act && STRIKES.test(act.entry.cameo) ? firstSlot(at, noun, sourceSlots(noun, act.entry), () => true, true) : null
}

/** "Six were killed when troops opened fire": who does the act of force that a clause of time tells. */
const doersWhen = (at: Resolved, { head }: Clause): readonly Found[] => {
  const { tree, candidates } = at.reading
  const below = dependents(tree, head, 'advcl').filter((c) =>
    dependents(tree, c, 'mark', 'advmod').some((m) => /^(when|as|after)$/i.test(wordAt(tree, m).text)),
  )
  for (const { clause, acts } of candidates)
    if (below.includes(clause.head) && acts[0] && COERCES.test(acts[0].entry.cameo)) {
      const found = firstSlot(at, clause, sourceSlots(clause, acts[0].entry), () => true, true)
      if (found.length > 0) return found
    }
  return []
}

/** "was killed in a raid by rebels": whoever does the act of force in which somebody is struck. */
const raiders = (at: Resolved, clause: Clause, rule: SideRule): readonly Found[] => {
  if (!/^(171|18|19|20)/.test(rule.cameo ?? '')) return []
  const heads = inSlots(clause, ['in', 'during', 'after']).map((a) => a.head)
  const raid = at.reading.candidates.find(
    ({ clause: { kind, head }, acts: [act] }) => kind === 'noun' && heads.includes(head) && STRIKES.test(act?.entry.cameo ?? ''),
  )
  return raid?.acts[0]?.entry.joint === false ? firstSlot(at, raid.clause, sourceSlots(raid.clause, raid.acts[0].entry), isKnown, true) : []
}

/** The act that is a subject; "an attack on churches that killed six": of a deadly deed the act, though the parser took who is hit for the subject. */
const actAround = (at: Resolved, { head, via }: Argument, clauses: ReadonlyMap<number, Clause>): Clause | undefined => {
  const { tree } = at.reading
  const above =
    via === 'relative' && hangsBy(tree, head, 'nmod') && /^(on|against|at|in)$/.test(preposition(tree, head)) ? wordAt(tree, head).head : -1
  const struck = at.reading.candidates.find((c) => c.clause.head === above)
  return struck?.clause.kind === 'noun' && STRIKES.test(struck.acts[0]?.entry.cameo ?? '') ? struck.clause : clauses.get(head)
}

/** Whether an actor that is known stands on either side. */
export const knowsSide = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): boolean => {
  if (clause.kind === 'verb' && firstSlot(at, clause, sourceSlots(clause, rule), () => true, true).some(isKnown)) return true
  const { source, target } = findSides(at, clause, rule, clauses)
  return source.some((p) => p.entity !== null) || target.some((p) => p.entity !== null)
}

/** The clause without those who stand near an act and have no part in it: who convened it, talks about it or puts it down. */
const withoutOthers = (at: Resolved, clause: Clause, rule: SideRule): Clause => {
  if (clause.kind !== 'noun') return clause
  const apart =
    isPutDown(at, clause, rule) ||
    isJudged(at, clause, rule) ||
    isTalkedOf(at, clause, rule) ||
    isCalledFor(at, clause) ||
    (!rule.joint && isBackground(at, clause))
  const brought = rule.joint && isBroughtAbout(at, clause)
  const args = clause.args.filter(
    (a) =>
      !(apart && a.slot === 'outer') &&
      !(brought && (a.slot === 'outer' || a.slot === 'subject')) &&
      !(rule.joint && a.slot === 'by' && isConvened(at, a.head)) &&
      !(STRIKES.test(rule.cameo ?? '') && isRegion(at, a)) &&
      !isOfModifier(at, clause.head, a),
  )
  return args.length < clause.args.length ? withArguments(clause, args) : clause
}

/** "South America's last insurgency": where it is fought. */
const isRegion = ({ reading: { mentions }, lexicon }: Resolved, { slot, head }: Argument): boolean =>
  slot === 'poss' && mentions.some((m) => m.head === head && m.kind === 'name' && m.entity !== null && isPartOfWorld(lexicon, m.entity))

/** "voter reform petitions": people without a name before a word that stands before the act. */
const isOfModifier = ({ reading: { tree, pieces } }: Resolved, act: number, { slot, head }: Argument): boolean =>
  slot === 'modifier' && wordAt(tree, head).head !== act && pieces.some((p) => p.first <= head && head <= p.last && p.entity === null)

/** "helped to secure a truce between the two", "brokered a ceasefire": who brings it about for others has no part in it. */
const isBroughtAbout = (at: Resolved, { args, governor, light }: Clause): boolean => {
  const between = args.filter((a) => a.slot === 'between')
  if (partiesOf(at, between).filter(isKnown).length > 1) return true
  return light === null && MEDIATES.test(at.reading.candidates.find((c) => c.clause.head === governor)?.acts[0]?.entry.cameo ?? '')
}

const MEDIATES = /^(039|045)/

const isClassed = ({ lexicon }: Resolved, { lemma }: Clause, id: string): boolean => lexicon.classesOf.get(lemma)?.has(id) === true

/** "his arrest", "the journalist's murder", but "Russia's arrest of a journalist": a person's, it is done to him. */
const isSuffered = (at: Resolved, clause: Clause): boolean =>
  clause.kind === 'noun' &&
  isClassed(at, clause, 'suffering') &&
  !clause.args.some((a) => a.slot === 'of') &&
  clause.args.some((a) => {
    const mention = a.slot === 'poss' ? at.reading.mentions.find((m) => m.head === a.head) : undefined
    return mention !== undefined && (/^(person|people)$/.test(mention.kind) || /^(his|her|their)$/i.test(mention.text))
  })

/** "Police broke up a rally", "banned the march": who acts against a protest has no part in it. */
const isPutDown = ({ reading: { candidates } }: Resolved, { kind, light, governor }: Clause, { cameo }: SideRule): boolean =>
  kind === 'noun' &&
  light === null &&
  /^14/.test(cameo ?? '') &&
  candidates.some(({ clause, acts: [act] }) => clause.head === governor && act !== undefined && /^(1[5789]|20)/.test(act.entry.cameo))

/** "called the abductions a war crime": who judges an act of force has no part in it. */
const isJudged = ({ reading: { candidates } }: Resolved, { kind, light, governor, head }: Clause, { cameo }: SideRule): boolean =>
  kind === 'noun' &&
  light === null &&
  DEEDS.test(cameo ?? '') &&
  candidates.some(
    ({ clause, acts: [act] }) =>
      clause.head === governor &&
      (/^(016|051|11|12)/.test(act?.entry.cameo ?? '') || /^(call|describe|brand|label|term|dub)$/.test(clause.lemma)) &&
      clause.args.some((a) => a.slot === 'object' && a.head === head),
  )

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

/** The sides of every act of a sentence, by its head. */
export const saySides = (at: Resolved, clauses: ReadonlyMap<number, Clause>): ReadonlyMap<number, Sides> => {
  const said = new Map<number, Sides>()
  for (const { clause, acts } of at.reading.candidates) {
    const act = acts[0]
    if (act) said.set(clause.head, findSides(at, clause, act.entry, clauses))
  }
  return said
}

const joint = (at: Resolved, clause: Clause, rule: SideRule, source: readonly Found[]): Sides => {
  const slots =
    clause.kind === 'noun'
      ? ['with', 'between', 'among', 'poss', 'modifier', 'by', 'of', 'to']
      : ['object', 'indirect', 'with', 'between', 'among', 'alongside', 'against']
  // "established a council", "signed the charter": what two make together is none of them.
  const made = clause.kind === 'verb' && /^05/.test(rule.cameo ?? '')
  // "discussed the Iranian presence", "the ties between Chad and Niger": whose the topic is has no part in the talk for that.
  const isTalk = clause.kind === 'verb' && source.length > 0 && DISCUSSES.test(clause.lemma)
  const args = inSlots(clause, slots).filter((a) => !(isTalk && a.via === 'attached' && /^(between|among)$/.test(a.slot)))
  // "as the talks move to Havana", "in Paris": where it is doesn't tell who.
  const objects = new Set(made ? inSlots(clause, ['object']).map((a) => a.head) : [])
  const others = args
    .flatMap((a) => partiesOf(at, [a], a.slot !== 'object').filter((f) => !(f.owned && a.slot === 'object' && isTalk)))
    .filter((f) => !(f.party.basis === 'capital' && isPlaced(at, f.mention.head)) && (f.owned || !objects.has(f.mention.head)))
  const found = [...source, ...others].filter((f) => f.party.entity !== null || f.party.role !== null || f.mention.kind === 'unknown')
  const known = found.length === 0 && clause.kind === 'verb' ? betweenWhom(at, clause, rule) : found
  const met = known.length === 1 && isTalk ? partnerAbove(at, clause) : []
  const all = parties(known.length === 1 ? [...known, ...(met.length > 0 ? met : partnerBelow(at, clause))] : known)
  // "at a meeting, the strikers": one party that nobody knows meets itself, and fights others.
  const alone = all.length === 1 && all[0]?.entity === null
  return { source: all, target: alone ? [] : all }
}

const DISCUSSES = /^(discuss|debate|review|talk over|go over|raise)$/

const reciprocal = (at: Resolved, clause: Clause): boolean =>
  clause.args.some(
    (a) =>
      RECIPROCAL.has(a.slot) &&
      (isOneAnother(at, a.head) ||
        (/^(each|other)$/i.test(wordAt(at.reading.tree, a.head).lemma) &&
          /each|one/i.test(
            wordAt(at.reading.tree, Math.max(0, nounPhrase(at.reading.tree, a.head).first - 1)).text +
              wordAt(at.reading.tree, nounPhrase(at.reading.tree, a.head).first).text,
          )) ||
        isEachOther(at, clause, a)),
  )

const RECIPROCAL = new Set(['object', 'indirect', 'with', 'to', 'at', 'against', 'on', 'of'])

/** "each blamed the other". */
const isEachOther = ({ reading: { tree } }: Resolved, clause: Clause, { head }: Argument): boolean =>
  /^other$/i.test(wordAt(tree, head).text) && inSlots(clause, ['subject']).some((a) => /^(each|one)$/i.test(wordAt(tree, a.head).text))

/** "Iranian missiles were fired at bases": whose the things are that strike is who acts, where they strike somebody. */
const weapons = (at: Resolved, clause: Clause): readonly Found[] => {
  const fired = partiesOf(at, inSlots(clause, ['object']))
  return fired.length > 0 && fired.every((f) => f.owned) && clause.args.some((a) => /^(at|on|into|toward|towards|against)$/.test(a.slot))
    ? fired
    : []
}

const STRIKES = /^(18|19|20)/
const COERCES = /^(17|18|19|20)/

const isOneAnother = ({ reading: { words } }: Resolved, at: number): boolean => {
  const { text = '' } = words[at] ?? {}
  return (
    (/^one$/i.test(text) && /^another$/i.test(words[at + 1]?.text ?? '')) ||
    (/^another$/i.test(text) && /^one$/i.test(words[at - 1]?.text ?? ''))
  )
}

/** "talks convened by the African Union": who brings others together is none of them. */
const isConvened = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  const verb = wordAt(tree, head).head
  return verb >= 0 && hangsBy(tree, verb, 'acl') && lexicon.classesOf.get(wordAt(tree, verb).lemma)?.has('convening') === true
}

const isPlaced = (at: Resolved, head: number): boolean =>
  dependents(at.reading.tree, head, 'case').some((c) => /^(to|in|at|near|outside)$/i.test(wordAt(at.reading.tree, c).text))

/** "received the envoy to discuss the ties between Chad and Niger": with whom one talks is whom one meets for it. */
const partnerAbove = (at: Resolved, { link, governor }: Clause): readonly Found[] => {
  const above = /^(advcl|xcomp)$/.test(link) ? at.reading.candidates.find((c) => c.clause.head === governor) : undefined
  return above && /^04/.test(above.acts[0]?.entry.cameo ?? '')
    ? firstSlot(at, above.clause, ['object', 'with'], (f) => isKnown(f) && !f.owned)
    : []
}

/** "held talks in Oslo with Iran": the partner, where the parser hung him on another phrase. */
const partnerBelow = (at: Resolved, clause: Clause): readonly Found[] => {
  const { tree } = at.reading
  const top = clause.light ?? clause.head
  for (const head of subtree(tree, top)) {
    if (head < clause.head || !/^(with|between|among)$/.test(preposition(tree, head))) continue
    const between = ancestors(tree, head)
    if (!between.slice(0, between.indexOf(top)).every((up) => hangsBy(tree, up, 'obj', 'obl', 'nmod', 'conj'))) continue
    const found = conjuncts(tree, head).flatMap((h) => partiesAt(at, h, true))
    if (found.some((f) => f.party.entity !== null)) return found
  }
  return []
}
