import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isNoun, isPastForm, type Mend, NOTHING, PRESENT } from './mend.ts'

// Mends of relative clauses: their verb was read as a noun, their subject is a number of those that they tell of, or what stands beside them was joined to them.

/** "a vote that the opposition boycotts": what "that" opens has a verb, and the noun before it is who does it. */
export const presentOfRelative: Mend = ({ words, below }, word) => {
  const subject = words[word.index - 1]
  const lemma = lemmaOf(word.text, 'VERB')
  if (!PRESENT.test(word.text) || lemma === word.text || !subject || !isNoun(subject) || subject.head !== word.index) return NOTHING
  if (!/^(compound|nmod)$/.test(subject.deprel) || below(word.index, /^(nsubj|cop|aux|obj|case)/).length > 0) return NOTHING
  const that = below(word.index, /^(mark|det|obj)$/).find((at) => WHICH.test(words[at]?.text ?? '') && at < subject.index)
  if (that === undefined) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma }),
    changeWord(subject, { deprel: 'nsubj' }),
    changeWord(words[that] as Word, { upos: 'PRON', deprel: 'obj' }),
    ...below(word.index, /^(det|amod|nmod:poss|compound|nummod)$/)
      .filter((at) => at < subject.index && at !== that)
      .map((at) => changeWord(words[at] as Word, { head: subject.index })),
  ]
}

const WHICH = /^(that|which|whom)$/i

/** "rounded up Hutus, scores of whom were held": the clause tells of those before the comma, and is of as many of them as the number says. */
export const numberOfWhom: Mend = ({ words, below }, word) => {
  const comma = words[word.index - 1]
  const verb = words[word.head]
  const [of, whom] = [words[word.index + 1], words[word.index + 2]]
  if (whom?.head !== word.index || of?.text !== 'of' || !/^(whom|which)$/.test(whom.text) || comma?.text !== ',') return NOTHING
  const noun = headBefore(words, comma.index)
  if (verb?.upos !== 'VERB' || !isPastForm(verb) || !noun || !isNoun(noun)) return NOTHING
  // "three chiefs, one of whom, Sanchez, commanded": the name tells who.
  if (words[whom.index + 1]?.text === ',' || below(noun.index, /^(acl:relcl|appos)$/).some((at) => at !== verb.index)) return NOTHING
  return [
    changeWord(verb, { head: noun.index, deprel: 'acl:relcl' }),
    changeWord(whom, { head: verb.index, deprel: word.deprel }),
    changeWord(word, { head: whom.index, deprel: 'nmod' }),
    // "…, while the radio told": beside the main clause.
    ...(verb.deprel === 'acl:relcl' ? [] : below(verb.index, /^advcl$/))
      .filter((at) => words[at - 1]?.text === ',' || below(at, /^mark$/).some((mark) => words[mark - 1]?.text === ','))
      .map((at) => changeWord(words[at] as Word, { head: verb.head })),
  ]
}

/** The head of the noun phrase that ends before a comma, as far as nothing but its own parts and phrases stand there. */
const headBefore = (words: readonly Word[], comma: number): Word | undefined => {
  let noun = words[comma - 1]
  while (noun && /^(flat|nmod|compound|nmod:unmarked)/.test(noun.deprel)) noun = words[noun.head]
  return noun
}

/** "It was Britain that called on China": what "it" points out does it, and "that" is said of no more than that. */
export const pointedOut: Mend = ({ words, below }, verb) => {
  const that = words[below(verb.index, /^nsubj/)[0] ?? -1]
  if (!that || !/^(that|who|which)$/.test(that.text) || that.index > verb.index) return NOTHING
  let noun = words[that.index - 1]
  while (noun && /^(flat|conj|nmod|compound)/.test(noun.deprel) && noun.head >= 0 && noun.head < that.index) noun = words[noun.head]
  if (!noun || !isNoun(noun) || below(noun.index, /^cop$/).length === 0) return NOTHING
  const it = below(noun.index, /^(expl|nsubj)/).some((at) => /^it$/i.test(words[at]?.text ?? ''))
  if (!it || isBelow(words, verb.index, noun.index)) return NOTHING
  const isActive = below(verb.index, /^aux:pass$/).length === 0
  // "that suspended cooperation with NATO": read as a quality of what it is done to.
  const object = verb.deprel === 'amod' && verb.head > verb.index ? words[verb.head] : undefined
  return [
    changeWord(verb, { head: noun.index, deprel: 'acl:relcl' }),
    ...(object ? [changeWord(object, { head: verb.index, deprel: 'obj' })] : NOTHING),
    ...(isActive && that.deprel !== 'nsubj' ? [changeWord(that, { deprel: 'nsubj' })] : NOTHING),
  ]
}

/**
 * "boycotted a summit that Kenya had convened, and Congo severed relations": who acts behind a comma and an "and" does so beside the main clause, not in what a relative
 * clause tells of a noun.
 */
export const besideRelative: Mend = ({ words, below }, verb) => {
  const relative = words[verb.head]
  const above = words[words[relative?.head ?? -1]?.head ?? -1]
  if (!relative || !/^acl/.test(relative.deprel) || above?.upos !== 'VERB' || above.index > relative.index) return NOTHING
  const [subject] = below(verb.index, /^nsubj/)
  const [cc] = below(verb.index, /^cc$/)
  if (subject === undefined || cc === undefined || cc > subject || words[cc - 1]?.text !== ',' || !isNoun(words[subject])) return NOTHING
  if (below(relative.index, /^nsubj$/).length === 0 || below(verb.index, /^mark$/).length > 0) return NOTHING
  // What the parser joined to the relative clause instead: "relations".
  const object =
    below(verb.index, /^(obj|xcomp|ccomp|obl)/).length === 0 ? below(relative.index, /^conj$/).find((at) => at > verb.index) : undefined
  return [
    changeWord(verb, { head: above.index }),
    ...(object !== undefined && isNoun(words[object]) ? [changeWord(words[object] as Word, { head: verb.index, deprel: 'obj' })] : NOTHING),
  ]
}
