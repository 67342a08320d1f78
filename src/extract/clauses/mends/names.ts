import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { CAPITAL, hasSubject, isBelow, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of names: where one ends, what is listed with it, words of it that were read as verbs.

/** "Macron visits Algeria", "India, Pakistan sign treaty": no verb has a name for its compound. */
export const compound: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index < word.index) return NOTHING
  if (/^(amod|compound)$/.test(verb.deprel)) return NOTHING
  const [subject] = below(verb.index, /^nsubj/)
  if (subject === undefined) return [changeWord(word, { deprel: 'nsubj' })]
  return subject < word.index ? [changeWord(word, { head: subject, deprel: 'conj' })] : NOTHING
}

/** "Blinken praised Iran", "gave help to Chad": a name is no complement; it is the subject before the verb, the object or a phrase behind it. */
export const nameComplement: Mend = ({ words, below }, word) => {
  if (words[word.head]?.upos !== 'VERB' || below(word.index, /^(cop|mark)/).length > 0) return NOTHING
  if (below(word.index, /^case/).length > 0) return word.index > word.head ? [changeWord(word, { deprel: 'obl' })] : NOTHING
  const deprel = word.index < word.head ? 'nsubj' : 'obj'
  return below(word.head, deprel === 'nsubj' ? /^nsubj/ : /^obj/).length === 0 ? [changeWord(word, { deprel })] : NOTHING
}

/** "After meeting Zelensky, Macron criticised Hungary", "On May 8 Macron announced": a name ends at a comma, a date with its number. */
export const brokenName: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (isCalendarWord(word.text)) return NOTHING
  if (before?.text !== ',' && !(before && (before.upos === 'NUM' || isCalendarWord(before.text)))) return NOTHING
  const verb = words.slice(word.index + 1, word.index + 4).find((w) => w.upos === 'VERB')
  return verb && below(verb.index, /^nsubj/).length === 0 ? [changeWord(word, { head: verb.index, deprel: 'nsubj' })] : NOTHING
}

/** "China, Japan hold talks": a bare name behind a name at the start is coordinated with it where no comma closes it before the verb. */
export const listedName: Mend = ({ words, below }, word) => {
  const name = words[word.index - 2]
  const verb = words[word.index + 1]
  if (name?.upos !== 'PROPN' || name.index > 0 || words[1]?.text !== ',' || verb?.upos !== 'VERB') return NOTHING
  if (
    words[verb.index + 1]?.text === ',' ||
    below(word.index, /./).some((at) => at !== 1) ||
    below(0, /./).some((at) => at !== 1 && at !== word.index)
  )
    return NOTHING
  const verbal = (w: Word): boolean => w.head === verb.index
  return (verbal(name) || verbal(word)) &&
    [name, word].every((w) => /^(nsubj|appos|vocative|conj|nmod|compound|obl|dislocated|parataxis|discourse)/.test(w.deprel))
    ? [changeWord(name, { head: verb.index, deprel: 'nsubj' }), changeWord(word, { head: name.index, deprel: 'conj' })]
    : NOTHING
}

/** "Chad, Sudan foreign ministers meet": a bare name at the start, one more behind a comma and those who hold office in both. */
export const namesBeforeOffice: Mend = ({ words, below }, word) => {
  const [name, comma] = words
  const noun = words[word.head]
  if (word.index !== 2 || comma?.text !== ',' || name?.upos !== 'PROPN' || !/^(det|compound|amod|nmod)/.test(word.deprel)) return NOTHING
  if (noun?.upos !== 'NOUN' || noun.text === noun.lemma || noun.deprel !== 'nsubj' || below(0, /./).some((at) => at > 1)) return NOTHING
  if (words.slice(3, noun.index).some((w) => w.text === ',' || w.upos === 'PROPN')) return NOTHING
  return /^(vocative|nsubj|appos|dislocated|obl|parataxis|discourse)/.test(name.deprel)
    ? [changeWord(name, { head: noun.index, deprel: 'compound' }), changeWord(word, { head: 0, deprel: 'conj' })]
    : NOTHING
}

/** "Chinese, Japanese ministers": of two nationalities with a comma between them the second is coordinated with the first. */
export const listedNationality: Mend = ({ words }, word) => {
  const first = words[word.index - 2]
  if (words[word.index - 1]?.text !== ',' || !CAPITAL.test(word.text) || !CAPITAL.test(first?.text ?? '')) return NOTHING
  return first?.upos === 'ADJ' && first.deprel === 'amod' && first.head === word.head && words[word.head]?.index !== first.index
    ? [changeWord(word, { head: first.index, deprel: 'conj' })]
    : NOTHING
}

/**
 * "Algerian and Malian officials", "Bulgarian and Malian foreign ministers": two nationalities that "and" joins describe the noun behind them; neither is one of
 * those that the parser joins that to, nor what somebody makes of it.
 */
export const nationalitiesBefore: Mend = ({ words, below }, noun) => {
  let at = noun.index - 1
  while (/^(ADJ|NOUN)$/.test(words[at]?.upos ?? '') && !CAPITAL.test(words[at]?.text ?? '')) at--
  const [one, and, other] = [words[at - 2], words[at - 1], words[at]]
  if (and?.text !== 'and' || !one || !other || !isNationality(one) || other.upos !== 'ADJ' || !CAPITAL.test(other.text)) return NOTHING
  if (!/^(conj|amod)$/.test(other.deprel)) return NOTHING
  if (one.head === noun.index) return joinedBefore(one, and, other, noun)
  if (noun.deprel !== 'conj' || noun.head !== one.index)
    return one.deprel === 'xcomp' && noun.deprel === 'obj' && noun.head === one.head ? describing(one, and, other, noun) : NOTHING
  const isComplement = one.deprel === 'xcomp'
  if (isComplement && below(one.head, /^i?obj$/).length > 0) return NOTHING
  return [
    changeWord(noun, { head: one.head, deprel: isComplement ? 'obj' : one.deprel }),
    ...describing(one, and, other, noun),
    ...below(one.index, /^(case|det|punct|mark|acl|nmod)/).map((child) => changeWord(words[child] as Word, { head: noun.index })),
  ]
}

const isNationality = ({ upos, text }: Word): boolean => CAPITAL.test(text) && (upos === 'ADJ' || (upos === 'PROPN' && text.endsWith('i')))

/** "Malian and Moroccan officials", each hung on the noun by itself. */
const joinedBefore = (one: Word, and: Word, other: Word, noun: Word): readonly Word[] =>
  [one, other].every((word) => word.head === noun.index && word.deprel === 'amod') ? describing(one, and, other, noun) : NOTHING

const describing = (one: Word, and: Word, other: Word, noun: Word): readonly Word[] => [
  changeWord(one, { head: noun.index, deprel: 'amod', upos: 'ADJ' }),
  changeWord(other, { head: one.index, deprel: 'conj' }),
  changeWord(and, { head: other.index, deprel: 'cc' }),
]

/** "Spain as well as Portugal criticised Morocco": what stands behind "as well as" is coordinated with the noun before it. */
export const asWellAs: Mend = ({ words, below }, word) => {
  if (word.index < 4 || word.deprel === 'conj') return NOTHING
  const first = below(word.index, /^(det|amod|compound|nummod|nmod:poss)/)[0] ?? word.index
  const at = Math.min(word.index, first)
  const before = words[at - 4]
  if (!before || !isNoun(before)) return NOTHING
  if (!['as', 'well', 'as'].every((text, i) => words[at - 3 + i]?.text.toLowerCase() === text)) return NOTHING
  const head = before.deprel === 'flat' ? before.head : before.index
  return isBelow(words, word.index, head) ? NOTHING : [changeWord(word, { head, deprel: 'conj' })]
}

/** "President Andrés Manuel López Obrador defended": a name helps no verb; behind the subject it is the rest of that, else the subject itself. */
export const nameAsAuxiliary: Mend = ({ below }, name) => {
  const [subject] = below(name.head, /^nsubj/)
  if (!CAPITAL.test(name.text) || name.index > name.head) return NOTHING
  if (subject === undefined) return [changeWord(name, { deprel: 'nsubj' })]
  return subject === name.index - 1 ? [changeWord(name, { head: subject, deprel: 'flat' })] : NOTHING
}

/** "Human Rights Watch accused Eritrea": what is capital behind a capital and only has a participle below it is a name, the subject of that. */
export const capitalVerb: Mend = ({ words, below }, word) => {
  if (isNoun(word) && word.deprel !== 'root') return NOTHING
  const before = words[word.index - 1]
  if (!isNoun(before) || !CAPITAL.test(word.text) || !CAPITAL.test(before?.text ?? '')) return NOTHING
  const verb = words[word.index + 1]
  if (verb?.upos !== 'VERB' || verb.head !== word.index || CAPITAL.test(verb.text) || below(verb.index, /^nsubj/).length > 0) return NOTHING
  return [
    changeWord(verb, { head: word.head, deprel: word.deprel }),
    changeWord(word, { upos: 'PROPN', lemma: word.text, head: verb.index, deprel: 'nsubj' }),
    ...below(word.index, /^nsubj/).map((at) => changeWord(words[at] as Word, { deprel: 'compound' })),
  ]
}

/** "Interior Minister Gerhard Lauber on Monday defended": what is capital behind a name and governs a verb in the past is the end of that name. */
export const surname: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (!CAPITAL.test(word.text) || before?.upos !== 'PROPN' || before.head !== word.index || !/^nsubj/.test(before.deprel)) return NOTHING
  const verb = words[below(word.index, /^(ccomp|xcomp|conj|parataxis|advcl)$/).find((at) => at > word.index) ?? -1]
  if (verb?.upos !== 'VERB' || !FINITE.test(verb.text) || below(verb.index, /^(nsubj|mark|cc$|aux)/).length > 0) return NOTHING
  return [
    changeWord(verb, { head: word.head, deprel: word.deprel }),
    changeWord(before, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { upos: 'PROPN', lemma: word.text, head: before.index, deprel: 'flat' }),
    ...below(word.index, /^(obl|punct|advmod|advcl)/).map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

const FINITE = /(ed|aid|old|ent|et|ook|ought|ame|ave)$/

/** "Human Rights Watch in New York issued": what is capital behind a capital that would be its subject is the end of a name. */
export const capitalName: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (!CAPITAL.test(word.text) || !CAPITAL.test(before?.text ?? '') || !isNoun(before) || before?.head !== word.index) return NOTHING
  return [
    changeWord(word, { upos: 'PROPN', lemma: word.text, deprel: word.deprel === 'csubj' ? 'nsubj' : word.deprel }),
    ...below(word.index, /^nsubj/).map((at) => changeWord(words[at] as Word, { deprel: 'compound' })),
    ...below(word.index, /^obl/).map((at) => changeWord(words[at] as Word, { deprel: 'nmod' })),
  ]
}

/** "UNDOF also withdrew": capitals before a verb without a subject are a name. */
export const acronym: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!/^\p{Lu}{3,}$/u.test(word.text) || isNoun(word)) return NOTHING
  if (verb?.upos !== 'VERB' || verb.index < word.index || !/\p{Ll}/u.test(verb.text) || below(verb.index, /^(nsubj|csubj)/).length > 0)
    return NOTHING
  return words.slice(word.index + 1, verb.index).every((w) => /^(aux|advmod)/.test(w.deprel))
    ? [changeWord(word, { upos: 'PROPN', lemma: word.text, deprel: 'nsubj' })]
    : NOTHING
}

/** "an ASEAN member", "urged ASEAN to act": what stands all in capitals is no adjective, but a name before a noun or behind its verb. */
export const acronymOfNoun: Mend = ({ words, below }, word) => {
  if (!/^\p{Lu}{3,}$/u.test(word.text) || words.every((w) => !/\p{Ll}{2}/u.test(w.text))) return NOTHING
  if (word.deprel === 'amod' && isNoun(words[word.head])) return [changeWord(word, { upos: 'PROPN', lemma: word.text, deprel: 'compound' })]
  const verb = words[word.head]
  return word.deprel === 'xcomp' && verb?.index === word.index - 1 && verb.upos === 'VERB' && below(verb.index, /^i?obj/).length === 0
    ? [changeWord(word, { upos: 'PROPN', lemma: word.text, deprel: 'obj' })]
    : NOTHING
}

/** "Zimbabwe's ruling ZANU-PF": nobody rules the name right behind it. */
export const rulingParty: Mend = ({ words, below }, word) => {
  if (word.text !== 'ruling') return NOTHING
  const [before, behind] = [words[word.index - 1], words[word.index + 1]]
  const [party] = below(word.index, /^obj$/)
  const noun = party === undefined ? undefined : words[party]
  if (behind?.upos !== 'PROPN' || !noun || noun.index > word.index + 3) return NOTHING
  if (!/^(the|its|their|'s|’s|')$/i.test(before?.text ?? '') && before?.upos !== 'ADJ') return NOTHING
  return [
    changeWord(noun, { head: word.head, deprel: word.deprel }),
    changeWord(word, { upos: 'ADJ', head: noun.index, deprel: 'amod' }),
    ...below(word.index, /^/).flatMap((at) => (at === noun.index ? [] : [changeWord(words[at] as Word, { head: noun.index })])),
  ]
}

/** "praised US President Joe Biden", "asked EU lawmakers": what always has "the" before it as a noun is without it a part of the phrase behind. */
export const initialsBefore: Mend = ({ words, below }, word) => {
  if (!INITIALS.test(word.text) || below(word.index, /^(det|case|conj|cc)/).length > 0) return NOTHING
  let noun = words[word.index + 1]
  while (noun && noun.head > noun.index && /^(compound|amod|nmod:desc|nummod|flat)/.test(noun.deprel)) noun = words[noun.head]
  return isNoun(noun) && noun && noun.head !== word.index && /^(iobj|obj|obl|nmod)/.test(noun.deprel)
    ? [changeWord(word, { head: noun.index, deprel: 'compound' })]
    : NOTHING
}

const INITIALS = /^(US|U\.S\.|UK|U\.K\.|EU|UN|U\.N\.)$/

/** "Amnesty International accused security forces": what stands in capitals before a verb without a subject describes nothing behind the verb. */
export const nameBeforeVerb: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (
    noun?.deprel !== 'obj' ||
    verb?.upos !== 'VERB' ||
    verb.index !== word.index + 1 ||
    !CAPITAL.test(word.text) ||
    noun.index < verb.index
  )
    return NOTHING
  if (below(verb.index, /^(nsubj|csubj|aux|mark)/).length > 0) return NOTHING
  return [changeWord(word, { upos: 'PROPN', lemma: word.text, head: verb.index, deprel: 'nsubj' })]
}

/** "Pashinyan froze its membership": who opens a sentence right before a verb without a subject describes nothing. */
export const nameAsAdjective: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (word.index > 0 || verb?.index !== 1 || verb.upos !== 'VERB' || !CAPITAL.test(word.text) || hasSubject(below, verb.index))
    return NOTHING
  if (!/^(root|ccomp|parataxis)$/.test(verb.deprel) || below(verb.index, /^(aux|mark)/).length > 0) return NOTHING
  return below(verb.index, /^(obj|ccomp|xcomp)$/).length > 0
    ? [changeWord(word, { upos: 'PROPN', lemma: word.text, deprel: 'nsubj' })]
    : NOTHING
}
