import type { Token, Word } from '../../document.ts'
import { type Parse, readAs } from './parse-at.ts'

/**
 * Parses "neighbouring Chad" once more as "nearby Chad" where the parser took it for an act ("urged neighbouring Chad to withdraw", "Neighbouring Georgia
 * shipped rifles"): only behind a noun does it say what borders on what ("villages neighbouring the base").
 */
export const parseNeighbouring = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const words = parse(tokens)
  if (!words.some(isTakenForAct)) return words
  const again = parse(tokens.map((token, i) => (isTakenForAct(words[i] as Word) ? readAs(token, nearby(token.text)) : token)))
  return again.map((word, i) => {
    const { text } = tokens[i] as Token
    return text === word.text ? word : asWritten(word, text)
  })
}

const asWritten = ({ start, end, index, upos, head, deprel }: Word, text: string): Word => {
  return { start, end, text, index, upos, lemma: text.toLowerCase(), head, deprel }
}

const isTakenForAct = ({ text, upos, deprel, head, index }: Word): boolean =>
  upos === 'VERB' && /^neighbou?ring$/i.test(text) && !(deprel === 'acl' && head === index - 1)

const nearby = (text: string): string => (text.startsWith('N') ? 'Nearby' : 'nearby')
