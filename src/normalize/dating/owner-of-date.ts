import type { Timex } from '../../document.ts'
import { ancestors, dependents, hangsBy, perTree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isPast } from '../finite-verb.ts'
import { asideBefore, goesOnBehind, isBehindRelative } from './behind-aside.ts'
import { spotOfDate } from './spot-of-date.ts'

/** The predicate that a time expression belongs to. `confined`: it opens a clause within the sentence, and dates nothing before that. */
export type Owner = { readonly head: number; readonly confined: boolean }

/**
 * One at the head of the sentence belongs to its main predicate; at the front of a clause within ("…, and on 5 November mayors walked out") to the verb that
 * follows; any other to the predicate above it in the tree, or to the root.
 */
export const ownerOfDate = (tree: Tree, timex: Timex, predicates: ReadonlySet<number>): Owner | null =>
  findOwner(tree, timex, predicates).owner

// Every predicate of a sentence asks for it.
const findOwner = perTree((tree, timex: Timex, predicates: ReadonlySet<number>) => ({ owner: readOwner(tree, timex, predicates) }))

const readOwner = (tree: Tree, timex: Timex, predicates: ReadonlySet<number>): Owner | null => {
  const { inside } = spotOfDate(tree, timex)
  const anchor = inside.find((at) => !inside.includes(wordAt(tree, at).head))
  if (anchor === undefined) return null
  const path = [anchor, ...ancestors(tree, anchor)]
  const above = path.find((at) => predicates.has(at) && !inside.includes(at)) ?? path.at(-1) ?? null
  if (above === null) return null
  const [first, last] = [inside[0] as number, inside.at(-1) as number]
  const aside = asideBefore(tree, timex)
  const main = aside === null ? null : goesOnBehind(tree, timex, aside, predicates)
  if (main !== null) return { head: main, confined: false }
  const within = isBehindRelative(tree, timex) ? verbAfter(tree, last, predicates) : null
  if (within !== null) return { head: within, confined: true }
  const verb = verbBehindSubject(tree, first, last, predicates)
  if (verb !== null) return { head: verb, confined: false }
  const participle = participleBefore(tree, first, anchor, predicates)
  if (participle !== null) return { head: participle, confined: false }
  const noun = nounBefore(tree, first, last, predicates)
  if (noun !== null) return { head: noun, confined: false }
  const sayer = sayerBefore(tree, first, last, above, predicates)
  if (sayer !== null) return { head: sayer, confined: false }
  const told = /^that\b/i.test(timex.text) ? verbBefore(tree, first, predicates) : null
  if (told !== null) return { head: told, confined: false }
  const boundary = boundaryBefore(tree, first)
  if (boundary === null) return { head: above, confined: false }
  if (boundary < 0) return { head: mainAfter(tree, last, predicates) ?? above, confined: false }
  return { head: above > last ? above : (verbAfter(tree, last, predicates) ?? above), confined: true }
}

/** "A court on Friday barred police": between a subject and its verb it is the verb's. */
const verbBehindSubject = (tree: Tree, first: number, last: number, predicates: ReadonlySet<number>): number | null => {
  const [subject, preposition, verb] = [tree.words[first - 2], tree.words[first - 1], tree.words[last + 1]]
  if (!verb || !predicates.has(verb.index) || !isPast(tree, verb.index)) return null
  return /^(?:on|in)$/i.test(preposition?.text ?? '') && /^(?:NOUN|PROPN)$/.test(subject?.upos ?? '') ? verb.index : null
}

/** "released a journalist convicted in 2015": right behind a participle it is the participle's, though the parse has it with the verb before. */
const participleBefore = (tree: Tree, first: number, anchor: number, predicates: ReadonlySet<number>): number | null => {
  const [participle, preposition] = [tree.words[first - 2], tree.words[first - 1]]
  if (participle?.deprel !== 'acl' || !predicates.has(participle.index) || !/^(?:on|in)$/i.test(preposition?.text ?? '')) return null
  return ancestors(tree, participle.index).includes(wordAt(tree, anchor).head) ? participle.index : null
}

/** "over the assassination a year earlier of its premier": between a noun and what that is of it is the noun's. */
const nounBefore = (tree: Tree, first: number, last: number, predicates: ReadonlySet<number>): number | null => {
  const before = /^(?:on|in)$/i.test(tree.words[first - 1]?.text ?? '') ? first - 2 : first - 1
  if (tree.words[before]?.upos !== 'NOUN' || !predicates.has(before)) return null
  return /^of$/i.test(tree.words[last + 1]?.text ?? '') ? before : null
}

/** "said three days ago he would go", "announced in March it had won": right behind the verb and before the subject of what that tells, it is the verb's. */
const sayerBefore = (tree: Tree, first: number, last: number, above: number, predicates: ReadonlySet<number>): number | null => {
  let at = first - 1
  while (at > 0 && NEAR.test(wordAt(tree, at).text)) at--
  if (tree.words[at]?.upos !== 'VERB' || !predicates.has(at) || wordAt(tree, above).head !== at || !hangsBy(tree, above, 'ccomp'))
    return null
  return dependents(tree, above, 'nsubj').some((subject) => subject > last) ? at : null
}

const NEAR = /^(?:on|in|at|late|early|just|only|some|about)$/i

/** "occupied the island that October": after "that" parses see another clause. The verb before it within its clause. */
const verbBefore = (tree: Tree, first: number, predicates: ReadonlySet<number>): number | null => {
  const at = tree.words.findLast((w) => w.index < first && (w.text === ',' || (w.upos === 'VERB' && predicates.has(w.index))))
  return at && at.text !== ',' ? at.index : null
}

const LEADS = /^(?:on|in|at|by|during|since|until|late|early|later|earlier|then|about|around|from|after|before|the)$/i
const BOUNDARY = /^(?:[,;:—–]|and|but|while|that|when|"|“)$/i

/** The word that a clause begins behind, where nothing but prepositions and names stand between it and the expression: -1 at the head of the sentence. */
const boundaryBefore = (tree: Tree, first: number): number | null => {
  let at = first - 1
  while (at >= 0 && (LEADS.test(wordAt(tree, at).text) || wordAt(tree, at).upos === 'PROPN')) at--
  if (at < 0) return at
  if (wordAt(tree, at + 1).upos === 'PROPN') return null
  if (!BOUNDARY.test(wordAt(tree, at).text)) return null
  const joined = at > 0 && /^(?:and|but)$/i.test(wordAt(tree, at - 1).text)
  return wordAt(tree, at).text !== ',' || joined || hasSubjectAfter(tree, first) ? at : null
}

/** After a mere comma only a clause of its own is meant: its verb has a subject between. */
const hasSubjectAfter = (tree: Tree, first: number): boolean => {
  const next = tree.words.slice(first).find((w) => w.upos === 'VERB' || w.text === ',')
  return next !== undefined && next.upos === 'VERB' && dependents(tree, next.index, 'nsubj').some((s) => s > first)
}

/** What the sentence says at its head dates its main clause; a label ("Jan 25 — …") is read as the root by some parses, and dates the first predicate. */
const mainAfter = (tree: Tree, last: number, predicates: ReadonlySet<number>): number | null => {
  const root = tree.words.find((w) => w.head < 0)?.index ?? -1
  if (root > last) return root
  return [...predicates].filter((at) => at > last).sort((a, b) => a - b)[0] ?? null
}

/** The first verb behind that is no participle or relative clause. */
const verbAfter = (tree: Tree, last: number, predicates: ReadonlySet<number>): number | null =>
  tree.words.find((w) => w.index > last && w.upos === 'VERB' && predicates.has(w.index) && !hangsBy(tree, w.index, 'acl', 'xcomp', 'amod'))
    ?.index ?? null
