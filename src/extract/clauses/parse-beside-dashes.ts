import type { Token, Word } from '../../document.ts'
import { type Parse, readAs } from './parse-at.ts'

/**
 * Parses "Chad – a landlocked state – recalled its envoy" as if commas shut the aside off: of dashes the parser would make a new beginning, and of what stands behind them
 * no predicate. What has a subject of its own ("– he held the post –") or commas within is no such aside and stays as it is.
 */
export const parseBesideDashes = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const [first, last] = dashesOf(tokens)
  if (first === undefined || last === undefined || !isAside(tokens, first, last)) return parse(tokens)
  return parse(tokens.map((token, i) => (i === first || i === last ? readAs(token, ',') : token)))
}

const NONE: readonly number[] = []

/** Where the two dashes of a sentence stand; nothing where there are more or fewer, or one of them stands between figures. */
const dashesOf = (tokens: readonly Token[]): readonly number[] => {
  const found: number[] = []
  for (let i = 1; i < tokens.length - 2; i++) {
    if (!isDash(tokens, i)) continue
    if (found.length === 2 || /^\d/.test((tokens[i + 1] as Token).text)) return NONE
    found.push(i)
  }
  return found.length === 2 ? found : NONE
}

/** A hyphen within a word or a span of years is no dash. */
const isDash = (tokens: readonly Token[], at: number): boolean => {
  const { text, start, end } = tokens[at] as Token
  return DASHES.has(text) && (UNSPACED.has(text) || ((tokens[at - 1] as Token).end < start && end < (tokens[at + 1] as Token).start))
}

/** Of single words between hyphens a text would be made that was cut at its hyphens ("so - called cum - ex trading"). */
const isAside = (tokens: readonly Token[], first: number, last: number): boolean => {
  const shortest = (tokens[first] as Token).text === '-' ? 4 : 3
  if (last < first + shortest || last > first + LONGEST || ENDS.has((tokens[last + 1] as Token).text)) return false
  for (let i = first + 1; i < last; i++) if (APART.has((tokens[i] as Token).text.toLowerCase())) return false
  return true
}

const DASHES: ReadonlySet<string> = new Set(['–', '—', '--', '-', '_'])
const UNSPACED: ReadonlySet<string> = new Set(['—', '--'])
const LONGEST = 16
/** What tells that an aside is a sentence of its own or a list, or quotes somebody. */
const APART: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  '"',
  '“',
  '”',
  '(',
  ')',
  'i',
  'he',
  'she',
  'it',
  'they',
  'we',
  'you',
  'there',
  'is',
  'are',
])
/** What goes on behind an aside as if there were none. */
const ENDS: ReadonlySet<string> = new Set([',', '.', ';', ':', '"', '“', '”', ')', 'and', 'or', 'but'])
