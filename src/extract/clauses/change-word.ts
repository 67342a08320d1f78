import type { Word } from '../../document.ts'

/** A word with some of its fields changed. Spelled out, for V8 gives the copies of every `...word` a hidden class of their own, and all that reads words is slower for it. */
export const changeWord = ({ start, end, text, index, upos, lemma, head, deprel }: Word, to: Partial<Word>): Word => ({
  start,
  end,
  text,
  index: to.index ?? index,
  upos: to.upos ?? upos,
  lemma: to.lemma ?? lemma,
  head: to.head ?? head,
  deprel: to.deprel ?? deprel,
})
