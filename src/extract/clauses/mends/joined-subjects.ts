import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of subjects that "and" joins to what stands before them.

/** "took a town in an offensive and the president fled": what "and" joins to a phrase right before a verb without a subject is its subject. */
export const subjectBehindAnd: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const above = words[noun?.head ?? -1]
  const verb = words[(below(word.index, /^flat/).at(-1) ?? word.index) + 1]
  if (!noun || !/^(obl|obj)$/.test(noun.deprel) || above?.upos !== 'VERB' || above.index > noun.index) return NOTHING
  if (verb?.upos !== 'VERB' || ING.test(verb.text) || verb.head !== above.index || !/^(advcl|conj|parataxis)/.test(verb.deprel))
    return NOTHING
  if (below(verb.index, /^(nsubj|csubj|mark|aux:pass|expl)/).length > 0) return NOTHING
  const [and] = [...below(word.index, /^cc$/), ...below(verb.index, /^cc$/)].filter((at) => at < word.index && at > noun.index)
  return and === undefined
    ? NOTHING
    : [
        changeWord(word, { head: verb.index, deprel: 'nsubj' }),
        changeWord(verb, { deprel: 'conj' }),
        changeWord(words[and] as Word, { head: verb.index }),
      ]
}

/** "killing six people, residents and the army said": those behind a comma who are joined right before a verb of saying are its subject. */
export const sayersBehind: Mend = ({ words, below, isOf }, word) => {
  const noun = words[word.head]
  const first = below(word.index, /^(det|amod|compound|punct)/)[0] ?? word.index
  if (!noun || noun.index > word.index || (words[first]?.text !== ',' && words[first - 1]?.text !== ',')) return NOTHING
  const other = [...below(noun.index, /^conj$/), ...below(word.index, /^conj$/)].find((at) => at > word.index)
  const verb = words[(below(other ?? word.index, /^(flat|nmod)/).at(-1) ?? other ?? word.index) + 1]
  if (verb?.upos !== 'VERB' || !isOf(verb.lemma, 'reporting') || below(verb.index, /^(nsubj|csubj|mark|aux:pass)/).length > 0)
    return NOTHING
  return [
    changeWord(word, { head: verb.index, deprel: 'nsubj' }),
    ...(other === undefined ? [] : [changeWord(words[other] as Word, { head: word.index })]),
  ]
}

/** "After mediation by Chad and Egypt, the generals and the rebels sign": what a phrase that opens the sentence was given behind its comma is the subject of a verb without one. */
export const subjectBehindOpening: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const first = Math.min(word.index, ...below(word.index, /^(det|amod|compound|nmod:poss|nummod)/))
  const comma = words[first - 1]
  const verb = words.find((w) => w.head < 0)
  if (!noun || comma?.text !== ',' || noun.index > comma.index || words[0]?.upos !== 'ADP') return NOTHING
  if (verb?.upos !== 'VERB' || verb.index < word.index || ING.test(verb.text)) return NOTHING
  if (below(verb.index, /^(nsubj|csubj|expl|mark|aux:pass)/).length > 0) return NOTHING
  const rest = words.slice(word.index + 1, verb.index)
  // Its own phrase and those that "and" joins to it reach to the verb.
  if (rest.some((w) => /^(PUNCT|VERB)$/.test(w.upos) || /^(obl|advcl)/.test(w.deprel)) || !isBelow(words, noun.index, verb.index - 1))
    return NOTHING
  if (!isBelow(words, verb.index, noun.index) || words[0].head > comma.index) return NOTHING
  return [
    changeWord(word, { head: verb.index, deprel: 'nsubj' }),
    changeWord(comma, { head: verb.index }),
    ...below(noun.index, /^conj$/)
      .filter((at) => at > word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "Yemen's government and the Houthis exchanged prisoners": a noun that heads a sentence with a verb beside it is its subject, with the one whom "and" joins to it. */
export const joinedSubjects: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const [other, more] = below(word.index, /^nsubj$/)
  if (!isNoun(noun) || noun === undefined || noun.head >= 0 || other === undefined || more !== undefined) return NOTHING
  if (below(noun.index, /^(cop|nsubj|csubj|acl|appos|parataxis)/).length > 0 || below(word.index, /^mark$/).length > 0) return NOTHING
  let at = other - 1
  while (/^(DET|ADJ|NUM|PROPN)$/.test(words[at]?.upos ?? '')) at--
  const and = words[at]
  const last = Math.max(noun.index, ...below(noun.index, /^(flat|nmod)$/).filter((below) => below < word.index))
  if (and?.text !== 'and' || last !== at - 1) return NOTHING
  return [
    changeWord(word, { head: -1, deprel: 'root' }),
    changeWord(noun, { head: word.index, deprel: 'nsubj' }),
    changeWord(words[other] as Word, { head: noun.index, deprel: 'conj' }),
    ...words.slice(at, other).flatMap((w) => (w.head > other ? [changeWord(w, { head: other })] : [])),
  ]
}

/** "hopes Chad and Niger will persuade": the object of a verb of thought right before "and" and the subject of the verb behind are two subjects of that. */
export const thoughtOf: Mend = ({ words, below, isOf }, noun) => {
  const thinks = words[noun.head]
  if (thinks?.upos !== 'VERB' || noun.index < thinks.index || !isOf(thinks.lemma, 'holding-true')) return NOTHING
  const clause = words.slice(noun.index + 1).find((w) => w.upos === 'VERB' && below(w.index, /^nsubj$/).length > 0)
  const other = words[below(clause?.index ?? -1, /^nsubj$/)[0] ?? -1]
  const and = words.slice(noun.index + 1).find((w) => w.text === 'and')
  if (!clause || !other || !and || !isNoun(other) || below(clause.index, /^(cc|mark|nsubj:pass)$/).some((at) => at !== and.index))
    return NOTHING
  const inPhrase = (from: number, to: number, head: number): boolean => words.slice(from, to).every((w) => isBelow(words, head, w.index))
  if (other.index < and.index || !inPhrase(noun.index + 1, and.index, noun.index) || !inPhrase(and.index + 1, other.index, other.index))
    return NOTHING
  return [
    changeWord(noun, { head: clause.index, deprel: 'nsubj' }),
    changeWord(other, { head: noun.index, deprel: 'conj' }),
    changeWord(and, { head: other.index, deprel: 'cc' }),
    changeWord(clause, { head: thinks.index, deprel: 'ccomp' }),
  ]
}
