import { ancestors, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { Deed } from '../references/discourse.ts'
import { facesGovernment, holdsOffice } from '../role-groups.ts'
import { type Deeds, deedsOf, pairedWith } from './deeds-told.ts'
import type { Gap, GapScene } from './gap.ts'
import { type Profile, quadOf } from './profile-entities.ts'

/** The features of an entity, in parts. */
export type Features = readonly (readonly number[])[]

/** In the order of `SHARED`, in parts: V8 took a quarter of a second for a function of them all. */
export const featuresOf = (scene: GapScene, gap: Gap, profile: Profile, seen: Seen): Features => {
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

/** What is the same for all whom a gap may mean. */
export const see = (scene: GapScene, gap: Gap, named: readonly Profile[]): Seen => {
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
    isOffice: holdsOffice(gap.role),
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

/** Roles of a state's public: against whom they act or who acts on them is most often the same state. */
const PUBLIC = /^(OPP|LEG|ELI|LAB|EDU)$/

/** Below this share of its own weight a state's affairs are with its own public. */
const DOMESTIC = 0.25
