import type { Mention } from '../../document.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isUnheard } from '../../lexicon/with-states.ts'
import { STRIKES } from '../sides/sides.ts'
import { type Discourse, type Group, lastNamed, type Pair, weighPairs, withoutRole } from './discourse.ts'
import type { Resolution, Standing } from './resolution.ts'
import { weighStates } from './weigh-focus.ts'

/** "they", "the two sides": two parties that were told of together; null where there are none. */
export const ofPair = ({ entities }: Pair, because: string): Resolution => ({
  referents: entities,
  basis: 'coreference',
  because,
  by: 'pair',
})

/** "they", "the three countries": those of one list. */
export const ofList = ({ entities }: Group, text: string): Resolution => ({
  referents: entities,
  basis: 'coreference',
  because: `"${text}": those named in one list`,
  by: 'list',
})

const NUMBERS = ['three', 'four', 'five', 'six', 'seven']
/** Numbers that are those of a list. */
export const SEVERAL = new RegExp(`\\b(${NUMBERS.join('|')})\\b`)

/** "the three countries": of the lists of so many the one that the article is most about; null where there is none. */
export const byList = (discourse: Discourse, at: Standing, text: string): Resolution | null => {
  const size = NUMBERS.indexOf(SEVERAL.exec(at.before)?.[1] ?? '') + 3
  const lists = discourse.groups.filter((g) => g.entities.length === size)
  const [list] = lists.toReversed().sort((a, b) => countNamed(discourse, b) - countNamed(discourse, a))
  return list ? ofList(list, text) : null
}

/** "Chad condemned the ceasefire that the other side had proclaimed": of the two the one that does nothing before in the sentence. */
export const otherOf = (both: Resolution | null, { referents }: Discourse, { plural, head }: Mention, at: Standing): Resolution | null => {
  if (both === null || plural || !/\bother\b/.test(at.before)) return both
  const acting = new Set(referents.filter((r) => r.sentence === at.sentence && r.subject && r.head < head).map((r) => r.entity))
  const others = both.referents.filter((r) => !acting.has(r.entity))
  return others.length === 1 ? { referents: others, basis: both.basis, because: both.because, by: 'pair' } : both
}

/** How often the one of a list is named that is named least: how much the article is about all of them. */
const countNamed = ({ referents }: Discourse, { entities }: Group): number =>
  Math.min(...entities.map(({ entity }) => referents.filter((r) => r.entity === entity && !r.guessed).length))

/**
 * "The two sides" are those just joined by "and" or by what they did together, else those that the passage sets against each other; "the two neighbours" may be
 * any two just named.
 */
export const byPair = (discourse: Discourse, at: Standing, text: string): Resolution | null => {
  const isState = at.isOf(at.lemma, 'called-of-state')
  const pairs = discourse.pairs.filter(
    (p) =>
      p.bond !== 'list' &&
      (!isState || p.entities.every((r) => at.states.has(r.entity) || isUnheard(r.entity))) &&
      !isOfSubject(p, discourse, at),
  )
  const near = pairs.filter((p) => p.section === at.section && p.sentence >= at.sentence - 1)
  const told = weighPairs({ ...discourse, pairs }, at.sentence)[0]?.pair
  const foes = at.hostile || /\bwarring\b/.test(at.before) ? foesOf({ ...discourse, pairs }, at) : undefined
  const pair =
    near.findLast((p) => p.sentence === at.sentence && p.bond === 'and') ??
    foes ??
    near.findLast((p) => p.bond === 'act') ??
    (isState ? near.findLast((p) => p.sentence === at.sentence) : undefined) ??
    (at.isOf(at.lemma, 'side-of-story') ? (told ?? near.at(-1)) : (near.at(-1) ?? told)) ??
    (isState || at.isOf(at.lemma, 'leader-of-state') ? mostNamed(discourse, at) : undefined)
  return pair ? ofPair(isState ? withoutRoles(pair) : pair, `"${text}": the two parties told of together`) : null
}

/** "The former", "the latter": the first or the last of two that were told of together in this sentence or the one before. */
export const byOrder = (discourse: Discourse, { text }: Mention, at: Standing): Resolution | null => {
  const told = discourse.pairs.findLast((p) => p.bond !== 'list' && at.sentence - p.sentence <= 1)
  if (!told) return null
  // "Chad praised Niger and Mali. The latter …": of those joined behind.
  const joined = discourse.pairs.findLast(
    (p) => p.bond === 'and' && p.sentence === told.sentence && p.entities[1].head > told.entities[1].head,
  )
  const [first, last] = (joined ?? told).entities
  return {
    referents: [at.lemma === 'former' ? first : last],
    basis: 'coreference',
    because: `"${text}" of the two told of together`,
    by: 'pair',
  }
}

/** "India and Pakistan traded fire. Powell telephoned Ivanov. Both sides massed troops": the two who were told to fight each other, or to fight, where no others were just told to. */
const foesOf = (discourse: Discourse, at: Standing): Pair | undefined => {
  const fought = discourse.acts.filter((deed) => STRIKES.test(deed.root) && deed.source !== deed.target)
  const together = discourse.told.filter(({ root, targets }) => root === '19' && targets.length === 0)
  const isFought = ({ entities: [a, b] }: Pair): boolean =>
    fought.some(({ source, target }) => (source === a.entity && target === b.entity) || (source === b.entity && target === a.entity)) ||
    together.some(({ sources }) => sources.includes(a.entity) && sources.includes(b.entity))
  return weighPairs({ ...discourse, pairs: discourse.pairs.filter(isFought) }, at.sentence)[0]?.pair
}

/** "Both countries" are the countries, though their people were named. */
const withoutRoles = ({ entities: [a, b], sentence, section, bond }: Pair): Pair => ({
  entities: [withoutRole(a), withoutRole(b)],
  sentence,
  section,
  bond,
})

/** "both countries" where no two were told of together: the two states that the passage is most about. */
const mostNamed = (discourse: Discourse, at: Standing): Pair | undefined => {
  const subject = discourse.referents.find((r) => r.sentence === at.sentence && at.clauseSubjects.includes(r.head))?.entity
  const [first, second] = weighStates(discourse, at).flatMap(([entity]) =>
    entity === subject ? [] : (lastNamed(discourse.referents, entity) ?? []),
  )
  return first && second ? { entities: [first, second], sentence: at.sentence, section: at.section, bond: null } : undefined
}

/** "Chad and Mali brought both to the table": whom something is done to are others than those who do it; and of "officials of both countries" nobody knows yet whose they are. */
const isOfSubject = (pair: Pair, discourse: Discourse, at: Standing): boolean =>
  pair.sentence === at.sentence &&
  ((!at.subject && isThatOfSubjects(pair, discourse, at)) ||
    (!at.subject && pair.bond === 'and' && pair.entities.some((r) => at.clauseSubjects.includes(r.head))) ||
    pair.entities.some((r) => r.guessed))

/** "Chad and Mali sent their ministers to both capitals": the two who act, though their ministers were named last. */
const isThatOfSubjects = ({ entities }: Pair, { referents }: Discourse, at: Standing): boolean =>
  entities.every(({ entity }) =>
    referents.some((r) => r.sentence === at.sentence && r.entity === entity && at.clauseSubjects.includes(r.head)),
  )

/** "its neighbour", "Moscow's ally": somebody else than whose it is; but "his rival" is of the same state. */
export const isCounterpart = (lexicon: Lexicon, tree: Tree, head: number): boolean => {
  const { lemma } = wordAt(tree, head)
  return (
    isOfClass(lexicon, lemma, 'counterpart') &&
    (lemma === 'counterpart' || !dependents(tree, head, 'nmod:poss').some((at) => HIS.test(wordAt(tree, at).text)))
  )
}

const HIS = /^(his|her)$/i

/** The other of the pair that was told of most; of friends and of several nothing is told by that. */
export const byCounterpart = (discourse: Discourse, { text, plural }: Mention, at: Standing): Resolution | null => {
  const owners = new Set(at.owners.map((r) => r.entity))
  if (plural || at.isOf(at.lemma, 'friend')) return null
  const isNear = (entity: string): boolean => discourse.referents.some((r) => r.entity === entity && at.sentence - r.sentence <= 2)
  for (const { pair } of weighPairs(discourse, at.sentence)) {
    const others = pair.entities.filter((r) => !owners.has(r.entity) && at.states.has(r.entity) && isNear(r.entity))
    if (others.length === 1 && pair.entities.length > others.length)
      return { referents: others, basis: 'coreference', because: `"${text}": told of together with "${at.owners[0]?.text}"`, by: 'pair' }
  }
  return null
}
