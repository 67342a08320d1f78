import type { ActionPattern } from '../../lexicon/index-actions.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry, Condition } from '../../lexicon/lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import type { Wanted } from '../../lexicon/wanted.ts'
import { type Clause, withArguments } from '../clauses/clause.ts'
import { wordAt } from '../clauses/tree.ts'
import { type Choice, choose, isAlone, isPlain, offersOf, type Reached } from './fallback.ts'
import type { Scene } from './head-holds.ts'
import { anyHolds, scoreConditions, scoreSlot } from './match-condition.ts'
import { DAY, triggerOf } from './words-of-trigger.ts'

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

/** CAMEO roots of what is done by words. */
const WORDS = /^(0[1-3]|1[0-3])$/

/** Where no entry fits: those of the root that the ranker of train/fallback.ts chooses, if it is sure enough. */
const looseActs = (scene: Scene, clause: Clause, reached: readonly Reached[]): readonly Act[] => {
  if (reached.length === 0 || isOfClass(scene.lexicon, clause.lemma, 'of-many-senses')) return NO_ACTS
  const choice = choose(offersOf(scene, clause, reached), isPlain(scene, clause))
  if (choice === null) return NO_ACTS
  const isAct = WORDS.test(choice.root) || !isAlone(scene, clause)
  return reached
    .filter(({ entry, trigger }) => entry.cameo.startsWith(choice.root) && (isAct || trigger.length > 1))
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
