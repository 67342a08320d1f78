import type { Document, Event, Rejection, Span } from '../document.ts'
import { eventSchema } from './event-schema.ts'
import { StoreError } from './store-error.ts'

/** What an extraction gives of one article, as far as it is stored. */
export type Findings = { readonly document: Document; readonly events: readonly Event[]; readonly rejections: readonly Rejection[] }

/**
 * Checks findings against the contract before they go into SQLite: the shape of every event, ids that are unlike, spans that quote the article, sentences
 * that are there. Throws a `StoreError` that names the event and the field.
 */
export const checkFindings = ({ document, events, rejections }: Findings): void => {
  const { article, sentences } = document
  const ids = new Set<string>()
  const fault = (what: string, why: string): never => {
    throw new StoreError(
      'invalid',
      `article ${article.id}: ${what}: ${why}`,
      'this is a fault of annalist, not of the article; please report it with the article',
    )
  }
  const quotes = (what: string, span: Span & { readonly text: string }): void => {
    if (article.text.slice(span.start, span.end) !== span.text) fault(what, `"${span.text}" does not stand at ${span.start}–${span.end}`)
  }
  const inside = (what: string, span: Span): void => {
    if (span.start < 0 || span.end < span.start || span.end > article.text.length)
      fault(what, `${span.start}–${span.end} is outside the text`)
  }
  for (const [kind, found] of [...events.map((e) => ['event', e] as const), ...rejections.map((r) => ['rejection', r] as const)]) {
    const name = `${kind} ${found.id}`
    if (ids.has(found.id)) fault(name, 'the id is there twice')
    ids.add(found.id)
    if (found.document !== article.id) fault(name, `document is "${found.document}"`)
    const sentence = sentences[found.sentence.index]
    if (sentence?.start !== found.sentence.start || sentence.end !== found.sentence.end)
      fault(`${name}: sentence`, `there is no sentence ${found.sentence.index} at ${found.sentence.start}–${found.sentence.end}`)
    quotes(`${name}: trigger`, found.trigger)
  }
  for (const event of events) {
    const result = eventSchema.safeParse(event)
    const issue = result.error?.issues[0]
    if (issue) fault(`event ${event.id}: ${issue.path.join('.')}`, issue.message)
    if (event.action.root !== event.action.cameo.slice(0, 2))
      fault(`event ${event.id}: action.root`, `${event.action.root} is not the root of ${event.action.cameo}`)
    for (const [i, party] of event.source.entries()) quotes(`event ${event.id}: source.${i}`, party)
    for (const [i, party] of event.target.entries()) quotes(`event ${event.id}: target.${i}`, party)
    for (const [field, span] of [['date', event.date?.span], ['place', event.place], ...Object.entries(event.magnitude)] as const)
      if (span) inside(`event ${event.id}: ${field}`, span)
  }
}
