import type { Judgement } from '../fold-verdicts.ts'
import type { Draw, Finding } from '../verdict.ts'

/** One way of drawing: everything that was drawn with the same queue, strata, seed and filter. */
export type Design = {
  readonly queue: Draw['queue']
  readonly by: Draw['by']
  readonly seed: string
  readonly filter: string
  readonly drawn: number
  readonly population: number
}

export type Weighed = {
  readonly designs: readonly Design[]
  /** How many events each drawn one stands for, by the key of its judgement; only of samples of all events. */
  readonly weights: ReadonlyMap<string, number>
}

/** The stratum of a finding: its root, or the year of its date. */
export const stratumOf = ({ cameo, date }: Pick<Finding, 'cameo' | 'date'>, by: Draw['by']): string =>
  by === null ? 'all' : by === 'root' ? cameo.slice(0, 2) : (/^\d{2,4}/.exec(date ?? '')?.[0].padEnd(4, '0') ?? 'undated')

const designOf = ({ queue, by, seed, filter }: Draw): string => JSON.stringify([queue, by, seed, filter])

/**
 * The weight of each event that chance chose: one over its probability of having been drawn by any of the designs, 1 − Π(1 − n/N) over them (the
 * single-frame estimator of Bankier 1986), with n judged of the N events of its stratum. What was judged and not drawn (the doubtful first, a rule's, while
 * browsing) has no weight and counts in no estimate of the whole.
 */
export const weighSample = (judgements: readonly Judgement[]): Weighed => {
  const strata = new Map<string, { readonly draw: Draw; readonly drawn: Map<string, { keys: Set<string>; population: number }> }>()
  for (const { key, decisions } of judgements)
    for (const { draw, verdict } of decisions.values()) {
      if (draw === undefined || verdict === 'skip') continue
      const id = designOf(draw)
      const design = strata.get(id) ?? { draw, drawn: new Map() }
      strata.set(id, design)
      const stratum = design.drawn.get(draw.stratum) ?? { keys: new Set(), population: 0 }
      design.drawn.set(draw.stratum, stratum)
      stratum.keys.add(key)
      stratum.population = Math.max(stratum.population, draw.population)
    }
  const whole = [...strata.values()].filter(({ draw }) => draw.filter === '')
  const weights = new Map<string, number>()
  for (const { key, decisions } of judgements) {
    const [decision] = [...decisions.values()].filter((d) => d.draw?.filter === '' && d.verdict !== 'skip')
    if (decision === undefined) continue
    const own = new Map([...decisions.values()].flatMap((d) => (d.draw ? [[designOf(d.draw), d.draw.stratum] as const] : [])))
    const missed = whole.reduce((product, { draw, drawn }) => {
      const stratum = drawn.get(own.get(designOf(draw)) ?? stratumOf(decision.finding, draw.by))
      return stratum === undefined ? product : product * (1 - Math.min(1, stratum.keys.size / stratum.population))
    }, 1)
    if (missed < 1) weights.set(key, 1 / (1 - missed))
  }
  const designs = [...strata.values()].map(({ draw: { queue, by, seed, filter }, drawn }) => ({
    queue,
    by,
    seed,
    filter,
    drawn: [...drawn.values()].reduce((sum, s) => sum + s.keys.size, 0),
    population: [...drawn.values()].reduce((sum, s) => sum + s.population, 0),
  }))
  return { designs, weights }
}
