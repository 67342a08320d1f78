import type { Word } from '../../document.ts'

/** How far before "old" the article may stand: "the now 41-year-old". */
const FAR = 6

/** "the 41-year-old": somebody who is called by his age. */
export const isAge = ({ words }: { readonly words: readonly Word[] }, { text, index }: Word): boolean =>
  text === 'old' &&
  words[index - 2]?.text === 'year' &&
  words[index - 1]?.text === '-' &&
  words.slice(Math.max(0, index - FAR), index).some((w) => /^the$/i.test(w.text))
