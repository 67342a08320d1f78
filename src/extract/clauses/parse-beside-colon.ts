import type { Token, Word } from '../../document.ts'
import { type Parse, parseAt, range } from './parse-at.ts'

/**
 * Parses what a headline tells by itself, without the word that says what it is or who tells it ("Report: Chad and Mali exchange letters", "Peru jails envoy:
 * state TV"): together, the parser takes both for two nouns.
 */
export const parseBesideColon = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const colon = tokens.length < LONGEST ? tokens.findIndex((_, i) => parts(tokens, i)) : -1
  if (colon < 1 || tokens.some((_, i) => i > colon && parts(tokens, i))) return parse(tokens)
  const last = tokens.length - 1
  const label = tokens[colon - 1]?.text ?? ''
  const isColon = tokens[colon]?.text === ':'
  if (isColon && ((colon <= 2 && KIND.test(label)) || (colon <= 4 && TOPIC.test(label))) && last - colon > SHORTEST)
    return hang(tokens, colon + 1, tokens.length, parse)
  return last - colon <= 3 && colon > SHORTEST && TELLER.test(tokens[last]?.text ?? '') ? hang(tokens, 0, colon, parse) : parse(tokens)
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
  const isNoun = index === noun
  return { start, end, text, index, upos: 'NOUN', lemma, head: isNoun ? root : noun, deprel: isNoun ? 'dislocated' : 'compound' }
}

const SHORTEST = 3
const LONGEST = 24
const KIND = /^(report|reports|breaking|exclusive|update|updated?|watch|video|live|urgent|alert|correction|confirmed|analysis|news)$/i
/** What a headline is about. */
const TOPIC =
  /^(crisis|war|conflict|row|dispute|talks|vote|elections?|protests?|unrest|riots|standoff|stand-off|summit|truce|ceasefire|coup|attacks?|scandal|probe|sanctions|Brexit)$/i
const TELLER =
  /^(reports?|sources?|officials?|police|ministry|minister|media|spokes(man|woman|person)|army|military|agency|UN|monitors?|newspaper|study|survey|watchdog|TV|witnesses|government|lawyers?|activists|president|PM|premier|court|prosecutors?|Kremlin|Pentagon|NGO|HRW|Amnesty|Xinhua|CNN|KCNA|AFP|Reuters|AP|BBC)$/
