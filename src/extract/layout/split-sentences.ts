import type { Span } from '../../document.ts'
import { endsSentence } from './ends-sentence.ts'

// Marks, closing quotes and brackets, what nobody sees, and a note's number behind them; white space, an opening quote or a capital follows.
const MARK = /[.!?…]+["”’'»)\]\u200b\u200e\u200f\u2060]*(?:\s[)\]”»])*(?: ?\[\d{1,3}\])*(?=\s|$|["“‘«(][\p{L}\p{N}]|\p{Lu}\p{Ll})/gu

/** Cuts a block into sentences; closing quotes and brackets stay with the sentence that they end. White space between sentences belongs to none. */
export const splitSentences = (text: string, span: Span): readonly Span[] => {
  const sentences: Span[] = []
  const stretch = text.slice(span.start, span.end)
  let start = 0
  const close = (end: number): void => {
    let [from, to] = [start, end]
    while (from < to && /\s/.test(stretch[from] as string)) from++
    while (to > from && /\s/.test(stretch[to - 1] as string)) to--
    if (to > from) sentences.push({ start: span.start + from, end: span.start + to })
    start = end
  }
  for (const { 0: mark, index } of stretch.matchAll(MARK)) {
    if (endsSentence(stretch, start, index, mark)) close(index + mark.length)
  }
  close(stretch.length)
  return sentences
}
