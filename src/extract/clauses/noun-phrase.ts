import { remembered } from '../../lexicon/remembered.ts'
import { ancestors, dependent, dependents, hangsBy, perWord, type Tree, wordAt } from './tree.ts'

/** First and last word (inclusive) of the phrase around a noun: what stands before it as its modifiers and after it as the rest of a name. */
export const nounPhrase = perWord((tree, head): { readonly first: number; readonly last: number } => {
  let first = head
  let last = head
  const open = [head]
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const child of dependents(tree, at, 'det', 'amod', 'compound', 'flat', 'nummod', 'fixed', 'goeswith', 'nmod:desc')) {
      first = Math.min(first, child)
      last = Math.max(last, child)
      open.push(child)
    }
  return { first, last }
})

/** The heads that are coordinated with `head`, itself first: "France and Germany" gives both. */
export const conjuncts = (tree: Tree, head: number): readonly number[] => {
  if (dependent(tree, head, 'conj') === null) return [head]
  const found = [head]
  for (let i = 0; i < found.length && found.length < 600; i++)
    for (const child of dependents(tree, found[i] as number, 'conj')) if (isNominal(tree, child)) found.push(child)
  return found
}

/** What a coordination hangs by: of "Kenya" in "from Ghana and Kenya" it is Ghana; every other word itself. */
export const firstConjunct = (tree: Tree, at: number): number => (hangsBy(tree, at, 'conj') ? wordAt(tree, at).head : at)

/** Whether the word can head a noun phrase. */
export const isNominal = (tree: Tree, index: number): boolean => {
  const { upos, lemma } = wordAt(tree, index)
  if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM') return true
  return (upos === 'DET' || upos === 'ADJ') && (BARE.has(lemma) || hangsBy(tree, index, 'nsubj', 'obj', 'obl', 'nmod'))
}

const BARE = new Set([
  'both',
  'all',
  'each',
  'some',
  'many',
  'several',
  'other',
  'this',
  'that',
  'these',
  'those',
  'any',
  'neither',
  'either',
])
const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose'])

/** What a relative pronoun stands for: the noun that its clause modifies. Every other word stands for itself. */
export const antecedent = (tree: Tree, index: number): number => {
  const { lemma, upos } = wordAt(tree, index)
  if ((upos !== 'PRON' && upos !== 'DET' && upos !== 'SCONJ') || !RELATIVE.has(lemma.toLowerCase())) return index
  const clause = ancestors(tree, index).find((at) => hangsBy(tree, at, 'acl:relcl'))
  return clause === undefined ? index : beforeDay(tree, wordAt(tree, clause).head)
}

/** "the attack of 7 October that killed …": no day kills. */
const beforeDay = (tree: Tree, index: number): number =>
  index >= 0 && DAY.test(wordAt(tree, index).text) && hangsBy(tree, index, 'nmod', 'nmod:tmod', 'nmod:unmarked')
    ? wordAt(tree, index).head
    : index

const DAY =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(1[5-9]|20)\d\d)$/

/** The prepositions that introduce a phrase, as one lower-case string ("out of", "according to"), or "" where there is none. */
export const preposition = perWord((tree, head): string => {
  const words: number[] = []
  for (const at of dependents(tree, head, 'case')) if (!isClitic(wordAt(tree, at).text)) words.push(at, ...dependents(tree, at, 'fixed'))
  if (words.length === 0) return ''
  if (words.length === 1) return wordAt(tree, words[0] as number).text.toLowerCase()
  const text = words
    .sort((a, b) => a - b)
    .map((at) => wordAt(tree, at).text.toLowerCase())
    .join(' ')
  return text === 'in front of' ? 'outside' : text
})

/** "the attack", "those talks": something that is known already. */
export const isDefinite = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'det').some((at) => KNOWN.test(wordAt(tree, at).text))

const KNOWN = /^(the|this|that|these|those)$/i

/** "killed at least 70 people", "fired about 110 shells": a number with its approximation before it, which the parser may take for an adverbial. */
export const isCounted = (tree: Tree, head: number): boolean =>
  hangsBy(tree, head, 'obl') &&
  /^(at)?$/.test(preposition(tree, head)) &&
  dependents(tree, head, 'nummod').some((at) => isAbout(tree, at, MEASURE.test(wordAt(tree, head).lemma) ? ABOUT_ANY : ABOUT))

const isAbout = (tree: Tree, number: number, about: RegExp): boolean =>
  dependents(tree, number, 'nmod', 'advmod', 'case').some((at) => about.test(wordAt(tree, at).text))

const ABOUT_ANY = /^(least|most)$/i
const ABOUT = /^(least|most|about|around|nearly|almost|roughly|approximately|some|over|up|than)$/i
/** "marched about 20 miles", "fell almost 3 percent": how far and how long is no object. */
const MEASURE =
  /^(mile|kilometre|kilometer|km|metre|meter|yard|foot|percent|point|time|second|minute|hour|day|week|month|year|decade|dollar|degree)$/

const isClitic = remembered((text) => /^(['’]s?|s['’])$/.test(text))
