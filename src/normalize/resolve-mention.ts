import type { Basis, Mention } from '../document.ts'
import {
  CALLED_SO,
  findAntecedent,
  HE_OR_SHE,
  HOLDER,
  HOMED,
  IT,
  isArmed,
  NAMED_SO,
  PART_OF_NAME,
  REBELS,
  SAME_OFFICE,
  type Search,
  SPOKE,
  SURNAME,
  THEY,
  THEY_OF_ONE,
  TROOPS,
} from './antecedents.ts'
import { type Discourse, lastNamed, type Referent, referentOf, withRole } from './discourse.ts'
import { isForeign } from './is-foreign.ts'
import { areMembers, IN_SHORT, UNION } from './members-of.ts'
import { byCounterpart, byList, byPair, ofList, ofPair, SEVERAL } from './resolve-several.ts'
import type { Around } from './state-around.ts'
import { weighGroups, weighStates } from './weigh-focus.ts'

/** What a mention was resolved to, on what basis, why, and by what it was looked for (what else was weighed can be told from that). */
export type Resolution = {
  readonly referents: readonly Referent[]
  readonly basis: Basis
  readonly because: string
  readonly by: Search | 'pair' | 'list' | 'place' | 'owner' | 'group' | 'focus'
}

/** Where a mention stands: what the order of candidates depends on. */
export type Standing = {
  readonly sentence: number
  readonly section: number
  readonly subject: boolean
  /** Whether it is the subject of a verb of saying. */
  readonly spoke: boolean
  /** Whether it is the subject of a verb that takes up what somebody else did ("condemned"). */
  readonly reacts: boolean
  readonly locative: boolean
  /** The subject of the clause that it stands in with those joined to it, by their heads: whose "its" is, and whom "it" doesn't mean; none where none is before it. */
  readonly clauseSubjects: readonly number[]
  /** The word that a pronoun stands for by the grammar of its sentence; -1 where that tells none. */
  readonly bound: number
  /** "European countries recalled their envoys": whether it is, or belongs to, "their" of a subject whom no mention tells. */
  readonly ofUnknown: boolean
  /** The lower-case lemma of the head. */
  readonly lemma: string
  /** Words before the head in its phrase, lower case ("the two", "both"). */
  readonly before: string
  /** Nouns that may refer back to an entity ("alliance" → NATO …), by lemma. */
  readonly described: ReadonlySet<string>
  /** The state that a group or party is at home in. */
  readonly homeOf: (entity: string) => string | null
  /** The entities that are states. */
  readonly states: ReadonlySet<string>
  /** The state in which the sentence says that they are, of people and institutions who are named by none. */
  readonly around: Around | null
  /** The entities that are armed groups. */
  readonly armed: ReadonlySet<string>
  /** The entities that are unions of states. */
  readonly unions: ReadonlySet<string>
  /** Whether they are mostly in their own country. */
  readonly home: boolean
  /** Whether an "of" behind it tells whose it is. */
  readonly whose: boolean
  /** Whose they are by a possessor: "his", "whose", "the rebels'". */
  readonly owners: readonly Referent[]
  /** Whether it means another than its possessor. */
  readonly counterpart: boolean
  /** The state beside which people or a body stand in the sentence: whose they are. */
  readonly place: Mention | null
}

/**
 * Resolves a mention that its own words leave open against what the article said before. Candidates are ordered by how near they were named, subjects
 * before others; agreement in number, gender and kind is asked. Null: better unresolved than wrong.
 */
export const resolveMention = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (at.ofUnknown) return null
  if (at.owners.length > 0 && at.counterpart) return byCounterpart(discourse, mention, at)
  switch (mention.kind) {
    case 'pronoun':
      return byPronoun(discourse, mention, at)
    case 'description':
      return byDescription(discourse, mention, at)
    case 'person':
    case 'unknown':
      return (
        search(discourse, mention, at, SURNAME) ??
        (mention.kind === 'person' ? byRole(discourse, mention, at) : search(discourse, mention, at, PART_OF_NAME))
      )
    case 'people':
    case 'body':
      if (isForeign(mention.text)) return null
      return (
        (isArmed(mention.role) && !STRANGE.test(at.before) ? byGroup(discourse, mention, at) : null) ??
        (pointsBack(mention, at) ? byDescription(discourse, mention, at) : null) ??
        byRole(discourse, mention, at)
      )
    case 'name':
      return null
  }
}

/** "the Lebanese movement" after Hezbollah: the group of that state that was told of, rather than the state; null where none was. */
export const resolveHomed = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null =>
  mention.basis === 'demonym' && /^(description|people)$/.test(mention.kind) && at.described.size > 0
    ? search(discourse, mention, at, HOMED)
    : null

const search = (discourse: Discourse, mention: Mention, at: Standing, by: Search): Resolution | null => {
  const referent = findAntecedent(discourse, mention, at, by)
  return referent ? { referents: [referent], basis: 'coreference', because: by.because(mention, at, referent), by } : null
}

/** "They" after "the two sides": all of those that a phrase stands for. */
const withOthers = (found: Resolution, { referents }: Discourse): Resolution => {
  const [one] = found.referents
  const all = referents.filter((r) => r.sentence === one?.sentence && r.head === one.head)
  return all.length > 1 ? { referents: all, basis: found.basis, because: found.because, by: found.by } : found
}

const byPronoun = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const text = mention.text.toLowerCase()
  if (mention.gender) return search(discourse, mention, at, HE_OR_SHE)
  if (/^(it|its|itself)$/.test(text)) return search(discourse, mention, at, IT)
  if (/^(both|each)$/.test(text)) return byPair(discourse, at, mention.text)
  if (/^(they|them|their|theirs|themselves)$/.test(text)) {
    const near = discourse.pairs.filter((p) => p.bond !== null && at.sentence - p.sentence <= 1)
    const bound = discourse.referents.filter(
      (r) => at.bound >= 0 && r.head === at.bound && r.sentence === at.sentence && (r.plural || /^they$/.test(text)),
    )
    if (bound.length > 0 && !near.some((p) => p.sentence === at.sentence && p.entities.some((r) => r.head === at.bound)))
      return {
        referents: bound,
        basis: 'coreference',
        because: `"${mention.text}": whom the act above is done to, "${bound[0]?.text}"`,
        by: 'pair',
      }
    const pair = near.findLast((p) => p.bond === 'and') ?? near.at(-1)
    const list = discourse.groups.at(-1)
    if (list && at.sentence - list.sentence <= 1 && list.sentence >= (pair?.sentence ?? -1)) return ofList(list, mention.text)
    const plural = search(discourse, mention, at, THEY)
    const last = plural?.referents[0]?.sentence ?? -1
    if (
      pair &&
      pair.bond !== null &&
      at.sentence - pair.sentence <= 1 &&
      (last < pair.sentence || (last === pair.sentence && (last < at.sentence || pair.bond === 'and')))
    )
      return ofPair(pair, `the parties named together before "${mention.text}"`)
    return plural ? withOthers(plural, discourse) : search(discourse, mention, at, THEY_OF_ONE)
  }
  return null
}

const PAIRED =
  /^(side|party|country|nation|neighbour|neighbor|rival|foe|ally|government|leader|state|enemy|man|president|minister|power|army|delegation|general|team|capital|two)$/

/** What two are called where no number tells it. */
const SIDES = /^(side|party|rival|foe|belligerent|adversary|two)$/

/** "foreign fighters", "unknown gunmen": of nobody told of. */
const STRANGE = /\b(foreign|other|rival|unknown|unidentified)\b/

/** "the bloc", "the two sides", "both parties". */
const pointsBack = (mention: Mention, at: Standing): boolean =>
  (at.described.size > 0 &&
    !STRANGE.test(at.before) &&
    !(/^(people|body)$/.test(mention.kind) && !/\b(the|this|that|these|those|its|his|her|their|both)\b/.test(at.before))) ||
  isSeveral(mention, at) ||
  (PAIRED.test(at.lemma) && mention.plural && /\b(two|both|warring|rival)\b|^the$/.test(at.before))

const isSeveral = ({ plural }: Mention, { lemma, before }: Standing): boolean =>
  plural && PAIRED.test(lemma) && /\bthe\b/.test(before) && SEVERAL.test(before)

const byDescription = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (isSeveral(mention, at)) return byList(discourse, at, mention.text)
  if (/\b(two|both|each|other|warring|rival|opposing|either)\b/.test(at.before) && PAIRED.test(at.lemma))
    return byPair(discourse, at, mention.text)
  if (at.lemma === 'capital') return mention.plural ? byPair(discourse, at, mention.text) : null
  if (SIDES.test(at.lemma) && mention.plural && /(^| )(the|these|both)$/.test(at.before)) return byPair(discourse, at, mention.text)
  if (STATE.test(at.lemma) && !mention.plural) {
    if (at.owners.length > 0) return ofOwner(mention, at)
    const topic = topicOf(discourse, at)
    if (topic)
      return { referents: [topic], basis: 'coreference', because: `the passage is about ${topic.name ?? topic.entity}`, by: 'focus' }
  }
  return search(discourse, mention, at, NAMED_SO) ?? search(discourse, mention, at, IN_SHORT) ?? search(discourse, mention, at, CALLED_SO)
}

const STATE = /^(country|nation|state)$/

/** "the country": the state that the passage is clearly about. */
const topicOf = (discourse: Discourse, at: Standing): Referent | undefined => {
  const [best, next] = weighStates(discourse, at)
  return best && (!next || best[1] > 1.5 * next[1]) ? lastNamed(discourse.referents, best[0]) : undefined
}

/** "the ministry", "police", "the president": who had that role before, else the state that the passage is about. */
const byRole = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  // "freed by their captors": of those they hold they are none.
  if (at.owners.length > 0) return CAPTOR.test(at.lemma) ? null : ofOwner(mention, at)
  if (at.place) return ofPlace(mention, at.place, at)
  if (at.around) return inPlace(at.around, mention, at)
  const holder = at.whose ? null : search(discourse, mention, at, HOLDER)
  if (holder) return holder
  const short = at.whose ? null : search(discourse, mention, at, IN_SHORT)
  if (short) return { ...short, referents: short.referents.map((r) => withRole(r, mention, mention)) }
  const union = areMembers(mention, at) ? search(discourse, mention, at, UNION) : null
  if (union) return { ...union, referents: union.referents.map((r) => withRole(r, mention, mention)) }
  const speaker = SPOKESMAN.test(mention.text) && !at.whose ? search(discourse, mention, at, SPOKE) : null
  if (speaker) return speaker
  const troops = TROOP.test(mention.text) && at.subject && !at.whose && isOneArmy(discourse) ? search(discourse, mention, at, TROOPS) : null
  if (troops) return troops
  const rebels = isArmed(mention.role) ? search(discourse, mention, at, REBELS) : null
  if (rebels) return rebels
  const same = at.whose ? null : search(discourse, mention, at, SAME_OFFICE)
  if (same) return { ...same, basis: 'discourse' }
  const state = focus(discourse, at)
  return state
    ? {
        referents: [withRole(state, mention)],
        basis: 'discourse',
        because: `the passage is about ${state.name ?? state.entity}`,
        by: 'focus',
      }
    : null
}

const CAPTOR = /^(captor|kidnapper|abductor|hostage-taker|attacker|assailant|killer|tormentor|torturer|jailer|persecutor|oppressor)$/

/** Not "the general", who may be another's. */
const TROOP = /^(the )?(soldiers|troops|army|military|armed forces|security forces|paratroopers|tanks)$/i
const SPOKESMAN = /^(a |the |chief )*spokes(man|woman|person)\b/i

/** Whether soldiers of one state alone were told of. */
const isOneArmy = ({ referents }: Discourse): boolean =>
  new Set(referents.filter((r) => r.role === 'MIL' && !r.guessed && r.kind !== 'person').map((r) => r.entity)).size === 1

/** "rebels", "six gunmen": of the armed group that the passage is about. */
const byGroup = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (at.owners.length > 0 || at.whose) return null
  const [best] = weighGroups(discourse, at)
  const group = best && lastNamed(discourse.referents, best[0])
  return group
    ? {
        referents: [withRole(group, mention)],
        basis: 'coreference',
        because: `the armed group that the passage is about is ${group.name ?? group.entity}`,
        by: 'group',
      }
    : null
}

/** "his government", "Chad, whose army": of whoever the possessor means. */
const ofOwner = (mention: Mention, { owners }: Standing): Resolution => ({
  referents: owners.map((owner) => withRole(owner, mention, mention)),
  basis: 'coreference',
  because: `"${mention.text}" is told to be of "${owners[0]?.text}"`,
  by: 'owner',
})

/** "In Athens, opposition parties", "protesters in Lahore". */
const inPlace = ({ entity, name }: Around, mention: Mention, at: Standing): Resolution => ({
  referents: [referentOf(mention, { ...at, locative: false }, { entity, code: null, name: null })],
  basis: 'role',
  because: `the sentence tells that they are in ${name.places[0]?.name}`,
  by: 'place',
})

/** "In Niger, the guard", "the parliament in Lima": whose they are stands beside. */
const ofPlace = (mention: Mention, { entity, name, text }: Mention, at: Standing): Resolution | null =>
  entity === null
    ? null
    : {
        referents: [referentOf(mention, { ...at, subject: false, locative: false }, { entity, code: null, name })],
        basis: 'name',
        because: `"${text}" stands beside "${mention.text}"`,
        by: 'place',
      }

/** The state that the passage is about. */
const focus = (discourse: Discourse, at: Standing): Referent | null => {
  const [best] = weighStates(discourse, at)
  return best ? (lastNamed(discourse.referents, best[0]) ?? null) : null
}
