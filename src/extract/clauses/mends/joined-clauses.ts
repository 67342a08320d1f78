import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, ING, isBelow, isNoun, isPastForm, type Mend, NOTHING, PRESENT, type Scene, TIME, topOfName } from './mend.ts'

// Mends of clauses that stand beside others: whose verb goes on with which, and whom the parser took for a part of the clause before.

/** "threatened to invade, then backed down": what comes then is done by who did what came before. */
export const thenVerb: Mend = ({ words, below }, verb) => {
  const before = words[verb.head]
  const then = words[verb.index - 1]
  if (before?.upos !== 'VERB' || before.index > verb.index || !/^(then|later|soon|promptly|finally|eventually)$/.test(then?.text ?? ''))
    return NOTHING
  if (words[verb.index - 2]?.text !== ',' || !isPastForm(verb) || !isPastForm(before) || hasSubject(below, verb.index)) return NOTHING
  return below(verb.index, /^(aux|mark|cc)/).length > 0 ? NOTHING : [changeWord(verb, { deprel: 'conj' })]
}

/**
 * "closes the border, bans protests and arrests ministers", "stayed away a week ago and rules out talks": a noun has no object, and what is joined to a verb
 * with one, or to a verb of the present, is a verb.
 */
export const verbWithObject: Mend = (scene, word) => {
  const { words, below } = scene
  const lemma = lemmaOf(word.text, 'VERB')
  if (!PRESENT.test(word.text) || lemma === word.text || below(word.index, /^(det|case|amod|compound$|nummod|nmod:poss|cop)/).length > 0)
    return NOTHING
  if (!/^(,|and|or|but)$/.test(words[word.index - 1]?.text ?? '')) return NOTHING
  const object = objectBehind(scene, word)
  const verb = object && verbAbove(scene, word)
  return verb && object
    ? [changeWord(word, { upos: 'VERB', lemma, head: verb.index, deprel: 'conj' }), changeWord(object, { head: word.index, deprel: 'obj' })]
    : NOTHING
}

/** The object that the parser gave a noun; behind "and" the noun right behind it that is joined to the same word without a comma: "charges and releases prisoners". */
const objectBehind = ({ words, below }: Scene, word: Word): Word | undefined => {
  const [own] = below(word.index, /^obj$/)
  const isVerb = word.upos === 'VERB' && words[word.head]?.upos === 'VERB'
  if (own !== undefined) return own > word.index && !isVerb ? words[own] : undefined
  const next = words[word.index + 1]
  if (words[word.index - 1]?.text !== 'and' || !isNoun(next) || next?.deprel !== 'conj') return undefined
  return next.head === word.head || words[next.head]?.head === word.head ? next : undefined
}

/** The verb that a noun stands below: of the present, but for what "and" joins and has an object of its own. */
const verbAbove = ({ words, below }: Scene, word: Word): Word | undefined => {
  let above = words[word.head]
  while (above && above.upos !== 'VERB') above = words[above.head]
  if (!above || above.index > word.index) return undefined
  const isJoined = word.deprel === 'conj' && below(word.index, /^cc$/).length > 0 && below(word.index, /^obj$/).length > 0
  return PRESENT.test(above.text) || (word.upos === 'NOUN' && isJoined) ? above : undefined
}

/** "matches the truce that the rebels had proclaimed, drops charges and frees prisoners": behind a comma the present goes on with the present, not with what had been. */
export const presentBehindRelative: Mend = ({ words, below }, word) => {
  const relative = words[word.head]
  const verb = words[words[relative?.head ?? -1]?.head ?? -1]
  if (relative?.deprel !== 'acl:relcl' || verb?.upos !== 'VERB' || !PRESENT.test(word.text) || !PRESENT.test(verb.text)) return NOTHING
  if (PRESENT.test(relative.text) || words[word.index - 1]?.text !== ',' || below(word.index, /^(nsubj|csubj|aux|mark|expl|cc)/).length > 0)
    return NOTHING
  return [changeWord(word, { head: verb.index })]
}

/** "blamed Rwanda and, to some surprise, Uganda, which denied it": "which" behind a name is said of that, where it stands in no phrase of the noun before. */
export const whichBehindName: Mend = ({ words, below }, verb) => {
  const noun = words[verb.head]
  const which = below(verb.index, /^(nsubj|obj|obl)/).find((at) => /^(which|who)$/.test(words[at]?.text ?? ''))
  if (!noun || which === undefined || which > verb.index || words[which - 1]?.text !== ',') return NOTHING
  const name = topOfName(words, words[which - 2])
  if (name?.upos !== 'PROPN' || name.index <= noun.index || name.head === noun.index || isBelow(words, noun.index, name.index))
    return NOTHING
  return isBelow(words, verb.index, name.index) || isCalendarWord(name.text) ? NOTHING : [changeWord(verb, { head: name.index })]
}

/** "asked why they had not been consulted, and clerics accused the police": who asks puts one question, and what others do beside it is told, not asked. */
export const besideQuestion: Mend = ({ words, below, isOf }, verb) => {
  const question = words[verb.head]
  const asks = words[question?.head ?? -1]
  if (question?.deprel !== 'ccomp' || !asks || !isOf(asks.lemma, 'wondering') || !isPastForm(verb)) return NOTHING
  if (!below(question.index, /^(advmod|mark|obj|nsubj)/).some((at) => at < question.index && ASKED.test(words[at]?.text ?? '')))
    return NOTHING
  const cc = below(verb.index, /^cc$/).find((at) => at < verb.index)
  if (cc === undefined || words[cc - 1]?.text !== ',' || !hasSubject(below, verb.index)) return NOTHING
  return below(verb.index, /^(aux|mark|advmod)/).some((at) => words[at]?.deprel === 'aux' || ASKED.test(words[at]?.text ?? ''))
    ? NOTHING
    : [changeWord(verb, { head: asks.index })]
}

const ASKED = /^(why|how|when|where|whether|if|what|who|which)$/i

/** "gave them flights, and in 1980 a junior minister, Nicholas Ridley, travelled there": who opens a clause and is named between commas before its verb is its subject. */
export const subjectWithName: Mend = (scene, verb) => {
  const { words, below } = scene
  if (words[verb.index - 1]?.text !== ',' || !isPastForm(verb) || hasSubject(below, verb.index)) return NOTHING
  if (below(verb.index, /^(aux|mark|obl:agent)/).length > 0) return NOTHING
  const name = topOfName(words, words[verb.index - 2])
  const noun = words[name?.head ?? -1]
  if (
    name?.deprel !== 'appos' ||
    name.upos !== 'PROPN' ||
    !noun ||
    !/^(NOUN|PROPN)$/.test(noun.upos) ||
    words[name.index - 1]?.text !== ','
  )
    return NOTHING
  if (name.index !== noun.index + 2 || isCalendarWord(noun.text) || TIME.test(noun.lemma)) return NOTHING
  const and = opensBefore(scene, noun)
  if (!and) return NOTHING
  const before = verb.deprel === 'acl' && verb.head === noun.index ? words[noun.head] : words[verb.head]
  // The year or day that the parser joined to the verb before: "and in 1980".
  const top = before?.upos === 'NUM' ? words[before.head] : before
  if (top?.upos !== 'VERB' || top.index > and.index || isBelow(words, verb.index, top.index)) return NOTHING
  const time = words.slice(and.index + 1, noun.index).filter((w) => w.upos === 'NUM' && w.head < and.index)
  return [
    changeWord(verb, { head: top.index, deprel: 'conj' }),
    changeWord(noun, { head: verb.index, deprel: 'nsubj' }),
    changeWord(and, { head: verb.index, deprel: 'cc' }),
    ...time.map((w) => changeWord(w, { head: verb.index, deprel: 'obl' })),
  ]
}

/** What the parser made of the object of a verb that it read as a noun: its head, or joined to the same one. */
const isObject = (noun: Word | undefined, word: Word, person: Word): boolean =>
  noun !== undefined && isNoun(noun) && noun.index > word.index && (noun.index === word.head || noun.head === person.index)

/** The conjunction before a noun phrase and the time that may open its clause. */
const opensBefore = ({ words, below }: Scene, noun: Word): Word | undefined => {
  const first = below(noun.index, /^(det|amod|compound|nmod:poss|nummod)/)
  let at = Math.min(noun.index, ...first.flatMap((i) => [i, ...below(i, /./)])) - 1
  while (at >= 0 && isOfTime(words[at] as Word)) at--
  const and = words[at]
  return and && /^(and|but|while)$/.test(and.text) && words[at - 1]?.text === ',' ? and : undefined
}

const isOfTime = ({ text, lemma, upos }: Word): boolean =>
  upos === 'NUM' || isCalendarWord(text) || TIME.test(lemma) || /^(in|on|at|early|late|last|the|same|next|,)$/.test(text)

/** "On 13 July Abiy and Sisi agreed", "On 5 May the two leaders agreed": no part of the date is who stands right behind it. */
export const subjectBehindDay: Mend = ({ words, below }, noun) => {
  const date = words[noun.head]
  const verb = words[date?.head ?? -1]
  if (!date || !(date.upos === 'NUM' || isCalendarWord(date.text)) || noun.index < date.index || !date.deprel.startsWith('obl'))
    return NOTHING
  if (verb?.upos !== 'VERB' || verb.index < noun.index || ING.test(verb.text) || hasSubject(below, verb.index)) return NOTHING
  if (isCalendarWord(noun.text) || TIME.test(noun.lemma) || below(noun.index, /^case$/).length > 0) return NOTHING
  const first = Math.min(noun.index, ...below(noun.index, /^(det|amod|compound|nmod:poss|nummod)/))
  const before = words[first - 1]
  if (!before || !(isCalendarWord(before.text) || /^\d{1,4}$/.test(before.text))) return NOTHING
  return [changeWord(noun, { head: verb.index, deprel: below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj' })]
}

/** "…; Chile, with which Bolivia has had no ties, expressed support": behind a semicolon a noun without a verb is the subject of the one behind its relative clause. */
export const subjectBehindSemicolon: Mend = ({ words, below }, verb) => {
  if (words[verb.index - 1]?.text !== ',' || !isPastForm(verb) || hasSubject(below, verb.index)) return NOTHING
  if (below(verb.index, /^(aux|mark|cc)/).length > 0) return NOTHING
  const semicolon = words.slice(0, verb.index).findLast((w) => w.text === ';')
  const top = words[verb.head]
  if (!semicolon || !top || top.index > semicolon.index) return NOTHING
  const noun = words.slice(semicolon.index + 1, verb.index).find((w) => isNoun(w) && w.head < semicolon.index)
  if (!noun || below(noun.index, /^acl:relcl$/).length === 0) return NOTHING
  return [changeWord(verb, { head: top.index, deprel: 'parataxis' }), changeWord(noun, { head: verb.index, deprel: 'nsubj' })]
}

/** "…, and clerics in Mombasa accused Somalia": what is joined to a verb is no noun, and a participle of it that has an object is its verb. */
export const subjectOfParticiple: Mend = ({ words, below }, verb) => {
  const noun = words[verb.head]
  const before = words[noun?.head ?? -1]
  if (noun?.deprel !== 'conj' || !isNoun(noun) || before?.upos !== 'VERB' || !isPastForm(verb) || hasSubject(below, verb.index))
    return NOTHING
  if (below(verb.index, /^obj$/).length === 0 || below(verb.index, /^(aux|mark|obl:agent)/).length > 0) return NOTHING
  const and = [...below(verb.index, /^cc$/), ...below(noun.index, /^cc$/)].find((at) => at < noun.index)
  if (and === undefined || words[and - 1]?.text !== ',') return NOTHING
  return [
    changeWord(verb, { head: before.index, deprel: 'conj' }),
    changeWord(noun, { head: verb.index, deprel: 'nsubj' }),
    changeWord(words[and] as Word, { head: verb.index }),
  ]
}

/** "15 May - The High Commissioner, Louis Le Franc, bans gatherings": behind who is named between commas stands what he does, where the sentence has no other verb. */
export const verbBehindApposed: Mend = ({ words, below }, word) => {
  const lemma = lemmaOf(word.text, 'VERB')
  if (!PRESENT.test(word.text) || lemma === word.text || words[word.index - 1]?.text !== ',') return NOTHING
  const person = words.find((w) => w.head < 0)
  if (!person || !isNoun(person) || person.index > word.index - 4 || words[person.index + 1]?.text !== ',') return NOTHING
  if (words.some((w) => (w.upos === 'VERB' || w.upos === 'AUX') && w.index !== word.index)) return NOTHING
  const name = topOfName(words, words[word.index - 2])
  if (name?.head !== person.index || name.upos !== 'PROPN' || below(word.index, /^(det|case|amod|nmod:poss)/).length > 0) return NOTHING
  const object = word.upos === 'VERB' ? undefined : [words[word.head], words[word.index + 1]].find((w) => isObject(w, word, person))
  if (word.upos === 'VERB' ? below(word.index, /^obj$/).length === 0 : !object) return NOTHING
  const others = object ? below(person.index, /^conj$/).filter((at) => at > object.index) : []
  return [
    changeWord(word, { upos: 'VERB', lemma, head: -1, deprel: 'root' }),
    changeWord(person, { head: word.index, deprel: 'nsubj' }),
    changeWord(name, { deprel: 'appos' }),
    ...(object ? [changeWord(object, { head: word.index, deprel: 'obj' })] : []),
    ...others.map((at) => changeWord(words[at] as Word, { head: object?.index ?? word.index })),
  ]
}
