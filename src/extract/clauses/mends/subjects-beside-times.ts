import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, isNoun, isPastForm, type Mend, NOTHING, TIME } from './mend.ts'

// Mends of subjects that were joined to the date before them or to the time behind them.

/** "On October 28 Soviet leader Nikita Khrushchev agrees": the day is no part of the subject behind it. */
export const subjectBehindDate: Mend = ({ words, below }, noun) => {
  const [on, month] = words
  const verb = words[noun.head]
  if (!on || !month || on.head !== noun.index || on.upos !== 'ADP' || !isCalendarWord(month.text)) return NOTHING
  const day = /^\d{1,4}$/.test(words[2]?.text ?? '') ? words[2] : undefined
  const last = day ?? month
  if (verb?.upos !== 'VERB' || verb.index < noun.index || noun.index <= last.index || hasSubject(below, verb.index)) return NOTHING
  if (TIME.test(noun.lemma) || isCalendarWord(noun.text) || words.slice(0, noun.index).some((w) => w.text === ',')) return NOTHING
  return [
    changeWord(noun, { head: verb.index, deprel: below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj' }),
    changeWord(month, { head: verb.index, deprel: 'obl' }),
    changeWord(on, { head: month.index, deprel: 'case' }),
    ...(day ? [changeWord(day, { head: month.index, deprel: 'nummod' })] : NOTHING),
  ]
}

/** "after Chad last month expelled its envoy", "before Chad early on Friday freed them": a time stands between the subject of a clause and its verb. */
export const subjectBeforeTime: Mend = ({ words, below }, noun) => {
  const first = below(noun.index, /^(det|amod|compound|nummod|nmod:poss)/).find((at) => at < noun.index) ?? noun.index
  const mark = words[first - 1]
  if (!mark || !/^(after|before|since|when|while|because|until|as)$/i.test(mark.text) || isCalendarWord(noun.text) || TIME.test(noun.lemma))
    return NOTHING
  const last = below(noun.index, /^flat/).at(-1) ?? noun.index
  const verb = words.slice(last + 1, last + 7).find((w) => !isOfTime(w))
  if (!verb || verb.index === last + 1 || !isPastForm(verb) || hasSubject(below, verb.index)) return NOTHING
  if (verb.head < 0 || below(verb.index, /^aux:pass$/).length > 0) return NOTHING
  const time = words.slice(last + 1, verb.index).filter((w) => w.head < first || w.head > verb.index || w.head === noun.index)
  return [
    changeWord(verb, { deprel: 'advcl' }),
    changeWord(noun, { head: verb.index, deprel: 'nsubj' }),
    changeWord(mark, { head: verb.index, deprel: 'mark', upos: 'SCONJ' }),
    ...time.map((w) => changeWord(w, { head: verb.index })),
  ]
}

/** "Chad last month reached an agreement": who stands before a bare time is no part of it. */
export const subjectBeforeLast: Mend = ({ words, below }, time) => {
  const verb = words[time.head]
  const last = words[time.index - 1]
  if (!/^(last|this|earlier|early|late|next)$/i.test(last?.text ?? '') || !TIME.test(time.lemma)) return NOTHING
  const [at] = below(time.index, /^(compound|nmod|appos|flat|det)/).filter((i) => i < time.index - 1)
  const name = words[at ?? -1]
  if (!name || name.index !== time.index - 2) return NOTHING
  if (!isNoun(name) || isCalendarWord(name.text) || verb?.upos !== 'VERB' || verb.index < time.index || hasSubject(below, verb.index))
    return NOTHING
  const passive = below(verb.index, /^aux:pass$/).length > 0
  return [
    changeWord(name, { head: verb.index, deprel: passive ? 'nsubj:pass' : 'nsubj' }),
    changeWord(time, { deprel: 'obl:unmarked' }),
    ...below(time.index, /^(det|amod|compound|nmod:poss|case)/)
      .filter((i) => i < name.index)
      .map((i) => changeWord(words[i] as Word, { head: name.index })),
  ]
}

const isOfTime = ({ text, lemma, upos }: Word): boolean =>
  isCalendarWord(text) || TIME.test(lemma) || upos === 'NUM' || /^(last|this|on|in|early|late|earlier|yesterday|today|also)$/i.test(text)
