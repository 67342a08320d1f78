import type { Token, Word } from '../../document.ts'
import { type Parse, parseAt, range, readAs } from './parse-at.ts'

/** Words that say what others say more plainly, each with the word in its place; `null` where there is one word less. */
type Phrase = { readonly words: readonly string[]; readonly plain: readonly (string | null)[] }

/** Of "no longer fires" the parser would make longer fires, and of "so as to" something that is so. */
const PHRASES: readonly Phrase[] = [
  { words: ['no', 'longer'], plain: [null, 'never'] },
  { words: ['so', 'as', 'to'], plain: ['in', 'order', 'to'] },
]
const LAST = /^(longer|to)$/

/** Parses "no longer fires missiles" as "never fires missiles", "so as to end the war" as "in order to end the war". */
export const parsePlainly = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  for (let last = 1; last < tokens.length - 1; last++) {
    if (!LAST.test(tokens[last]?.text ?? '')) continue
    const phrase = PHRASES.find(({ words }) => words.every((word, i) => tokens[last - words.length + 1 + i]?.text.toLowerCase() === word))
    if (phrase && tokens[last + 1]?.text !== 'than') return replace(tokens, last - phrase.words.length + 1, phrase.plain, parse)
  }
  return parse(tokens)
}

const replace = (tokens: readonly Token[], first: number, plain: readonly (string | null)[], parse: Parse): readonly Word[] => {
  const read = tokens.map((token, i) => readAs(token, plain[i - first] ?? token.text))
  const told = parseAt(
    read,
    range(0, tokens.length).filter((i) => plain[i - first] !== null),
    parse,
  )
  const words = new Map(told.map((word) => [word.index, word]))
  return tokens.map((token, i) => {
    const word = words.get(i)
    if (word && plain[i - first] === undefined) return word
    return wordOf(token, i, word ?? { upos: 'ADV', head: i + 1, deprel: 'advmod' })
  })
}

const wordOf = ({ start, end, text }: Token, index: number, { upos, head, deprel }: Pick<Word, 'upos' | 'head' | 'deprel'>): Word => {
  return { start, end, text, index, upos, lemma: text.toLowerCase(), head, deprel }
}
