import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'

/** A parser: the words of a sentence, one a token. */
export type Parse = (tokens: readonly Token[]) => readonly Word[]

/** Parses the tokens at these places of a sentence as one of their own: its words with their places and heads in the whole. */
export const parseAt = (tokens: readonly Token[], at: readonly number[], parse: Parse): readonly Word[] =>
  parse(at.map((i) => tokens[i] as Token)).map((word) =>
    changeWord(word, { index: at[word.index] as number, head: word.head < 0 ? -1 : (at[word.head] as number) }),
  )

/** A comma or a mark of quotation that parts what is parsed by itself, below a word. */
export const markOf = ({ start, end, text }: Token, index: number, head: number): Word => {
  return { start, end, text, index, upos: 'PUNCT', lemma: text, head, deprel: 'punct' }
}

/** A token with another word in its place. */
export const readAs = ({ start, end }: Token, text: string): Token => ({ start, end, text })

/** The places from one up to another. */
export const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)
