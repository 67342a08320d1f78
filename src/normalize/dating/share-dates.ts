import type { Event, EventDate, Party } from '../../document.ts'
import { mapped } from '../../lexicon/mapped.ts'
import { withBasis } from '../dates/event-date.ts'

/**
 * Repeated mentions of an act take the most precise date that the article gives for it: the same lexicon entry between the same parties, dated finer elsewhere
 * inside the date that this mention has. Where several finer dates stand inside it they may be different acts, and nothing changes.
 */
export const shareDates = (events: readonly Event[]): readonly Event[] => {
  const days = new Map<string, EventDate[]>()
  for (const event of events) if (event.date?.precision === 'day' && event.date.basis === 'text') add(days, keyOf(event), event.date)
  if (days.size === 0) return events
  return events.map((event) => {
    const finer =
      event.date &&
      event.date.basis !== 'publication' &&
      event.date.precision !== 'day' &&
      finestInside(event.date, days.get(keyOf(event)) ?? [])
    return finer ? withDate(event, finer) : event
  })
}

const withDate = (event: Event, date: EventDate): Event => {
  const { id, document, sentence, trigger, action, contexts, magnitude, source, target, place, confidence, rule } = event
  return { id, document, sentence, trigger, action, contexts, magnitude, source, target, date, place, confidence, rule }
}

const add = (days: Map<string, EventDate[]>, key: string, date: EventDate): void => {
  const before = days.get(key)
  if (before) before.push(date)
  else days.set(key, [date])
}

/** The one finer date of the same act, or null. */
const finestInside = (date: EventDate, days: readonly EventDate[]): EventDate | null => {
  const inside = days.filter((day) => isInside(day, date))
  const [first] = inside
  return first && inside.every((other) => other.value === first.value) ? withBasis(first, date.basis, first.span) : null
}

const isInside = (a: EventDate, b: EventDate): boolean => a.start >= b.start && a.end <= b.end && a.value !== b.value

const keyOf = ({ rule, source, target, action }: Event): string => [rule, action.status, names(source), names(target)].join('|')

const names = (parties: readonly Party[]): string =>
  mapped(parties, (p) => p.entity ?? p.text.toLowerCase())
    .sort()
    .join(',')
