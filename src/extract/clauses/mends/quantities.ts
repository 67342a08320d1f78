import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isNoun, type Mend, NOTHING, TIME } from './mend.ts'

/** "lifted most of its Cuba sanctions", "some of the rebels fled": how much of something is no thing of its own. */
export const mostOf: Mend = ({ words, below }, word) => {
  const of = words[word.index + 1]
  // "as many of them as" compares.
  if (of?.text !== 'of' || !MEASURE.test(word.text) || words[word.index - 1]?.text === 'as' || !/^(nsubj|obj|obl|nmod)/.test(word.deprel))
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

// Of the lexicon's class `quantity` those alone that the parser takes for what is acted on.
const MEASURE = /^(most|some|all|many|much|several|upwards)$/i

/** "withdrew from the Court hours before a summit", "backed Armenia days after the vote": what stands before such a time isn't its attribute. */
export const nameBeforeSpan: Mend = ({ words, below }, word) => {
  const noun = words[word.index - 1]
  if (noun?.head !== word.index || !isNoun(noun) || !word.text.endsWith('s') || !TIME.test(word.lemma)) return NOTHING
  if (!/^(after|before|later|ago|earlier)$/.test(words[word.index + 1]?.text ?? '')) return NOTHING
  if (!/^(compound|flat|nmod)/.test(noun.deprel) || TIME.test(noun.lemma)) return NOTHING
  const verb = verbAbove(words, word)
  if (verb < 0) return NOTHING
  return [
    changeWord(noun, { head: word.head, deprel: word.deprel }),
    changeWord(word, { head: verb, deprel: 'obl:unmarked' }),
    ...below(word.index, /^(det|amod|compound|nummod|nmod:poss|case|conj|cc|punct)/)
      .filter((at) => at < noun.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
  ]
}

const verbAbove = (words: readonly Word[], { head }: Word): number => {
  let at = head
  while (at >= 0 && words[at]?.upos !== 'VERB') at = words[at]?.head ?? -1
  return at
}

/** "handed over more than $4 million worth of medicines to Chad": the medicines were, and what they are worth is told of them. */
export const worthOf: Mend = ({ words, below }, word) => {
  const money = words[word.head]
  const verb = words[money?.head ?? -1]
  const thing = words[below(word.index, /^nmod$/)[0] ?? -1]
  if (word.text !== 'worth' || !money || verb?.upos !== 'VERB' || !thing) return NOTHING
  const [of] = below(thing.index, /^case$/)
  const cases = below(money.index, /^case$/)
  if (of === undefined || words[of]?.text !== 'of' || cases.some((at) => words[at]?.text !== 'than')) return NOTHING
  return [
    changeWord(thing, { head: verb.index, deprel: /^obl/.test(money.deprel) ? 'obj' : money.deprel }),
    changeWord(money, { head: thing.index, deprel: 'nummod' }),
    ...[of, ...cases].map((at) => changeWord(words[at] as Word, { head: word.index, deprel: 'fixed' })),
    ...below(thing.index, /^nmod$/)
      .filter((at) => below(at, /^case$/).some((to) => /^(to|for)$/.test(words[to]?.text ?? '')))
      .map((at) => changeWord(words[at] as Word, { head: verb.index, deprel: 'obl' })),
  ]
}

/** "Arms worth ten million dollars were seized": the arms were, and what they are worth is told of them. */
export const worthSoMuch: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const [thing] = below(word.index, /^nsubj/)
  const [money] = below(word.index, /^obj$/)
  if (word.text !== 'worth' || verb?.upos !== 'VERB' || thing !== word.index - 1 || below(verb.index, /^nsubj/).length > 0) return NOTHING
  const isPassive = below(verb.index, /^aux:pass$/).length > 0
  return [
    changeWord(words[thing] as Word, { head: verb.index, deprel: isPassive ? 'nsubj:pass' : 'nsubj' }),
    changeWord(word, { head: thing, deprel: 'amod', upos: 'ADJ' }),
    ...(money === undefined ? [] : below(money, /^nmod$/).map((at) => changeWord(words[at] as Word, { head: thing }))),
  ]
}
