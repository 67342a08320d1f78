import type { Engine } from './engine.ts'

/**
 * Makes a tree of the heads chosen for each word: one root, and cycles broken where it costs the least. Heads are 0 for the root, else 1 + index.
 * Time is linear where they are a tree; memory is always.
 */
export const toTree = (engine: Engine, chosen: Int32Array, n: number): Int32Array => {
  const heads = chosen.slice()
  oneRoot(engine, heads, n)
  for (let cycle = findCycle(heads); cycle.length > 0; cycle = findCycle(heads)) breakCycle(engine, heads, cycle)
  return heads
}

const oneRoot = (engine: Engine, heads: Int32Array, n: number): void => {
  const roots: number[] = []
  for (let i = 0; i < n; i++) if (heads[i] === 0) roots.push(i)
  if (roots.length === 1) return
  let root = -1
  let most = -Infinity
  for (const i of roots.length > 0 ? roots : heads.keys()) {
    const scores = engine.scores(i)
    const other = bestOther(scores, n)
    const gain = Math.fround((scores[0] ?? 0) - (n > 1 ? (scores[other] ?? 0) : 0))
    if (gain > most) {
      most = gain
      root = i
    }
  }
  for (const i of roots) if (i !== root) heads[i] = bestOther(engine.scores(i), n)
  heads[root] = 0
}

const bestOther = (scores: Float32Array, n: number): number => {
  let top = 1
  for (let j = 2; j <= n; j++) if ((scores[j] ?? 0) > (scores[top] ?? 0)) top = j
  return top
}

/** Hangs one word of the cycle under a word outside of what hangs off the cycle. */
const breakCycle = (engine: Engine, heads: Int32Array, cycle: readonly number[]): void => {
  const below = hangingOff(heads, cycle)
  let most = -Infinity
  let word = -1
  let head = 0
  for (const i of cycle) {
    const scores = engine.scores(i)
    const now = scores[heads[i] ?? 0] ?? 0
    for (let j = 0; j < heads.length; j++) {
      const gain = Math.fround((scores[j + 1] ?? 0) - now)
      if (below[j] === 0 && gain > most) {
        most = gain
        word = i
        head = j + 1
      }
    }
  }
  heads[word] = head
}

/** The first cycle from the left, or none. */
const findCycle = (heads: Int32Array): readonly number[] => {
  /** By word, from where it was first reached, counted from one. */
  const reached = new Int32Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    let i = start
    while (i >= 0 && reached[i] === 0) {
      reached[i] = start + 1
      i = (heads[i] ?? 0) - 1
    }
    if (i < 0 || reached[i] !== start + 1) continue
    const cycle = [i]
    for (let next = (heads[i] ?? 0) - 1; next !== i; next = (heads[next] ?? 0) - 1) cycle.push(next)
    return cycle
  }
  return []
}

/** 1 for every word that reaches the cycle, the cycle included. */
const hangingOff = (heads: Int32Array, cycle: readonly number[]): Uint8Array => {
  const known = new Uint8Array(heads.length) // 0 unseen, 1 hangs off the cycle, 2 doesn't
  for (const i of cycle) known[i] = 1
  for (let start = 0; start < heads.length; start++) {
    let i = start
    while (i >= 0 && known[i] === 0) {
      known[i] = 2
      i = (heads[i] ?? 0) - 1
    }
    if (i < 0 || known[i] !== 1) continue
    for (let j = start; known[j] === 2; j = (heads[j] ?? 0) - 1) known[j] = 1
  }
  return known.map((value) => (value === 1 ? 1 : 0))
}
