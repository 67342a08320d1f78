import type { ActionPattern } from '../../lexicon/index-actions.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import type { Scene } from './head-holds.ts'
import { namesOf } from './names-of.ts'
import { isOfClause, isReflexive, wordsAround } from './words-around.ts'

/** The words of a phrase in a clause; a phrase of one word is there already, unless a particle made another verb of it. */
export const triggerOf = (scene: Scene, clause: Clause, pattern: ActionPattern): readonly number[] | null => {
  const { words } = pattern
  return words.length === 1
    ? isAnotherVerb(scene, clause)
      ? null
      : clause.words
    : clause.kind === 'noun'
      ? matchNoun(scene, clause, pattern)
      : matchVerb(scene.tree, clause, words)
}

/** "knocked out the server" knocks nobody, "called out its members" calls none of them. */
const isAnotherVerb = ({ lexicon }: Scene, { kind, lemma, particle }: Clause): boolean =>
  kind === 'verb' && particle !== null && REVERSING.has(particle) && isOfClass(lexicon, lemma, 'changed-by-particle')

/** Head and what stands before or after it: "air strike", "state of emergency". */
const matchNoun = ({ tree, lexicon }: Scene, clause: Clause, { words, phrase }: ActionPattern): readonly number[] | null => {
  if (!namesOf(tree, clause.head, lexicon).includes(phrase)) return null
  const parts = new Set(words)
  const around = [...(tree.children[clause.head] ?? []), clause.head, ...dependents(tree, clause.head, 'nmod')].filter((at) =>
    parts.has(wordAt(tree, at).lemma.toLowerCase()),
  )
  return [...new Set([...around, ...clause.words])].sort((a, b) => a - b)
}

const PREPOSITIONS = new Set([
  'of',
  'for',
  'to',
  'with',
  'from',
  'on',
  'upon',
  'against',
  'in',
  'into',
  'at',
  'over',
  'by',
  'about',
  'between',
  'through',
  'under',
  'toward',
  'towards',
  'as',
  'off',
  'out',
  'up',
  'down',
  'away',
  'back',
  'behind',
  'ahead',
  'along',
  'across',
  'around',
  'apart',
  'aside',
  'together',
  'forward',
  'after',
  'before',
  'until',
  'within',
  'without',
  'outside',
  'inside',
  'onto',
  'alongside',
  'that',
])

/**
 * A verb's own words: particles and prepositions must introduce an argument or stand beside it; the nouns of a fixed tail must be its object. A particle of
 * its own makes it another verb ("called off the strike" calls none).
 */
const matchVerb = (tree: Tree, clause: Clause, words: readonly string[]): readonly number[] | null => {
  const around = wordsAround(tree, clause)
  for (let i = 1; i < words.length; i++) if (!around.has(words[i] as string)) return null
  if (clause.particle !== null && REVERSING.has(clause.particle) && !words.includes(clause.particle)) return null
  const found = [...clause.words]
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as string
    const at =
      (PREPOSITIONS.has(word) ? particleAt(tree, clause, words, i) : null) ??
      tailAt(tree, clause, word) ??
      partAt(tree, clause, word, words[i + 1])
    if (at === null) return null
    // The trigger keeps its particle, not the preposition of an argument that stands apart.
    if (at > clause.head && at - clause.head <= 3 && !found.includes(at)) found.push(at)
  }
  return found.sort((a, b) => a - b)
}

const REVERSING = new Set(['off', 'out', 'down', 'up', 'back', 'away', 'over'])

/** "called the king on Saturday" calls on nobody. */
export const DAY = /^(?:\p{L}+day|January|February|March|April|May|June|July|August|September|October|November|December|\d{1,4})$/u

const BESIDE = /^(compound:prt|advmod|case|mark|obl)/

const particleAt = (tree: Tree, clause: Clause, words: readonly string[], i: number): number | null => {
  const word = words[i] as string
  const last = i === words.length - 1
  for (const at of tree.children[clause.head] ?? []) if (reads(tree, at, word) && BESIDE.test(wordAt(tree, at).deprel)) return at
  const next = clause.head + 1
  const isNext = next < tree.words.length && reads(tree, next, word)
  // The parser took it for a preposition before what is the object.
  if (isNext && hangsBy(tree, next, 'case')) {
    const object = clause.args.find((a) => a.slot === 'object' && a.head > clause.head)
    if (wordAt(tree, next).head === (object?.head ?? clause.head)) return next
  }
  for (const { slot, head, via } of clause.args)
    if (
      via !== 'outer' &&
      (slot === word
        ? !PREPOSITIONS.has(words[i + 1] ?? '') || isNext
        : slot.includes(' ') && !isOfClause(slot) && slot.split(' ').includes(word)) &&
      !DAY.test(wordAt(tree, head).text)
    )
      return isNext && hangsBy(tree, next, 'case') && wordAt(tree, next).head === head ? next : -1
  return last && clause.complements.some((c) => c.slot === word) ? -1 : null
}

const tailAt = (tree: Tree, clause: Clause, word: string): number | null => {
  for (const { slot, head, via } of clause.args)
    if ((slot === 'object' || slot === 'subject' || via === 'own') && names(tree, head, word)) return head
  for (const at of tree.children[clause.head] ?? []) if (names(tree, at, word) || reads(tree, at, word)) return at
  return null
}

/** "went on hunger strike", "offered an olive branch": the first part of a compound, or the adjective, of what the phrase ends in. */
const partAt = (tree: Tree, { args }: Clause, word: string, next: string | undefined): number | null => {
  if (next === undefined) return null
  for (const { slot, head, via } of args) {
    if ((via !== 'own' && slot !== 'object') || !names(tree, head, next)) continue
    const part = dependents(tree, head, 'compound', 'amod').find((at) => names(tree, at, word) || reads(tree, at, word))
    if (part !== undefined) return part
  }
  return null
}

const names = (tree: Tree, at: number, word: string): boolean => {
  const { text, lemma } = wordAt(tree, at)
  return word === 'oneself' ? isReflexive(text) : lemma.toLowerCase() === word
}

const reads = (tree: Tree, at: number, word: string): boolean => wordAt(tree, at).text.toLowerCase() === word
