import type { Span } from '../../document.ts'
import type { ConlluSentence } from '../conllu.ts'

/** A word with its place in a text and its place in its tree: `head` is an index into the same list, -1 for a root. */
export type PlacedWord = Span & {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly head: number
  readonly deprel: string
  /** Whether it is written together with its neighbours as one unit, whose span it has (`don't`). */
  readonly joined: boolean
}

export type RawText = { readonly text: string; readonly words: readonly PlacedWord[]; readonly sentences: readonly Span[] }

const PARAGRAPH = /^new(?:doc|par)\b/
const STOPPED = /[.!?…]["”’'»)\]]*$/

/**
 * The text that a treebank's words were cut from, with the place of each: forms, spaces but where `SpaceAfter=No` stands, an empty line where
 * `# newdoc` or `# newpar` stands. In a treebank without such marks a line ends where a sentence ends without a stop (headings, greetings, items of
 * lists: no splitter could see their end otherwise); `flat` leaves that out too, and all is one paragraph.
 */
export const rawTextOf = (treebank: readonly ConlluSentence[], { flat = false } = {}): RawText => {
  const marked = treebank.some(({ comments }) => comments.some((c) => PARAGRAPH.test(c)))
  const parts: string[] = []
  const words: PlacedWord[] = []
  const sentences: Span[] = []
  let at = 0
  let gap = ''
  const add = (part: string): void => {
    parts.push(part)
    at += part.length
  }
  for (const { comments, words: own, units } of treebank) {
    if (words.length > 0) add(comments.some((c) => PARAGRAPH.test(c)) ? '\n\n' : gap)
    const first = words.length
    const start = at
    gap = ''
    for (let i = 0; i < own.length; ) {
      add(gap)
      const unit = units.find((u) => u.first === i)
      const last = unit?.last ?? i
      const form = unit?.form ?? own[i]?.form ?? ''
      const span = { start: at, end: at + form.length }
      add(form)
      for (; i <= last; i++) {
        const word = own[i]
        if (!word) continue
        const head = word.head < 0 ? -1 : first + word.head
        words.push({ ...span, form: word.form, lemma: word.lemma, upos: word.upos, head, deprel: word.deprel, joined: unit !== undefined })
      }
      gap = /\bSpaceAfter=No\b/.test(unit?.misc ?? own[last]?.misc ?? '') ? '' : ' '
    }
    sentences.push({ start, end: at })
    if (!marked && !flat && gap !== '' && !STOPPED.test(parts.slice(-3).join(''))) gap = '\n'
  }
  return { text: parts.join(''), words, sentences }
}
