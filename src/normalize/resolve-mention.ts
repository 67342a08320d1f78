import type { Basis, Mention } from '../document.ts'
import { type Discourse, type Referent, weighPairs } from './discourse.ts'

/** What a mention was resolved to, on what basis, and what else was weighed: `explain` prints it. */
export type Resolution = { readonly referents: readonly Referent[]; readonly basis: Basis; readonly because: string }

/** Where a mention stands: what the order of candidates depends on. */
export type Standing = {
  readonly sentence: number
  readonly section: number
  readonly subject: boolean
  readonly locative: boolean
  /** The lower-case lemma of the head. */
  readonly lemma: string
  /** Words before the head in its phrase, lower case ("the two", "both"). */
  readonly before: string
  /** Nouns that may refer back to an entity ("alliance" → NATO …), by lemma. */
  readonly described: ReadonlySet<string>
  /** The entities that are states. */
  readonly states: ReadonlySet<string>
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
      return bySurname(discourse, mention, at) ?? (mention.kind === 'person' ? byRole(discourse, mention, at) : null)
    case 'people':
    case 'body':
      return (pointsBack(mention, at) ? byDescription(discourse, mention, at) : null) ?? byRole(discourse, mention, at)
    case 'name':
      return null
  }
}

const found = (referent: Referent | undefined, basis: Basis, because: string): Resolution | null =>
  referent ? { referents: [referent], basis, because } : null

/** The nearest: each sentence back costs one, a subject is worth half a sentence; of two as near the first subject, else the last named. */
const nearest = (discourse: Discourse, at: Standing, fits: (r: Referent) => boolean, reach: number): Referent | undefined => {
  let best: Referent | undefined
  let least = Number.POSITIVE_INFINITY
  for (const r of discourse.referents) {
    const away = at.sentence - r.sentence
    if (away > reach) continue
    const score = away - (r.subject ? 0.6 : 0)
    if (score > least || (score === least && r.subject) || !fits(r)) continue
    best = r
    least = score
  }
  return best
}

const isPerson = (r: Referent): boolean => r.kind === 'person'
const isThing = (r: Referent): boolean => (r.kind === 'name' || r.kind === 'body' || r.kind === 'description') && !r.locative

const byPronoun = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const text = mention.text.toLowerCase()
  if (mention.gender) {
    const fits = (r: Referent): boolean => isPerson(r) && !r.plural && (r.gender === null || r.gender === mention.gender)
    return found(nearest(discourse, at, fits, 6), 'coreference', `nearest person before "${mention.text}"`)
  }
  if (/^(it|its|itself)$/.test(text))
    return found(
      nearest(discourse, at, (r) => isThing(r) && !r.plural, 3),
      'coreference',
      `nearest institution before "${mention.text}"`,
    )
  if (/^(both|each)$/.test(text)) return byPair(discourse, at, mention.text)
  if (/^(they|them|their|theirs|themselves)$/.test(text)) {
    const pair = discourse.pairs.at(-1)
    const plural = nearest(discourse, at, (r) => r.plural || r.kind === 'people', 3)
    if (pair && at.sentence - pair.sentence <= 1 && (!plural || plural.sentence <= pair.sentence))
      return { referents: pair.entities, basis: 'coreference', because: `the parties named together before "${mention.text}"` }
    return found(plural ?? nearest(discourse, at, isThing, 2), 'coreference', `nearest plural before "${mention.text}"`)
  }
  return null
}

const DETERMINERS = /^(this|that|these|those|both|either|neither|their|other|same|whole|entire)$/
const SIDES = /^(side|party|rival|foe|belligerent|adversary|two)$/
const PAIRED =
  /^(side|party|country|nation|neighbour|neighbor|rival|foe|ally|government|leader|state|enemy|man|president|minister|power|army|delegation|general|team|capital|two)$/

/** "the bloc", "the two sides", "both parties". */
const pointsBack = (mention: Mention, at: Standing): boolean =>
  at.described.size > 0 || (PAIRED.test(at.lemma) && mention.plural && /\b(two|both|the|warring|rival)\b/.test(at.before))

const byDescription = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (/\b(two|both|each|other|warring|rival|opposing|either)\b/.test(at.before) && PAIRED.test(at.lemma))
    return byPair(discourse, at, mention.text)
  if (SIDES.test(at.lemma) && mention.plural && /\bthe\b/.test(at.before)) return byPair(discourse, at, mention.text)
  const fits = (r: Referent): boolean => isThing(r) && at.described.has(r.entity)
  // "the joint council" is the one that is called so.
  const words = at.before.split(' ').filter((w) => w.length > 3 && !DETERMINERS.test(w))
  const isCalledSo = (r: Referent): boolean => words.some((w) => (r.name ?? r.text).toLowerCase().split(/\s+/).includes(w))
  const named =
    (words.length === 0 ? undefined : nearest(discourse, at, (r) => fits(r) && isCalledSo(r), 40)) ?? nearest(discourse, at, fits, 40)
  return found(named, 'coreference', `last named that "${at.lemma}" describes`)
}

/** "The two sides" are those that the passage sets against each other; "the two neighbours" may be any two just named together. */
const byPair = (discourse: Discourse, at: Standing, text: string): Resolution | null => {
  const last = discourse.pairs.findLast((p) => p.section === at.section && p.sentence >= at.sentence - 1)
  const told = weighPairs(discourse, at.sentence)[0]?.pair
  const pair = SIDES.test(at.lemma) ? (told ?? last) : (last ?? told)
  return pair ? { referents: pair.entities, basis: 'coreference', because: `"${text}": the two parties told of together` } : null
}

const lastName = (text: string): string =>
  text
    .split(/\s+/)
    .at(-1)
    ?.replace(/['’]s$/, '') ?? text

/** "Hemedti", "Burhan" after the full name. */
const bySurname = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const surname = lastName(mention.text)
  const same = nearest(
    discourse,
    at,
    (r) => r.kind === 'person' && r.text !== mention.text && r.text.split(/[\s-]+/).includes(surname),
    400,
  )
  return found(same, 'coreference', `the name was given in full before: "${same?.text}"`)
}

/** "the ministry", "police", "the president": who had that role before, else the state that the passage is about. */
const byRole = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const holder = nearest(discourse, at, (r) => !r.guessed && r.rule !== null && r.rule === mention.rule, 60)
  if (holder) return found(holder, 'coreference', `the last "${mention.text}" named`)
  const state = focus(discourse, at)
  return state
    ? {
        referents: [{ ...state, role: mention.role, kind: mention.kind, rule: mention.rule }],
        basis: 'discourse',
        because: `the passage is about ${state.name ?? state.entity}`,
      }
    : null
}

/** The state that the passage is about: named most often, what is near counting more. */
export const focus = (discourse: Discourse, at: Standing): Referent | null => {
  const weights = new Map<string, number>()
  for (const r of discourse.referents)
    if (at.states.has(r.entity) && !r.guessed)
      weights.set(
        r.entity,
        (weights.get(r.entity) ?? 0) +
          (r.subject ? 1.4 : 1) * 0.15 +
          (r.subject ? 1.4 : 1) * 0.8 ** Math.min(20, at.sentence - r.sentence) +
          (r.section === at.section ? 0.1 : 0),
      )
  const best = [...weights].sort((a, b) => b[1] - a[1])[0]
  return best ? (discourse.referents.findLast((r) => r.entity === best[0]) ?? null) : null
}
