import type { Span } from '../document.ts'
import { spansOf } from './compare-events.ts'
import type { Change } from './diff.ts'

/** A piece of a sentence, marked or not. */
export type Piece = { readonly text: string; readonly marked: boolean }

/** The sentence of a change, with the words marked that what changed rests on: all of an event that came or went by its trigger. Empty where the words aren't known. */
export const quote = ({ before, after, fields }: Change): readonly Piece[] => {
  const finding = after ?? before
  if (finding?.words == null) return []
  const { event, words } = finding
  const { start, end } = event.sentence
  const spans = (fields.length === 0 ? [event.trigger] : fields.flatMap(({ field }) => spansOf(event, field)))
    .filter((span) => span.start >= start && span.end <= end && span.end > span.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = start
  const put = (span: Span, marked: boolean): void => {
    if (span.end > span.start) pieces.push({ text: words.slice(span.start - start, span.end - start).replace(/\s+/g, ' '), marked })
  }
  for (const span of spans) {
    if (span.start < at) continue
    put({ start: at, end: span.start }, false)
    put(span, true)
    at = span.end
  }
  put({ start: at, end }, false)
  return pieces
}
