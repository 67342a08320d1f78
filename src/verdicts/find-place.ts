import type { Span } from '../document.ts'
import type { Finding } from './verdict.ts'

/** Where the words that a verdict hangs on stand now. `moved` says how, null when they stand where they stood. */
export type Place = { readonly trigger: Span; readonly moved: string | null }

const CONTEXT = 40
const at = (start: number, { trigger }: Finding): Span => ({ start, end: start + trigger.text.length })

/**
 * Finds a verdict's trigger in the text of today: where it stood; else in the same sentence, wherever that went; else between the same words on either
 * side, or after or before them. Null when none of it is there any more.
 */
export const findPlace = (text: string, finding: Finding): Place | null => {
  const { sentence, trigger } = finding
  if (text.slice(sentence.start, sentence.end) === sentence.text && text.slice(trigger.start, trigger.end) === trigger.text)
    return { trigger: at(trigger.start, finding), moved: null }
  const inside = trigger.start - sentence.start
  const again = nearest(text, sentence.text, sentence.start)
  if (again !== null) return { trigger: at(again + inside, finding), moved: 'the sentence stands elsewhere in the article' }
  const before = sentence.text.slice(Math.max(0, inside - CONTEXT), inside)
  const after = sentence.text.slice(inside + trigger.text.length, inside + trigger.text.length + CONTEXT)
  for (const [left, right] of [
    [before, after],
    [before, after.slice(0, 12)],
    [before.slice(-12), after],
    [before, ''],
    ['', after],
  ] as const) {
    if (left.trim().length + right.trim().length < 8) continue
    const found = nearest(text, `${left}${trigger.text}${right}`, trigger.start - left.length)
    if (found !== null) return { trigger: at(found + left.length, finding), moved: 'the sentence was edited' }
  }
  return null
}

/** The occurrence of `words` that is nearest to where they were. */
const nearest = (text: string, words: string, was: number): number | null => {
  if (words === '') return null
  let best: number | null = null
  for (let found = text.indexOf(words); found !== -1; found = text.indexOf(words, found + 1)) {
    if (best !== null && Math.abs(found - was) >= Math.abs(best - was)) break
    best = found
  }
  return best
}
