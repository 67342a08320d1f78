import type { PlacedWord } from './raw-text.ts'

/**
 * Pairs a treebank's words with a system's over the same text, as the CoNLL 2018 shared task does: words with the same characters are the same;
 * within a unit of several words (`don't`) the longest common sequence of forms is. Gives, for each word of the treebank, the index of its partner
 * or -1.
 */
export const alignWords = (gold: readonly PlacedWord[], system: readonly PlacedWord[]): Int32Array => {
  const pairs = new Int32Array(gold.length).fill(-1)
  let [g, s] = [0, 0]
  while (g < gold.length && s < system.length) {
    const [a, b] = [gold[g] as PlacedWord, system[s] as PlacedWord]
    if (a.joined || b.joined) {
      const [from, fromSystem] = [g, s]
      // The stretch grows until no unit of either side reaches over its end.
      let end = a.joined ? a.end : b.end
      if (a.start > end || b.start > end) end = Math.min(a.end, b.end)
      for (let grown = true; grown; ) {
        grown = false
        for (; (gold[g]?.start ?? Infinity) < end; g++) {
          const word = gold[g] as PlacedWord
          if (word.joined && word.end > end) [end, grown] = [word.end, true]
        }
        for (; (system[s]?.start ?? Infinity) < end; s++) {
          const word = system[s] as PlacedWord
          if (word.joined && word.end > end) [end, grown] = [word.end, true]
        }
      }
      for (const [i, j] of commonForms(gold.slice(from, g), system.slice(fromSystem, s))) pairs[from + i] = fromSystem + j
    } else if (a.start === b.start && a.end === b.end) pairs[g++] = s++
    else if (a.start <= b.start) g++
    else s++
  }
  return pairs
}

/** The longest common sequence of forms, capitals apart. */
const commonForms = (a: readonly PlacedWord[], b: readonly PlacedWord[]): readonly (readonly [number, number])[] => {
  const same = (i: number, j: number): boolean => a[i]?.form.toLowerCase() === b[j]?.form.toLowerCase()
  const best = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [here, below] = [best[i] as Int32Array, best[i + 1] as Int32Array]
      here[j] = same(i, j) ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, here[j + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) pairs.push([i++, j++])
    else if ((best[i + 1]?.[j] ?? 0) >= (best[i]?.[j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}
