import { changeWord } from '../change-word.ts'
import { isNoun, isPastOf, type Mend, NOTHING } from './mend.ts'

// Mends of who speaks, where the order of words or a name that is also a noun hid it.

/** "“It is signed”, declared President Macron": right behind a quotation and a verb of speech stands who speaks. */
export const speakerBehindVerb: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (
    !verb ||
    !(verb.text === 'says' || isPastOf(scene, verb, 'remarking')) ||
    below(verb.index, /^(nsubj|csubj|aux|iobj|xcomp)/).length > 0
  )
    return NOTHING
  const first = Math.min(word.index, ...below(word.index, /^(det|amod|compound|nmod|nummod)/).filter((at) => at > verb.index))
  const marks = [words[verb.index - 1]?.text ?? '', words[verb.index - 2]?.text ?? '']
  return first === verb.index + 1 && marks.some((text) => CLOSES.test(text)) && (marks[0] === ',' || marks[1] === ',')
    ? [changeWord(word, { deprel: 'nsubj' })]
    : NOTHING
}

const CLOSES = /^["”’'»]+$/

/** "Zhao said": what opens a sentence with a capital, bears no article and is a family name where it is told what somebody says. */
export const familyName: Mend = ({ words, below }, word) => {
  if (!FAMILY.test(word.text) || (word.index > 0 && words[word.index - 1]?.upos !== 'PUNCT') || !isNoun(word)) return NOTHING
  return below(word.index, /^(det|amod|compound|nmod|flat)/).length === 0 && word.upos === 'NOUN'
    ? [changeWord(word, { upos: 'PROPN', lemma: word.text })]
    : NOTHING
}

/** Those that the reader takes for a noun at the start of a sentence. */
const FAMILY = /^(Wang|Zhao)$/
