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
  const label = timexes.find((t) => t.first !== null && isLabel(article.text, start, t))
  if (!label) return null
  const date = eventDate(label, 'text')
  return date && withBasis(date, 'context', date.span)
}

/** "• 2008: ": whether an expression stands at the front of a paragraph, up to a mark. */
export const isLabel = (text: string, start: number, { start: at, end }: Timex): boolean =>
  at >= start && at <= start + BULLET_LONGEST && BULLET.test(text.slice(start, at)) && LABELS.test(text.slice(end, end + 4))

const BULLET = /^[\s•*·–—-]{0,3}$/
const BULLET_LONGEST = 3
const LABELS = /^\s?[-–—:]\s/
