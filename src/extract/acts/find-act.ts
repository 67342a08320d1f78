import type { ActionPattern } from '../../lexicon/index-actions.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry, Condition } from '../../lexicon/lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import type { Wanted } from '../../lexicon/wanted.ts'
import { type Clause, withArguments } from '../clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import { type Choice, choose, isPlain, offersOf, type Reached } from './fallback.ts'
import type { Scene } from './head-holds.ts'
import { anyHolds, scoreConditions, scoreSlot } from './match-condition.ts'
import { namesOf } from './names-of.ts'
import { isReflexive, wordsAround } from './words-around.ts'

/** An action entry that fits a clause, with its score and the words of the trigger. */
export type Act = {
  readonly entry: ActionEntry
  readonly score: number
  readonly words: readonly number[]
  /** Whether not all of the entry's conditions hold: what its verb mostly means, where no entry fits. */
  readonly loose: boolean
  /** Of a loose one, what made the fallback choose its root. */
  readonly choice: Choice | null
}

/** The entries that fit a clause, best first: by score (docs/lexicon.md), then by id so that order never depends on files. */
export const findActs = (scene: Scene, clause: Clause): readonly Act[] => {
  const patterns = scene.lexicon.actions.get(clause.lemma)
  if (patterns === undefined) return NO_ACTS
  const fitting: Act[] = []
  for (const pattern of patterns) {
    const { entry, words, part } = pattern
    if (part !== clause.kind) continue
    const trigger = triggerOf(scene, clause, pattern)
    const score = trigger && scoreConditions(scene, clause, pattern.when)
    if (trigger === null || score === null || isExcepted(scene, clause, pattern)) continue
    fitting.push({ entry, score: score + 4 * (words.length - 1), words: inOrder(trigger), loose: false, choice: null })
  }
  return fitting.length > 0 ? fitting.sort(byScore) : looseActs(scene, clause, reachedActs(scene, clause))
}

/** Why an entry of a clause's lemma doesn't fit it; null where it does. */
export const whyUnfit = (scene: Scene, clause: Clause, pattern: ActionPattern): string | null => {
  if (triggerOf(scene, clause, pattern) === null) return `"${pattern.phrase}" does not stand there`
  const unmet = pattern.when.find((wanted) => !anyHolds(scene, clause, wanted))
  if (unmet) return `${unmet.slot}: wants ${namesOfSome(unmet.conditions)}`
  const excepted = pattern.except.find((barred) => anyHolds(scene, clause, barred))
  return excepted ? `${excepted.slot}: not with ${namesOfSome(excepted.conditions)}` : null
}

/** The first of a slot's conditions: its entry lists the rest. */
const namesOfSome = (conditions: readonly Condition[]): string =>
  `${conditions.slice(0, 3).map(nameOf).join(' or ')}${conditions.length > 3 ? ' or …' : ''}`

const nameOf = (condition: Condition): string =>
  'value' in condition ? (condition.test === 'word' ? `"${condition.value}"` : condition.value) : condition.test

/** The entries whose verb stands in a clause, whether or not their conditions hold; verbs that only lend their subject reach none. */
export const reachedActs = (scene: Scene, clause: Clause): readonly Reached[] => {
  if (clause.kind !== 'verb' || scene.lexicon.lightVerbs.has(clause.lemma)) return []
  const reached: Reached[] = []
  for (const pattern of scene.lexicon.actions.get(clause.lemma) ?? NO_PATTERNS) {
    const trigger = pattern.part === 'verb' && pattern.entry.fallback ? triggerOf(scene, clause, pattern) : null
    if (trigger === null || isExcepted(scene, clause, pattern)) continue
    const { entry, when, words } = pattern
    reached.push({ entry, when, trigger: inOrder(trigger), extra: 4 * (words.length - 1) })
  }
  return reached
}

const NO_PATTERNS: readonly ActionPattern[] = NONE
const NO_ACTS: readonly Act[] = NONE
const byScore = (a: Act, b: Act): number => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)
const inOrder = (words: readonly number[]): readonly number[] => (words.length === 1 ? words : [...new Set(words)].sort((a, b) => a - b))

/** The words of a phrase in a clause; a phrase of one word is there already, unless a particle made another verb of it. */
const triggerOf = (scene: Scene, clause: Clause, pattern: ActionPattern): readonly number[] | null => {
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

/** Where no entry fits: those of the root that the ranker of train/fallback.ts chooses, if it is sure enough. */
const looseActs = (scene: Scene, clause: Clause, reached: readonly Reached[]): readonly Act[] => {
  if (reached.length === 0 || isOfClass(scene.lexicon, clause.lemma, 'of-many-senses')) return NO_ACTS
  const choice = choose(offersOf(scene, clause, reached), isPlain(scene, clause))
  if (choice === null) return NO_ACTS
  return reached
    .filter(({ entry }) => entry.cameo.startsWith(choice.root))
    .map(({ entry, when, trigger, extra }) => ({
      entry,
      score: looseScore(scene, clause, when) + extra,
      words: trigger,
      loose: true,
      choice,
    }))
    .sort(byScore)
}

/** The sum of those conditions that hold. */
const looseScore = (scene: Scene, clause: Clause, when: readonly Wanted[]): number =>
  when.reduce((sum, wanted) => sum + (scoreSlot(scene, clause, wanted) ?? 0), 0)

/** What stands on the object is the object's ("condemned the decision on tariffs"): it is no phrase that bars the entry whatever it holds. */
const isExcepted = (scene: Scene, clause: Clause, { except }: ActionPattern): boolean => {
  for (const barred of except) {
    const anything = barred.any && clause.kind === 'verb' && barred.slot !== 'as' && barred.slot !== 'by'
    const tried = anything ? withoutAttached(clause) : clause
    if (anyHolds(scene, tried, barred) && !(anything && onlyDays(scene, tried, barred.slot))) return true
  }
  return false
}

/** "surrendered on Tuesday": a day is no place or thing that would make it another act. */
const onlyDays = ({ tree }: Scene, { args }: Clause, slot: string): boolean => {
  const there = args.filter((a) => a.slot === slot)
  return there.length > 0 && there.every((a) => DAY.test(wordAt(tree, a.head).text))
}

const withoutAttached = keepsLast(
  (clause: Clause): Clause =>
    clause.args.some((a) => a.via === 'attached')
      ? withArguments(
          clause,
          clause.args.filter((a) => a.via !== 'attached'),
        )
      : clause,
)

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
    const at = (PREPOSITIONS.has(word) ? particleAt(tree, clause, words, i) : null) ?? tailAt(tree, clause, word)
    if (at === null) return null
    // The trigger keeps its particle, not the preposition of an argument that stands apart.
    if (at > clause.head && at - clause.head <= 3 && !found.includes(at)) found.push(at)
  }
  return found.sort((a, b) => a - b)
}

const REVERSING = new Set(['off', 'out', 'down', 'up', 'back', 'away', 'over'])

// "called the king on Saturday" calls on nobody.
const DAY = /^(?:\p{L}+day|January|February|March|April|May|June|July|August|September|October|November|December|\d{1,4})$/u

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
      (slot === word ? !PREPOSITIONS.has(words[i + 1] ?? '') || isNext : slot.includes(' ') && slot.split(' ').includes(word)) &&
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

const names = (tree: Tree, at: number, word: string): boolean => {
  const { text, lemma } = wordAt(tree, at)
  return word === 'oneself' ? isReflexive(text) : lemma.toLowerCase() === word
}

const reads = (tree: Tree, at: number, word: string): boolean => wordAt(tree, at).text.toLowerCase() === word
