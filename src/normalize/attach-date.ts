import type { Span, Timex } from '../document.ts'
import { ancestors, hangsBy, subtree, type Tree, wordAt } from '../extract/clauses/tree.ts'

/** A predicate by its head, with the light verb that carries it ("held talks"). */
export type Predicate = { readonly head: number; readonly light: number | null }

/**
 * The time expression that dates a predicate, nearest by grammar: a modifier of the predicate itself, of a predicate that governs it, or of a noun
 * in its own phrase. Null where the sentence has none that reaches it.
 */
export const attachDate = (tree: Tree, predicate: Predicate, predicates: ReadonlySet<number>, timexes: readonly Timex[]): Timex | null => {
  const costs = reach(tree, predicate, predicates)
  let best: { readonly timex: Timex; readonly cost: number } | null = null
  for (const timex of timexes) {
    if (timex.first === null || timex.type === 'DURATION' || timex.type === 'SET') continue
    const anchor = anchorOf(tree, timex)
    if (anchor === null) continue
    const cost = costOf(tree, predicate, predicates, costs, anchor)
    if (cost !== null && (best === null || cost < best.cost)) best = { timex, cost }
  }
  return best?.timex ?? null
}

/** The highest word of the expression. */
const anchorOf = (tree: Tree, span: Span): number | null => {
  const inside = tree.words.filter((w) => w.start < span.end && w.end > span.start).map((w) => w.index)
  return inside.find((at) => !inside.includes(wordAt(tree, at).head)) ?? null
}

// What it costs a date to reach down from a governing predicate to the one below.
const STEP: Readonly<Record<string, number>> = {
  conj: 2,
  xcomp: 1,
  advcl: 4,
  ccomp: 5,
  acl: 4,
  'acl:relcl': 6,
  parataxis: 5,
  nmod: 2,
  obj: 1,
  obl: 2,
  nsubj: 2,
  appos: 2,
}

/** The predicates above with the cost of reaching them; the clause itself costs nothing. */
const reach = (tree: Tree, predicate: Predicate, predicates: ReadonlySet<number>): ReadonlyMap<number, number> => {
  const costs = new Map<number, number>([[predicate.head, 0]])
  let cost = 0
  let at = predicate.head
  for (const above of ancestors(tree, predicate.head)) {
    const { deprel } = wordAt(tree, at)
    cost += STEP[deprel] ?? STEP[deprel.split(':')[0] ?? ''] ?? 3
    if (predicates.has(above) || wordAt(tree, above).head < 0) costs.set(above, cost)
    at = above
  }
  if (predicate.light !== null) costs.set(predicate.light, 0)
  return costs
}

const costOf = (
  tree: Tree,
  predicate: Predicate,
  predicates: ReadonlySet<number>,
  costs: ReadonlyMap<number, number>,
  anchor: number,
): number | null => {
  const path = [anchor, ...ancestors(tree, anchor)]
  const owner = path.find((at) => predicates.has(at) && at !== anchor) ?? path.at(-1)
  if (owner === undefined) return null
  const direct = costs.get(owner)
  if (direct !== undefined) return isBlocked(tree, owner, anchor, predicate) ? direct + 3 : direct
  return belowCost(tree, predicate, owner)
}

/** A date that stands after a later coordinated verb belongs to that one; before the first verb it belongs to all. */
const isBlocked = (tree: Tree, owner: number, anchor: number, predicate: Predicate): boolean =>
  owner !== predicate.head && anchor > owner && anchor > predicate.head && !hangsBy(tree, predicate.head, 'xcomp', 'obj', 'obl', 'nmod')

/** The date of an event noun in the predicate's own object or subject ("signed the accord of 22 July"). */
const belowCost = (tree: Tree, predicate: Predicate, owner: number): number | null => {
  if (!hangsBy(tree, owner, 'obj', 'nsubj', 'nmod', 'obl', 'xcomp')) return null
  return wordAt(tree, owner).head === predicate.head && subtree(tree, predicate.head).length < 40 ? 6 : null
}
