import type { Word } from '../../document.ts'

/** The dependents of every word, in the order of the text. */
export const childrenOf = (words: readonly Word[]): (readonly number[])[] => {
  const children: (readonly number[])[] = []
  for (let i = 0; i < words.length; i++) children.push(NONE)
  for (const { head, index } of words) {
    const before = children[head]
    if (before === undefined) continue
    // Most words have no dependent: they share one list.
    if (before === NONE) children[head] = [index]
    else (before as number[]).push(index)
  }
  return children
}

const NONE: readonly number[] = []
