import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'

/** A parser: the words of a sentence, one a token. */
export type Parse = (tokens: readonly Token[]) => readonly Word[]

/** Parses the tokens at these places of a sentence as one of their own: its words with their places and heads in the whole. */
export const parseAt = (tokens: readonly Token[], at: readonly number[], parse: Parse): readonly Word[] =>
  parse(at.map((i) => tokens[i] as Token)).map((word) =>
    changeWord(word, { index: at[word.index] as number, head: word.head < 0 ? -1 : (at[word.head] as number) }),
  )

/** The places from one up to another. */
export const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)
