import type { Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { changeWord } from './change-word.ts'
import { relabelsFor } from './relabels/in-order.ts'
import { has, isNoun, isSubject, wordOf } from './relabels/relabel.ts'

/** Sets right what the parser often gets wrong in plain news sentences, before anything is read off the tree. */
export const mendParse = (parsed: readonly Word[]): readonly Word[] => {
  const relabelled: Word[] = []
  for (const word of parsed) relabelled.push(relabel(parsed, offAuxiliary(parsed, word)))
  return giveVerb(relabelled)
}

const relabel = (words: readonly Word[], word: Word): Word => {
  for (const { mend } of relabelsFor(word)) {
    const mended = mend(words, word)
    if (mended !== null) return mended
  }
  return word
}

/** "Turkey had on Tuesday agreed", "accused of having tested": what hangs on an auxiliary hangs on its verb. */
const offAuxiliary = (words: readonly Word[], word: Word): Word => {
  const head = wordOf(words, word.head)
  if (!head?.deprel.startsWith('aux')) return word
  const verb = wordOf(words, head.head)
  if (verb?.upos !== 'VERB' || verb.index < head.index || !HELPS.test(head.lemma) || /^\p{Lu}/u.test(head.text)) return word
  return MOVES.test(word.deprel) && !(isSubject(word) && has(words, verb, isSubject)) ? changeWord(word, { head: verb.index }) : word
}

const HELPS = /^(have|will|would|shall|should|can|could|may|might|must|do)$/
const MOVES = /^(nsubj|obl|advmod|mark|advcl|punct|cc|parataxis)/

/**
 * Gives a sentence its verb back where the parser took it for a participle: "Germany suspended development aid to Uganda" read as a noun phrase. Only a
 * sentence without any predicate is mended, and only where a noun, or what is told of it between commas, stands right before the participle and its own noun follows, or its
 * object.
 */
const giveVerb = (words: readonly Word[]): readonly Word[] => {
  if (words.at(-1)?.text !== '.' || words.some((w) => isPredicative(words, w))) return words
  const root = words.find((w) => w.head < 0)
  const verb = words.find(
    (w) => isParticiple(w) && /^(amod|acl)$/.test(w.deprel) && (isNoun(words[w.index - 1]) || isBehindAside(words, w)),
  )
  if (!verb || !root) return words
  const own = words.find((w) => w.head === verb.index && w.deprel === 'obj' && w.index > verb.index)
  if (
    verb.head < verb.index
      ? !(own || asksFor(words, verb)) || verb.head !== root.index
      : root.index !== verb.head && words[verb.head]?.head !== root.index
  )
    return words
  const object = own?.index ?? (verb.head > verb.index ? verb.head : -1)
  const subject = root.index < verb.index ? root.index : headBefore(words, verb.index)
  return words.map((word) => {
    const { index, head } = word
    if (index === verb.index) return changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), head: -1, deprel: 'root' })
    if (index === object)
      return changeWord(word, { head: verb.index, deprel: 'obj', upos: word.upos === 'VERB' ? ('NOUN' as const) : word.upos })
    if (index === subject) return changeWord(word, { head: verb.index, deprel: 'nsubj' })
    if (word.upos === 'PUNCT' && head === root.index) return changeWord(word, { head: verb.index })
    if (index < verb.index && (head === object || head === verb.index)) return changeWord(word, { head: subject })
    if (index > verb.index && head === subject)
      return changeWord(word, { head: verb.index, deprel: word.deprel === 'nmod' ? 'obl' : word.deprel })
    return word
  })
}

/** "armed" is read as an adjective. */
const isParticiple = ({ upos, text }: Word): boolean => (upos === 'VERB' && !/ing$/.test(text)) || text === 'armed'

/** "A report called for sanctions": what calls or appeals for something is no participle, as nothing is called for that way. */
const asksFor = (words: readonly Word[], verb: Word): boolean => {
  const next = words[verb.index + 1]?.text.toLowerCase()
  if (verb.text === 'called' && next === 'on')
    return words.some((w) => w.head === verb.index && has(words, w, (to) => to.deprel === 'mark'))
  return /^(called|appealed|pleaded|pressed|pushed|voted)$/.test(verb.text) && next === 'for'
}

/** A noun without a copula is said of nobody: "Niger, its ally, laid claim to the region". */
const isPredicative = (words: readonly Word[], { deprel, head }: Word): boolean =>
  /^(csubj|aux|cop|expl)/.test(deprel) || (deprel.startsWith('nsubj') && words[head]?.upos !== 'NOUN')

/** "Niger, Mali's closest ally, laid": the comma before shuts what was told of a noun before another comma. */
const isBehindAside = (words: readonly Word[], { index }: Word): boolean =>
  words[index - 1]?.text === ',' &&
  words.some(({ index: at, head, deprel }) => at < index && head >= 0 && head < at && APPOSED.test(deprel) && hasComma(words, head, at))

const APPOSED = /^(appos|acl:relcl)$/
const hasComma = (words: readonly Word[], from: number, to: number): boolean => words.slice(from + 1, to).some(({ text }) => text === ',')

/** The head of the noun phrase that ends before `end`. */
const headBefore = (words: readonly Word[], end: number): number => {
  let at = end - 1
  for (let up = words[at]?.head ?? -1; up >= 0 && up < end; up = words[at]?.head ?? -1) at = up
  return at
}
