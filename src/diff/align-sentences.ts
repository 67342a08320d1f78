/** Words of a sentence, for comparing it with another. */
const bag = (sentence: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [word] of sentence.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Dice's measure of the words that two sentences share, 0 to 1. */
const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let shared = 0
  let total = 0
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0)
    total += count
  }
  for (const count of b.values()) total += count
  return total === 0 ? 0 : (2 * shared) / total
}

/** So much must two sentences share to be one that was edited. */
const ALIKE = 0.5

/**
 * Which sentence of the new text each sentence of the old one became, by their numbers: the same words in the same order first (the longest run of them that
 * keeps its order), then, in the gaps between, sentences that share most of their words, and last those that went elsewhere as they were.
 */
export const alignSentences = (before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>(anchors(before, after))
  const edges = [...pairs.entries(), [before.length, after.length] as const]
  let [oldStart, newStart] = [0, 0]
  for (const [oldEnd, newEnd] of edges) {
    for (const [i, j] of likePairs(before, after, [oldStart, oldEnd], [newStart, newEnd])) pairs.set(i, j)
    oldStart = oldEnd + 1
    newStart = newEnd + 1
  }
  for (const [i, j] of strays(before, after, pairs)) pairs.set(i, j)
  return pairs
}

/** Sentences that stand in both texts, in another order, of those that are in no pair yet. */
const strays = (
  before: readonly string[],
  after: readonly string[],
  pairs: ReadonlyMap<number, number>,
): readonly (readonly [number, number])[] => {
  const taken = new Set(pairs.values())
  const free = new Map<string, number[]>()
  for (const [j, words] of after.entries()) if (!taken.has(j)) free.set(words.trim(), [...(free.get(words.trim()) ?? []), j])
  return before.flatMap((words, i) => {
    const j = pairs.has(i) ? undefined : free.get(words.trim())?.shift()
    return j === undefined ? [] : [[i, j] as const]
  })
}

/** Sentences with equal words, in an order that both texts keep: the longest increasing subsequence of the places of those that stand equally often in both. */
const anchors = (before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] => {
  const places = new Map<string, number[]>()
  for (const [j, words] of after.entries()) places.set(words.trim(), [...(places.get(words.trim()) ?? []), j])
  const seen = new Map<string, number>()
  const matches = before.flatMap((words, i): readonly (readonly [number, number])[] => {
    const nth = seen.get(words.trim()) ?? 0
    seen.set(words.trim(), nth + 1)
    const j = places.get(words.trim())?.[nth]
    return j === undefined ? [] : [[i, j]]
  })
  const tails: number[] = []
  const previous = new Array<number>(matches.length).fill(-1)
  for (const [at, [, j]] of matches.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[tails[middle] as number]?.[1] ?? 0) < j) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = at
  }
  const kept: (readonly [number, number])[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) kept.unshift(matches[at] as readonly [number, number])
  return kept
}

type Range = readonly [start: number, end: number]

const likePairs = (
  before: readonly string[],
  after: readonly string[],
  old: Range,
  fresh: Range,
): readonly (readonly [number, number])[] => {
  if (old[0] >= old[1] || fresh[0] >= fresh[1] || (old[1] - old[0]) * (fresh[1] - fresh[0]) > 1e6) return []
  const bags = after.slice(fresh[0], fresh[1]).map(bag)
  const candidates = before
    .slice(old[0], old[1])
    .flatMap((words, i) => bags.map((other, j) => ({ i: old[0] + i, j: fresh[0] + j, like: likeness(bag(words), other) })))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like || a.i - b.i || a.j - b.j)
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()]
  return candidates.flatMap(({ i, j }) => {
    if (usedOld.has(i) || usedNew.has(j)) return []
    usedOld.add(i)
    usedNew.add(j)
    return [[i, j] as const]
  })
}
