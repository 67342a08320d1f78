import { type Counts, countsOf, scoreOf } from './count.ts'
import { LEVELS, type Level, type Outcome } from './pair-events.ts'

/** A random number generator of 32 bits (mulberry32), so that a score is the same at every call. */
const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const SEED = 1

/** What long work does now and then to let others have their turn. */
type Pause = () => Promise<void>
const NO_PAUSE: Pause = async () => {}

/** From so many articles on, they are what is drawn; with fewer, stretches of them. */
const ENOUGH = 8
const STRETCH = 500

export type Units = {
  readonly kind: 'articles' | 'stretches of 500 characters'
  readonly keys: readonly string[]
  readonly of: (outcome: Outcome) => string
}

/** What is drawn: events of one article are not independent of each other, so articles are, or, where there are few, stretches of them. */
export const unitsOf = (...systems: readonly (readonly Outcome[])[]): Units => {
  const all = systems.flat()
  const document = ({ gold, prediction }: Outcome): string => gold?.doc ?? prediction?.document ?? ''
  const at = ({ gold, prediction }: Outcome): number => gold?.start ?? prediction?.trigger.start ?? 0
  const articles = new Set(all.map(document))
  const kind = articles.size >= ENOUGH ? 'articles' : 'stretches of 500 characters'
  const of = (outcome: Outcome): string =>
    kind === 'articles' ? document(outcome) : `${document(outcome)} ${Math.floor(at(outcome) / STRETCH)}`
  return { kind, keys: [...new Set(all.map(of))].sort(), of }
}

const countsByUnit = (outcomes: readonly Outcome[], { keys, of }: Units): readonly Counts[] => {
  const groups = new Map<string, Outcome[]>(keys.map((key) => [key, []]))
  for (const outcome of outcomes) groups.get(of(outcome))?.push(outcome)
  return keys.map((key) => countsOf(groups.get(key) ?? []))
}

const f1Of = (units: readonly Counts[], level: number): number => {
  let [right, wanted, given] = [0, 0, 0]
  for (const unit of units) {
    right += unit.right[level] ?? 0
    wanted += unit.wanted
    given += unit.given
  }
  return scoreOf(right, wanted, given).f1
}

export type Interval = readonly [low: number, high: number]

/** The middle 95 % of values. */
const middle = (values: readonly number[]): Interval => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return [at(0.025), at(0.975)]
}

/** 95 % intervals of F1 by the percentile bootstrap: units are drawn with replacement, `times` times. `pause` comes before every draw, and may throw. */
export const bootstrap = async (
  outcomes: readonly Outcome[],
  times: number,
  pause: Pause = NO_PAUSE,
): Promise<Readonly<Record<Level, Interval>>> => {
  const units = countsByUnit(outcomes, unitsOf(outcomes))
  const next = random(SEED)
  const values = LEVELS.map((): number[] => [])
  for (let i = 0; i < times; i++) {
    await pause()
    const drawn = units.map(() => units[Math.floor(next() * units.length)] as Counts)
    for (const level of LEVELS.keys()) values[level]?.push(f1Of(drawn, level))
  }
  return Object.fromEntries(LEVELS.map((level, i) => [level, middle(values[i] ?? [])])) as Record<Level, Interval>
}

/** How two systems differ on the same gold: F1 of the second less that of the first. `p` is how often chance alone makes a difference as great. */
export type Difference = { readonly difference: number; readonly interval: Interval; readonly p: number }

/**
 * A paired test of two systems: approximate randomization (each unit's outcomes are swapped between the two by a toss; Noreen 1989) gives `p`, the paired bootstrap
 * the interval. `pause` comes before every toss, and may throw.
 */
export const compareSystems = async (
  one: readonly Outcome[],
  other: readonly Outcome[],
  times: number,
  pause: Pause = NO_PAUSE,
): Promise<Readonly<Record<Level, Difference>>> => {
  const units = unitsOf(one, other)
  const [a, b] = [countsByUnit(one, units), countsByUnit(other, units)]
  const next = random(SEED)
  const observed = LEVELS.map((_, level) => f1Of(b, level) - f1Of(a, level))
  const asGreat = LEVELS.map(() => 0)
  const drawn = LEVELS.map((): number[] => [])
  for (let i = 0; i < times; i++) {
    await pause()
    const swap = units.keys.map(() => next() < 0.5)
    const [x, y] = [a.map((unit, u) => (swap[u] ? (b[u] as Counts) : unit)), b.map((unit, u) => (swap[u] ? (a[u] as Counts) : unit))]
    const picks = units.keys.map(() => Math.floor(next() * units.keys.length))
    const [s, t] = [picks.map((u) => a[u] as Counts), picks.map((u) => b[u] as Counts)]
    for (const level of LEVELS.keys()) {
      if (Math.abs(f1Of(y, level) - f1Of(x, level)) >= Math.abs(observed[level] ?? 0) - 1e-12) asGreat[level] = (asGreat[level] ?? 0) + 1
      drawn[level]?.push(f1Of(t, level) - f1Of(s, level))
    }
  }
  return Object.fromEntries(
    LEVELS.map((level, i) => [
      level,
      { difference: observed[i] ?? 0, interval: middle(drawn[i] ?? []), p: ((asGreat[i] ?? 0) + 1) / (times + 1) },
    ]),
  ) as Record<Level, Difference>
}
