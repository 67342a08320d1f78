import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isIngOf, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends around reports: what is said, beside when it was said and who says it.

/** "said on Tuesday that Chad must pay": no day has a "that"-clause of its own, the verb does. */
export const thatBehindDay: Mend = ({ words, below }, word) => {
  const day = words[word.head]
  const verb = words[day?.head ?? -1]
  if (!day || !isCalendarWord(day.text) || verb?.upos !== 'VERB' || below(verb.index, /^ccomp/).length > 0) return NOTHING
  const that = below(word.index, /^(mark|obj|nsubj)$/).find((at) => words[at]?.text.toLowerCase() === 'that')
  if (that !== day.index + 1 || below(word.index, /^(nsubj|expl|csubj)/).every((at) => at === that)) return NOTHING
  return [changeWord(word, { head: verb.index, deprel: 'ccomp' }), changeWord(words[that] as Word, { upos: 'SCONJ', deprel: 'mark' })]
}

/** "Rebels took the town, officials said on Monday, killing ten": behind a report between commas a participle goes on with what is reported. */
export const participleBehindReport: Mend = (scene, word) => {
  const { words, below } = scene
  const report = words[word.head]
  if (
    !report ||
    !ING.test(word.text) ||
    isIngOf(scene, word, 'speaking-beside') ||
    report.index > word.index ||
    !scene.isOf(report.lemma, 'reporting')
  )
    return NOTHING
  if (words[word.index - 1]?.text !== ',' || below(word.index, /^(mark|case|nsubj|aux)/).length > 0) return NOTHING
  const [subject] = below(report.index, /^nsubj/)
  if (subject === undefined || below(report.index, /^(ccomp|obj)/).some((at) => at > report.index && at !== word.index)) return NOTHING
  const told =
    report.deprel === 'parataxis' ? report.head : below(report.index, /^ccomp/).find((at) => at < Math.min(subject, report.index))
  return told !== undefined && words[told]?.upos === 'VERB' ? [changeWord(word, { head: told, deprel: 'advcl' })] : NOTHING
}

/** "blamed Chad for an attack that killed ten, calling it a crime": an attack calls nobody anything; who blames does. */
export const speakingOfThing: Mend = (scene, word) => {
  const { words, below } = scene
  const clause = words[word.head]
  if (clause?.deprel !== 'acl:relcl' || !isIngOf(scene, word, 'speaking-beside') || words[word.index - 1]?.text !== ',') return NOTHING
  if (below(word.index, /^(mark|case|nsubj)/).length > 0) return NOTHING
  if (below(clause.index, /^nsubj/).every((at) => !/^(that|which)$/i.test(words[at]?.text ?? ''))) return NOTHING
  let noun = words[clause.head]
  while (noun && isNoun(noun) && /^(nmod|conj|appos)/.test(noun.deprel)) noun = words[noun.head]
  const verb = words[noun?.head ?? -1]
  return noun?.upos === 'NOUN' && verb?.upos === 'VERB' && below(verb.index, /^nsubj/).length > 0
    ? [changeWord(word, { head: verb.index, deprel: 'advcl' })]
    : NOTHING
}

/** "calling the president a murderer": whom one calls so, and what. */
export const calledWhat: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !isOf(verb.lemma, 'labelling') || !isNoun(word)) return NOTHING
  const [receiver] = below(verb.index, /^iobj$/)
  const [article] = below(word.index, /^det$/)
  return receiver !== undefined && article !== undefined && receiver < article && /^an?$/i.test(words[article]?.text ?? '')
    ? [changeWord(words[receiver] as Word, { deprel: 'obj' }), changeWord(word, { deprel: 'xcomp' })]
    : NOTHING
}

/** "said Monday it had lifted the ban": the day right behind the word of speech is when that was said. */
export const dayOfSpeech: Mend = ({ words, below, isOf }, day) => {
  const clause = words[day.head]
  if (clause?.deprel !== 'ccomp' || clause.index <= day.index + 1) return NOTHING
  const [on] = below(day.index, /^case$/)
  const before = words[(on ?? day.index) - 1]
  if (clause.head !== before?.index || !isOf(before.lemma, 'reporting') || !isCalendarWord(day.text)) return NOTHING
  return words[day.index + 1]?.text !== ',' ? [changeWord(day, { head: before.index })] : NOTHING
}

/** "called the vote biased", "branded it rigged": what something is called in one word is how it is. */
export const calledHow: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  return verb?.upos === 'VERB' &&
    isOf(verb.lemma, 'terming') &&
    /ed$/.test(word.text) &&
    below(word.index, /^(nsubj|obj|aux|mark|obl:agent)/).length === 0
    ? [changeWord(word, { upos: 'ADJ', lemma: word.text.toLowerCase() })]
    : NOTHING
}

/** "described it as absurd": what something is told to be stands in a phrase, a thing or a quality. */
export const calledAs: Mend = ({ words, below }, word) => {
  const as = below(word.index, /^mark$/)
  if (words[word.head]?.upos !== 'VERB' || as.length !== 1 || words[as[0] as number]?.text !== 'as') return NOTHING
  // "as dangerous for Mali": of what it is a quality is nobody whom it is told to.
  return below(word.index, /^(nsubj|cop|aux|obj|obl|nmod)/).some((at) => !isCalendarWord(words[at]?.text ?? ''))
    ? NOTHING
    : [changeWord(word, { deprel: 'obl' }), changeWord(words[as[0] as number] as Word, { deprel: 'case', upos: 'ADP' })]
}

/** "Six people were killed, it added.": a clause of speech that ends a sentence behind its comma completes nothing. */
export const addedBehind: Mend = ({ words, below, isOf }, word) => {
  const above = words[word.head]
  const [subject, other] = below(word.index, /^nsubj$/)
  if (
    !isOf(word.lemma, 'reporting') ||
    !above ||
    above.upos !== 'VERB' ||
    above.index > word.index ||
    subject === undefined ||
    other !== undefined
  )
    return NOTHING
  if (
    isOf(above.lemma, 'reporting') ||
    below(word.index, /^(mark|aux|obj|ccomp|xcomp)/).length > 0 ||
    !/^(PRON|NOUN|PROPN)$/.test(words[subject]?.upos ?? '')
  )
    return NOTHING
  const first = Math.min(subject, ...below(subject, /^(det|amod|compound|nmod:poss|nummod)/))
  const rest = words.slice(word.index + 1)
  return words[first - 1]?.text === ',' && rest.every((w) => w.upos === 'PUNCT' || w.deprel.startsWith('obl') || w.upos === 'ADP')
    ? [changeWord(word, { deprel: 'parataxis' })]
    : NOTHING
}

/** "hit a tanker, the army said, in an attack": behind a clause of speech between commas what was told before goes on. */
export const goesOnBehind: Mend = ({ words, below, isOf }, word) => {
  const says = words[word.head]
  if (says?.upos !== 'VERB' || !isOf(says.lemma, 'reporting') || word.index < says.index || words[says.index + 1]?.text !== ',')
    return NOTHING
  const [quoted] = below(says.index, /^ccomp$/).filter((at) => at < says.index)
  const told = words[quoted ?? (says.deprel === 'parataxis' ? says.head : -1)]
  const first = Math.min(word.index, ...below(word.index, /^(case|det|amod|compound|nmod:poss|nummod)/))
  if (
    told?.upos !== 'VERB' ||
    told.index > says.index ||
    first !== says.index + 2 ||
    !/^(in|during|after|following|near|outside|amid)$/i.test(words[first]?.text ?? '')
  )
    return NOTHING
  return [changeWord(word, { head: told.index })]
}

/** "said its patience was at an end, in a warning to Chad": with what is said behind a comma one means somebody; the speaker does, not what he speaks of. */
export const meantBehind: Mend = ({ words, below, isOf }, word) => {
  if (!isOf(word.lemma, 'meant-by-speech')) return NOTHING
  const [preposition] = below(word.index, /^case$/)
  if (preposition === undefined || words[preposition]?.text !== 'in') return NOTHING
  if (below(word.index, /^det$/).every((at) => !/^an?$/.test(words[at]?.text ?? ''))) return NOTHING
  let above = words[word.head]
  while (above && !isOf(above.lemma, 'reporting'))
    above = /^(ccomp|obl|nmod|conj|acl|advcl|xcomp|appos|obj)/.test(above.deprel) ? words[above.head] : undefined
  if (!above || above.index === word.head || above.index > word.index || above.upos !== 'VERB') return NOTHING
  const isBeside = words[preposition - 1]?.text === ',' || below(above.index, /^ccomp$/).some((at) => at < above.index)
  return isBeside && below(above.index, /^nsubj/).length > 0 ? [changeWord(word, { head: above.index, deprel: 'obl' })] : NOTHING
}
