import { isDeepStrictEqual } from 'node:util'
import type { Event, Party, Span } from '../document.ts'
import { type Finding, sameWords, startOf } from './side.ts'

/** What of an event can differ. */
export type Field =
  | 'trigger'
  | 'code'
  | 'plover'
  | 'modes'
  | 'quad'
  | 'goldstein'
  | 'status'
  | 'negated'
  | 'contexts'
  | 'magnitude'
  | 'source'
  | 'target'
  | 'date'
  | 'place'
  | 'confidence'
  | 'rule'

/** A field that differs, its values as people read them. */
export type FieldChange = { readonly field: Field; readonly before: string; readonly after: string }

const list = (values: readonly string[]): string => (values.length === 0 ? '—' : values.join(', '))
const actor = ({ code, entity, role, text, basis }: Party): string => {
  const name = code ?? entity ?? (role === null ? `"${text}"` : `"${text}" (${role})`)
  return basis === 'name' || basis === 'unresolved' ? name : `${name} by ${basis} "${text}"`
}

/** The fields of an event as people read them, in the order in which they are told. */
const SHOWN: Readonly<Record<Field, (event: Event) => string>> = {
  code: ({ action }) => action.cameo,
  source: ({ source }) => list(source.map(actor)),
  target: ({ target }) => list(target.map(actor)),
  date: ({ date }) => (date === null ? '—' : `${date.value}${date.basis === 'text' ? '' : ` (${date.basis})`}`),
  place: ({ place }) => (place === null ? '—' : [place.name, ...(place.country === null ? [] : [place.country])].join(', ')),
  status: ({ action }) => action.status,
  negated: ({ action }) => (action.negated ? 'yes' : 'no'),
  plover: ({ action }) => action.plover ?? '—',
  modes: ({ action }) => list(action.modes),
  quad: ({ action }) => String(action.quad),
  goldstein: ({ action }) => String(action.goldstein),
  contexts: ({ contexts }) => list(contexts),
  magnitude: ({ magnitude }) =>
    list(Object.entries(magnitude).map(([kind, { min, max }]) => `${min}${max === null ? '+' : max === min ? '' : `–${max}`} ${kind}`)),
  trigger: ({ trigger }) => `${trigger.text}${trigger.text === trigger.lemma ? '' : ` (${trigger.lemma})`}`,
  rule: ({ rule }) => rule,
  confidence: ({ confidence }) => confidence.toFixed(2),
}

/** What tells apart two values that read alike: the words that they were found in, or where; more digits. */
const closer = (field: Field, { source, target, date, place, confidence, trigger }: Event, at: (span: Span) => unknown): string => {
  const where = (span: Span): string => {
    const place = at(span)
    return Array.isArray(place) ? ` at ${place[0]}` : ''
  }
  switch (field) {
    case 'source':
    case 'target':
      return list(
        (field === 'source' ? source : target).map(
          (party) => `${actor(party)} "${party.text}"${where(party)} (${party.name ?? 'no name'})`,
        ),
      )
    case 'date':
      return date === null ? '—' : `${date.value} (${date.basis}, ${date.start} to ${date.end})${date.span ? where(date.span) : ''}`
    case 'place':
      return place === null ? '—' : `${place.name}, ${place.latitude ?? '—'} ${place.longitude ?? '—'}${where(place)}`
    case 'confidence':
      return String(confidence)
    case 'trigger':
      return `${trigger.text}${where(trigger)}`
    default:
      return 'elsewhere in the sentence'
  }
}

const comparedParty = ({ entity, role, code, name, text, basis, start, end }: Party, at: (span: Span) => unknown): readonly unknown[] => [
  entity,
  role,
  code,
  name,
  text,
  basis,
  at({ start, end }),
]

/** What of an event is compared: everything but where it stands in the article. `at` tells places from the start of the sentence, where the words are the same. */
const compared = (event: Event, at: (span: Span) => unknown): Readonly<Record<Field, unknown>> => ({
  code: event.action.cameo,
  source: event.source.map((party) => comparedParty(party, at)),
  target: event.target.map((party) => comparedParty(party, at)),
  date: event.date && [
    event.date.value,
    event.date.start,
    event.date.end,
    event.date.precision,
    event.date.basis,
    event.date.span && at(event.date.span),
  ],
  place: event.place && [
    event.place.name,
    event.place.country,
    event.place.latitude ?? null,
    event.place.longitude ?? null,
    at(event.place),
  ],
  status: event.action.status,
  negated: event.action.negated,
  plover: event.action.plover,
  modes: event.action.modes,
  quad: event.action.quad,
  goldstein: event.action.goldstein,
  contexts: event.contexts,
  magnitude: Object.entries(event.magnitude).map(([kind, { min, max, start, end }]) => [kind, min, max, at({ start, end })]),
  trigger: [event.trigger.text, event.trigger.lemma, at(event.trigger)],
  rule: event.rule,
  confidence: event.confidence,
})

/** The fields in which two events differ; none where only their place in the article does. */
export const compareEvents = (before: Finding, after: Finding): readonly FieldChange[] => {
  if (isDeepStrictEqual(before.event, after.event)) return []
  const same = sameWords(before, after)
  const known = before.words !== null && after.words !== null
  const from = (finding: Finding) => {
    const [start, { end }] = [known ? startOf(finding) : finding.event.sentence.start, finding.event.sentence]
    return (span: Span): unknown => (same && span.start >= start && span.end <= end ? [span.start - start, span.end - start] : null)
  }
  const [a, b] = [compared(before.event, from(before)), compared(after.event, from(after))]
  return (Object.keys(SHOWN) as Field[]).flatMap((field) => {
    if (JSON.stringify(a[field]) === JSON.stringify(b[field])) return []
    const shown = { field, before: SHOWN[field](before.event), after: SHOWN[field](after.event) }
    return shown.before !== shown.after
      ? [shown]
      : [{ field, before: closer(field, before.event, from(before)), after: closer(field, after.event, from(after)) }]
  })
}

/** The words that a field of an event rests on. */
export const spansOf = (event: Event, field: Field): readonly Span[] => {
  switch (field) {
    case 'source':
      return event.source
    case 'target':
      return event.target
    case 'date':
      return event.date?.span ? [event.date.span] : []
    case 'place':
      return event.place ? [event.place] : []
    case 'magnitude':
      return Object.values(event.magnitude)
    default:
      return [event.trigger]
  }
}
