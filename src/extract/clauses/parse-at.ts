import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'

/** A parser: the words of a sentence, one a token. */
export type Parse = (tokens: readonly Token[]) => readonly Word[]

/** Parses tokens that stand at these places of a sentence, as a sentence of their own: its words with their places and heads in the whole. */
export const parseAt = (at: readonly number[], tokens: readonly Token[], parse: Parse): readonly Word[] =>
  parse(tokens).map((word) => changeWord(word, { index: at[word.index] as number, head: word.head < 0 ? -1 : (at[word.head] as number) }))

export const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)
