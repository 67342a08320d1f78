import type { ActionEntry, Condition, Conditions, LexiconData } from './lexicon.ts'

/** How much a condition that holds adds (docs/lexicon.md, "Which entry wins"). */
export const WEIGHT: Readonly<Record<Condition['test'], number>> = { word: 4, class: 3, kind: 2, actor: 1, any: 1, none: 1, clause: 1 }

export type Tie = { readonly first: ActionEntry; readonly second: ActionEntry; readonly phrase: string }

/**
 * Pairs of entries with the same phrase that ask the same slots for the same thing: whatever meets the one meets the other, with the same score. (Entries that
 * ask different slots can also meet in one clause; there the order of ids decides, which the examples keep in check.)
 */
export const findTies = (data: LexiconData): readonly Tie[] => {
  const byPhrase = new Map<string, ActionEntry[]>()
  for (const entry of data.actions)
    for (const [part, phrases] of [
      ['verb', entry.verbs],
      ['noun', entry.nouns],
      ['adjective', entry.adjectives],
    ] as const)
      for (const phrase of new Set(phrases)) {
        const key = `${part} ${phrase}`
        byPhrase.set(key, [...(byPhrase.get(key) ?? []), entry])
      }
  return [...byPhrase].flatMap(([key, entries]) =>
    entries.flatMap((first, i) =>
      entries.slice(i + 1).flatMap((second) => (tie(first, second) ? [{ first, second, phrase: key.slice(key.indexOf(' ') + 1) }] : [])),
    ),
  )
}

const tie = (a: ActionEntry, b: ActionEntry): boolean => {
  const slots = new Set([...Object.keys(a.when), ...Object.keys(b.when)])
  return [...slots].every((slot) => meet(a.when[slot], b.when[slot])) && !parted(a.when, b.except) && !parted(b.when, a.except)
}

/** Whether one thing in a slot can meet both lists, each by its best alternative. */
const meet = (a: readonly Condition[] | undefined, b: readonly Condition[] | undefined): boolean => {
  if (!a || !b) return false
  return a.some((x) => b.some((y) => x.test === y.test && ('value' in x ? 'value' in y && x.value === y.value : true)))
}

/** Whether an exception of one is what the other asks for. */
const parted = (when: Conditions, except: Conditions): boolean => Object.entries(except).some(([slot, list]) => meet(list, when[slot]))
