import type { Token } from '../document.ts'
import { firstWord, fold, foldName, unshout } from './fold.ts'
import type { How, Lexicon, NameHit } from './index-lexicon.ts'

/** The longest name that begins at a token: how many tokens it takes and what it may stand for, best first. No hits: a known phrase that names no actor. */
export type NameMatch = { readonly length: number; readonly hits: readonly NameHit[] }

/**
 * The longest name, title or word for people that begins at token `at` of a sentence, or null. Names keep their case, but for text in capitals; titles
 * don't. Hyphens may be tokens of their own, parts of a token, or spaces; diacritics, full stops and apostrophes are of no account.
 */
export const matchName = (lexicon: Lexicon, tokens: readonly Token[], at: number): NameMatch | null => {
  const first = tokens[at]
  if (!first || !lexicon.starts.has(firstWord(first.text))) return null
  let key = ''
  let gaps = 0
  let best: NameMatch | null = null
  for (let last = at; last < tokens.length && last - at < lexicon.longestName; last++) {
    const token = tokens[last]
    if (!token || (last > at && BREAK.test(token.text))) break
    if (last > at && token.start > (tokens[last - 1]?.end ?? 0) && !DASH.test(token.text) && !DASH.test(tokens[last - 1]?.text ?? ''))
      gaps++
    const part = fold(token.text)
    if (part === '') continue
    key += part
    const found = hitsAt(lexicon, tokens, at, last, key, gaps)
    if (found) best = { length: last - at + 1, hits: found }
  }
  return best
}

const BREAK = /^[,;:()[\]"“”!?…–—]+$/
const DASH = /^[-‐‑]$/
const ORDER: readonly How[] = ['name', 'person', 'people', 'demonym', 'capital', 'seat', 'body', 'role', 'description']

const hitsAt = (
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  last: number,
  key: string,
  gaps: number,
): readonly NameHit[] | null => {
  const low = key.toLowerCase()
  if (lexicon.blocked.has(low)) return []
  const named = namesFor(lexicon, tokens, at, last, key)
  const all = [...named, ...(lexicon.roles.get(low) ?? [])].filter((hit) => gaps <= gapsIn(hit.text))
  if (all.length === 0) return null
  const told = nearest(all, tokens)
  if (told.length === 0) return null
  if (at === last && told.every((hit) => hit.role === null && hit.person === null) && isPersonsName(lexicon, tokens, at)) return []
  return [...told].sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how))
}

/** "I ran" isn't Iran, nor "Thai land" Thailand: words may run together where the lexicon parts them, not the other way round. */
const gapsIn = (text: string): number => text.trim().split(/[\s\p{Pd}]+/u).length - 1

const namesFor = (lexicon: Lexicon, tokens: readonly Token[], at: number, last: number, key: string): readonly NameHit[] => {
  const exact = lexicon.names.get(foldName(key))
  if (exact) return exact
  const loud = tokens.slice(at, last + 1).map((t) => t.text)
  if (key.length < 4 || !loud.every((text) => text === text.toUpperCase())) return []
  return lexicon.shouted.get(foldName(loud.map((text) => unshout(fold(text))).join('')).toLowerCase()) ?? []
}

/** Readings that ask for a word near them hold only beside it, and then alone. */
const nearest = (hits: readonly NameHit[], tokens: readonly Token[]): readonly NameHit[] => {
  if (hits.every((hit) => hit.near.length === 0)) return hits
  const words = new Set(tokens.map((t) => t.text))
  const told = hits.filter((hit) => hit.near.some((word) => words.has(word)))
  return told.length > 0 ? told : hits.filter((hit) => hit.near.length === 0)
}

/** A place's name that is a person's here: "Michael Jordan", "J. Holland", "Chad Smith". */
const isPersonsName = (lexicon: Lexicon, tokens: readonly Token[], at: number): boolean => {
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (before && word && before.end < word.start && (lexicon.givenNames.has(before.text) || /^\p{Lu}\.$/u.test(before.text))) return true
  if (!word || !after || !lexicon.givenNames.has(word.text)) return false
  return /^\p{Lu}\p{Ll}+$/u.test(after.text) && !lexicon.starts.has(firstWord(after.text))
}
