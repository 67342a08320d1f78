import type { Clause } from '../extract/clauses/clause.ts'
import { ancestors, hangsBy, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { Beside } from './besides.ts'
import { type Discourse, nearness } from './discourse.ts'
import { type Profile, profilesAt, quadOf } from './profile-entities.ts'
import { SHARED } from './rank-parties-features.ts'
import { WEIGHTS } from './rank-parties-weights.generated.ts'
import { facesGovernment } from './sides.ts'

/** A side whose entity the sentence leaves open: who stands on the other side, the act's root, and the role that its words give ("soldiers"), if any. */
export type Gap = {
  readonly side: 'source' | 'target'
  readonly known: readonly string[]
  /** The roles in which those stand there ("" for a state itself). */
  readonly roles: readonly string[]
  readonly root: string
  /** Whether it is done together. */
  readonly joint: boolean
  readonly role: string | null
  /** Whether the words of the role are of what states alone have ("the army"). */
  readonly ofState: boolean
  /** Whom the words of the role were taken to mean before the rest of the sentence was read. */
  readonly guess: string | null
}

/** What a gap stands in: all that the article has said up to the sentence's end, and who acts in the sentence besides. */
export type GapScene = {
  readonly discourse: Discourse
  readonly lexicon: Lexicon
  readonly reading: Pick<SentenceReading, 'tree' | 'sentence'>
  readonly clause: Clause
  /** The entities that the sentence's other acts name for their sides. */
  readonly beside: Beside
}

/** One entity that may fill a gap, with what speaks for it. */
export type Offer = { readonly entity: string; readonly features: readonly number[] }

/** The entities that the article has named so far, with what speaks for each as the party of a gap. */
export const offersOf = (scene: GapScene, gap: Gap): readonly Offer[] => {
  const named = namedFor(scene, gap)
  const seen = see(scene, gap, named)
  return named.map((profile) => ({ entity: profile.entity, features: spread(featuresOf(scene, gap, profile, seen), gap) }))
}

/** The same entities with their probability, likeliest first; `foreign`: none of the other side. */
export const rankFor = (scene: GapScene, gap: Gap, foreign = false): readonly Ranked[] => {
  const named = namedFor(scene, gap)
  const seen = see(scene, gap, named)
  const offered = foreign ? named.filter(({ entity }) => !gap.known.includes(entity)) : named
  return inOrder(
    offered,
    offered.map((profile) => weighFor(gap, featuresOf(scene, gap, profile, seen))),
  )
}

const namedFor = ({ discourse, lexicon, reading }: GapScene, gap: Gap): readonly Profile[] => {
  const named: Profile[] = []
  for (const profile of profilesAt(discourse, reading.sentence, lexicon)) if (canBe(profile, gap)) named.push(profile)
  return named
}

const see = (scene: GapScene, gap: Gap, named: readonly Profile[]): Seen => {
  const { discourse, clause } = scene
  let most = 0
  let near = 0.01
  let own = 0.05
  let other = 0.05
  for (const { entity, referents, weight } of named) {
    most = Math.max(most, referents.length)
    near += weight
    if (gap.known.includes(entity)) own = Math.max(own, weight)
    else other = Math.max(other, weight)
  }
  return {
    total: discourse.referents.length,
    most,
    near,
    alone: Math.max(-2, Math.min(3, Math.log(own / other))),
    above: subjectsAbove(scene),
    asks: whoAsks(scene, gap),
    heads: clause.args.map((a) => a.head),
    quad: quadOf(gap.root),
    addressed:
      gap.known.length === 0
        ? null
        : (discourse.acts.findLast((a) => gap.known.includes(a.target) && !gap.known.includes(a.source) && WORDS.test(a.root))?.source ??
          null),
  }
}

/** No bystander, unless it is the other side; no mere place; and an armed group only where it can be meant without being named. */
const canBe = ({ entity, isState, isBystander, isArmed, isParty, isUnion, isOnlyPlace, isInDateline }: Profile, gap: Gap): boolean =>
  (!isBystander || gap.known.includes(entity)) &&
  !(isArmed && (isOfState(gap) || (gap.role === null && !gap.joint && gap.known.includes(entity)))) &&
  (isState || !gap.ofState) &&
  !(isParty && (PUBLIC_OFFICES.test(gap.role ?? '') || ARMED.test(gap.role ?? ''))) &&
  !(isUnion && PEOPLE.test(gap.role ?? '')) &&
  (!isOnlyPlace || isInDateline)

/** The roles of a state and its public, who arrests, and whom a crowd marches against. */
export const isOfState = ({ side, root, role }: Gap): boolean =>
  role === null ? (side === 'source' && root === '17') || (side === 'target' && root === '14') : UNARMED.test(role)

/** What is shared stands once, again for a target, and again for a role; noughts at the end are left out. */
const spread = (shared: readonly number[], { side, role }: Gap): readonly number[] => {
  if (role !== null) return shared.concat(side === 'target' ? shared : NOTHING, shared)
  return side === 'target' ? shared.concat(shared) : shared
}

const NOTHING: readonly number[] = SHARED.map(() => 0)

/** The weight of what is shared, spread so. */
const weighFor = ({ side, role }: Gap, shared: readonly number[]): number => {
  const once = addWeights(0, shared, WEIGHTS, 0)
  const twice = side === 'target' ? addWeights(once, shared, WEIGHTS, SHARED.length) : once
  return role === null ? twice : addWeights(twice, shared, WEIGHTS, 2 * SHARED.length)
}

const addWeights = (before: number, features: readonly number[], weights: readonly number[], from: number): number => {
  let sum = before
  for (let i = 0; i < features.length; i++) {
    const value = features[i] as number
    // Most are.
    if (value !== 0) sum += value * (weights[from + i] ?? 0)
  }
  return sum
}

/** An entity that may fill a gap, and how likely it is. */
export type Ranked = { readonly entity: string; readonly sure: number }

/** The offers with their probability, likeliest first. */
export const rank = (offers: readonly Offer[], weights: readonly number[] = WEIGHTS): readonly Ranked[] =>
  inOrder(
    offers,
    offers.map(({ features }) => addWeights(0, features, weights, 0)),
  )

const inOrder = (offers: readonly { readonly entity: string }[], sums: readonly number[]): readonly Ranked[] => {
  const top = Math.max(...sums)
  const powers = sums.map((s) => Math.exp(s - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return offers
    .map(({ entity }, i) => ({ entity, sure: (powers[i] as number) / total }))
    .sort((a, b) => b.sure - a.sure || (a.entity < b.entity ? -1 : 1))
}

/** What is the same for all offers of a gap. */
type Seen = {
  readonly total: number
  readonly most: number
  readonly near: number
  readonly alone: number
  readonly above: readonly number[]
  readonly asks: readonly number[]
  readonly heads: readonly number[]
  readonly quad: number
  /** Who last spoke of or to the other side. */
  readonly addressed: string | null
}

const featuresOf = ({ discourse, reading, clause, beside }: GapScene, gap: Gap, profile: Profile, seen: Seen): readonly number[] => {
  const { entity, here, referents, weight } = profile
  const { index } = reading.sentence
  const itself = gap.known.includes(entity) && !PUBLIC.test(gap.role ?? '')
  const { together, paired } = pairedWith(discourse, index, entity, gap.known)
  const [onKnown, byKnown, asSource, asTarget] = deedsOf(profile, gap.known, seen.quad)
  const forward = gap.side === 'source'
  const named = { before: 0, behind: 0, above: 0, inside: 0 }
  for (const { head, locative, guessed } of here) {
    if (!locative && !guessed && head < clause.head) named.before = 1
    if (!locative && !guessed && head > clause.head) named.behind = 1
    if (seen.above.includes(head)) named.above = 1
    if (seen.heads.includes(head)) named.inside = 1
  }
  const last = discourse.acts.at(-1)
  return [
    Math.log(0.05 + (itself ? DOMESTIC * weight : weight + together)),
    profile.asSubject,
    profile.otherwise,
    referents.length / seen.total,
    weight / seen.near,
    referents.length === seen.most ? 1 : 0,
    named.before,
    named.behind,
    named.above,
    named.inside,
    profile.isOnlyPlace ? 1 : 0,
    profile.isInTitle ? 1 : 0,
    profile.isInDateline ? 1 : 0,
    Math.log1p(paired),
    Math.log1p(forward ? onKnown : byKnown),
    Math.log1p(forward ? byKnown : onKnown),
    itself ? 1 : 0,
    itself ? seen.alone : 0,
    itself && /^1[47]/.test(gap.root) ? 1 : 0,
    itself && /^(1[89]|20)/.test(gap.root) ? 1 : 0,
    itself && /^(0|1[0-3])/.test(gap.root) ? 1 : 0,
    beside.acts(entity) ? 1 : 0,
    beside.suffers(entity) ? 1 : 0,
    last?.source === entity ? 1 : 0,
    last?.target === entity ? 1 : 0,
    profile.isState ? 1 : 0,
    profile.isUnion ? 1 : 0,
    profile.isGroup ? 1 : 0,
    Math.log1p(asSource),
    Math.log1p(asTarget),
    profile.isOnlyGuess ? 1 : 0,
    profile.isGroup && REBELS.test(gap.role ?? '') ? 1 : 0,
    profile.isState && OFFICES.test(gap.role ?? '') ? 1 : 0,
    gap.guess === entity ? 1 : 0,
    itself && !profile.isState ? 1 : 0,
    itself && /^1[23]/.test(gap.root) ? 1 : 0,
    referents.every((r) => r.sentence === index && r.head > clause.head) ? 1 : 0,
    here.some((r) => seen.asks.includes(r.head)) ? 1 : 0,
    beside.acts(entity, seen.quad) ? 1 : 0,
    beside.suffers(entity, seen.quad) ? 1 : 0,
    last?.source === entity && quadOf(last.root) === seen.quad ? 1 : 0,
    last?.target === entity && quadOf(last.root) === seen.quad ? 1 : 0,
    here.some((r) => r.locative) ? 1 : 0,
    profile.deeds.some((d) => d.source === entity && d.ago <= 1) ? 1 : 0,
    Math.log(0.05 + weight + profile.within),
    itself && gap.roles.every((r) => r === '') ? 1 : 0,
    itself && gap.roles.some((r) => facesGovernment(r)) ? 1 : 0,
    itself && gap.roles.some((r) => GOVERNS.test(r)) ? 1 : 0,
    profile.isUnion && (seen.quad === 1 || seen.quad === 3) ? 1 : 0,
    profile.isUnion && seen.quad === 4 ? 1 : 0,
    referents.some((r) => r.sentence === index - 1 && !r.guessed) ? 1 : 0,
    !itself && seen.addressed === entity ? 1 : 0,
  ]
}

/** How much was told of an entity together with those on the other side: as it adds to what the passage is about, and by itself. */
const pairedWith = (
  { pairs }: Discourse,
  index: number,
  entity: string,
  known: readonly string[],
): { readonly together: number; readonly paired: number } => {
  let together = 0
  let paired = 0
  for (const { entities, sentence } of known.length === 0 ? NO_PAIRS : pairs) {
    const a = entities[0].entity
    const b = entities[1].entity
    if (!(a === entity && known.includes(b)) && !(b === entity && known.includes(a))) continue
    const near = nearness(index - sentence)
    together += 2 * (0.2 + near)
    paired = paired + 0.2 + near
  }
  return { together, paired }
}

const NO_PAIRS: Discourse['pairs'] = []

/** What an entity did before, near counting more: to those on the other side and suffered from them, and in acts of the quad class at all. */
const deedsOf = ({ entity, deeds }: Profile, known: readonly string[], quad: number): Deeds => {
  if (deeds.length === 0) return NO_DEEDS
  let onKnown = 0
  let byKnown = 0
  let asSource = 0
  let asTarget = 0
  for (const deed of deeds) {
    const near = nearness(deed.ago)
    if (deed.source === entity) {
      if (known.includes(deed.target)) onKnown = onKnown + 0.3 + near
      if (deed.quad === quad) asSource = asSource + 0.3 + near
    }
    if (deed.target === entity) {
      if (known.includes(deed.source)) byKnown = byKnown + 0.3 + near
      if (deed.quad === quad) asTarget = asTarget + 0.3 + near
    }
  }
  return [onKnown, byKnown, asSource, asTarget]
}

type Deeds = readonly [onKnown: number, byKnown: number, asSource: number, asTarget: number]
const NO_DEEDS: Deeds = [0, 0, 0, 0]

/** "urged Chad to withdraw", "warned the militia not to resist": the subject above, where whoever stands above beside it is the other side. */
const whoAsks = ({ reading: { tree, sentence }, clause, discourse }: GapScene, gap: Gap): readonly number[] => {
  if (!hangsBy(tree, clause.head, 'xcomp', 'ccomp', 'acl', 'advcl')) return []
  const up = wordAt(tree, clause.head).head
  const known = (at: number): boolean =>
    discourse.referents.some((r) => r.head === at && r.sentence === sentence.index && gap.known.includes(r.entity))
  const children = tree.children[up] ?? []
  const others = children.filter((c) => hangsBy(tree, c, 'obj', 'iobj', 'obl'))
  return others.some(known) || hangsBy(tree, clause.head, 'ccomp') ? children.filter((c) => hangsBy(tree, c, 'nsubj') && !known(c)) : []
}

/** The heads of the subjects of the clauses that the trigger stands under. */
const subjectsAbove = ({ reading: { tree }, clause }: GapScene): readonly number[] => {
  const heads: number[] = []
  for (const at of ancestors(tree, clause.head))
    for (const child of tree.children[at] ?? []) if (child !== clause.head && hangsBy(tree, child, 'nsubj')) heads.push(child)
  return heads
}

const WORDS = /^(01|02|03|1[0-3])/
const GOVERNS = /^(GOV|DIP)$/
const REBELS = /^(REB|INS|SEP|UAF|RAD|OPP|IMG)$/
const UNARMED = /^(GOV|COP|JUD|LEG|DIP|SPY|ELI|OPP|PTY|CVL|CRM|REF|MED|EDU|BUS|LAB|AGR|HLH|HRI|ENV)$/
/** Roles of a state's public: against whom they act or who acts on them is most often the same state. */
const PUBLIC = /^(OPP|LEG|ELI|LAB|EDU)$/
/** Roles of a state's people and government, which no organisation of states has. */
const PEOPLE = /^(GOV|CVL|EDU|LAB|AGR|OPP|COP|CRM|HLH|REF|MED|BUS|REL|ELI|REB|INS|SEP|UAF|RAD)$/
/** Who bears arms is no party. */
const ARMED = /^(REB|UAF|INS|SEP|RAD)$/
/** Roles of a state and its people that no party has. */
const PUBLIC_OFFICES = /^(MIL|COP|JUD|SPY|DIP|CVL|REF|MED|EDU|LAB|AGR|HLH|CRM|BUS|ENV)$/
const OFFICES = /^(GOV|MIL|COP|JUD|LEG|SPY|DIP)$/

/** Below this share of its own weight a state's affairs are with its own public. */
const DOMESTIC = 0.25
