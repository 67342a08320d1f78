import type { Event, Party, Status } from '../document.ts'

/** Which events to take: every condition that is given must hold, a list by any of its values. */
export type Filter = {
  /** Days: the event's date ends on `from` or later, begins on `to` or earlier. What has no date is left out then. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Entities (`RUS`, `NATO`) or CAMEO actor codes (`RUSGOV`). */
  readonly source?: readonly string[] | undefined
  readonly target?: readonly string[] | undefined
  readonly root?: readonly string[] | undefined
  /** Countries of the place. */
  readonly country?: readonly string[] | undefined
  readonly minConfidence?: number | undefined
  readonly status?: readonly Status[] | undefined
}

const named =
  (names: readonly string[]) =>
  ({ entity, code }: Party): boolean =>
    names.some((name) => name === entity || name === code)

/** Days in order also before Christ, where the year is negative. */
const dayNumber = (day: string): number => {
  const [, sign = '', year = '', month = '', date = ''] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(day) ?? []
  return (sign === '-' ? -1 : 1) * Number(year) * 10_000 + Number(month) * 100 + Number(date)
}

/** Whether a stretch of days ends before it begins. */
export const isReversed = ({ from, to }: Pick<Filter, 'from' | 'to'>): boolean =>
  from !== undefined && to !== undefined && dayNumber(from) > dayNumber(to)

/** Makes the function that tells whether an event is to be taken. */
export const filterFrom = ({ from, to, source, target, root, country, minConfidence, status }: Filter): ((event: Event) => boolean) => {
  const conditions: readonly (((event: Event) => boolean) | undefined)[] = [
    from === undefined ? undefined : ({ date }) => date !== null && dayNumber(date.end) >= dayNumber(from),
    to === undefined ? undefined : ({ date }) => date !== null && dayNumber(date.start) <= dayNumber(to),
    source && ((event) => event.source.some(named(source))),
    target && ((event) => event.target.some(named(target))),
    root && (({ action }) => root.includes(action.root)),
    country && (({ place }) => place?.country != null && country.includes(place.country)),
    minConfidence === undefined ? undefined : ({ confidence }) => confidence >= minConfidence,
    status && (({ action }) => status.includes(action.status)),
  ]
  const given = conditions.filter((condition) => condition !== undefined)
  return (event) => given.every((holds) => holds(event))
}
