import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isPerfect } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'

/** What the way costs: upwards, out of what the date stands in, and downwards to what it dates. */
export type Way = { readonly up: number; readonly down: number }

/**
 * `ahead`: the date lies after publication; `past`: in news it is over a week ago; `coarse`: it is no day; `recent`: it is the last week or so; `present`: the predicate
 * stands in the present, in news.
 */
export type Standing = {
  readonly ahead: boolean
  readonly past: boolean
  readonly coarse: boolean
  readonly recent: boolean
  readonly present: boolean
}

// By the relation that is crossed when a predicate is left upwards, and entered from above.
const UP: Readonly<Record<string, number>> = {
  acl: 3,
  'acl:relcl': 12,
  advcl: 5,
  appos: 3,
  ccomp: 9,
  compound: 3,
  conj: 5,
  csubj: 5,
  nmod: 4,
  nsubj: 2,
  obj: 2,
  obl: 2,
  parataxis: 3,
  xcomp: 2,
}
const DOWN: Readonly<Record<string, number>> = {
  acl: 3,
  'acl:relcl': 5,
  advcl: 3,
  appos: 2,
  ccomp: 3,
  compound: 1,
  conj: 2.5,
  csubj: 3,
  nmod: 2,
  nsubj: 1.5,
  obj: 1,
  obl: 2,
  parataxis: 3,
  xcomp: 1,
}
const BARRED = 20
const OWN_PARTICIPLE = 1
/** "has been held since he was toppled in July". */
const SINCE = 1

/** The way through the tree from the owner of a date to a predicate; plain words between cost little. */
export const wayOfDate = (
  lexicon: Lexicon,
  tree: Tree,
  owner: number,
  head: number,
  predicates: ReadonlySet<number>,
  standing: Standing,
): Way => {
  const up = [owner, ...ancestors(tree, owner)]
  const down = [head, ...ancestors(tree, head)]
  const meet = up.find((at) => down.includes(at)) ?? (up.at(-1) as number)
  const sum = (path: readonly number[], costOf: (at: number) => number): number =>
    path.slice(0, path.indexOf(meet)).reduce((total, at) => total + costOf(at), 0)
  const leave = (at: number): number => {
    if (owner > head && (isOther(lexicon, tree, at) || (standing.coarse && isNextDeed(lexicon, tree, at, predicates, standing.recent))))
      return BARRED
    if (isItsParticiple(tree, at, head)) return OWN_PARTICIPLE
    if (isOfWho(tree, at, head) && (standing.past || (standing.coarse && !hangsBy(tree, wordAt(tree, at).head, 'obj')))) return BARRED
    return predicates.has(at) ? climb(tree, at, standing) : plain(tree, at)
  }
  return {
    up: sum(up, leave),
    down: sum(down, (at) => (predicates.has(at) || at === head ? price(DOWN, wordAt(tree, at).deprel) : plain(tree, at))),
  }
}

const price = (table: Readonly<Record<string, number>>, deprel: string): number => table[deprel] ?? table[deprel.split(':')[0] ?? ''] ?? 3

/** "a truce announced in March": the participle's date is the noun's. */
const isItsParticiple = (tree: Tree, at: number, noun: number): boolean =>
  wordAt(tree, at).head === noun && wordAt(tree, at).deprel === 'acl' && wordAt(tree, noun).upos !== 'VERB'

/**
 * "Trump, elected in 2016, imposed sanctions", "pardoned a general convicted in 2015": what had happened to somebody or something before. But "a deal signed in 2005
 * ended the war" then.
 */
const isOfWho = (tree: Tree, at: number, head: number): boolean => {
  const noun = wordAt(tree, at).head
  if (wordAt(tree, at).deprel !== 'acl' || noun < 0 || wordAt(tree, noun).upos === 'VERB' || HELD.test(wordAt(tree, at).text)) return false
  if (dependents(tree, at, 'mark').length > 0 || noun === head || ancestors(tree, head).includes(noun)) return false
  if (hangsBy(tree, noun, 'obj') || wordAt(tree, noun).deprel === 'nsubj:pass') return true
  return hangsBy(tree, noun, 'nsubj') && wordAt(tree, noun).upos === 'PROPN'
}

/** "attended the talks held in February" was then, and what goes on goes with it. */
const HELD = /^(?:held|convened|hosted|staged|organi[sz]ed|brokered|mediated|\w+ing)$/i

const plain = (tree: Tree, at: number): number =>
  hangsBy(tree, at, 'conj', 'parataxis', 'list') ? 2 : hangsBy(tree, at, 'nmod', 'appos') ? 0.5 : 0

const climb = (tree: Tree, at: number, { ahead, present }: Standing): number => {
  const marks = dependents(tree, at, 'mark').map((m) => wordAt(tree, m).text.toLowerCase())
  if (hangsBy(tree, at, 'advcl') && marks.includes('since')) return isPerfect(tree, wordAt(tree, at).head) ? SINCE : BARRED
  if (present && !hangsBy(tree, at, 'parataxis', 'ccomp', 'conj', 'nsubj')) return BARRED
  // "accused Russia of having bombed a railway on Monday", "resigned after having met him in March".
  if (hangsBy(tree, at, 'acl', 'advcl', 'ccomp') && dependents(tree, at, 'aux').some((aux) => wordAt(tree, aux).text === 'having'))
    return BARRED
  if (marks.includes('to')) return ahead || hasDeadline(tree, at) ? BARRED : price(UP, wordAt(tree, at).deprel) + 1
  if (hangsBy(tree, at, 'advcl') && marks.some((m) => /^(?:when|as|while|once)$/.test(m))) return 2
  if (hangsBy(tree, at, 'advcl') && isParticiple(tree, at, marks)) return 3
  if (wordAt(tree, at).deprel === 'acl' && hangsBy(tree, wordAt(tree, at).head, 'obl'))
    return isMeeting(tree, wordAt(tree, at).head) ? 1 : BARRED
  return price(UP, wordAt(tree, at).deprel)
}

/** "asked the court for its view; the judges found in 2010 …": a later statement with a subject of its own, unless it tells who says so. */
const isOther = (lexicon: Lexicon, tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'conj', 'parataxis') &&
  wordAt(tree, at).head < at &&
  dependents(tree, at, 'nsubj').length > 0 &&
  !isOf(lexicon, tree, at, 'speaking')

/** "condemned it and sent a mission in February": its own, where "killed six people and wounded ten on Monday" tells of one day. */
const isNextDeed = (lexicon: Lexicon, tree: Tree, at: number, predicates: ReadonlySet<number>, recent: boolean): boolean =>
  hangsBy(tree, at, 'conj') &&
  wordAt(tree, at).upos === 'VERB' &&
  wordAt(tree, at).head < at &&
  predicates.has(at) &&
  dependents(tree, at, 'nsubj').length === 0 &&
  !hangsBy(tree, wordAt(tree, at).head, 'acl', 'amod') &&
  !isOneDeed(lexicon, tree, at, recent)

/** "arrested and deported two", "attacked the town and killed ten", "recalled its envoy and shut the border last month"; but what is said is of its own day. */
const isOneDeed = (lexicon: Lexicon, tree: Tree, at: number, recent: boolean): boolean => {
  const { head } = wordAt(tree, at)
  if (at - head === 2 && dependents(tree, at, 'cc').includes(at - 1)) return true
  return !isOf(lexicon, tree, head, 'speaking') && (recent || isOf(lexicon, tree, at, 'deadly') || isOf(lexicon, tree, at, 'injurious'))
}

/** "agreed at talks held in June"; but not "under a treaty signed in 1960". */
const isMeeting = (tree: Tree, noun: number): boolean =>
  dependents(tree, noun, 'case').every((at) => /^(?:at|in|during|through|after)$/i.test(wordAt(tree, at).text))

/** "called for elections to be held by June". */
const hasDeadline = (tree: Tree, at: number): boolean =>
  dependents(tree, at, 'obl').some((date) => dependents(tree, date, 'case').some((by) => /^by$/i.test(wordAt(tree, by).text)))

/** "Addressing a rally on Sunday, …", "the truce, announced in March, …": of about the time of what it goes with. */
const isParticiple = (tree: Tree, at: number, marks: readonly string[]): boolean =>
  marks.every((m) => m === 'while') && /(?:ing|ed|en)$/.test(wordAt(tree, at).text) && dependents(tree, at, 'nsubj', 'aux').length === 0
