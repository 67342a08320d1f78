import type { Word } from '../../../document.ts'
import { isAge } from '../../actors/is-age.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, isPastForm, type Mend, NOTHING } from './mend.ts'

// Mends of subjects and objects that no noun tells: "both", "neither", "the 41-year-old".

/** "Both rejected the plan", "On Friday neither was invited": the word for two right before a verb that has no subject is that, and no adverb. */
export const bothAlone: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !ONE_OR_BOTH.test(word.text) || !IN_CLAUSE.test(verb.deprel) || hasSubject(below, verb.index)) return NOTHING
  const isBefore = words.slice(word.index + 1, verb.index).every((w) => w.head === verb.index && /^(aux|advmod)/.test(w.deprel))
  if (word.index > verb.index || !isBefore || /ing$/.test(verb.text)) return NOTHING
  const passive = below(verb.index, /^aux:pass$/).length > 0
  return [changeWord(word, { upos: 'PRON', deprel: passive ? 'nsubj:pass' : 'nsubj' })]
}

const ONE_OR_BOTH = /^(both|neither|either|each)$/i
const IN_CLAUSE = /^(root|ccomp|parataxis|conj)$/

/** "The 41-year-old condemned Chad", "Chad freed the 41-year-old": who is called by his age alone. */
export const calledByAge: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  // "the 41-year-old minister" is called by his office.
  if (verb?.upos !== 'VERB' || !isAge({ words }, word) || /^(NOUN|PROPN|ADJ)$/.test(words[word.index + 1]?.upos ?? '')) return NOTHING
  const relation = word.index > verb.index ? 'obj' : below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj'
  const isTaken = relation === 'obj' ? below(verb.index, /^obj$/).length > 0 : hasSubject(below, verb.index)
  return isTaken ? NOTHING : [changeWord(word, { upos: 'NOUN', deprel: relation })]
}

/** "Both imposed sanctions on Chad": behind the word for two that opens the sentence stands what they did, and no participle before a noun. */
export const bothBeforePast: Mend = ({ words, below }, noun) => {
  const [both] = words
  const verb = words[1]
  if (!both || !verb || !/^(both|neither|each)$/i.test(both.text) || both.head !== noun.index || verb.head !== noun.index) return NOTHING
  if (noun.head >= 0 || !(verb.upos === 'VERB' && isPastForm(verb)) || hasSubject(below, noun.index)) return NOTHING
  return [
    changeWord(verb, { head: -1, deprel: 'root' }),
    changeWord(both, { upos: 'PRON', head: verb.index, deprel: 'nsubj' }),
    changeWord(noun, { head: verb.index, deprel: 'obj' }),
    ...below(noun.index, /^punct$/).map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "thanked both countries": before several that nothing is joined to it counts them, and joins nothing. */
export const bothOfSeveral: Mend = ({ words, below }, both) => {
  const noun = words[both.head]
  return noun?.upos === 'NOUN' && /^both$/i.test(both.text) && both.index < noun.index && below(noun.index, /^conj$/).length === 0
    ? [changeWord(both, { upos: 'DET', deprel: 'det' })]
    : NOTHING
}

/** "was criticised by both on Friday": between two prepositions it is a phrase of the first, and counts no day. */
export const bothBetween: Mend = ({ words, below }, both) => {
  const [before, behind, noun] = [words[both.index - 1], words[both.index + 1], words[both.head]]
  if (!/^both$/i.test(both.text) || !noun || before?.upos !== 'ADP' || behind?.upos !== 'ADP' || before.head !== noun.index) return NOTHING
  const isAgent = before.text === 'by' && below(noun.head, /^aux:pass$/).length > 0
  return noun.head < 0 || behind.head !== noun.index
    ? NOTHING
    : [changeWord(both, { upos: 'PRON', head: noun.head, deprel: isAgent ? 'obl:agent' : 'obl' }), changeWord(before, { head: both.index })]
}
