import type { Block, Span } from '../../document.ts'

export type Tense = 'past' | 'future' | null

/** What stands around an expression that bears on its reckoning. */
export type Surroundings = {
  readonly block: Block | null
  readonly quoted: boolean
  readonly bracketed: boolean
  readonly tense: Tense
  /** The 24 characters before it in its block, and after it. */
  readonly lead: string
  readonly next: string
}

const FUTURE =
  /\b(?:(?:will|would|may|might|shall|can|could|should|to) (?:\w+ )?be \w+|will|won['’]t|shall|['’]ll|may|might|can|could|(?:is|are|was|were) (?:still )?(?:to|due|set|scheduled|expected|slated|likely|planned|going)|due|set to|scheduled|slated|expected|expects?|plans?|planned|going to|would|hopes?|hoping|aims?|intends?|upcoming|ahead of|promise[sd]? to|vow(?:s|ed) to|wants? to|next|to be)\b/gi
const PAST =
  /\b(?:was|were|had|did|didn['’]t|said|told|went|came|took|made|met|held|began|led|left|won|lost|gave|got|saw|rose|fell|broke|became|knew|kept|sent|spoke|struck|shot|hit|put|cut|wrote|ran|set off|fought|fled|stood|fired|has|have|[a-z]{2,}ed)\b/gi
const NOT_PAST =
  /^(?:need|indeed|red|bed|speed|feed|deed|seed|united|hundred|expected|scheduled|planned|slated|promised|vowed|armed|so-called|proposed)$/i

/** Looks around an expression: quotation marks and brackets open before it in its block, and the tense of the nearest verb in its sentence. */
export const surroundingsOf = (text: string, span: Span, block: Block | null): Surroundings => {
  const from = Math.max(block?.start ?? 0, span.start - 1500)
  const lead = text.slice(from, span.start)
  return {
    block,
    quoted: isQuoted(lead),
    bracketed: lead.lastIndexOf('(') > lead.lastIndexOf(')'),
    tense: tenseAt(lead, text.slice(span.end, Math.min(block?.end ?? text.length, span.end + 160))),
    lead: lead.slice(-24),
    next: text.slice(span.end, Math.min(block?.end ?? text.length, span.end + 24)),
  }
}

const isQuoted = (lead: string): boolean => {
  const curly = lead.lastIndexOf('“') > lead.lastIndexOf('”')
  return curly || (lead.split('"').length - 1) % 2 === 1
}

const SENTENCE_END = /[.!?]["”’)]*\s+(?=[A-Z"“‘(])/g

const tenseAt = (lead: string, next: string): Tense => {
  const starts = [...lead.matchAll(SENTENCE_END)].at(-1)
  const sentence = starts ? lead.slice(starts.index + starts[0].length) : lead
  const left = sentence.slice(Math.max(sentence.lastIndexOf(':'), sentence.lastIndexOf(';')) + 1)
  const right = next.slice(0, /[.!?]["”’)]*(?:\s|$)/.exec(next)?.index ?? next.length)
  return nearest(left, true) ?? nearest(right, false)
}

/** The verb nearest to the expression: the last one on its left, else the first on its right. */
const nearest = (words: string, last: boolean): Tense => {
  const future = places(words, FUTURE)
  const past = places(words, PAST, NOT_PAST)
  const at = last ? -1 : 0
  const [f, p] = [future.at(at), past.at(at)]
  if (f === undefined && p === undefined) return null
  if (f === undefined) return 'past'
  if (p === undefined) return 'future'
  // "is to be fined", "was expected": the words overlap, and the longer one speaks.
  return (last ? f >= p - 6 : f <= p + 6) ? 'future' : 'past'
}

const places = (words: string, pattern: RegExp, except?: RegExp): readonly number[] =>
  [...words.matchAll(pattern)].filter((m) => !except?.test(m[0])).map((m) => m.index + m[0].length)
