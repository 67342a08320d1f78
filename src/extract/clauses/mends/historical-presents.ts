import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { CAPITAL, hasSubject, isNoun, type Mend, NOTHING, PRESENT } from './mend.ts'

// Mends of the historical present of chronologies, whose verbs look like nouns.

/** "Fighting erupts between the army and the rebels", "The army ousts and arrests the president": a form in -s of what names nothing is a verb, what stands before it its subject. */
export const presentAsNoun: Mend = ({ words, below, isOf }, word) => {
  if (!PRESENT.test(word.text) || CAPITAL.test(word.text)) return NOTHING
  const lemma = lemmaOf(word.text, 'VERB')
  if (lemma === word.text || !isOf(lemma, 'no-noun')) return NOTHING
  const subject = below(word.index, /^(compound|nmod|amod)$/).at(-1)
  const noun = subject === undefined ? undefined : words[subject]
  if (!noun || noun.index !== word.index - 1 || hasSubject(below, word.index) || below(word.index, /^(case|cop|aux)/).length > 0)
    return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma }),
    changeWord(noun, { head: word.index, deprel: 'nsubj', upos: isNoun(noun) ? noun.upos : 'NOUN' }),
    ...below(word.index, /^(det|amod|compound|nmod:poss|nummod|nmod)$/)
      .filter((at) => at < noun.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
    ...below(word.index, /^nmod/)
      .filter((at) => at > word.index)
      .map((at) => changeWord(words[at] as Word, { deprel: 'obl' })),
  ]
}

/** "Canada, Mexico and the European Union protest.": several who are told of without a copula do what the last word says. */
export const pluralPresent: Mend = ({ words, below }, word) => {
  const [subject, more] = below(word.index, /^nsubj$/).map((at) => words[at] as Word)
  const [and] = below(word.index, /^cc$/).filter((at) => at < word.index)
  const last = below(word.index, /^compound$/).at(-1)
  const noun = last === undefined ? undefined : words[last]
  if (!subject || more || and === undefined || !noun || noun.index !== word.index - 1 || subject.index > and) return NOTHING
  if (word.text !== word.lemma || below(word.index, /^(cop|aux|case)/).length > 0 || !isNoun(subject)) return NOTHING
  if (words.some(({ upos }) => /^(VERB|AUX)$/.test(upos))) return NOTHING
  return [
    changeWord(word, { upos: 'VERB' }),
    changeWord(noun, { head: subject.index, deprel: 'conj' }),
    changeWord(words[and] as Word, { head: noun.index }),
    ...below(word.index, /^(det|amod|compound)$/)
      .filter((at) => at > and && at < noun.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
  ]
}
