import type { Read } from './read-entries.ts'
import type { Raw } from './read-files.ts'
import { retiredBy } from './retire.ts'

/** Entries that are lists of words: a word belongs to the last lexicon that lists it, and `retire` takes it out of those below. */
export const layerWords = <T>(
  entries: readonly Read<T>[],
  raws: readonly Raw[],
  wordsOf: (value: T) => readonly string[],
  withWords: (value: T, words: readonly string[]) => T,
  problems: string[],
): readonly Read<T>[] => {
  const lastOf = new Map<string, number>()
  const claim = (word: string, layer: number): unknown => lastOf.set(word, Math.max(layer, lastOf.get(word) ?? 0))
  for (const { raw, value } of entries) for (const word of wordsOf(value)) claim(word, raw.layer)
  for (const raw of raws) {
    const retired = retiredBy(raw)
    if (retired === null || 'issues' in retired) continue
    for (const word of retired.words) {
      if (lastOf.has(word)) claim(word, raw.layer)
      else problems.push(`${raw.path}:${raw.line}: retire: no entry below this lexicon lists "${word}"`)
    }
  }
  return entries.flatMap(({ raw, value }) => {
    const words = wordsOf(value).filter((word) => lastOf.get(word) === raw.layer)
    return words.length === 0 ? [] : [{ raw, value: withWords(value, words) }]
  })
}
