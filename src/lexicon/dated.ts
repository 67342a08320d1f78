/** When something holds: ISO dates, also of a year or a month; `from` is its first day, `to` its last (the successor may begin on it). */
export type Dated = { readonly from?: string | undefined; readonly to?: string | undefined }

/**
 * Whether something dated holds on `date` (ISO, of any precision: a year is held by whatever holds in a part of it). Without a date everything holds.
 */
export const holdsOn = ({ from, to }: Dated, date: string | null): boolean =>
  date === null || (isReached(from, date) && (to === undefined || shared(date, to) <= shared(to, date)))

/** Whether `date` is not before `from`, as far as both say. */
export const isReached = (from: string | undefined, date: string): boolean => from === undefined || shared(from, date) <= shared(date, from)

/** The part of `date` that `other` says too: `1999` of `1999-08-09` beside a year. */
const shared = (date: string, other: string): string => date.slice(0, Math.min(date.length, other.length))
