import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { ING, type Mend, NOTHING, PARTICIPLE, TIME } from './mend.ts'

// Mends of verbs by their auxiliaries: far from them, or left out.

/** "had on Tuesday withdrawn from the scheme": nobody has anything, and "had" helps to say what was done. */
export const perfectBehindTime: Mend = ({ words, below }, word) => {
  const have = words[word.head]
  if (!have || !/^(has|have|had|having)$/i.test(have.text) || have.index > word.index || !PARTICIPLE.test(word.text)) return NOTHING
  if (
    have.deprel.startsWith('aux') ||
    below(have.index, /^(obj|aux|mark|csubj|expl)/).length > 0 ||
    below(word.index, /^(nsubj|aux|mark)/).length > 0
  )
    return NOTHING
  const between = words.slice(have.index + 1, word.index)
  if (between.length === 0 || between.some((w) => w.upos === 'VERB' || /^(det|nsubj)$/.test(w.deprel))) return NOTHING
  return [
    changeWord(word, { head: have.head, deprel: have.deprel, lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(have, { head: word.index, deprel: 'aux', upos: 'AUX' }),
    ...below(have.index, /^/)
      .filter((at) => at !== word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "accused of having gifted a ship": "having" helps the participle right behind it. */
export const perfectBehindHaving: Mend = ({ words, below }, word) => {
  const having = words[word.index - 1]
  if (!/^having$/i.test(having?.text ?? '') || !having || having.deprel.startsWith('aux') || !PARTICIPLE.test(word.text)) return NOTHING
  if (having.head !== word.head && word.head !== having.index) return NOTHING
  return [
    changeWord(word, { head: having.head, deprel: having.deprel, upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(having, { head: word.index, deprel: 'aux', upos: 'AUX' }),
    ...below(having.index, /^/)
      .filter((at) => at !== word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "praised Togo, complained that it had left and condemned Ghana": in a row whose last has an object, what stands between two commas is done, too. */
export const pastInRow: Mend = ({ words, below }, word) => {
  const above = words[word.head]
  const first = above?.upos === 'VERB' ? above : words[above?.head ?? -1]
  if (words[word.index - 1]?.text !== ',' || !first || first.index > word.index || !isPast(first) || !isPast(word)) return NOTHING
  if (below(word.index, /^(nsubj|aux|mark|obl:agent)/).length > 0 || below(first.index, /^nsubj$/).length === 0) return NOTHING
  if (words[word.index + 1]?.text === 'by') return NOTHING
  const last = words.find(
    (w) => w.index > word.index && w.deprel === 'conj' && isPast(w) && below(w.index, /^(obj|nsubj|aux)/).some((at) => at > w.index),
  )
  const [and] = last ? below(last.index, /^cc$/) : []
  if (!last || and !== last.index - 1 || words[and]?.text !== 'and' || words[and - 1]?.text === ',') return NOTHING
  if (below(last.index, /^(nsubj|aux)/).length > 0 || !hangsUnder(words, last, first.index)) return NOTHING
  return [changeWord(word, { head: first.index, deprel: 'conj' }), changeWord(last, { head: first.index })]
}

/**
 * "held elections in March, called on Israel to explain the order": what has an object, or is never done to anybody, is no participle of who or what was told of before the
 * comma, but what the subject did next.
 */
export const pastBehindComma: Mend = ({ words, below, isOf }, word) => {
  const next = words[word.index + 1]
  if (words[word.index - 1]?.text !== ',' || !next || next.text === 'by' || !isPast(word)) return NOTHING
  if (below(word.index, /^(nsubj|csubj|aux|cop|mark|case|cc$|obl:agent|expl)/).length > 0) return NOTHING
  const object = below(word.index, /^obj$/).find((at) => at > word.index)
  const isOwn = object !== undefined && !TIME.test(words[object]?.lemma ?? '') && !TAKES_TWO.some((id) => isOf(word.lemma, id))
  if (!isOwn && !isOf(word.lemma, 'never-suffered') && !isOf(`${word.lemma} ${next.text}`, 'never-suffered')) return NOTHING
  let first = words[word.head]
  while (first && first.upos !== 'VERB') first = words[first.head]
  if (!first || first.index > word.index || !isPast(first) || below(first.index, /^nsubj$/).length === 0) return NOTHING
  return below(first.index, /^(nsubj|csubj)/).some((at) => at > first.index)
    ? NOTHING
    : [changeWord(word, { head: first.index, deprel: 'conj' })]
}

/** Verbs that keep an object in the passive: "given a medal", "called a traitor", "believed a victim". */
const TAKES_TWO = ['giving', 'labelling', 'calling-so', 'holding-true']

/** "accused it of butchering patients": "of" stands before what it did, not before whom. */
export const markOfGerund: Mend = ({ words }, word) => {
  const mark = words[word.index - 1]
  const object = words[mark?.head ?? -1]
  return mark?.deprel === 'case' &&
    words[mark.index - 1]?.text !== 'instead' &&
    ING.test(word.text) &&
    /^(of|by|after|before|without)$/.test(mark.text) &&
    object?.head === word.index
    ? [changeWord(mark, { head: word.index, deprel: 'mark' })]
    : NOTHING
}

const isPast = ({ upos, text }: Word): boolean => upos === 'VERB' && PARTICIPLE.test(text)

const hangsUnder = (words: readonly Word[], { head }: Word, top: number): boolean => {
  let at = head
  while (at >= 0 && at !== top) at = words[at]?.head ?? -1
  return at === top
}
