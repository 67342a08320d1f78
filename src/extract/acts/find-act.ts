import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../clauses/tree.ts'
import { namesOf, type Scene, scoreConditions } from './match-condition.ts'

/** An action entry that fits a clause, with its score and the words of the trigger. */
export type Act = { readonly entry: ActionEntry; readonly score: number; readonly words: readonly number[] }

/** The entries that fit a clause, best first: by score (docs/lexicon.md), then by id so that order never depends on files. */
export const findActs = (scene: Scene, clause: Clause): readonly Act[] => {
  const entries = scene.lexicon.actions.get(clause.lemma) ?? []
  return entries
    .flatMap(({ entry, words, part }): readonly Act[] => {
      if (part !== clause.kind) return []
      const trigger = part === 'noun' ? matchNoun(scene.tree, clause, words) : matchVerb(scene.tree, clause, words)
      if (trigger === null) return []
      const score = scoreConditions(scene, clause, entry.when)
      if (score === null || isExcepted(scene, clause, entry)) return []
      return [{ entry, score: score + 4 * (words.length - 1), words: trigger }]
    })
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
}

const isExcepted = (scene: Scene, clause: Clause, entry: ActionEntry): boolean =>
  Object.entries(entry.except).some(([slot, alternatives]) => scoreConditions(scene, clause, { [slot]: alternatives }) !== null)

/** Head and what stands before or after it: "air strike", "state of emergency". */
const matchNoun = (tree: Tree, clause: Clause, words: readonly string[]): readonly number[] | null => {
  if (words.length === 1) return clause.words
  const phrase = words.join(' ')
  if (!namesOf(tree, clause.head).includes(phrase)) return null
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
  'within',
  'without',
])

/** A verb's own words: particles and prepositions must introduce an argument or stand beside it; the nouns of a fixed tail must be its object. */
const matchVerb = (tree: Tree, clause: Clause, words: readonly string[]): readonly number[] | null => {
  const found: number[] = []
  for (const [i, word] of words.slice(1).entries()) {
    const at = PREPOSITIONS.has(word) ? particleAt(tree, clause, word, i === words.length - 2) : tailAt(tree, clause, word)
    if (at === null) return null
    if (at >= 0) found.push(at)
  }
  // The trigger keeps its particle, not the preposition of an argument that stands apart.
  const near = found.filter((at) => at > clause.head && at - clause.head <= 3)
  return [...new Set([...clause.words, ...near])].sort((a, b) => a - b)
}

const particleAt = (tree: Tree, clause: Clause, word: string, last: boolean): number | null => {
  const beside = (tree.children[clause.head] ?? []).find(
    (at) => wordAt(tree, at).text.toLowerCase() === word && /^(compound:prt|advmod|case|mark|obl)/.test(wordAt(tree, at).deprel),
  )
  if (beside !== undefined) return beside
  const argument = clause.args.find((a) => a.slot.split(' ').includes(word) && a.via !== 'outer')
  if (argument)
    return (
      dependents(tree, argument.head, 'case').find((at) => wordAt(tree, at).text.toLowerCase() === word && at === clause.head + 1) ?? -1
    )
  const complement = clause.complements.find((c) => c.slot === word)
  return complement && last ? -1 : null
}

const tailAt = (tree: Tree, clause: Clause, word: string): number | null => {
  const direct = clause.args.find(
    (a) => (a.slot === 'object' || a.slot === 'subject' || a.via === 'own') && wordAt(tree, a.head).lemma.toLowerCase() === word,
  )
  if (direct) return direct.head
  const beside = (tree.children[clause.head] ?? []).find(
    (at) => wordAt(tree, at).lemma.toLowerCase() === word || wordAt(tree, at).text.toLowerCase() === word,
  )
  return beside ?? null
}
