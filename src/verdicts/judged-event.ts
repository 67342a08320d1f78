import type { Event, Party } from '../document.ts'
import type { Correction, Finding, Side } from './verdict.ts'

const sideOf = ({ entity, code, start, end, text }: Party): Side => ({ entity, code, start, end, text })

/** An event as a verdict keeps it, with the words that it hangs on. */
export const findingOf = (event: Event, text: string): Finding => ({
  event: event.id,
  sentence: { ...spanOf(event.sentence), text: text.slice(event.sentence.start, event.sentence.end) },
  trigger: { ...spanOf(event.trigger), text: event.trigger.text },
  cameo: event.action.cameo,
  status: event.action.status,
  negated: event.action.negated,
  source: event.source.map(sideOf),
  target: event.target.map(sideOf),
  date: event.date?.value ?? null,
  place: event.place && { name: event.place.name, country: event.place.country },
  rule: event.rule,
  confidence: event.confidence,
})

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

/** A finding with a correction laid over it. */
export const corrected = (finding: Finding, correction: Correction): Finding => ({ ...finding, ...correction })

const names = (sides: readonly Side[]): string =>
  sides
    .map((s) => s.entity ?? s.text)
    .sort()
    .join(' ')

/** The fields that an event and a finding don't share; places in the text aren't compared. */
export const differences = (is: Finding, was: Finding): readonly string[] => {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['code', is.cameo, was.cameo],
    ['source', names(is.source), names(was.source)],
    ['target', names(is.target), names(was.target)],
    ['date', is.date, was.date],
    ['place', is.place?.name ?? null, was.place?.name ?? null],
    ['status', is.status, was.status],
    ['negated', is.negated, was.negated],
  ]
  return pairs.flatMap(([field, now, then]) => (now === then ? [] : [`${field} ${show(then)} → ${show(now)}`]))
}

const show = (value: unknown): string => (value === null || value === '' ? 'none' : String(value))
