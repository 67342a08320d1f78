import { entryHashes } from '../lexicon/entry-hashes.ts'
import type { LexiconData } from '../lexicon/lexicon.ts'

/** What a lexicon changes in the one below it: entries by the names that events call them by. */
export type Change = { readonly added: readonly string[]; readonly overridden: readonly string[]; readonly retired: readonly string[] }

export const compareEntries = (below: LexiconData, whole: LexiconData): Change => {
  const [before, after] = [entryHashes(below), entryHashes(whole)]
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    overridden: [...after].flatMap(([id, hash]) => (before.has(id) && before.get(id) !== hash ? [id] : [])),
    retired: [...before.keys()].filter((id) => !after.has(id)),
  }
}
