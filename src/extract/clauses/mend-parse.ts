import type { Word } from '../../document.ts'

/**
 * Gives a sentence its verb back where the parser took it for a participle: "Germany suspended development aid to Uganda" read as a noun phrase. Only a
 * sentence without any predicate is mended, and only where a noun stands right before the participle and its own noun follows.
 */
export const mendParse = (words: readonly Word[]): readonly Word[] => {
  if (words.some(isPredicative) || words.at(-1)?.text !== '.') return words
  const verb = words.find(
    (w) => w.upos === 'VERB' && w.deprel === 'amod' && w.head > w.index && !/ing$/.test(w.text) && isNoun(words[w.index - 1]),
  )
  const root = words.find((w) => w.head < 0)
  if (!verb || !root || (root.index !== verb.head && words[verb.head]?.head !== root.index)) return words
  const object = verb.head
  const subject = root.index < verb.index ? root.index : headBefore(words, verb.index)
  return words.map((word) => {
    const { index, head } = word
    if (index === verb.index) return { ...word, head: -1, deprel: 'root' }
    if (index === object) return { ...word, head: verb.index, deprel: 'obj', upos: word.upos === 'VERB' ? ('NOUN' as const) : word.upos }
    if (index === subject) return { ...word, head: verb.index, deprel: 'nsubj' }
    if (word.upos === 'PUNCT' && head === root.index) return { ...word, head: verb.index }
    if (index < verb.index && (head === object || head === verb.index)) return { ...word, head: subject }
    if (index > verb.index && head === subject) return { ...word, head: verb.index, deprel: word.deprel === 'nmod' ? 'obl' : word.deprel }
    return word
  })
}

const isPredicative = ({ deprel }: Word): boolean => /^(nsubj|csubj|aux|cop|expl)/.test(deprel)

const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'

/** The head of the noun phrase that ends before `end`. */
const headBefore = (words: readonly Word[], end: number): number => {
  let at = end - 1
  for (let up = words[at]?.head ?? -1; up >= 0 && up < end; up = words[at]?.head ?? -1) at = up
  return at
}
