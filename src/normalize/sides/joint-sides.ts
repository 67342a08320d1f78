import type { Clause } from '../../extract/clauses/clause.ts'
import { conjuncts, nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, subtree, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import type { Sides } from './find-sides.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { firstSlot, isKnown, parties, partiesOf } from './parties-in-slots.ts'
import { partnerInTerms } from './partner-in-terms.ts'
import { inSlots, type SideRule } from './sides.ts'
import { betweenWhom } from './told-by-object.ts'

/** The sides of what several do with each other: all of them stand on both. */
export const jointSides = (at: Resolved, clause: Clause, rule: SideRule, source: readonly Found[]): Sides => {
  // "discussed the Iranian presence", "the ties between Chad and Niger": whose the topic is has no part in the talk for that.
  const isTalk = clause.kind === 'verb' && source.length > 0 && isOfClass(at.lexicon, clause.lemma, 'talking-over')
  const others = othersBeside(at, clause, rule, isTalk)
  const found = [...source, ...others].filter((f) => f.party.entity !== null || f.party.role !== null || f.mention.kind === 'unknown')
  const known = found.length === 0 && clause.kind === 'verb' ? betweenWhom(at, clause, rule) : found
  const there = isWar(clause, rule) && parties(known).length === 1 ? foesInWar(at, clause, known[0]) : []
  const met = known.length === 1 && isTalk ? partnerAbove(at, clause) : []
  const below = there.length > 0 || known.length !== 1 ? there : met.length > 0 ? met : partnerBelow(at, clause)
  const [own] = known
  const inTerms = below.length === 0 && known.length === 1 && own && AGREES.test(rule.cameo ?? '') ? partnerInTerms(at, clause, own) : []
  const all = parties([...known, ...below, ...inTerms])
  // "at a meeting, the strikers": one party that nobody knows meets itself, and fights others.
  const alone = all.length === 1 && all[0]?.entity === null
  return { source: all, target: alone ? [] : all }
}

/** Those who stand in the slots of a joint act, beside its source. */
const othersBeside = (at: Resolved, clause: Clause, { cameo }: SideRule, isTalk: boolean): readonly Found[] => {
  const slots =
    clause.kind === 'noun'
      ? ['with', 'between', 'among', 'poss', 'modifier', 'by', 'of', 'to']
      : ['object', 'indirect', 'with', 'between', 'among', 'alongside', 'against', ...(CONVERSES.test(cameo ?? '') ? ['to'] : [])]
  // "established a council", "signed the charter": what two make together is none of them.
  const made = clause.kind === 'verb' && /^05/.test(cameo ?? '')
  const args = inSlots(clause, slots).filter((a) => !(isTalk && a.via === 'attached' && /^(between|among)$/.test(a.slot)))
  // "as the talks move to Havana", "in Paris", "signed a truce in Cuba": where it is doesn't tell who.
  const objects = new Set(made ? inSlots(clause, ['object']).map((a) => a.head) : [])
  return args
    .flatMap((a) =>
      partiesOf(at, [a], a.slot === 'object' ? 'anybody' : 'doers').filter((f) => !(f.owned && a.slot === 'object' && isTalk)),
    )
    .filter(
      (f) =>
        !isLookingOn(at, f.mention.head) &&
        !((f.party.basis === 'capital' || objects.size > 0) && isPlaced(at, f.mention.head)) &&
        (f.owned || !objects.has(f.mention.head)),
    )
}

/** CAMEO codes of talks: "spoke to his Qatari counterpart". */
const CONVERSES = /^04[01]/

/** CAMEO root of agreeing: who only talks about a deal talks to others than those it is with. */
const AGREES = /^05/

const isWar = ({ kind, lemma }: Clause, { cameo }: SideRule): boolean => kind === 'noun' && lemma === 'war' && /^19/.test(cameo ?? '')

/** "Russia's war in Ukraine": with whom it is, where it is in another state; but "discussed its war in Brussels", "its war in Syria on the Kurds". */
const foesInWar = (at: Resolved, clause: Clause, own: Found | undefined): readonly Found[] => {
  if (own?.party.entity == null || !inSlots(clause, ['poss', 'modifier']).some((a) => a.head === own.mention.head)) return []
  const { tree } = at.reading
  const enemies = subtree(tree, clause.head).flatMap((head) => (ENEMY.test(preposition(tree, head)) ? partiesAt(at, head, 'doers') : []))
  if (enemies.length > 0) return enemies.filter(isKnown)
  if (!/^in$/i.test(tree.words[clause.head + 1]?.text ?? '')) return []
  const there = partiesOf(at, inSlots(clause, ['in']))
  return there.filter(
    ({ party: { entity, basis }, mention }) =>
      entity !== own.party.entity &&
      basis !== 'capital' &&
      mention.kind === 'name' &&
      at.lexicon.entities.get(entity ?? '')?.kind === 'state',
  )
}

const ENEMY = /^(with|against|on|upon)$/

/** "was concluded at the palace, with the Malaysian premier looking on", "with Russia as mediator": who is only there. */
const isLookingOn = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  if (preposition(tree, head) !== 'with') return false
  const next = nounPhrase(tree, head).last + 1
  if (/ing$/.test(tree.words[next]?.text ?? '') && isOf(lexicon, tree, next, 'onlooking')) return true
  return /^as$/i.test(tree.words[next]?.text ?? '') && [next + 1, next + 2].some((at) => isOf(lexicon, tree, at, 'go-between'))
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
    const found = conjuncts(tree, head).flatMap((h) => partiesAt(at, h, 'doers'))
    if (found.some((f) => f.party.entity !== null)) return found
  }
  return []
}
