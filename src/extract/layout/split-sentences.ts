import type { Span } from '../../document.ts'
import { endsSentence } from './ends-sentence.ts'

// Marks, closing quotes and brackets, what nobody sees, and a note's number behind them; white space, an opening quote or a capital follows.
const MARK = /[.!?…]+["”’'»)\]\u061c\u200b\u200e\u200f\u2060]*(?:\s[)\]”»])*(?: ?\[\d{1,3}\])*(?=\s|$|["“‘«(][\p{L}\p{N}]|\p{Lu}\p{Ll})/gu

/** Characters of a sentence at most: nobody writes so many, but tables and lists without a stop have them, and what reads a sentence takes more than twice as long for one of twice the length. */
const LONGEST = 8192

/** Where a sentence that is too long is cut: behind the last comma, semicolon or colon of its second half, else at the last white space; at its end where it has none. */
const cutOf = (text: string, from: number, to: number): number => {
  if (to - from <= LONGEST) return to
  const half = text.slice(from + LONGEST / 2, from + LONGEST)
  const mark = [...half.matchAll(/[,;:]\s/g)].at(-1)?.index ?? half.search(/\s\S*$/)
  return mark < 0 ? to : from + LONGEST / 2 + mark + 1
}

/** Cuts a block into sentences; closing quotes and brackets stay with the sentence that they end. White space between sentences belongs to none. */
export const splitSentences = (text: string, span: Span): readonly Span[] => {
  const sentences: Span[] = []
  const stretch = text.slice(span.start, span.end)
  let start = 0
  const close = (end: number): void => {
    while (start < end) {
      const cut = cutOf(stretch, start, end)
      let [from, to] = [start, cut]
      while (from < to && /\s/.test(stretch[from] as string)) from++
      while (to > from && /\s/.test(stretch[to - 1] as string)) to--
      if (to > from) sentences.push({ start: span.start + from, end: span.start + to })
      start = cut
    }
  }
  for (const { 0: mark, index } of stretch.matchAll(MARK)) {
    if (endsSentence(stretch, start, index, mark)) close(index + mark.length)
  }
  close(stretch.length)
  return sentences
}
