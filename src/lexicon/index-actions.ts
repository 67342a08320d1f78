import type { ActionEntry, LexiconData } from './lexicon.ts'
import { spellings } from './spelling.ts'
import type { Wanted } from './wanted.ts'

export type ActionPart = 'verb' | 'noun' | 'adjective'

type Phrase = { readonly entry: ActionEntry; readonly words: readonly string[]; readonly part: ActionPart }

/** An action under one of its phrases: `words` are the phrase's, in small letters. `when` and `except` are the entry's conditions. */
export type ActionPattern = Phrase & { readonly phrase: string; readonly when: readonly Wanted[]; readonly except: readonly Wanted[] }

/** Actions by the word that a clause is looked up by: a verb's first, a noun's head, an adjective; nominalizations and other spellings derived. */
export const indexActions = (data: LexiconData): ReadonlyMap<string, readonly Phrase[]> => {
  const index = new Map<string, Phrase[]>()
  const nouns = new Map<string, readonly string[]>()
  for (const { verb, nouns: list } of data.nominalizations)
    for (const form of spellings(verb)) nouns.set(form, [...(nouns.get(form) ?? []), ...list])
  for (const entry of data.actions) {
    const seen = new Set<string>()
    const add = (phrase: string, part: ActionPart): void => {
      for (const form of spellings(phrase.toLowerCase())) {
        if (seen.has(`${part} ${form}`)) continue
        seen.add(`${part} ${form}`)
        const words = form.split(/\s+/)
        const key = part === 'noun' ? headOf(words) : (words[0] ?? '')
        const list = index.get(key)
        if (list) list.push({ entry, words, part })
        else index.set(key, [{ entry, words, part }])
      }
    }
    for (const verb of entry.verbs) {
      add(verb, 'verb')
      for (const noun of nouns.get(verb.toLowerCase()) ?? []) add(noun, 'noun')
    }
    for (const noun of entry.nouns) add(noun, 'noun')
    for (const adjective of entry.adjectives) add(adjective, 'adjective')
  }
  return index
}

/** A noun phrase's head comes last, or before "of". */
const headOf = (words: readonly string[]): string => words.find((_, i) => words[i + 1] === 'of') ?? words.at(-1) ?? ''

/** Classes by the words in them, in both spellings. */
export const indexClasses = (data: LexiconData): ReadonlyMap<string, ReadonlySet<string>> => {
  const index = new Map<string, Set<string>>()
  for (const { id, words } of data.classes)
    for (const word of words)
      for (const key of spellings(word.toLowerCase())) {
        const set = index.get(key)
        if (set) set.add(id)
        else index.set(key, new Set([id]))
      }
  return index
}
