import { ACTS_FOR_STATE, BETWEEN_STATES } from '../references/faced-by.ts'
import { STRIKES } from '../sides/sides.ts'
import { type Features, featuresOf, see } from './features-of-gap.ts'
import { type Gap, type GapScene, isOfState } from './gap.ts'
import { type Profile, profilesAt } from './profile-entities.ts'
import { SHARED } from './rank-parties-features.ts'
import { WEIGHTS } from './rank-parties-weights.generated.ts'

/** One entity that may fill a gap, with what speaks for it. */
export type Offer = { readonly entity: string; readonly features: readonly number[] }

/** The entities that the article has named so far, with what speaks for each as the party of a gap. */
export const offersOf = (scene: GapScene, gap: Gap): readonly Offer[] => {
  const named = namedFor(scene, gap)
  const seen = see(scene, gap, named)
  return named.map((profile) => ({ entity: profile.entity, features: spread(featuresOf(scene, gap, profile, seen).flat(), gap) }))
}

/** An entity that may fill a gap, and how likely it is. */
export type Ranked = { readonly entity: string; readonly sure: number }

/** The same entities with their probability, likeliest first, without those who are `barred`. */
export const rankFor = (scene: GapScene, gap: Gap, barred: readonly string[] = []): readonly Ranked[] => {
  const named = namedFor(scene, gap)
  const seen = see(scene, gap, named)
  const offered = barred.length > 0 ? named.filter(({ entity }) => !barred.includes(entity)) : named
  const ranked = inOrder(
    offered,
    offered.map((profile) => weighFor(gap, featuresOf(scene, gap, profile, seen))),
  )
  const first = offered.find(({ entity }) => entity === ranked[0]?.entity)
  // "The Commission pledged doses": where that is likeliest which cannot be, nobody is meant.
  return first && isUnionItself(first, gap) ? [] : ranked
}

const namedFor = ({ discourse, lexicon, reading }: GapScene, gap: Gap): readonly Profile[] => {
  const named: Profile[] = []
  for (const profile of profilesAt(discourse, reading.sentence, lexicon)) if (canBe(profile, gap)) named.push(profile)
  return named
}

/** No bystander, unless it is the other side; no mere place; no union of states where people protest; and an armed group only where it can be meant without being named. */
const canBe = (profile: Profile, gap: Gap): boolean => {
  const { entity, isState, isBystander, isArmed, isParty, isUnion, isCharity, isOnlyPlace, isInDateline } = profile
  return (
    (!isBystander || gap.known.includes(entity)) &&
    !isOnlooker(profile, gap) &&
    !(isArmed && (isOfState(gap) || (!gap.joint && gap.known.includes(entity) && (gap.role === null || isStruck(gap))))) &&
    (isState || !gap.ofState) &&
    !(isParty && (PUBLIC_OFFICES.test(gap.role ?? '') || ARMED.test(gap.role ?? ''))) &&
    !(isUnion && (PEOPLE.test(gap.role ?? '') || gap.root === '14')) &&
    !isAgainstItself(profile, gap) &&
    !areTheirs(profile, gap) &&
    !(isCharity && gap.role !== 'MED' && gap.role !== 'HLH' && gap.role !== 'REL' && PEOPLE.test(gap.role ?? '')) &&
    (!isOnlyPlace || isInDateline)
  )
}

/** "The militants killed nine soldiers": whom a group strikes is none of its own, unless he bears arms as it does. */
const isStruck = ({ side, root, role }: Gap): boolean => side === 'target' && STRIKES.test(root) && !ARMED.test(role ?? '')

/**
 * No union of states acts on itself, it judges and punishes others; who rejects, threatens or punishes a state that is named alone is another, and so is the ministry
 * or the army that deals with it.
 */
const isAgainstItself = (profile: Profile, gap: Gap): boolean =>
  (isUnionItself(profile, gap) && !FRIENDLY.test(gap.root)) ||
  (!gap.joint &&
    gap.known.includes(profile.entity) &&
    profile.isState &&
    gap.side === 'source' &&
    gap.roles.every((r) => r === '') &&
    (gap.role === null ? /^1[236]/.test(gap.root) : ACTS_FOR_STATE.test(gap.role) && gap.root !== FIGHT && BETWEEN_STATES.test(gap.root)))

const isUnionItself = ({ entity, isUnion }: Profile, { known, role, joint, side }: Gap): boolean =>
  !joint && role === null && side === 'target' && isUnion && known.includes(entity)

/** "Gunmen killed a French engineer in Guatemala. Police arrested six": police are not France's where they were taken for others'. */
const areTheirs = ({ entity, isState, isOnlyPeople, isOnlyGuess }: Profile, { role, guess }: Gap): boolean =>
  isState && isOnlyPeople && !isOnlyGuess && role !== null && guess !== null && guess !== entity

const FRIENDLY = /^0/
/** CAMEO root of war: "Government forces violated Sudan's ceasefire" is told at home. */
const FIGHT = '19'

/** Who watches, judges and helps, where force is told of: a body or charity fights nobody but where it was told to, and is hit where people of it were told of. */
const isOnlooker = ({ entity, isPeaceful, deeds, referents }: Profile, { side, root, role }: Gap): boolean => {
  if (!isPeaceful || !STRIKES.test(root) || (role !== null && ARMY.test(role))) return false
  return side === 'source'
    ? deeds.every((d) => d.source !== entity || d.quad !== 4)
    : deeds.every((d) => d.target !== entity || d.quad !== 4) && referents.every((r) => r.kind !== 'people')
}

const ARMY = /^(MIL|COP|IGO|NGO|HLH|HRI|REF)$/

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

/** Roles of a state's people and government, which no organisation of states has. */
const PEOPLE = /^(GOV|CVL|EDU|LAB|AGR|OPP|COP|CRM|HLH|REF|MED|BUS|REL|ELI|REB|INS|SEP|UAF|RAD)$/

/** Who bears arms is no party. */
const ARMED = /^(REB|UAF|INS|SEP|RAD)$/

/** Roles of a state and its people that no party has. */
const PUBLIC_OFFICES = /^(MIL|COP|JUD|SPY|DIP|CVL|REF|MED|EDU|LAB|AGR|HLH|CRM|BUS|ENV)$/
