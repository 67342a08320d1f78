import { type Interval, wilson } from './wilson.ts'

/** A share with its 95 % interval. `judged` is how many events it rests on, `effective` how many equally weighted ones they are worth. */
export type Estimate = Interval & { readonly name: string; readonly judged: number; readonly share: number; readonly effective: number }

/** One observation: its value from 0 to 1, and how many events it stands for. */
export type Observation = { readonly value: number; readonly weight: number }

/**
 * The weighted share of what is right (Hájek's estimator), with Wilson's interval on Kish's effective sample size (Σw)²/Σw²: it does not count on what
 * stratification gains, so it is rather too wide than too narrow. Null without observations.
 */
export const estimate = (name: string, observations: readonly Observation[]): Estimate | null => {
  if (observations.length === 0) return null
  const sum = (of: (o: Observation) => number): number => observations.reduce((total, o) => total + of(o), 0)
  const weight = sum((o) => o.weight)
  const share = Math.min(1, sum((o) => o.weight * o.value) / weight)
  const effective = weight ** 2 / sum((o) => o.weight ** 2)
  return { name, judged: observations.length, share, effective, ...wilson(share, effective) }
}

/** An estimate for each group, by the names that `groupOf` gives, in their order. */
export const estimateBy = <Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  observe: (item: Item) => Observation,
): readonly Estimate[] => {
  const groups = new Map<string, Observation[]>()
  for (const item of items) {
    const name = groupOf(item)
    const group = groups.get(name)
    if (group) group.push(observe(item))
    else groups.set(name, [observe(item)])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, observations]) => estimate(name, observations) ?? [])
}
