import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { CAPITAL, isNoun, type Mend, NOTHING, type Scene } from './mend.ts'

// Mends of rows of names and of what several have.

/** "by France, the EU and Singapore": a name with its article between a name and another behind "and" is one of the row, and not what the first is called. */
export const nameInRow: Mend = ({ words, below }, word) => {
  const first = words[word.head]
  if (first?.upos !== 'PROPN' || first.index > word.index || !(CAPITAL.test(word.text) || /^\p{Lu}+$/u.test(word.text))) return NOTHING
  const [article] = below(word.index, /^det$/)
  if (article === undefined || words[article - 1]?.text !== ',' || !/^the$/.test(words[article]?.text ?? '')) return NOTHING
  const last = words[below(word.index, /^conj$/)[0] ?? -1]
  if (last?.upos !== 'PROPN' || words[word.index + 1]?.text !== 'and') return NOTHING
  return [changeWord(word, { head: first.index, deprel: 'conj', upos: 'PROPN' }), changeWord(last, { head: first.index })]
}

/** "Nigeria, the Gambia and Senegal sent troops": nobody is called upon, the first of a row does it with the others. */
export const firstOfRow: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index < word.index || words[word.index + 1]?.text !== ',') return NOTHING
  const second = words[below(verb.index, /^nsubj/)[0] ?? -1]
  if (second?.upos !== 'PROPN' || second.index < word.index || second.index > verb.index) return NOTHING
  const start = Math.min(...below(second.index, /^(det|amod|compound)$/), second.index)
  const last = words[below(second.index, /^conj$/)[0] ?? -1]
  if (start !== word.index + 2 || last?.upos !== 'PROPN' || last.index > verb.index) return NOTHING
  return [
    changeWord(word, { deprel: second.deprel }),
    changeWord(second, { head: word.index, deprel: 'conj' }),
    changeWord(last, { head: word.index }),
  ]
}

/** "praised by UN Secretary-General Antonio Guterres": what stands before a title is that of its bearer. */
export const byBeforeTitle: Mend = ({ words, below }, word) => {
  if (!/^by$/i.test(word.text)) return NOTHING
  let top = words[word.head]
  while (top && /^(compound|nmod:desc)$/.test(top.deprel) && top.head > top.index) top = words[top.head]
  if (!top || top.index === word.head || top.deprel !== 'obl:agent' || below(top.index, /^case$/).some((at) => at < top.index))
    return NOTHING
  return [changeWord(word, { head: top.index })]
}

/** "Chad's president and Sudan's army", "the president of Chad and Sudan's army": two that do it, and neither is the other's. */
export const ownersRow: Mend = (scene, word) => {
  const { words, below } = scene
  const other = words[word.head]
  if (!other || !isNoun(other) || other.index < word.index || word.upos !== 'NOUN' || isOwner(scene, word)) return NOTHING
  const owner = below(other.index, /^nmod:poss$/).find((at) => at > word.index && isOwner(scene, words[at] as Word))
  const and = below(other.index, /^cc$/).find((at) => at > word.index)
  if (owner === undefined || and !== owner - 1 || and !== word.index + 1) return NOTHING
  return [
    changeWord(word, { head: other.head, deprel: other.deprel }),
    changeWord(other, { head: word.index, deprel: 'conj' }),
    ...below(other.index, /^case$/)
      .filter((at) => at < word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** The same where the second went below the first without a preposition. */
export const ownersRowBelow: Mend = (scene, word) => {
  const { words, below } = scene
  const first = words[word.head]
  if (!first || !isNoun(first) || first.index > word.index || below(word.index, /^case$/).length > 0) return NOTHING
  const [owner] = below(word.index, /^nmod:poss$/)
  const [and] = below(word.index, /^cc$/)
  return owner !== undefined && and === owner - 1 && isOwner(scene, words[owner] as Word) ? [changeWord(word, { deprel: 'conj' })] : NOTHING
}

/** "Chad's and Sudan's presidents": as "Chad and Sudan's presidents", which both have one. */
export const ownersOfOne: Mend = (scene, word) => {
  const { words, below } = scene
  const [and] = below(word.index, /^cc$/)
  const owned = words[word.head]
  if (!owned || !/s$/.test(owned.text) || and === undefined || and !== word.index - 1 || !isOwner(scene, word)) return NOTHING
  const first = words[below(owned.index, /^nmod:poss$/).find((at) => at < and) ?? -1]
  if (first?.upos !== 'PROPN' || !isOwner(scene, first)) return NOTHING
  return [
    changeWord(first, { head: owned.head, deprel: owned.deprel }),
    changeWord(owned, { head: first.index, deprel: 'conj' }),
    changeWord(words[and] as Word, { head: owned.index }),
    ...below(first.index, /^case$/).map((at) => changeWord(words[at] as Word, { deprel: 'punct' })),
    ...below(owned.index, /^case$/)
      .filter((at) => at < first.index)
      .map((at) => changeWord(words[at] as Word, { head: first.index })),
  ]
}

const isOwner = ({ words, below }: Scene, { index }: Word): boolean =>
  below(index, /^case$/).some((at) => at > index && /^['’]s?$/.test(words[at]?.text ?? ''))
