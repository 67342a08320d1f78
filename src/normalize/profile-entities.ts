import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { type Deed, type Discourse, nearness, type Referent } from './discourse.ts'

/** What an article has said of an entity up to a sentence's end, the same whichever side of whichever act asks. */
export type Profile = {
  readonly entity: string
  readonly referents: readonly Referent[]
  /** Those of the sentence itself. */
  readonly here: readonly Referent[]
  /** Tells of politics or suffers it, and is no side of it. */
  readonly isBystander: boolean
  readonly isState: boolean
  readonly isUnion: boolean
  readonly isGroup: boolean
  readonly isArmed: boolean
  /** How much the passage is about it. */
  readonly weight: number
  /** How often it was named in the sentences before, near counting more (log): as a subject, and otherwise. */
  readonly asSubject: number
  readonly otherwise: number
  readonly isOnlyPlace: boolean
  /** Whether the sentence names it as a place ("In Niger, the guard …"). */
  readonly isPlaceHere: boolean
  /** Whether the paragraph named it before the sentence, and before all others. */
  readonly isInParagraph: boolean
  readonly opensParagraph: boolean
  readonly isOnlyGuess: boolean
  readonly isInTitle: boolean
  readonly isInDateline: boolean
}

/** An act that was told, with how near it is and its quad class. */
export type NearDeed = Deed & { readonly near: number; readonly quad: number }

/** All that the sides of a sentence are ranked by: the entities in the order in which the article came to name them, and who acted on whom. */
export type Profiles = { readonly entities: readonly Profile[]; readonly deeds: readonly NearDeed[] }

type Sentence = SentenceReading['sentence']

/** The profiles at a sentence; every open side of it asks for the same. */
export const profilesAt = (discourse: Discourse, sentence: Sentence, lexicon: Lexicon): Profiles => {
  const before = known.get(discourse)
  if (before?.sentence === sentence) return before.profiles
  const profiles = {
    entities: [...byEntity(discourse)].map(([entity, referents]) =>
      profileOf(entity, referents, sentence, openerOf(discourse, sentence), lexicon),
    ),
    deeds: discourse.acts.map((deed) => ({ ...deed, near: nearness(sentence.index - deed.sentence), quad: quadOf(deed.root) })),
  }
  known.set(discourse, { sentence, profiles })
  return profiles
}

const known = new WeakMap<Discourse, { readonly sentence: Sentence; readonly profiles: Profiles }>()

const byEntity = ({ referents }: Discourse): ReadonlyMap<string, readonly Referent[]> => {
  const named = new Map<string, Referent[]>()
  for (const referent of referents) {
    const list = named.get(referent.entity)
    if (list) list.push(referent)
    else named.set(referent.entity, [referent])
  }
  return named
}

/** Whom the paragraph of a sentence named first, before it. */
const openerOf = ({ referents }: Discourse, { index, block }: Sentence): string | null =>
  referents.find((r) => r.block === block && r.sentence >= 0 && r.sentence < index && !r.locative && !r.guessed)?.entity ?? null

const profileOf = (
  entity: string,
  referents: readonly Referent[],
  { index, section, block }: Sentence,
  opener: string | null,
  lexicon: Lexicon,
): Profile => {
  const kind = lexicon.entities.get(entity)?.kind ?? ''
  let [weight, asSubject, otherwise] = [0, 0, 0]
  for (const r of referents) {
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
    here: referents.filter((r) => r.sentence === index),
    isBystander: BYSTANDERS.has(kind),
    isState: kind === 'state' || kind === 'region',
    isUnion: kind === 'igo' || kind === 'alliance',
    isGroup: GROUPS.has(kind),
    isArmed: kind === 'group',
    weight,
    asSubject: Math.log1p(asSubject),
    otherwise: Math.log1p(otherwise),
    isPlaceHere: referents.some((r) => r.sentence === index && r.locative && r.head >= 0),
    isInParagraph: referents.some((r) => r.block === block && r.sentence >= 0 && r.sentence < index && !r.locative && !r.guessed),
    opensParagraph: opener === entity,
    isOnlyPlace: referents.every((r) => r.locative),
    isOnlyGuess: referents.every((r) => r.guessed),
    isInTitle: referents.some((r) => r.sentence < 0),
    isInDateline: referents.some((r) => r.head < 0),
  }
}

/** PLOVER's quad class of a CAMEO root. */
export const quadOf = (root: string): number => (root <= '05' ? 1 : root <= '09' ? 2 : root <= '13' ? 3 : root === '16' ? 3 : 4)

const GROUPS = new Set(['group', 'party', 'community', 'movement'])

/** Kinds that tell of politics or suffer it, and are no side of it. */
export const BYSTANDERS = new Set(['company', 'media'])
