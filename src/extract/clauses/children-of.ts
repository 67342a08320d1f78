import type { Word } from '../../document.ts'

/** The dependents of every word, in the order of the text. */
export const childrenOf = (words: readonly Word[]): number[][] => {
  const children: number[][] = []
  for (let i = 0; i < words.length; i++) children.push([])
  for (const { head, index } of words) if (head >= 0) children[head]?.push(index)
  return children
}
