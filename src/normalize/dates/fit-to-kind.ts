import type { Found } from '../../extract/dates/expression.ts'

/**
 * An expression as a text of this sort has it, or null where it is none there. Histories are read as TIDES reads them: "former" and "at the same time" tell time,
 * and what fills a stretch of time belongs to it ("two months of fierce fighting", "the first year of the war"). News is read as TimeML is applied to it, where
 * neither holds.
 */
export const fitToKind = (text: string, found: Found, history: boolean): Found | null => {
  if (history) return found.meaning.kind === 'duration' ? { ...found, end: endOfFilling(text, found.end) } : found
  const former = /^former(?:ly)?$/i.test(text.slice(found.start, found.end))
  return found.rule === 'same-time' || found.rule === 'rains' || found.rule === 'filled-durations' || former ? null : found
}

const OF =
  /^\s+of\s+(?!the\s+(?:day|week|month|year|night)\b|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/
const WORD = /^(?:the\s+|an?\s+)?["“]?[\p{L}\d'’-]+["”]?/u
// Where a noun phrase ends: prepositions, conjunctions, relative words, auxiliaries.
const END =
  /^\s+(?:in|on|at|by|for|from|to|with|into|over|under|through|between|among|against|until|till|after|before|during|since|that|which|who|whom|whose|when|where|while|as|but|or|is|are|was|were|had|has|have|did|would|could|will|can|the|he|she|it|they|this|these|following)\b/

const NAMES = /^\s+(?:["“]?\p{Lu}[\p{L}\d'’-]*["”]?|of\s+(?:the\s+)?\p{L}[\p{L}'’-]*)/u
const WORDS = /^\s+(?:and\s+[\p{L}'’-]+(?=[.,;:)])|(?!and\b)["“]?[\p{L}\d'’-]+["”]?|of\s+[\p{L}'’-]+)/u

/** The end of the noun phrase that "of" opens after a stretch of time, or the place itself. */
const endOfFilling = (text: string, from: number): number => {
  const age = /^\s+old\b/.exec(text.slice(from, from + 6))
  if (age) return from + age[0].length
  const of = OF.exec(text.slice(from, from + 12))
  let end = from + (of?.[0].length ?? 0)
  const first = of && WORD.exec(text.slice(end, end + 60))
  if (!of || !first) return from
  end += first[0].length
  // After "the war" only names go on; after a bare noun more nouns may.
  const more = /^(?:the|an?)\s/.test(first[0]) ? NAMES : WORDS
  for (let rest = text.slice(end, end + 60); !END.test(rest); rest = text.slice(end, end + 60)) {
    const next = more.exec(rest)
    if (!next) break
    end += next[0].length
  }
  return end
}
