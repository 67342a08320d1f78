import { type Judgement, STATES, type State, standing } from '../fold-verdicts.ts'
import type { Verdict } from '../verdict.ts'
import { cohenKappa, type Kappa, krippendorffAlpha, type Ratings } from './agreement.ts'
import { type Calibration, calibrate } from './calibration.ts'
import { type Estimate, estimate, estimateBy } from './estimate.ts'
import { FIELDS, type Grade, gradeJudgement } from './grade.ts'
import { type Design, stratumOf, weighSample } from './weigh-sample.ts'

/** How good an extraction is, as far as its verdicts tell. Shares are of 1; `sample` rests on what chance chose, `judged` on everything. */
export type Quality = {
  readonly judged: number
  readonly states: Readonly<Record<State, number>>
  readonly reviewers: readonly { readonly name: string; readonly decisions: number }[]
  readonly designs: readonly Design[]
  readonly sample: {
    readonly size: number
    readonly precision: Estimate | null
    readonly event: Estimate | null
    readonly byRoot: readonly Estimate[]
    readonly byYear: readonly Estimate[]
    readonly byRule: readonly Estimate[]
  }
  /** Of the events that are events, how many have each field right. */
  readonly fields: readonly Estimate[]
  readonly recall: { readonly articles: number; readonly found: number; readonly missed: number; readonly estimate: Estimate | null }
  readonly agreement: ReturnType<typeof krippendorffAlpha> & { readonly pairs: readonly Kappa[] }
  readonly calibration: Calibration
  /** The share of wrong events by rule, over everything judged, those surest to err first. */
  readonly erring: readonly Estimate[]
}

/** Sums verdicts up. `judgements` are the folded `verdicts`, those that went stale left out. */
export const measureQuality = (judgements: readonly Judgement[], verdicts: readonly Verdict[]): Quality => {
  const grades = judgements.flatMap((j) => gradeJudgement(j) ?? [])
  const { designs, weights } = weighSample(judgements)
  const sampled = grades.filter((g) => weights.has(g.key))
  const weightOf = (g: Grade): number => weights.get(g.key) ?? 1
  const right = (g: Grade) => ({ value: g.right, weight: weightOf(g) })
  const said = judgements.flatMap((j) => [...j.decisions.values()])
  return {
    judged: grades.length,
    states: Object.fromEntries(STATES.map((s) => [s, judgements.filter((j) => j.state === s).length])) as Record<State, number>,
    reviewers: [...new Set(said.map((d) => d.reviewer))]
      .sort()
      .map((name) => ({ name, decisions: said.filter((d) => d.reviewer === name).length })),
    designs,
    sample: {
      size: sampled.length,
      precision: estimate('all fields right', sampled.map(right)),
      event: estimate(
        'an event at all',
        sampled.map((g) => ({ value: g.event, weight: weightOf(g) })),
      ),
      byRoot: estimateBy(sampled, (g) => g.finding.cameo.slice(0, 2), right),
      byYear: estimateBy(sampled, (g) => stratumOf(g.finding, 'year'), right),
      byRule: estimateBy(sampled, (g) => g.finding.rule ?? 'none', right),
    },
    fields: FIELDS.flatMap(
      (field) =>
        estimate(
          field,
          grades.flatMap((g) => (g.fields ? [{ value: g.fields[field], weight: 1 }] : [])),
        ) ?? [],
    ),
    recall: recallOf(judgements, grades, verdicts),
    agreement: agreementOf(judgements),
    calibration: calibrate(grades),
    erring: estimateBy(
      grades,
      (g) => g.finding.rule ?? 'none',
      (g) => ({ value: 1 - g.right, weight: 1 }),
    )
      .filter((e) => e.share > 0)
      .toSorted((a, b) => b.low - a.low || (a.name < b.name ? -1 : 1)),
  }
}

/** Recall can be told only from articles that were read whole: what was missed in them was added. */
const recallOf = (judgements: readonly Judgement[], grades: readonly Grade[], verdicts: readonly Verdict[]): Quality['recall'] => {
  const whole = new Set(standing(verdicts).flatMap((v) => (v.verdict === 'read' ? [v.article] : [])))
  const found = grades.filter((g) => whole.has(g.article)).reduce((sum, g) => sum + g.event, 0)
  const missed = judgements.filter((j) => j.state === 'added' && [...j.decisions.values()].some((d) => whole.has(d.article))).length
  return {
    articles: whole.size,
    found,
    missed,
    estimate: estimate('recall', [
      ...Array.from({ length: Math.round(found) }, () => ({ value: 1, weight: 1 })),
      ...Array.from({ length: missed }, () => ({ value: 0, weight: 1 })),
    ]),
  }
}

const agreementOf = (judgements: readonly Judgement[]): Quality['agreement'] => {
  const ratings: Ratings = judgements.map(
    ({ decisions }) =>
      new Map(
        [...decisions].flatMap(([reviewer, d]) => (d.verdict === 'skip' || d.verdict === 'add' ? [] : [[reviewer, d.verdict] as const])),
      ),
  )
  const coders = [...new Set(ratings.flatMap((unit) => [...unit.keys()]))].sort()
  const pairs = coders.flatMap((a, i) => coders.slice(i + 1).map((b) => cohenKappa(ratings, a, b))).filter((pair) => pair.units > 0)
  return { ...krippendorffAlpha(ratings), pairs }
}
