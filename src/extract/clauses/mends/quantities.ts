import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isNoun, type Mend, NOTHING } from './mend.ts'

/** "lifted most of its Cuba sanctions", "some of the rebels fled": how much of something is no thing of its own. */
export const mostOf: Mend = ({ words, below }, word) => {
  const of = words[word.index + 1]
  // "as many of them as" compares.
  if (!MEASURE.test(word.text) || of?.text !== 'of' || words[word.index - 1]?.text === 'as' || !/^(nsubj|obj|obl|nmod)/.test(word.deprel))
    return NOTHING
  const noun = words[below(word.index, /^nmod$/).find((at) => below(at, /^case$/).includes(of.index)) ?? -1]
  if (!noun || !isNoun(noun) || isBelow(words, noun.index, word.head)) return NOTHING
  return [
    changeWord(noun, { head: word.head, deprel: word.deprel }),
    changeWord(word, { head: noun.index, deprel: 'det' }),
    changeWord(of, { head: word.index, deprel: 'fixed' }),
    ...below(word.index, /./)
      .filter((at) => at !== noun.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
  ]
}

// Mends know no lexicon: of its class `quantity` those that the parser takes for what is acted on.
const MEASURE = /^(most|some|all|many|much|several)$/i
