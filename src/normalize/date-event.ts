import type { Document, EventDate, Timex } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { Tree } from '../extract/clauses/tree.ts'
import { attachDate } from './attach-date.ts'
import { eventDate, eventRange, publicationDate, rangeEnd } from './dates/event-date.ts'

/** What the story has dated last: where an undated sentence takes its date from. */
export type TimeContext = { readonly date: EventDate; readonly section: number; readonly sentence: number } | null

/** The date of a predicate: its own expression's, else its context's while the narrative goes on, else in news the day of publication. */
export const dateEvent = (
  document: Document,
  tree: Tree,
  clause: Clause,
  predicates: ReadonlySet<number>,
  timexes: readonly Timex[],
  context: TimeContext,
  section: number,
): EventDate | null => {
  const timex = attachDate(tree, clause, predicates, timexes)
  if (timex) {
    const end = rangeEnd(document.article.text, timex, timexes)
    const date = end ? eventRange(timex, end, 'text') : eventDate(timex, 'text')
    if (date) return date
  }
  if (context && context.section === section && document.telling === 'narrative') return { ...context.date, basis: 'context' }
  return document.telling === 'news' && document.article.published ? publicationDate(document.article.published) : null
}
