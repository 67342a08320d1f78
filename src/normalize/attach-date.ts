import type { Timex } from '../document.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { ownerOfDate } from './owner-of-date.ts'

/** A predicate by its head, with the light verb that carries it ("held talks"). */
export type Predicate = { readonly head: number; readonly light: number | null }

/** A time expression that dates a predicate, and how far it had to reach for it: 0 for its own. */
export type Attached = { readonly timex: Timex; readonly cost: number }

/**
 * The time expression that dates a predicate, nearest by grammar: a modifier of the predicate itself, of one that governs it, or of what stands below it
 * ("at the summit held in May"). Null where none reaches it. `publication` is an ISO date: what lies after it dates no past tense and goes no way up from a plan.
 */
export const attachDate = (
  tree: Tree,
  predicate: Predicate,
  predicates: ReadonlySet<number>,
  timexes: readonly Timex[],
  publication: string | null,
): Attached | null => {
  let best: Attached | null = null
  for (const timex of timexes) {
    if (timex.first === null || timex.type === 'DURATION' || timex.type === 'SET') continue
    const ahead = publication !== null && timex.first > publication
    if (ahead && isPast(tree, predicate.head)) continue
    const owner = ownerOfDate(tree, timex, predicates)
    if (owner === null) continue
    const heads = predicate.light === null ? [predicate.head] : [predicate.head, predicate.light]
    const cost =
      Math.min(...heads.map((head) => distance(tree, owner.head, head, predicates, ahead))) +
      (isBefore(tree, predicate.head, timex) && owner.confined ? CONFINED : 0)
    if (cost > REACH) continue
    if (best === null || cost < best.cost || (cost === best.cost && isNearer(tree, predicate.head, timex, best.timex)))
      best = { timex, cost }
  }
  return best
}

const REACH = 9
const CONFINED = 6

const isBefore = (tree: Tree, head: number, timex: Timex): boolean => wordAt(tree, head).start < timex.start

/** "Two months later, on November 24": of two that reach as far the one inside the other. */
const isInside = (a: Timex, b: Timex): boolean =>
  a.first !== null &&
  b.first !== null &&
  a.last !== null &&
  b.last !== null &&
  a.first >= b.first &&
  a.last <= b.last &&
  (a.first > b.first || a.last < b.last)

const isNearer = (tree: Tree, head: number, a: Timex, b: Timex): boolean => {
  if (isInside(a, b) || isInside(b, a)) return isInside(a, b)
  const { start } = wordAt(tree, head)
  return Math.abs(a.start - start) < Math.abs(b.start - start)
}

// What it costs a date to leave a predicate upwards, and to enter one from above, by the relation that is crossed.
const UP: Readonly<Record<string, number>> = {
  acl: 1,
  'acl:relcl': 4,
  advcl: 5,
  appos: 2,
  ccomp: 7,
  compound: 2,
  conj: 5,
  csubj: 5,
  nmod: 2,
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

const price = (table: Readonly<Record<string, number>>, deprel: string): number => table[deprel] ?? table[deprel.split(':')[0] ?? ''] ?? 3

/** What the way through the tree costs from the owner of a date to a predicate; plain words between cost nothing. */
const distance = (tree: Tree, owner: number, head: number, predicates: ReadonlySet<number>, ahead: boolean): number => {
  const up = [owner, ...ancestors(tree, owner)]
  const down = [head, ...ancestors(tree, head)]
  const meet = up.find((at) => down.includes(at))
  if (meet === undefined) return Number.POSITIVE_INFINITY
  const climbed = up
    .slice(0, up.indexOf(meet))
    .reduce((sum, at) => sum + (predicates.has(at) ? climb(tree, at, ahead) : plain(tree, at)), 0)
  return down
    .slice(0, down.indexOf(meet))
    .reduce((sum, at) => sum + (predicates.has(at) || at === head ? price(DOWN, wordAt(tree, at).deprel) : plain(tree, at)), climbed)
}

const plain = (tree: Tree, at: number): number =>
  hangsBy(tree, at, 'conj', 'parataxis', 'list') ? 2 : hangsBy(tree, at, 'nmod', 'appos') ? 0.5 : 0

const climb = (tree: Tree, at: number, ahead: boolean): number => {
  const marks = dependents(tree, at, 'mark').map((m) => wordAt(tree, m).text.toLowerCase())
  if (marks.includes('to')) return ahead ? 20 : price(UP, wordAt(tree, at).deprel) + 1
  if (hangsBy(tree, at, 'advcl') && marks.some((m) => /^(?:when|as|while|once)$/.test(m))) return 2
  return price(UP, wordAt(tree, at).deprel)
}

/** A verb in a past form, as its word tells: "agreed", "met"; not "agrees", "meeting". */
const isPast = (tree: Tree, at: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, at)
  const word = text.toLowerCase()
  if (upos !== 'VERB' || word === lemma.toLowerCase() || /(?:s|ing)$/.test(word)) return false
  return !dependents(tree, at, 'aux').some((aux) => /^(?:will|would|may|might|can|could|shall|should|be|to)$/i.test(wordAt(tree, aux).text))
}
