import { type Columns, NO_DAY } from './index/columns.ts'
import type { Order } from './index/order.ts'
import { tally } from './index/tally.ts'

export const QUEUES = ['doubtful', 'random', 'stratified', 'text', 'disputed'] as const
/** In which order events come up for judging: the least confident first, drawn by chance, drawn by chance from each stratum in turn, as the text goes, or those that two reviewers judged differently. */
export type Queue = {
  readonly queue: (typeof QUEUES)[number]
  /** What strata are made by. */
  readonly by: 'root' | 'year'
  /** Another seed is another sample; reviewers who share one judge the same events. */
  readonly seed: string
}

/** The next event of a queue, and how it was drawn where chance did. */
export type Next = { readonly row: number; readonly left: number; readonly stratum: string | null; readonly population: number | null }

export type QueueState = {
  readonly columns: Columns
  readonly chosen: Uint8Array
  /** Rows that this reviewer has judged or skipped. */
  readonly done: ReadonlySet<number>
  readonly disputed: ReadonlySet<number>
  readonly byConfidence: Order
}

/** Finds the next event to judge, or null when the queue is empty. */
export const nextInQueue = ({ queue, by, seed }: Queue, state: QueueState): Next | null => {
  const { columns, chosen, done, disputed, byConfidence } = state
  const open = (row: number): boolean => chosen[row] === 1 && !done.has(row)
  const left = countLeft(state)
  const plain = (row: number | undefined): Next | null => (row === undefined ? null : { row, left, stratum: null, population: null })
  switch (queue) {
    case 'text':
      return plain(firstOf(columns.size, (i) => i, open))
    case 'doubtful':
      return plain(firstOf(columns.size, (i) => byConfidence.rows[i] as number, open))
    case 'disputed': {
      const [row] = [...disputed].filter((r) => chosen[r] === 1).sort((a, b) => a - b)
      return row === undefined ? null : { row, left: disputed.size, stratum: null, population: null }
    }
    case 'random': {
      const row = leastOf(columns, seed, open)
      return row === undefined ? null : { row, left, stratum: 'all', population: left + doneIn(state).length }
    }
    case 'stratified':
      return nextOfStrata(by, seed, state, open, left)
  }
}

const firstOf = (size: number, rowAt: (i: number) => number, open: (row: number) => boolean): number | undefined => {
  for (let i = 0; i < size; i++) {
    const row = rowAt(i)
    if (open(row)) return row
  }
  return undefined
}

const doneIn = ({ done, chosen }: QueueState): readonly number[] => [...done].filter((row) => chosen[row] === 1)

const countLeft = (state: QueueState): number => {
  let total = 0
  for (let row = 0; row < state.chosen.length; row++) total += state.chosen[row] as number
  return total - doneIn(state).length
}

/** The place of an event in the shuffle of a seed: the same in every rebuild, as it comes from the event's id. */
export const shuffle = (hash: number, seed: number): number => {
  let x = (hash ^ seed) >>> 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

const seedOf = (seed: string): number => {
  let hash = 0x811c9dc5
  for (const c of seed) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

const leastOf = ({ hashes, size }: Columns, seed: string, open: (row: number) => boolean): number | undefined => {
  const key = seedOf(seed)
  let least = Number.POSITIVE_INFINITY
  let found: number | undefined
  for (let row = 0; row < size; row++) {
    if (!open(row)) continue
    const place = shuffle(hashes[row] as number, key)
    if (place < least) {
      least = place
      found = row
    }
  }
  return found
}

/** The stratum with the fewest judged events comes next, so that small ones are not passed over; the weights put that right. */
const nextOfStrata = (by: Queue['by'], seed: string, state: QueueState, open: (row: number) => boolean, left: number): Next | null => {
  const { columns, chosen } = state
  const stratumOf = strataOf(columns, by)
  const population = countStrata(columns.size, stratumOf, chosen)
  const judged = new Map<number, number>()
  for (const row of doneIn(state)) judged.set(stratumOf(row), (judged.get(stratumOf(row)) ?? 0) + 1)
  const [stratum] = [...population.keys()]
    .filter((s) => (judged.get(s) ?? 0) < (population.get(s) ?? 0))
    .sort((a, b) => (judged.get(a) ?? 0) - (judged.get(b) ?? 0) || a - b)
  if (stratum === undefined) return null
  const row = leastOf(columns, seed, (r) => open(r) && stratumOf(r) === stratum)
  return row === undefined ? null : { row, left, stratum: nameOf(stratum, by), population: population.get(stratum) ?? 0 }
}

/** Rows by stratum; the usual ones are counted in an array. */
const countStrata = (size: number, stratumOf: (row: number) => number, chosen: Uint8Array): Map<number, number> => {
  const population = new Map<number, number>()
  const counts = new Uint32Array(20_000)
  for (let row = 0; row < size; row++) {
    if (chosen[row] !== 1) continue
    const stratum = stratumOf(row)
    if (stratum >= 0 && stratum < counts.length) tally(counts, stratum)
    else population.set(stratum, (population.get(stratum) ?? 0) + 1)
  }
  for (let stratum = 0; stratum < counts.length; stratum++) if (counts[stratum] !== 0) population.set(stratum, counts[stratum] as number)
  return population
}

const UNDATED = -1

/** Strata as numbers: the root, or the year. */
const strataOf = ({ root, month }: Columns, by: Queue['by']): ((row: number) => number) => {
  if (by === 'root') {
    const numbers = root.dictionary.values.map(Number)
    return (row) => numbers[root.codes[row] as number] as number
  }
  return (row) => (month[row] === NO_DAY ? UNDATED : Math.floor((month[row] as number) / 12))
}

const nameOf = (stratum: number, by: Queue['by']): string =>
  by === 'root' ? String(stratum).padStart(2, '0') : stratum === UNDATED ? 'undated' : String(stratum).padStart(4, '0')
