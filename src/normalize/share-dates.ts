import type { Event, EventDate, Party } from '../document.ts'
import { withBasis } from './dates/event-date.ts'

/**
 * Repeated mentions of an act take the most precise date that the article gives for it: the same lexicon entry between the same parties, dated finer elsewhere
 * inside the date that this mention has. Where several finer dates stand inside it they may be different acts, and nothing changes.
 */
export const shareDates = (events: readonly Event[]): readonly Event[] => {
  const acts = new Map<string, readonly Event[]>()
  for (const event of events) acts.set(keyOf(event), [...(acts.get(keyOf(event)) ?? []), event])
  return events.map((event) => {
    const finer = event.date && finestInside(event.date, acts.get(keyOf(event)) ?? [])
    return finer ? { ...event, date: finer } : event
  })
}

/** The one finer date of the same act, or null. */
const finestInside = (date: EventDate, same: readonly Event[]): EventDate | null => {
  if (date.precision === 'day') return null
  const inside = same.flatMap(({ date: other }) => (other?.basis === 'text' && isInside(other, date) ? [other] : []))
  const [first] = inside
  return first && inside.every((other) => other.value === first.value) ? withBasis(first, date.basis, first.span) : null
}

const isInside = (a: EventDate, b: EventDate): boolean =>
  a.precision === 'day' && a.start >= b.start && a.end <= b.end && a.value !== b.value

const keyOf = ({ rule, source, target, action }: Event): string => [rule, action.status, names(source), names(target)].join('|')

const names = (parties: readonly Party[]): string =>
  parties
    .map((p) => p.entity ?? p.text.toLowerCase())
    .toSorted()
    .join(',')
