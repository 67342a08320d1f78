import type { LexiconData } from './lexicon.ts'

/** A phrase of a context, or one that only looks like it (`id` null), as its words in small letters. */
export type ContextPhrase = { readonly id: string | null; readonly words: readonly string[] }

/** The phrases of all contexts by their first word. */
export const indexContexts = (data: LexiconData): ReadonlyMap<string, readonly ContextPhrase[]> => {
  const index = new Map<string, ContextPhrase[]>()
  const add = (id: string | null, phrase: string): void => {
    const words = contextWords(phrase)
    const [first = ''] = words
    const list = index.get(first)
    if (list) list.push({ id, words })
    else index.set(first, [{ id, words }])
  }
  for (const { id, words, not } of data.contexts) {
    for (const phrase of words) add(id, phrase)
    for (const phrase of not) add(null, phrase)
  }
  return index
}

/** Words as contexts are matched by: in small letters, without hyphens and apostrophes, which writers set and leave out. */
export const contextWords = (phrase: string): readonly string[] =>
  phrase
    .toLowerCase()
    .split(/[\s\-‐‑'’]+/)
    .filter((word) => word !== '')
