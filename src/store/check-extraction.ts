import type { Document, Event, Rejection, Span } from '../document.ts'
import { eventSchema } from './event-schema.ts'
import { StoreError } from './store-error.ts'

/** What an extraction gives of one article, as far as it is stored. */
export type Findings = { readonly document: Document; readonly events: readonly Event[]; readonly rejections: readonly Rejection[] }

type Article = Document['article']
type Finding = Event | Rejection

/**
 * Checks findings against the contract before they go into SQLite: the shape of every event, ids that are unlike, spans that quote the article, sentences
 * that are there. Throws a `StoreError` that names the event and the field.
 */
export const checkFindings = ({ document, events, rejections }: Findings): void => {
  const ids = new Set<string>()
  for (const event of events) checkFinding(document, ids, 'event', event)
  for (const rejection of rejections) checkFinding(document, ids, 'rejection', rejection)
  for (const event of events) checkEvent(document.article, event)
}

const checkFinding = ({ article, sentences }: Document, ids: Set<string>, kind: string, found: Finding): void => {
  const { id, sentence } = found
  if (ids.has(id)) fault(article, `${kind} ${id}`, 'the id is there twice')
  ids.add(id)
  if (found.document !== article.id) fault(article, `${kind} ${id}`, `document is "${found.document}"`)
  const there = sentences[sentence.index]
  if (there?.start !== sentence.start || there.end !== sentence.end)
    fault(article, `${kind} ${id}: sentence`, `there is no sentence ${sentence.index} at ${sentence.start}–${sentence.end}`)
  checkQuotation(article, found.trigger, () => `${kind} ${id}: trigger`)
}

const checkEvent = (article: Article, event: Event): void => {
  const issue = eventSchema.safeParse(event).error?.issues[0]
  if (issue) fault(article, `event ${event.id}: ${issue.path.join('.')}`, issue.message)
  if (event.action.root !== event.action.cameo.slice(0, 2))
    fault(article, `event ${event.id}: action.root`, `${event.action.root} is not the root of ${event.action.cameo}`)
  for (const [i, party] of event.source.entries()) checkQuotation(article, party, () => `event ${event.id}: source.${i}`)
  for (const [i, party] of event.target.entries()) checkQuotation(article, party, () => `event ${event.id}: target.${i}`)
  const { date, place, magnitude } = event
  checkSpan(article, event, 'date', date?.span)
  checkSpan(article, event, 'place', place)
  for (const field in magnitude) checkSpan(article, event, field, magnitude[field as keyof Event['magnitude']])
}

const checkQuotation = (article: Article, { start, end, text }: Span & { readonly text: string }, what: () => string): void => {
  if (article.text.slice(start, end) !== text) fault(article, what(), `"${text}" does not stand at ${start}–${end}`)
}

const checkSpan = (article: Article, event: Event, field: string, span: Span | null | undefined): void => {
  if (span && (span.start < 0 || span.end < span.start || span.end > article.text.length))
    fault(article, `event ${event.id}: ${field}`, `${span.start}–${span.end} is outside the text`)
}

const fault = (article: Article, what: string, why: string): never => {
  throw new StoreError(
    'invalid',
    `article ${article.id}: ${what}: ${why}`,
    'this is a fault of annalist, not of the article; please report it with the article',
  )
}
