import type { Timex } from '../document.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import { finiteOf, isPast, isPresent } from './finite-verb.ts'
import { ownerOfDate } from './owner-of-date.ts'

/** A predicate by its head, with the light verb that carries it ("held talks"). */
export type Predicate = { readonly head: number; readonly light: number | null }

/** A time expression that dates a predicate, and how far it had to reach for it: 0 for its own. */
export type Attached = { readonly timex: Timex; readonly cost: number }

/**
 * The time expression that dates a predicate, nearest by grammar: a modifier of the predicate itself, of one that governs it, or of what stands below it
 * ("at the summit held in May"). Null where none reaches it. `news` is its day of publication, or null
 * for a narrative: what lies after it dates no past tense.
 */
export const attachDate = (
  tree: Tree,
  predicate: Predicate,
  predicates: ReadonlySet<number>,
  timexes: readonly Timex[],
  news: string | null,
): Attached | null => {
  const present = news !== null && isPresent(tree, finiteOf(tree, predicate.light ?? predicate.head))
  let best: Attached | null = null
  for (const timex of timexes) {
    if (timex.first === null || timex.type === 'DURATION' || timex.type === 'SET') continue
    const ahead = news !== null && timex.first > news
    if ((ahead && isPast(tree, predicate.head)) || isCompared(tree, timex)) continue
    if (isSince(tree, timex) && !isTold(tree, timex, predicate.head)) continue
    const owner = ownerOfDate(tree, timex, predicates)
    if (owner === null || (owner.confined && isBefore(tree, predicate.head, timex))) continue
    const heads = predicate.light === null ? [predicate.head] : [predicate.head, predicate.light]
    const ways = heads.map((head) => distance(tree, owner.head, head, predicates, { ahead, present })).filter((way) => way.up <= CLIMB)
    const cost = Math.min(...ways.map(({ up, down }) => up + down)) + (isCutOff(tree, predicate.head, timex) ? SEMICOLON : 0)
    if (cost > REACH) continue
    if (best === null || cost < best.cost || (cost === best.cost && isNearer(tree, predicate.head, timex, best.timex)))
      best = { timex, cost }
  }
  return best
}

const REACH = 14
// How much of it may go upwards, out of what the date stands in; a predicate in the present takes next to nothing from below.
const CLIMB = 7
const BARRED = 20
const SEMICOLON = 5
const OWN_PARTICIPLE = 1

const isBefore = (tree: Tree, head: number, timex: Timex): boolean => wordAt(tree, head).start < timex.start

/** "since 2019": what it goes with began then or hasn't happened since; it did not happen then. */
const isSince = (tree: Tree, timex: Timex): boolean => {
  const at = tree.words.findIndex((w) => w.start >= timex.start)
  return [at - 1, at - 2].some((i) => /^since$/i.test(tree.words[i]?.text ?? ''))
}

/** "since 2019, when gunmen killed 20": what is told of that time. */
const isTold = (tree: Tree, timex: Timex, head: number): boolean => {
  const next = tree.words.filter((w) => w.start >= timex.end && w.text !== ',')[0]
  return next !== undefined && /^when$/i.test(next.text) && head > next.index
}

/** A semicolon stands between: another statement. */
const isCutOff = (tree: Tree, head: number, timex: Timex): boolean => {
  const { start } = wordAt(tree, head)
  const [from, to] = start < timex.start ? [start, timex.start] : [timex.end, start]
  return tree.words.some((w) => w.text === ';' && w.start >= from && w.start < to)
}

/** "far smaller than on Tuesday", "unlike in 2014", "a new one, effective July 20". */
const isCompared = (tree: Tree, timex: Timex): boolean => {
  const at = tree.words.findIndex((w) => w.start >= timex.start)
  return [at - 1, at - 2].some((i) => /^(?:than|unlike|effective)$/i.test(tree.words[i]?.text ?? ''))
}

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
  acl: 3,
  'acl:relcl': 12,
  advcl: 5,
  appos: 3,
  ccomp: 8,
  compound: 3,
  conj: 5,
  csubj: 5,
  nmod: 4,
  nsubj: 2,
  obj: 3,
  obl: 3,
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

/** What the way through the tree costs from the owner of a date to a predicate; plain words between cost little. */
const distance = (
  tree: Tree,
  owner: number,
  head: number,
  predicates: ReadonlySet<number>,
  way: Way,
): { readonly up: number; readonly down: number } => {
  const up = [owner, ...ancestors(tree, owner)]
  const down = [head, ...ancestors(tree, head)]
  const meet = up.find((at) => down.includes(at)) ?? (up.at(-1) as number)
  const sum = (path: readonly number[], costOf: (at: number) => number): number =>
    path.slice(0, path.indexOf(meet)).reduce((total, at) => total + costOf(at), 0)
  return {
    up: sum(up, (at) => (isItsParticiple(tree, at, head) ? OWN_PARTICIPLE : predicates.has(at) ? climb(tree, at, way) : plain(tree, at))),
    down: sum(down, (at) => (predicates.has(at) || at === head ? price(DOWN, wordAt(tree, at).deprel) : plain(tree, at))),
  }
}

/** "a truce announced in March": the participle's date is the noun's. */
const isItsParticiple = (tree: Tree, at: number, noun: number): boolean =>
  wordAt(tree, at).head === noun && wordAt(tree, at).deprel === 'acl' && wordAt(tree, noun).upos !== 'VERB'

const plain = (tree: Tree, at: number): number =>
  hangsBy(tree, at, 'conj', 'parataxis', 'list') ? 2 : hangsBy(tree, at, 'nmod', 'appos') ? 0.5 : 0

/** "Addressing a rally on Sunday, …", "the truce, announced in March, …": of about the time of what it goes with. */
const isParticiple = (tree: Tree, at: number, marks: readonly string[]): boolean =>
  marks.every((m) => m === 'while') && /(?:ing|ed|en)$/.test(wordAt(tree, at).text) && dependents(tree, at, 'nsubj', 'aux').length === 0

/** `ahead`: the date lies after publication; `present`: the predicate stands in the present, in news. */
type Way = { readonly ahead: boolean; readonly present: boolean }

const climb = (tree: Tree, at: number, { ahead, present }: Way): number => {
  if (present && !hangsBy(tree, at, 'parataxis', 'ccomp', 'conj', 'nsubj')) return BARRED
  const marks = dependents(tree, at, 'mark').map((m) => wordAt(tree, m).text.toLowerCase())
  if (marks.includes('to')) return ahead ? BARRED : price(UP, wordAt(tree, at).deprel) + 1
  if (hangsBy(tree, at, 'advcl') && marks.some((m) => /^(?:when|as|while|once)$/.test(m))) return 2
  if (hangsBy(tree, at, 'advcl') && isParticiple(tree, at, marks)) return 3
  if (hangsBy(tree, at, 'acl') && hangsBy(tree, wordAt(tree, at).head, 'obl')) return 1
  return price(UP, wordAt(tree, at).deprel)
}
