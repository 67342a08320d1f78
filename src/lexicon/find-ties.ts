import type { ActionEntry, Condition, Conditions, LexiconData } from './lexicon.ts'
import { spellings } from './spelling.ts'

export type Tie = { readonly first: ActionEntry; readonly second: ActionEntry; readonly phrase: string }

/**
 * Pairs of entries that list the same phrase, in either spelling, and ask the same slots for the same thing: whatever meets the one meets the other, with the
 * same score. (Entries that ask different slots can also meet in one clause; there the order of ids decides, which the examples keep in check.)
 */
export const findTies = (data: LexiconData): readonly Tie[] => {
  const ties = new Map<string, Tie>()
  for (const [key, entries] of byPhrase(data))
    for (const [i, first] of entries.entries())
      for (const second of entries.slice(i + 1)) {
        const pair = `${first.id} ${second.id}`
        if (!ties.has(pair) && tie(first, second)) ties.set(pair, { first, second, phrase: key.slice(key.indexOf(' ') + 1) })
      }
  return [...ties.values()]
}

const byPhrase = (data: LexiconData): ReadonlyMap<string, readonly ActionEntry[]> => {
  const index = new Map<string, ActionEntry[]>()
  for (const entry of data.actions)
    for (const [part, phrases] of Object.entries({ verb: entry.verbs, noun: entry.nouns, adjective: entry.adjectives }))
      for (const phrase of new Set(phrases.flatMap((p) => spellings(p.toLowerCase())))) {
        const key = `${part} ${phrase}`
        const list = index.get(key)
        if (list) list.push(entry)
        else index.set(key, [entry])
      }
  return index
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
