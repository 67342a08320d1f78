import type { Clause } from '../../extract/clauses/clause.ts'
import { ancestors, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { PlaceName } from './find-place-names.ts'
import { locateName, type Standing } from './locate-name.ts'
import { isOfTheirTown } from './place-words.ts'

/** A name that tells where an event took place, and at what cost: the least is the nearest by grammar. */
export type Reached = { readonly name: PlaceName; readonly standing: Standing; readonly cost: number }

/** CAMEO roots of acts of force and movement, which take place where they strike: 07, 08, 14, 15, 17 to 20. */
const isPhysical = (root: string): boolean => /^(07|08|1[45789]|20)$/.test(root)
const isViolent = (root: string): boolean => /^(1[5789]|20)$/.test(root)
/** Acts in words about other acts: where those took place doesn't tell where these did. */
const isVerbal = (root: string): boolean => /^(01|02|09|1[0123])$/.test(root)

/** The names that tell where the act of a clause takes place, nearest by grammar first. `root` is its CAMEO root. */
export const reachPlaces = (reading: SentenceReading, names: readonly PlaceName[], clause: Clause, root: string): readonly Reached[] => {
  const { tree } = reading
  const predicates = new Set(reading.candidates.flatMap(({ clause: c }) => [c.head, ...(c.light === null ? [] : [c.light])]))
  const roots = new Map(reading.candidates.map(({ clause: c, acts }) => [c.head, acts[0]?.entry.cameo.slice(0, 2) ?? null]))
  const above = reachUp(tree, clause, root, roots)
  return names
    .flatMap((name): readonly Reached[] => {
      const standing = locateName(tree, name, names)
      if (standing === null || standing.how === 'beside') return []
      const { owner, steps } = ownerOf(tree, standing.at, predicates)
      const distance = above.get(owner) ?? below(tree, clause, root, owner)
      if (distance === null || (distance.from >= 0 && name.first > distance.from)) return []
      const own = distance.cost === 0
      if (own && isVerbal(root) && clause.kind === 'verb' && isOfObject(tree, standing.at, clause.head)) return []
      const how = costOfStanding(tree, standing, clause, root, own ? clause.head : owner, name)
      return how === null ? [] : [{ name, standing, cost: distance.cost + steps + how + breadth(name) }]
    })
    .sort((a, b) => a.cost - b.cost || a.name.first - b.name.first)
}

/** Of two names as near, the one that tells more closely. */
const breadth = ({ places }: PlaceName): number =>
  places.some((p) => p.rank === 'country') ? 0.9 : places.some((p) => p.rank === 'region' || p.rank === 'water') ? 0.4 : 0

/** `from`: only names that stand before this word pass (-1: all). */
type Distance = { readonly cost: number; readonly from: number }

const STEPS: Readonly<Record<string, number>> = {
  xcomp: 1,
  advcl: 2,
  acl: 2,
  conj: 2,
  nsubj: 1,
  appos: 1,
  csubj: 2,
  ccomp: 4,
  parataxis: 4,
}

/** The predicates from which a place reaches down to the clause. */
const reachUp = (tree: Tree, clause: Clause, root: string, roots: ReadonlyMap<number, string | null>): ReadonlyMap<number, Distance> => {
  const costs = new Map<number, Distance>([[clause.head, { cost: 0, from: -1 }]])
  if (clause.light !== null) costs.set(clause.light, { cost: 0, from: -1 })
  let cost = 0
  let from = -1
  let at = clause.head
  for (const up of ancestors(tree, clause.head)) {
    const deprel = wordAt(tree, at).deprel.split(':')[0] as string
    const verb = roots.get(up) ?? null
    if (up === clause.light) cost += 0
    else if (/^(obj|obl|nmod|iobj)$/.test(deprel) || (deprel === 'nsubj' && verb !== null && isVerbal(verb))) {
      // "condemned the attack": where it was condemned isn't where it took place.
      if (!isPhysical(root) && root !== '04' && root !== '05') break
      if (verb !== null && isVerbal(verb)) break
      cost += 2
    } else cost += STEPS[deprel] ?? 3
    // Speech: what stands before the verb of saying may tell where the rest took place; what follows it is where it was said.
    if (deprel === 'ccomp' || deprel === 'parataxis') from = from < 0 ? up : Math.min(from, up)
    if (!costs.has(up)) costs.set(up, { cost, from })
    at = up
  }
  return costs
}

/** The predicate that a phrase belongs to, and what the nouns between cost. */
const ownerOf = (tree: Tree, at: number, predicates: ReadonlySet<number>): { readonly owner: number; readonly steps: number } => {
  let steps = 0
  let last = at
  for (const up of ancestors(tree, at)) {
    if (predicates.has(up) || wordAt(tree, up).head < 0) return { owner: up, steps }
    steps += hangsBy(tree, up, 'nsubj') ? 0.8 : 0.4
    last = up
  }
  return { owner: last, steps }
}

/** Whether a phrase belongs to what is said, not to the saying: "criticised arrests in Istanbul". */
const isOfObject = (tree: Tree, at: number, verb: number): boolean => {
  const path = [at, ...ancestors(tree, at)]
  const top = path[path.indexOf(verb) - 1]
  return top !== undefined && top !== at && !hangsBy(tree, top, 'nsubj', 'advmod', 'advcl') && !isOccasion(tree, top, verb)
}

/** "at a meeting in Brussels", before the verb. */
const isOccasion = (tree: Tree, at: number, verb: number): boolean =>
  at < verb && hangsBy(tree, at, 'advcl', 'obl') && /^(|at|during|in)$/.test(prepOf(tree, at))

/** Places of what the clause governs: of the event that is its object, subject or occasion, of the clause that tells more of an event noun. */
const below = (tree: Tree, clause: Clause, root: string, owner: number): Distance | null => {
  if (wordAt(tree, owner).head !== clause.head) return null
  if (isOccasion(tree, owner, clause.head)) return { cost: 1.5, from: -1 }
  if (hangsBy(tree, owner, 'acl', 'acl:relcl') && clause.kind === 'noun') return { cost: 2, from: -1 }
  if (hangsBy(tree, owner, 'obj', 'nsubj') && !isVerbal(root)) return { cost: 1, from: -1 }
  if (hangsBy(tree, owner, 'obl', 'nmod', 'advcl') && isPhysical(root)) return { cost: 1.5, from: -1 }
  return null
}

const costOfStanding = (tree: Tree, { how, at }: Standing, clause: Clause, root: string, owner: number, name: PlaceName): number | null => {
  switch (how) {
    case 'where':
      return 0
    case 'whither':
      return isPhysical(root) ? 0.7 : root === '04' && clause.kind === 'verb' ? 0.7 : null
    case 'object':
      return objectCost(tree, at, clause, root, owner, name)
    case 'before':
      return beforeCost(tree, at, clause, root, name)
    case 'beside':
      return null
  }
}

/** "attacked Kharkiv", "the siege of Mariupol", "visited Paris": a state is the place of violence only. */
const objectCost = (tree: Tree, at: number, clause: Clause, root: string, owner: number, name: PlaceName): number | null => {
  const isState = name.places.some((p) => p.rank === 'country')
  if (
    hangsBy(tree, at, 'nmod', 'obl') &&
    /^(on|over|between|upon)$/.test(prepOf(tree, at)) &&
    !isState &&
    name.places.every((p) => p.rank !== 'capital') &&
    !isVerbal(root)
  )
    return 0.3
  if (wordAt(tree, at).head !== owner) return null
  if (isViolent(root)) return isState ? 0.5 : 0.2
  if (root === '08' || root === '14') return isState ? null : 0.4
  return root === '04' && clause.kind === 'verb' ? 0.4 : null
}

const prepOf = (tree: Tree, at: number): string =>
  (tree.children[at] ?? []).filter((c) => wordAt(tree, c).deprel === 'case').map((c) => wordAt(tree, c).text.toLowerCase())[0] ?? ''

/** "the Paris attacks", "Geneva talks", "Nairobi police fired": towns only. */
const beforeCost = (tree: Tree, at: number, clause: Clause, root: string, name: PlaceName): number | null => {
  if (name.places.some((p) => p.rank === 'country')) return null
  const { head } = wordAt(tree, at)
  if (head === clause.head) return isPhysical(root) || root === '04' || root === '05' || root === '06' ? 0.6 : null
  return isOfTheirTown(wordAt(tree, head).lemma.toLowerCase()) && (isPhysical(root) || root === '16') ? 2 : null
}
