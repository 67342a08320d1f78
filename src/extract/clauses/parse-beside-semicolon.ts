import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'
import { markOf, type Parse, parseAt, range } from './parse-at.ts'

/**
 * Parses sentences that semicolons join ("Rwanda backs the rebels; Angola and Namibia have sent troops") each by itself, and hangs them on the first: together, the parser
 * takes what is named behind a semicolon for a list that goes on.
 */
export const parseBesideSemicolon = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  if (tokens.length > LONGEST || !tokens.some(({ text }) => text === ';')) return parse(tokens)
  const marks = tokens.flatMap(({ text }, i) => (text === ';' ? [i] : []))
  if (marks.length > MOST) return parse(tokens)
  const ends = [...marks, tokens.length]
  const parts: (readonly Word[])[] = []
  for (const [i, end] of ends.entries()) {
    const from = i === 0 ? 0 : (ends[i - 1] as number) + 1
    if (end - from < SHORTEST) return parse(tokens)
    const part = parseAt(tokens, range(from, end), parse)
    if (!(i === 0 ? hasSubject(part) : isSentence(part, from))) return parse(tokens)
    parts.push(part)
  }
  const first = rootOf(parts[0] as readonly Word[]).index
  return parts.flatMap((part, i) => {
    const root = rootOf(part)
    const end = ends[i] as number
    const hung = i === 0 ? part : part.map((word) => (word === root ? changeWord(word, { head: first, deprel: 'parataxis' }) : word))
    return end < tokens.length ? [...hung, markOf(tokens[end] as Token, end, first)] : hung
  })
}

const rootOf = (words: readonly Word[]): Word => words.find(({ head }) => head < 0) as Word

/** Before its predicate, whatever the parser took that for. */
const hasSubject = (words: readonly Word[]): boolean => {
  const root = rootOf(words).index
  return words.some(({ head, deprel, index }) => head === root && /^nsubj/.test(deprel) && index < root)
}

/** Whether a sentence of its own stands here: a verb with its subject before it, which neither "because" nor "and" joins to what was said. */
const isSentence = (words: readonly Word[], from: number): boolean => {
  const root = rootOf(words)
  return (
    /^(VERB|AUX)$/.test(root.upos) &&
    hasSubject(words) &&
    !words.some(({ head, deprel, index }) => head === root.index && /^(mark|cc)$/.test(deprel) && index === from)
  )
}

const SHORTEST = 3
const MOST = 4
const LONGEST = 200
