import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { type Deed, type Discourse, nearness, type Referent } from '../references/discourse.ts'
import { isPrivate } from '../role-groups.ts'

/** What an article has said of an entity up to a sentence's end, the same whichever side of whichever act asks. */
export type Profile = {
  readonly entity: string
  readonly referents: readonly Referent[]
  /** Those of the sentence itself. */
  readonly here: readonly Referent[]
  /** The acts that it did or suffered, in their order. */
  readonly deeds: readonly NearDeed[]
  /** Tells of politics or suffers it, and is no side of it. */
  readonly isBystander: boolean
  readonly isState: boolean
  readonly isUnion: boolean
  /** A body of states or a charity: no alliance that fights. */
  readonly isPeaceful: boolean
  readonly isCharity: boolean
  readonly isGroup: boolean
  readonly isArmed: boolean
  readonly isParty: boolean
  /** The state that it is at home in, of a group or party. */
  readonly home: string | null
  /** How much the passage is about it. */
  readonly weight: number
  /** How much the passage is about the groups and parties at home there. */
  readonly within: number
  /** How often it was named in the sentences before, near counting more (log): as a subject, and otherwise. */
  readonly asSubject: number
  readonly otherwise: number
  readonly isOnlyPlace: boolean
  readonly isOnlyGuess: boolean
  /** Told of for private people of it alone: "a French engineer". */
  readonly isOnlyPeople: boolean
  readonly isInTitle: boolean
  readonly isInDateline: boolean
}

/** An act that was told, with how many sentences ago it was and its quad class. */
type NearDeed = Pick<Deed, 'source' | 'target'> & { readonly ago: number; readonly quad: number }

/** All that the sides of a sentence are ranked by: the entities in the order in which the article came to name them. */
type Profiles = readonly Profile[]

/** A profile before all the others' are known. */
type Own = Omit<Profile, 'within'> & { within: number }

type Sentence = SentenceReading['sentence']

/** The profiles at a sentence; every open side of it asks for the same. */
export const profilesAt = (discourse: Discourse, sentence: Sentence, lexicon: Lexicon): Profiles => {
  if (latest?.discourse === discourse && latest.sentence === sentence) return latest.profiles
  const deeds = byParty(discourse, sentence)
  const own: Own[] = []
  const within = new Map<string, number>()
  for (const [entity, referents] of byEntity(discourse)) {
    const profile = profileOf(entity, referents, deeds.get(entity) ?? NO_DEEDS, sentence, lexicon)
    own.push(profile)
    if (profile.home !== null) within.set(profile.home, (within.get(profile.home) ?? 0) + profile.weight)
  }
  if (within.size > 0) for (const profile of own) profile.within = within.get(profile.entity) ?? 0
  latest = { discourse, sentence, profiles: own }
  return own
}

let latest: { readonly discourse: Discourse; readonly sentence: Sentence; readonly profiles: Profiles } | null = null

const byEntity = ({ referents }: Discourse): ReadonlyMap<string, readonly Referent[]> => {
  const named = new Map<string, Referent[]>()
  for (const referent of referents) {
    const list = named.get(referent.entity)
    if (list) list.push(referent)
    else named.set(referent.entity, [referent])
  }
  return named
}

/** The acts that each entity did or suffered. */
const byParty = ({ acts }: Discourse, { index }: Sentence): ReadonlyMap<string, readonly NearDeed[]> => {
  const deeds = new Map<string, NearDeed[]>()
  const add = (party: string, deed: NearDeed): void => {
    const list = deeds.get(party)
    if (list) list.push(deed)
    else deeds.set(party, [deed])
  }
  for (const { source, target, root, sentence } of acts) {
    const deed = { source, target, ago: index - sentence, quad: quadOf(root) }
    add(source, deed)
    if (target !== source) add(target, deed)
  }
  return deeds
}

const NO_DEEDS: readonly NearDeed[] = NONE

const profileOf = (
  entity: string,
  referents: readonly Referent[],
  deeds: readonly NearDeed[],
  { index, section }: Sentence,
  lexicon: Lexicon,
): Own => {
  const { kind = '', home = null } = lexicon.entities.get(entity) ?? {}
  const here: Referent[] = []
  let [isOnlyPlace, isOnlyGuess, isOnlyPeople, isInTitle, isInDateline] = [true, true, true, false, false]
  let weight = 0
  let asSubject = 0
  let otherwise = 0
  for (const r of referents) {
    if (r.sentence === index) here.push(r)
    if (!r.locative) isOnlyPlace = false
    if (!r.guessed) isOnlyGuess = false
    if (!r.guessed && !isPrivate(r.role)) isOnlyPeople = false
    if (r.sentence < 0) isInTitle = true
    if (r.head < 0 && r.rule !== null) isInDateline = true
    if (r.locative || r.guessed) continue
    const near = nearness(index - r.sentence)
    weight += (r.subject ? 1 : 0.6) * (0.1 + near) * (r.section === section ? 1 : 0.7)
    if (r.sentence >= index || r.sentence < 0) continue
    if (r.subject) asSubject += near
    else otherwise += near
  }
  return {
    entity,
    referents,
    here,
    deeds,
    isBystander: BYSTANDERS.has(kind),
    isState: kind === 'state' || kind === 'region',
    isUnion: kind === 'igo' || kind === 'alliance',
    isPeaceful: kind === 'igo' || kind === 'ngo',
    isCharity: kind === 'ngo',
    isGroup: GROUPS.has(kind),
    isArmed: kind === 'group',
    isParty: kind === 'party',
    home,
    weight,
    within: 0,
    asSubject: Math.log1p(asSubject),
    otherwise: Math.log1p(otherwise),
    isOnlyPlace,
    isOnlyGuess,
    isOnlyPeople,
    isInTitle,
    isInDateline,
  }
}

/** PLOVER's quad class of a CAMEO root. */
export const quadOf = (root: string): number => (root <= '05' ? 1 : root <= '09' ? 2 : root <= '13' ? 3 : root === '16' ? 3 : 4)

const GROUPS = new Set(['group', 'party', 'community', 'movement'])

/** Kinds that tell of politics or suffer it, and are no side of it. */
export const BYSTANDERS = new Set(['company', 'media'])
