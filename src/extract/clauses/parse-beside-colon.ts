import type { Token, Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import type { Grammar } from './grammar.ts'
import { type Parse, parseAt, range } from './parse-at.ts'

/**
 * Parses what a headline tells by itself, without the word that says what it is or who tells it ("Report: Chad and Mali exchange letters", "Peru jails envoy:
 * state TV"): together, the parser takes both for two nouns.
 */
export const parseBesideColon = (tokens: readonly Token[], parse: Parse, isOf: Grammar['isOf']): readonly Word[] => {
  const isNamed = (at: number, id: string): boolean => {
    const word = tokens[at]?.text.toLowerCase() ?? ''
    return isOf(word, id) || isOf(lemmaOf(word, 'NOUN'), id)
  }
  const colon = tokens.length < LONGEST ? tokens.findIndex((_, i) => parts(tokens, i)) : -1
  if (colon < 1) return parse(tokens)
  const last = tokens.length - 1
  const isLabel = (colon <= 2 && isNamed(colon - 1, 'news-label')) || (colon <= 4 && isNamed(colon - 1, 'news-topic'))
  // "LIVE: Ukraine war latest - drones hit Odesa": what is behind one label may have another.
  if (isLabel && last - colon >= SHORTEST) return hang(tokens, colon + 1, tokens.length, (rest) => parseBesideColon(rest, parse, isOf))
  if (tokens.some((_, i) => i > colon && parts(tokens, i))) return parse(tokens)
  return last - colon <= 3 && colon > SHORTEST && isNamed(last, 'news-source') ? hang(tokens, 0, colon, parse) : parse(tokens)
}

/** A colon, or a dash with blanks around it. */
const parts = (tokens: readonly Token[], at: number): boolean => {
  const [before, mark, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !mark || !next) return false
  return mark.text === ':' || (/^[-–—]$/.test(mark.text) && before.end < mark.start && mark.end < next.start)
}

/** The words from one up to another, and the others below their predicate. */
const hang = (tokens: readonly Token[], from: number, end: number, parse: Parse): readonly Word[] => {
  const told = parseAt(tokens, range(from, end), parse)
  const root = told.find(({ head }) => head < 0)?.index ?? from
  const rest = (first: number, to: number, noun: number): readonly Word[] =>
    range(first, to).map((i) => restOf(tokens[i] as Token, i, noun, root))
  return [...rest(0, from, from - 2), ...told, ...rest(end, tokens.length, tokens.length - 1)]
}

const restOf = ({ start, end, text }: Token, index: number, noun: number, root: number): Word => {
  const lemma = text.toLowerCase()
  if (/^[:–—-]$/.test(text)) return { start, end, text, index, upos: 'PUNCT', lemma, head: root, deprel: 'punct' }
  if (index === noun) return { start, end, text, index, upos: 'NOUN', lemma, head: root, deprel: 'dislocated' }
  // "Sudan crisis: Rebels seize town": the name before the noun is somebody.
  if (index === noun - 1 && noun < root && /^\p{Lu}/u.test(text))
    return { start, end, text, index, upos: 'PROPN', lemma, head: noun, deprel: 'nmod' }
  return { start, end, text, index, upos: 'NOUN', lemma, head: index < noun - 1 ? index + 1 : noun, deprel: 'compound' }
}

const SHORTEST = 3
const LONGEST = 24
