import type { Document, EventDate, Sentence, Timex } from '../../document.ts'
import { eventDate, withBasis } from '../dates/event-date.ts'

/**
 * "Aug. 11, 2003 – The president resigns. His deputy is sworn in.": the date at the front of the paragraph, which is that of all its sentences in the present.
 * Null where none stands there, or the sentence opens the paragraph: then its own words tell.
 */
export const labelOfEntry = (
  { article, blocks, sentences }: Document,
  { index, block }: Sentence,
  timexes: readonly Timex[],
): EventDate | null => {
  if (sentences[index - 1]?.block !== block) return null
  const start = blocks.find((b) => b.index === block)?.start
  if (start === undefined) return null
  const label = timexes.find((t) => t.first !== null && t.start >= start && BULLET.test(article.text.slice(start, t.start)))
  if (!label || !LABELS.test(article.text.slice(label.end, label.end + 4))) return null
  const date = eventDate(label, 'text')
  return date && withBasis(date, 'context', date.span)
}

const BULLET = /^[\s•*·–—-]{0,3}$/
const LABELS = /^\s?[-–—:]\s/
