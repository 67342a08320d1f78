import type { Token, Word } from '../../document.ts'
import { type Parse, readAs } from './parse-at.ts'

/**
 * Parses "neighbouring Chad" once more as "northern Chad" where the parser took it for an act ("urged neighbouring Chad to withdraw", "Neighbouring Georgia
 * shipped rifles"): only behind a noun does it say what borders on what ("villages neighbouring the base").
 */
export const parseNeighbouring = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const words = parse(tokens)
  const taken = words.map((word) => isTakenForAct(words, word))
  if (!taken.includes(true)) return words
  const again = parse(tokens.map((token, i) => (taken[i] ? readAs(token, plain(token.text, tokens[i + 1]?.text ?? '')) : token)))
  return again.map((word, i) => (taken[i] ? asWritten(word, (tokens[i] as Token).text) : word))
}

/** Read as a verb, or with what only a verb has ("donated to neighbouring Chad by India"). */
const isTakenForAct = (words: readonly Word[], { text, upos, deprel, head, index }: Word): boolean =>
  /^neighbou?ring$/i.test(text) &&
  !(deprel === 'acl' && head === index - 1) &&
  (upos === 'VERB' || deprel !== 'amod' || words.some((word) => word.head === index && /^(obj|obl)/.test(word.deprel)))

const asWritten = ({ start, end, index, upos, head, deprel }: Word, text: string): Word => {
  return { start, end, text, index, upos, lemma: text.toLowerCase(), head, deprel }
}

/** "northern Chad", "nearby states". */
const plain = (text: string, next: string): string => {
  const word = /^\p{Lu}/u.test(next) ? 'northern' : 'nearby'
  return text.startsWith('N') ? `N${word.slice(1)}` : word
}
