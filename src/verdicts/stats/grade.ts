import type { Judgement } from '../fold-verdicts.ts'
import type { Finding } from '../verdict.ts'

export const FIELDS = ['trigger', 'cameo', 'source', 'target', 'date', 'place', 'status'] as const
export type Field = (typeof FIELDS)[number]

/** How right a judged event is, 0 to 1: the mean over its reviewers. A field is null where the event is none. */
export type Grade = {
  readonly key: string
  readonly article: string
  readonly finding: Finding
  readonly right: number
  /** An event at all, however coded. */
  readonly event: number
  readonly fields: Readonly<Record<Field, number>> | null
}

/** Grades what was judged of extracted events; skipped and added ones have no grade. */
export const gradeJudgement = ({ key, decisions }: Judgement): Grade | null => {
  const said = [...decisions.values()].filter((d) => d.verdict !== 'skip' && d.verdict !== 'add')
  const [first] = said
  if (first === undefined) return null
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
  const real = said.filter((d) => d.verdict !== 'reject' || d.reason.startsWith('wrong-'))
  const wrong = real.map(wrongFields)
  return {
    key,
    article: first.article,
    finding: first.finding,
    right: mean(said.map((d) => (d.verdict === 'accept' ? 1 : 0))),
    event: real.length / said.length,
    fields:
      real.length === 0
        ? null
        : (Object.fromEntries(FIELDS.map((field) => [field, mean(wrong.map((w) => (w.has(field) ? 0 : 1)))])) as Record<Field, number>),
  }
}

type Said = Judgement['decisions'] extends ReadonlyMap<string, infer D> ? D : never

const wrongFields = (decision: Said): ReadonlySet<string> => {
  if (decision.verdict === 'correct') {
    const fields = Object.keys(decision.correction)
    return new Set(fields.map((f) => (f === 'negated' ? 'status' : f)))
  }
  if (decision.verdict !== 'reject') return new Set()
  if (decision.reason === 'wrong-code') return new Set(['cameo'])
  if (decision.reason === 'wrong-actors') return new Set(['source', 'target'])
  return new Set(decision.reason === 'wrong-date' ? ['date'] : [])
}
