import type { Span } from '../../document.ts'

// Words whose full stop doesn't end a sentence when a name or number follows.
const BEFORE_NAME =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Sen|Rep|Gov|Rev|Hon|Pres|St|Mt|Amb|Supt|Insp|Det|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fig|Art|Sec|Vol|pp|p|ca|cf|e\.g|i\.e|al|approx|Messrs|Mgr|Fr|Sr|Bros|Ave|Blvd)$/
// Abbreviations that may end a sentence: only a capital that can't go on decides.
const MAY_END = /^(?:\p{L}\.)*\p{L}$/u
const STARTERS =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|Its|His|Her|Their|This|That|These|Those|After|Before|When|While|As|For|Since|Some|More|Many|Two|Both|Earlier|Later|Meanwhile|However|Last|There|If|You|I|By|Under|Despite|Although|Officials|Police|Who|What|How|Why)$/

/** Cuts a block into sentences; closing quotes and brackets stay with the sentence that they end. White space between sentences belongs to none. */
export const splitSentences = (text: string, span: Span): readonly Span[] => {
  const sentences: Span[] = []
  let start = span.start
  for (const end of endsIn(text, span)) {
    push(text, sentences, start, end)
    start = end
  }
  push(text, sentences, start, span.end)
  return sentences
}

const push = (text: string, sentences: Span[], from: number, to: number): void => {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  if (end > start) sentences.push({ start, end })
}

const END = /(?:[.!?…]+)(["”’'»)\]]*)(?=\s|$|["“‘«(])/gu

const endsIn = (text: string, span: Span): readonly number[] => {
  const stretch = text.slice(span.start, span.end)
  const ends: number[] = []
  for (const match of stretch.matchAll(END)) {
    const at = match.index ?? 0
    const end = at + match[0].length
    if (ends_(stretch, at, match[0], end)) ends.push(span.start + end)
  }
  return ends
}

const ends_ = (text: string, at: number, mark: string, end: number): boolean => {
  const after = text.slice(end, end + 60).trimStart()
  if (after === '') return true
  const next = /^["“‘'«([—–-]*\s*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? ''
  if (/^\p{Ll}/u.test(next)) return false
  const closed = /["”’'»)\]]/.test(mark)
  if (mark.startsWith('.') && !mark.startsWith('..')) {
    const before = /[\p{L}\p{N}.&'’-]+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ''
    const word = before.replace(/^['’]+/, '')
    if (BEFORE_NAME.test(word)) return false
    if (/^\p{Lu}$/u.test(word)) return closed || STARTERS.test(next)
    if (MAY_END.test(word) && word.includes('.')) return closed || STARTERS.test(next) || /^["“‘]/.test(after)
    if (/^(?:a|p)\.m$/i.test(word)) return STARTERS.test(next)
    if (/^\d+$/.test(word) && /^\d/.test(text.slice(end))) return false
  }
  if (/^(?:\.{2,}|…)/.test(mark)) return /^["“‘]?\p{Lu}/u.test(after) || closed
  return /^\p{Lu}|^\p{N}/u.test(next) || /^["“‘«]/.test(after) || next === ''
}
