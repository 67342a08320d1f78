import type { Clause } from '../extract/clauses/clause.ts'
import { ancestors, hangsBy, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { Beside } from './besides.ts'
import { type Deed, type Discourse, nearness } from './discourse.ts'
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
  return named.map((profile) => ({ entity: profile.entity, features: spread(featuresOf(scene, gap, profile, seen).flat(), gap) }))
}

/** The same entities with their probability, likeliest first, without those who are `barred`. */
export const rankFor = (scene: GapScene, gap: Gap, barred: readonly string[] = []): readonly Ranked[] => {
  const named = namedFor(scene, gap)
  const seen = see(scene, gap, named)
  const offered = barred.length > 0 ? named.filter(({ entity }) => !barred.includes(entity)) : named
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
    last: discourse.acts.at(-1),
    coerces: /^1[47]/.test(gap.root),
    isViolent: /^(1[89]|20)/.test(gap.root),
    isOfWords: /^(0|1[0-3])/.test(gap.root),
    refuses: /^1[23]/.test(gap.root),
    isPublic: PUBLIC.test(gap.role ?? ''),
    isOfRebels: REBELS.test(gap.role ?? ''),
    isOffice: OFFICES.test(gap.role ?? ''),
    isUnnamed: gap.roles.every((r) => r === ''),
    facesGovernment: gap.roles.some(facesGovernment),
    governs: gap.roles.some((r) => GOVERNS.test(r)),
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
const weighFor = ({ side, role }: Gap, shared: Features): number => {
  const once = addAll(0, shared, 0)
  const twice = side === 'target' ? addAll(once, shared, SHARED.length) : once
  return role === null ? twice : addAll(twice, shared, 2 * SHARED.length)
}

const addAll = (before: number, parts: Features, from: number): number => {
  let sum = before
  let at = from
  for (const part of parts) {
    sum = addWeights(sum, part, WEIGHTS, at)
    at += part.length
  }
  return sum
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
  /** The last act that the article told. */
  readonly last: Deed | undefined
  /** What the root and the role of the gap are of, and the roles of the other side. */
  readonly coerces: boolean
  readonly isViolent: boolean
  readonly isOfWords: boolean
  readonly refuses: boolean
  readonly isPublic: boolean
  readonly isOfRebels: boolean
  readonly isOffice: boolean
  readonly isUnnamed: boolean
  readonly facesGovernment: boolean
  readonly governs: boolean
  /** Who last spoke of or to the other side. */
  readonly addressed: string | null
}

/** In the order of `SHARED`, in parts: V8 took a quarter of a second for a function of them all. */
const featuresOf = (scene: GapScene, gap: Gap, profile: Profile, seen: Seen): Features => {
  const itself = !seen.isPublic && gap.known.includes(profile.entity)
  const { together, paired } = pairedWith(scene.discourse, scene.reading.sentence.index, profile.entity, gap.known)
  const deeds = deedsOf(profile, gap.known, seen.quad)
  return [
    ofPassage(scene, profile, seen, itself ? DOMESTIC * profile.weight : profile.weight + together),
    ofOtherSide(gap, seen, itself, paired, deeds),
    ofActs(scene, profile, seen, deeds),
    ofRole(scene, gap, profile, seen, itself),
    ofNearness(scene, profile, seen, itself),
  ]
}

/** The features of an entity, in parts. */
type Features = readonly (readonly number[])[]

const one = (holds: boolean): number => (holds ? 1 : 0)

const ofPassage = ({ clause }: GapScene, profile: Profile, seen: Seen, weight: number): readonly number[] => {
  let [before, behind, above, inside] = [0, 0, 0, 0]
  for (const { head, locative, guessed } of profile.here) {
    if (!locative && !guessed && head < clause.head) before = 1
    if (!locative && !guessed && head > clause.head) behind = 1
    if (seen.above.includes(head)) above = 1
    if (seen.heads.includes(head)) inside = 1
  }
  return [
    Math.log(0.05 + weight),
    profile.asSubject,
    profile.otherwise,
    profile.referents.length / seen.total,
    profile.weight / seen.near,
    one(profile.referents.length === seen.most),
    before,
    behind,
    above,
    inside,
    one(profile.isOnlyPlace),
    one(profile.isInTitle),
    one(profile.isInDateline),
  ]
}

const ofOtherSide = ({ side }: Gap, seen: Seen, itself: boolean, paired: number, [onKnown, byKnown]: Deeds): readonly number[] => [
  Math.log1p(paired),
  Math.log1p(side === 'source' ? onKnown : byKnown),
  Math.log1p(side === 'source' ? byKnown : onKnown),
  one(itself),
  itself ? seen.alone : 0,
  one(itself && seen.coerces),
  one(itself && seen.isViolent),
  one(itself && seen.isOfWords),
]

const ofActs = ({ beside }: GapScene, profile: Profile, { last }: Seen, [, , asSource, asTarget]: Deeds): readonly number[] => [
  one(beside.acts(profile.entity)),
  one(beside.suffers(profile.entity)),
  one(last?.source === profile.entity),
  one(last?.target === profile.entity),
  one(profile.isState),
  one(profile.isUnion),
  one(profile.isGroup),
  Math.log1p(asSource),
  Math.log1p(asTarget),
  one(profile.isOnlyGuess),
]

const ofRole = ({ reading, clause, beside }: GapScene, gap: Gap, profile: Profile, seen: Seen, itself: boolean): readonly number[] => {
  const { entity, referents, here } = profile
  const { index } = reading.sentence
  const last = seen.last !== undefined && quadOf(seen.last.root) === seen.quad ? seen.last : undefined
  return [
    one(profile.isGroup && seen.isOfRebels),
    one(profile.isState && seen.isOffice),
    one(gap.guess === entity),
    one(itself && !profile.isState),
    one(itself && seen.refuses),
    one(referents.every((r) => r.sentence === index && r.head > clause.head)),
    one(seen.asks.length > 0 && here.some((r) => seen.asks.includes(r.head))),
    one(beside.acts(entity, seen.quad)),
    one(beside.suffers(entity, seen.quad)),
    one(last?.source === entity),
    one(last?.target === entity),
  ]
}

const ofNearness = ({ reading }: GapScene, profile: Profile, seen: Seen, itself: boolean): readonly number[] => {
  const { entity, referents, here, deeds, weight, within, isUnion } = profile
  const { index } = reading.sentence
  return [
    one(here.some((r) => r.locative)),
    one(deeds.some((d) => d.source === entity && d.ago <= 1)),
    Math.log(0.05 + weight + within),
    one(itself && seen.isUnnamed),
    one(itself && seen.facesGovernment),
    one(itself && seen.governs),
    one(isUnion && (seen.quad === 1 || seen.quad === 3)),
    one(isUnion && seen.quad === 4),
    one(referents.some((r) => r.sentence === index - 1 && !r.guessed)),
    one(!itself && seen.addressed === entity),
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
