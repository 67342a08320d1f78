import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { isNoun, type Mend, NOTHING, SUFFERED, TIME } from './mend.ts'

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

const PARTICIPLE = /(ed|en|wn|ung|ught|eld|old|ent|elt|ost|aid|ade|ound|un|et|ad|it|ut|ead|uck)$/

/** "Chad attacked by Sudanese rebels": a headline leaves "was" out, and what somebody does is done to who stands before it. */
export const passiveOfHeadline: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!verb || !isNoun(word) || verb.upos !== 'VERB' || verb.head >= 0 || FULL.test(words.at(-1)?.text ?? '')) return NOTHING
  if (!PARTICIPLE.test(verb.text) || TIME.test(word.lemma) || below(verb.index, /^(obj|aux|nsubj:pass)/).length > 0) return NOTHING
  const [by] = below(word.index, /^case$/)
  const [subject] = below(verb.index, /^nsubj$/)
  if (by !== verb.index + 1 || words[by]?.text !== 'by' || subject === undefined || subject > verb.index) return NOTHING
  return [changeWord(words[subject] as Word, { deprel: 'nsubj:pass' }), changeWord(word, { deprel: 'obl:agent' })]
}

/** "Greek soldiers arrested in Turkey": what those in power do to people is done to them where nobody stands behind it. */
export const sufferingHeadline: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.head >= 0 || word.index > verb.index || FULL.test(words.at(-1)?.text ?? '')) return NOTHING
  if (!SUFFERED.test(verb.text) || below(verb.index, /^(obj|aux|ccomp|xcomp|csubj|nsubj:pass)/).length > 0) return NOTHING
  return [changeWord(word, { deprel: 'nsubj:pass' })]
}

const FULL = /^[.!?”"'’…]$/
