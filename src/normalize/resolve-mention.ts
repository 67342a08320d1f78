import type { Basis, Mention } from '../document.ts'
import {
  CALLED_SO,
  findAntecedent,
  HE_OR_SHE,
  HOLDER,
  IT,
  isArmed,
  NAMED_SO,
  REBELS,
  type Search,
  SURNAME,
  THEY,
  THEY_OF_ONE,
} from './antecedents.ts'
import { type Discourse, type Group, type Pair, type Referent, referentOf, weighPairs } from './discourse.ts'
import type { Around } from './state-around.ts'

/** What a mention was resolved to, on what basis, why, and by what it was looked for (what else was weighed can be told from that). */
export type Resolution = {
  readonly referents: readonly Referent[]
  readonly basis: Basis
  readonly because: string
  readonly by: Search | 'pair' | 'list' | 'place' | 'focus'
}

/** Where a mention stands: what the order of candidates depends on. */
export type Standing = {
  readonly sentence: number
  readonly section: number
  readonly subject: boolean
  readonly locative: boolean
  /** The subject of the clause that it stands in, by its head: whose "its" is, and whom "it" doesn't mean; -1 where there is none before it. */
  readonly clauseSubject: number
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
  /** Whether an "of" behind it tells whose it is. */
  readonly whose: boolean
  /** The state beside which people or a body stand in the sentence: whose they are. */
  readonly place: Mention | null
}

/**
 * Resolves a mention that its own words leave open against what the article said before. Candidates are ordered by how near they were named, subjects
 * before others; agreement in number, gender and kind is asked. Null: better unresolved than wrong.
 */
export const resolveMention = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  switch (mention.kind) {
    case 'pronoun':
      return byPronoun(discourse, mention, at)
    case 'description':
      return byDescription(discourse, mention, at)
    case 'person':
    case 'unknown':
      return search(discourse, mention, at, SURNAME) ?? (mention.kind === 'person' ? byRole(discourse, mention, at) : null)
    case 'people':
    case 'body':
      return (pointsBack(mention, at) ? byDescription(discourse, mention, at) : null) ?? byRole(discourse, mention, at)
    case 'name':
      return null
  }
}

const search = (discourse: Discourse, mention: Mention, at: Standing, by: Search): Resolution | null => {
  const referent = findAntecedent(discourse, mention, at, by)
  return referent ? { referents: [referent], basis: 'coreference', because: by.because(mention, at, referent), by } : null
}

const byPronoun = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const text = mention.text.toLowerCase()
  if (mention.gender) return search(discourse, mention, at, HE_OR_SHE)
  if (/^(it|its|itself)$/.test(text)) return search(discourse, mention, at, IT)
  if (/^(both|each)$/.test(text)) return byPair(discourse, at, mention.text)
  if (/^(they|them|their|theirs|themselves)$/.test(text)) {
    const pair = discourse.pairs.at(-1)
    const list = discourse.groups.at(-1)
    if (list && at.sentence - list.sentence <= 1 && list.sentence >= (pair?.sentence ?? -1)) return ofList(list, mention.text)
    const plural = search(discourse, mention, at, THEY)
    const last = plural?.referents[0]?.sentence ?? -1
    if (
      pair &&
      at.sentence - pair.sentence <= 1 &&
      (last < pair.sentence || (last === pair.sentence && (last < at.sentence || isJoined(pair))))
    )
      return { referents: pair.entities, basis: 'coreference', because: `the parties named together before "${mention.text}"`, by: 'pair' }
    return plural ?? search(discourse, mention, at, THEY_OF_ONE)
  }
  return null
}

/** "Mali and Burkina Faso", not "Mali attacked Burkina Faso". */
const isJoined = ({ entities: [first, second] }: Pair): boolean =>
  second.start >= first.end && second.start - first.end <= ' and the '.length

const SIDES = /^(side|party|rival|foe|belligerent|adversary|two)$/
const PAIRED =
  /^(side|party|country|nation|neighbour|neighbor|rival|foe|ally|government|leader|state|enemy|man|president|minister|power|army|delegation|general|team|capital|two)$/

const NUMBERS = ['three', 'four', 'five', 'six', 'seven']
const SEVERAL = new RegExp(`\\b(${NUMBERS.join('|')})\\b`)

/** "the three countries": the last list of so many; null where there is none. */
const byList = (discourse: Discourse, at: Standing, text: string): Resolution | null => {
  const size = NUMBERS.indexOf(SEVERAL.exec(at.before)?.[1] ?? '') + 3
  const lists = discourse.groups.filter((g) => g.entities.length === size)
  const [list] = lists.toReversed().sort((a, b) => countNamed(discourse, b) - countNamed(discourse, a))
  return list ? ofList(list, text) : null
}

/** How often the one of a list is named that is named least: how much the article is about all of them. */
const countNamed = ({ referents }: Discourse, { entities }: Group): number =>
  Math.min(...entities.map(({ entity }) => referents.filter((r) => r.entity === entity && !r.guessed).length))

const ofList = ({ entities }: Group, text: string): Resolution => ({
  referents: entities,
  basis: 'coreference',
  because: `"${text}": those named in one list`,
  by: 'list',
})

/** What only states are called. */
const STATES = /^(country|nation|state|capital)$/

/** "the bloc", "the two sides", "both parties". */
const pointsBack = (mention: Mention, at: Standing): boolean =>
  at.described.size > 0 ||
  isSeveral(mention, at) ||
  (PAIRED.test(at.lemma) && mention.plural && /\b(two|both|the|warring|rival)\b/.test(at.before))

const isSeveral = ({ plural }: Mention, { lemma, before }: Standing): boolean =>
  plural && PAIRED.test(lemma) && /\bthe\b/.test(before) && SEVERAL.test(before)

const byDescription = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (isSeveral(mention, at)) return byList(discourse, at, mention.text)
  if (/\b(two|both|each|other|warring|rival|opposing|either)\b/.test(at.before) && PAIRED.test(at.lemma))
    return byPair(discourse, at, mention.text)
  if (SIDES.test(at.lemma) && mention.plural && /\bthe\b/.test(at.before)) return byPair(discourse, at, mention.text)
  return search(discourse, mention, at, NAMED_SO) ?? search(discourse, mention, at, CALLED_SO)
}

/** "The two sides" are those that the passage sets against each other; "the two neighbours" may be any two just named together. */
const byPair = (discourse: Discourse, at: Standing, text: string): Resolution | null => {
  const fits = ({ entities, listed }: Pair): boolean =>
    !listed && (!STATES.test(at.lemma) || entities.every((r) => at.states.has(r.entity)))
  const last = discourse.pairs.findLast((p) => p.section === at.section && p.sentence >= at.sentence - 1 && fits(p))
  const told = weighPairs(discourse, at.sentence).find(({ pair }) => fits(pair))?.pair
  const pair = SIDES.test(at.lemma) ? (told ?? last) : (last ?? told)
  return pair
    ? { referents: pair.entities, basis: 'coreference', because: `"${text}": the two parties told of together`, by: 'pair' }
    : null
}

/** "the ministry", "police", "the president": who had that role before, else the state that the passage is about. */
const byRole = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (at.place) return ofPlace(mention, at.place, at)
  if (at.around) return inPlace(at.around, mention, at)
  const holder = at.whose ? null : search(discourse, mention, at, HOLDER)
  if (holder) return holder
  const rebels = isArmed(mention.role) ? search(discourse, mention, at, REBELS) : null
  if (rebels) return rebels
  const state = focus(discourse, at)
  return state
    ? {
        referents: [{ ...state, role: mention.role, kind: mention.kind, rule: mention.rule }],
        basis: 'discourse',
        because: `the passage is about ${state.name ?? state.entity}`,
        by: 'focus',
      }
    : null
}

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
  return best ? (discourse.referents.findLast((r) => r.entity === best[0]) ?? null) : null
}

/** The states that the passage names with their weights, weightiest first: named most often, what is near counting more. */
export const weighStates = (discourse: Discourse, at: Standing): readonly (readonly [entity: string, weight: number])[] => {
  const weights = new Map<string, number>()
  const named = new Set(discourse.referents.map((r) => r.entity))
  for (const r of discourse.referents) {
    const state = at.states.has(r.entity) ? r.entity : at.homeOf(r.entity)
    if (state !== null && !r.guessed && named.has(state))
      weights.set(
        state,
        (weights.get(state) ?? 0) +
          (r.subject ? 1.4 : 1) * 0.15 +
          (r.subject ? 1.4 : 1) * 0.8 ** Math.min(20, at.sentence - r.sentence) +
          (r.section === at.section ? 0.1 : 0),
      )
  }
  return [...weights].sort((a, b) => b[1] - a[1])
}
