import type { Counts, Summary } from './summarize.ts'
import { totalOf } from './summarize.ts'

/** `removed>10`, `changed>=5%`: a count of the diff, alone or as a part of the old events, beyond a bound. */
export type Condition = {
  readonly text: string
  readonly count: keyof Counts | 'total'
  readonly orEqual: boolean
  readonly bound: number
  readonly percent: boolean
}

export const CONDITION_HINT = 'write added, removed, changed or total, then > or >=, then a number or a percentage: removed>10, changed>=5%'

/** Reads a condition; null where it is none. */
export const readCondition = (text: string): Condition | null => {
  const [, count, sign, bound, percent] = /^\s*(added|removed|changed|total)\s*(>=?)\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? []
  if (count === undefined) return null
  return { text, count: count as Condition['count'], orEqual: sign === '>=', bound: Number(bound), percent: percent === '%' }
}

/** Whether a condition holds of a diff. */
export const holds = ({ count, orEqual, bound, percent }: Condition, { counts, before }: Summary): boolean => {
  const number = count === 'total' ? totalOf(counts) : counts[count]
  const value = percent ? (before === 0 ? (number > 0 ? 100 : 0) : (100 * number) / before) : number
  return orEqual ? value >= bound : value > bound
}
