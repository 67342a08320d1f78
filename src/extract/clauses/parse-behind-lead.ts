import type { Token, Word } from '../../document.ts'
import { isCalendarWord } from '../actors/calendar-words.ts'
import { type Parse, parseAt, range } from './parse-at.ts'

/**
 * Parses a sentence that a date opens ("May 22 — The army withdrew", "12 June 2003: …") as if the date weren't there, and hangs it on the main predicate:
 * the parser would take it for the subject.
 */
export const parseBehindLead = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const lead = leadOf(tokens)
  if (lead === 0) return parse(tokens)
  const rest = parseAt(tokens, range(lead, tokens.length), parse)
  const root = rest.find((word) => word.head < 0)?.index ?? -1
  return [...tokens.slice(0, lead).map((token, index) => wordOf(token, index, root)), ...rest]
}

/** How many tokens the date takes with its dash or colon; 0 where the sentence doesn't open with one. */
const leadOf = (tokens: readonly Token[]): number => {
  const end = tokens.slice(0, LONGEST).findIndex(({ text }, i) => SEPARATOR.test(text) && !/^\d/.test(tokens[i + 1]?.text ?? ''))
  if (end < 1 || tokens.length - end < SHORTEST) return 0
  const date = tokens.slice(0, end)
  return date.every(({ text }) => PART.test(text) || isCalendarWord(text)) &&
    date.some(({ text }) => isCalendarWord(text) || YEAR.test(text))
    ? end + 1
    : 0
}

const LONGEST = 8
const SHORTEST = 4
const SEPARATOR = /^(?:[—–:-]|--)$/
const YEAR = /^(?:1[5-9]|20)\d\d$/
const PART = /^(?:\d{1,4}(?:st|nd|rd|th)?|[,.–-]|early|mid|late|and|to)$/i

const wordOf = (token: Token, index: number, root: number): Word => {
  const { start, end, text } = token
  const lemma = text.toLowerCase()
  const part = /^\d/.test(text) ? 'NUM' : 'PROPN'
  if (index === 0) return { start, end, text, index, upos: part, lemma, head: root, deprel: 'obl:unmarked' }
  if (!/[\p{L}\d]/u.test(text)) return { start, end, text, index, upos: 'PUNCT', lemma, head: 0, deprel: 'punct' }
  return { start, end, text, index, upos: part, lemma, head: 0, deprel: 'nmod:unmarked' }
}
