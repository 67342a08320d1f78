import type { Clause } from '../../extract/clauses/clause.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import { isOf } from '../is-of.ts'
import { costOfStanding, isPhone } from './cost-of-standing.ts'
import type { PlaceName } from './find-place-names.ts'
import { isPhysical, isVerbal } from './kinds-of-acts.ts'
import { locateName, type Standing } from './locate-name.ts'
import { prepOf } from './prep-of.ts'
import { type Distance, hasMark, opensWhere, reachUp } from './reach-up.ts'

/** A name that tells where an event took place, and at what cost: the least is the nearest by grammar. */
export type Reached = { readonly name: PlaceName; readonly standing: Standing; readonly cost: number }

/** The names that tell where the act of a clause takes place, nearest by grammar first. `root` is its CAMEO root. */
export const reachPlaces = (
  lexicon: Lexicon,
  reading: SentenceReading,
  names: readonly PlaceName[],
  clause: Clause,
  root: string,
): readonly Reached[] => {
  const { tree } = reading
  if (names.length === 0) return []
  const { predicates, roots } = predicatesOf(reading)
  const above = reachUp(tree, clause, root, roots)
  return names
    .flatMap((name): readonly Reached[] => {
      const open = openedBy(tree, name, above)
      if (open) return [{ name, standing: { how: 'where', at: name.head }, cost: open.cost + breadth(name) }]
      // "away from a summit in Nairobi": what stands right behind the noun is its own.
      if (clause.kind === 'noun' && isRightBehind(tree, name, clause.head))
        return [{ name, standing: { how: 'where', at: name.head }, cost: breadth(name) }]
      const standing = locateName(lexicon, tree, name, names)
      if (standing === null || standing.how === 'beside') return []
      const { owner, steps } = ownerOf(tree, standing.at, predicates)
      const distance =
        above.get(owner) ??
        below(lexicon, tree, clause, root, owner, roots.get(owner) ?? null) ??
        (isPhysical(root) && hangsBy(tree, clause.head, 'conj') ? beside(tree, owner, above) : null)
      if (distance === null || (distance.from >= 0 && name.first > distance.from)) return []
      const own = distance.cost === 0
      if (above.has(owner) && isSaid(lexicon, tree, standing.at, owner, own ? root : (roots.get(owner) ?? ''))) return []
      const how = costOfStanding(lexicon, tree, standing, clause, root, own ? clause.head : owner, name)
      return how === null ? [] : [{ name, standing, cost: distance.cost + steps + how + breadth(name) }]
    })
    .sort((a, b) => a.cost - b.cost || a.name.first - b.name.first)
}

type Predicates = { readonly predicates: ReadonlySet<number>; readonly roots: ReadonlyMap<number, string | null> }

// Every event of a sentence asks for them.
const predicatesOf = keepsLast(
  ({ candidates }: SentenceReading): Predicates => ({
    predicates: new Set(candidates.flatMap(({ clause: c }) => [c.head, ...(c.light === null ? [] : [c.light])])),
    roots: new Map(candidates.map(({ clause: c, acts }) => [c.head, acts[0]?.entry.cameo.slice(0, 2) ?? null])),
  }),
)

const isRightBehind = (tree: Tree, { head, first }: PlaceName, noun: number): boolean =>
  first === noun + 2 && dependents(tree, head, 'case').includes(noun + 1) && /^(in|at|near|outside)$/i.test(wordAt(tree, noun + 1).text)

/** The distance of a clause with "where" that a name opens: one that hangs on it or on its kind ("the city of Homs, where"), or whose "where" stands right behind it. */
const openedBy = (tree: Tree, { head, last }: PlaceName, above: ReadonlyMap<number, Distance>): Distance | undefined => {
  const kind = wordAt(tree, head).head
  for (const at of [head, ...(kind >= 0 && hangsBy(tree, head, 'nmod') ? [kind] : [])])
    if (above.has(at) && dependents(tree, at, 'acl').some((clause) => opensWhere(tree, clause))) return above.get(at)
  const where = tree.words[last + 1]?.text === ',' ? tree.words[last + 2] : tree.words[last + 1]
  return where?.text.toLowerCase() === 'where' && hangsBy(tree, where.index, 'advmod') ? above.get(where.head) : undefined
}

/** Of two names as near, the one that tells more closely. */
const breadth = ({ places }: PlaceName): number =>
  places.some((p) => p.rank === 'country') ? 1 : places.some((p) => p.rank === 'region' || p.rank === 'water') ? 0.6 : 0

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

/** Whether a phrase belongs to what is said, not to the saying: "criticised arrests in Istanbul", "discussed the war in Yemen". */
const isSaid = (lexicon: Lexicon, tree: Tree, at: number, verb: number, root: string): boolean => {
  const { upos, lemma } = wordAt(tree, verb)
  if (upos !== 'VERB' || !(isVerbal(root) || (root === '04' && !isOfClass(lexicon, lemma.toLowerCase(), 'attending-to')))) return false
  const path = [at, ...ancestors(tree, at)]
  const top = path[path.indexOf(verb) - 1]
  return (
    top !== undefined &&
    top !== at &&
    !isPhone(tree, top) &&
    !hangsBy(tree, top, 'nsubj', 'advmod', 'advcl') &&
    !isOccasion(lexicon, tree, top, verb)
  )
}

/** "at a meeting in Brussels", before the verb; behind it only "met at a summit in Brussels", "on the sidelines of a summit": what else stands there may belong to what is said. */
const isOccasion = (lexicon: Lexicon, tree: Tree, at: number, verb: number): boolean =>
  hangsBy(tree, at, 'advcl', 'obl') &&
  (at < verb
    ? /^(|at|during|in)$/.test(prepOf(tree, at))
    : isSideline(tree, at) || (/^(at|during)$/.test(prepOf(tree, at)) && isOf(lexicon, tree, at, 'gathering')))

const isSideline = (tree: Tree, at: number): boolean => /^(sidelines?|margins?|fringes)$/i.test(wordAt(tree, at).text)

/** The phrase of an occasion that a gathering stands in: its own, or "on the sidelines of" it. */
const phraseOf = (tree: Tree, at: number): number => {
  const { head } = wordAt(tree, at)
  return head >= 0 && hangsBy(tree, at, 'nmod') && isSideline(tree, head) ? head : at
}

/** Places of what the clause governs: of the event that is its object, subject or occasion, of the clause that tells more of an event noun. */
const below = (lexicon: Lexicon, tree: Tree, clause: Clause, root: string, owner: number, ownerRoot: string | null): Distance | null => {
  // "the minister, speaking in Ankara, warned".
  const noun = wordAt(tree, owner).head
  if (
    hangsBy(tree, owner, 'acl') &&
    owner < clause.head &&
    noun >= 0 &&
    hangsBy(tree, noun, 'nsubj') &&
    wordAt(tree, noun).head === clause.head
  )
    return hangsBy(tree, owner, 'acl:relcl') ? null : { cost: 2, from: -1 }
  const phrase = phraseOf(tree, owner)
  if (wordAt(tree, phrase).head === clause.head && isOccasion(lexicon, tree, phrase, clause.head)) return { cost: 1.5, from: -1 }
  if (noun !== clause.head) return null
  if (hangsBy(tree, owner, 'acl', 'acl:relcl') && clause.kind === 'noun') return { cost: 2, from: -1 }
  // "discussed the war in Yemen": talk of force takes place elsewhere.
  if (!isPhysical(root) && ownerRoot !== null && isPhysical(ownerRoot)) return null
  if (hangsBy(tree, owner, 'obj', 'nsubj') && !isVerbal(root)) return { cost: 1, from: -1 }
  // "twelve were killed when a bomb exploded in Kabul".
  if (hangsBy(tree, owner, 'advcl') && /^(kill|die|wound|injure|hurt)$/.test(clause.lemma) && hasMark(tree, owner, /^(when|after|as)$/i))
    return { cost: 1.5, from: -1 }
  if (hangsBy(tree, owner, 'obl', 'nmod', 'advcl') && isPhysical(root) && !isApart(tree, owner)) return { cost: 1.5, from: -1 }
  return null
}

/** "attacked a blockade at Malacatan and shot a man": where the object of the act beside it was. */
const beside = (tree: Tree, owner: number, above: ReadonlyMap<number, Distance>): Distance | null => {
  const verb = hangsBy(tree, owner, 'obj', 'nsubj:pass') ? above.get(wordAt(tree, owner).head) : undefined
  return verb === undefined ? null : { cost: verb.cost + 1, from: verb.from }
}

/** "after the attack in Paris", "over the war": another act at another time or of another's. */
const isApart = (tree: Tree, at: number): boolean =>
  dependents(tree, at, 'case', 'mark').some((c) =>
    /^(after|before|since|following|over|for|about|despite|because|due|until|as|against|from|than)$/i.test(wordAt(tree, c).text),
  )
