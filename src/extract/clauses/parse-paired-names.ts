import type { Token, Word } from '../../document.ts'
import { type Parse, parseAt, range } from './parse-at.ts'

/**
 * Parses a sentence as if states with "and" in their names had but the first half of them: of "Bosnia and Herzegovina's army" the parser would make one
 * state and the army of another.
 */
export const parsePairedNames = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const halves = new Map<number, number>()
  for (let i = 1; i < tokens.length - 1; i++) {
    const end = tokens[i]?.text === 'and' ? endOfName(tokens, i) : i
    if (end > i) halves.set(i, end)
  }
  if (halves.size === 0) return parse(tokens)
  const left = new Set([...halves].flatMap(([from, end]) => range(from, end)))
  const at = range(0, tokens.length).filter((i) => !left.has(i))
  const words = new Map(parseAt(tokens, at, parse).map((word) => [word.index, word]))
  for (const [and, end] of halves) {
    const name = firstHalf(words, and)
    for (let i = and; i < end; i++) words.set(i, halfOf(tokens[i] as Token, i, and, name, end - 1))
  }
  return tokens.map((_, i) => words.get(i) as Word)
}

/** Where the second half of a name ends whose "and" stands here; this place where there is none. */
const endOfName = (tokens: readonly Token[], and: number): number => {
  const second = SECOND[tokens[and - 1]?.text ?? '']
  return second?.every((text, i) => tokens[and + 1 + i]?.text === text) ? and + 1 + second.length : and
}

/** The noun of the first half, which ends before this place: "Sao Tome", "Saint Kitts". */
const firstHalf = (words: ReadonlyMap<number, Word>, and: number): number => {
  const last = words.get(and - 1) as Word
  return /^(flat|goeswith)/.test(last.deprel) && last.head >= and - 3 && last.head < and ? last.head : last.index
}

/** A word of the second half: the last one is joined to the first half, the others are below it. */
const halfOf = ({ start, end, text }: Token, index: number, and: number, name: number, last: number): Word => {
  if (index === and) return { start, end, text, index, upos: 'CCONJ', lemma: text, head: last, deprel: 'cc' }
  if (index === last) return { start, end, text, index, upos: 'PROPN', lemma: text, head: name, deprel: 'conj' }
  return {
    start,
    end,
    text,
    index,
    upos: text === 'the' ? 'DET' : 'PROPN',
    lemma: text,
    head: last,
    deprel: text === 'the' ? 'det' : 'compound',
  }
}

const SECOND: Readonly<Record<string, readonly string[]>> = {
  Bosnia: ['Herzegovina'],
  Trinidad: ['Tobago'],
  Antigua: ['Barbuda'],
  Tome: ['Principe'],
  Tomé: ['Príncipe'],
  Kitts: ['Nevis'],
  Vincent: ['the', 'Grenadines'],
}
