import type { Period } from './period.ts'

/** What a reckoning comes to: a period of the calendar, a bare value (PAST_REF, XXXX-05), or nothing with the reason. */
export type Reckoned = {
  readonly period: Period | null
  readonly value: string | null
  readonly anchor: string | null
  readonly fault: string | null
}

export const at = (period: Period, anchor: string | null = null): Reckoned => ({ period, value: period.value, anchor, fault: null })
export const valued = (value: string | null): Reckoned => ({ period: null, value, anchor: null, fault: null })
export const faulty = (fault: string): Reckoned => ({ period: null, value: null, anchor: null, fault })
