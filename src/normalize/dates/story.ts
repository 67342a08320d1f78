import type { Span } from '../../document.ts'
import type { Grain, Period } from './period.ts'

/**
 * A date that the story has named: what "that year" and "two days later" count from. `leads`: it stands in a heading or a main clause, not merely in a relative one
 * ("who took office in 2019"); that of an entry stands before a colon or dash ("- November 1: …").
 */
export type Mark = {
  readonly period: Period
  readonly source: Span
  /** `14:30`, where it told one. */
  readonly time?: string
  readonly section: number
  readonly leads: 'section' | 'entry' | 'paragraph' | 'nothing'
}

/** The dates that the story has named so far, the last one first. */
export type Story = readonly Mark[]

const KEPT = 24

export const tell = (story: Story, mark: Mark): Story => [mark, ...story.slice(0, KEPT - 1)]

const FINENESS: readonly Grain[] = [
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
]

/** The last date named that is at least as fine as `grain`. */
export const lastNamed = (story: Story, grain: Grain): Mark | null =>
  story.find((mark) => FINENESS.indexOf(mark.period.grain) <= FINENESS.indexOf(grain)) ?? null
