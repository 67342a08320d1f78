import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'
import type { Grammar } from './grammar.ts'
import { markOf, type Parse, parseAt, range, readAs } from './parse-at.ts'

/**
 * Parses a sentence that a participle or "in a …" opens ("Having blocked the road, villagers left", "In a move that surprised all, Chad left") in its two parts, and hangs the
 * first on the second: together, the parser takes what is done last for a relative clause, or for a sentence that merely follows.
 */
export const parseBehindParticiple = (tokens: readonly Token[], parse: Parse, isOf: Grammar['isOf']): readonly Word[] => {
  const opens = openingOf(tokens)
  if (opens < 0 || tokens.length > LONGEST) return parse(tokens)
  for (const comma of commasOf(tokens)) {
    const main = parseAt(tokens, range(comma + 1, tokens.length), parse)
    const root = main.find(({ head }) => head < 0) as Word
    if (!isMain(main, root, comma + 1) || isListed(main, root)) continue
    if (isReport(main, root, isOf)) return parse(tokens)
    const front = parseAt(tokens.with(comma, readAs(tokens[comma] as Token, '.')), range(0, comma + 1), parse)
    const verb = front.find(({ head }) => head < 0) as Word
    const isPhrase = IN.test(tokens[0]?.text ?? '')
    if (isPhrase ? !isPhraseOf(front, verb) : verb.upos !== 'VERB' || verb.index > opens + 2 || hasSubject(front, verb))
      return parse(tokens)
    const deprel = isPhrase ? 'obl' : 'advcl'
    const below = front.map((word) => (word === verb ? changeWord(word, { head: root.index, deprel }) : word))
    return [...below.slice(0, comma), markOf(tokens[comma] as Token, comma, verb.index), ...main]
  }
  return parse(tokens)
}

/** Where the participle stands that opens the sentence, -1 where none does. */
const openingOf = (tokens: readonly Token[]): number => {
  const [first, second] = tokens.map(({ text }) => text)
  if (/^having$/i.test(first ?? '')) return 1
  if (IN.test(first ?? '')) return /^an?$/.test(second ?? '') ? 2 : -1
  return BEFORE.test(first ?? '') && ING.test(second ?? '') ? 1 : -1
}

/** The commas that may end the first part: each costs a parse. */
const commasOf = (tokens: readonly Token[]): readonly number[] =>
  tokens.flatMap(({ text }, i) => (text === ',' && i > 2 && tokens.length - i > SHORTEST ? [i] : [])).slice(0, TRIED)

/** Whether a clause of its own stands here: its subject opens it, or an adverb does. */
const isMain = (words: readonly Word[], root: Word, from: number): boolean => {
  const subject = words.find(({ head, deprel, index }) => head === root.index && SUBJECT.test(deprel) && index < root.index)
  if (root.upos !== 'VERB' || !subject || words.some(({ head, deprel }) => head === root.index && /^(mark|cc)$/.test(deprel))) return false
  const first = words.find(({ index }) => index === from) as Word
  let at = first.index
  while (at !== subject.index && at !== root.index && at >= 0) at = words.find(({ index }) => index === at)?.head ?? -1
  return at === subject.index
}

/** "After visiting Paris, London and Berlin, Chad's envoy left": what a list goes on with. */
const isListed = (words: readonly Word[], root: Word): boolean => {
  const and = words.findIndex(({ upos }) => upos === 'CCONJ')
  return and >= 0 && words.slice(and).some(({ text, index }) => text === ',' && index < root.index)
}

/** "By invading Kuwait, Iraq, said Egypt, broke the law": who says so stands between the two. */
const isReport = (words: readonly Word[], root: Word, isOf: Grammar['isOf']): boolean =>
  isOf(root.lemma, 'reporting') && words.some(({ text, index }) => text === ',' && index === root.index - 1)

const hasSubject = (words: readonly Word[], verb: Word): boolean =>
  words.some(({ head, deprel }) => head === verb.index && SUBJECT.test(deprel))

/** "In a move that surprised diplomats": a noun that "in" introduces. */
const isPhraseOf = (words: readonly Word[], { index, upos }: Word): boolean =>
  upos === 'NOUN' && words.some((w) => w.index === 0 && w.head === index) && !hasSubject(words, words[index] as Word)

const SHORTEST = 3
const TRIED = 4
const LONGEST = 200
const BEFORE = /^(after|before|by|since|while|when|upon|on|instead)$/i
const IN = /^in$/i
const ING = /^\p{Ll}+ing$/u
const SUBJECT = /^(nsubj|csubj|expl)/
