import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { isNoun, isPastOf, type Mend, NOTHING, PARTICIPLE, type Scene, TIME } from './mend.ts'

// Mends of headlines, which leave "was" and "were" out.

/** "Chad attacked by Sudanese rebels": what somebody does is done to who stands before it, "attacked by surprise" is not. */
export const passiveOfHeadline: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.head >= 0 || FULL.test(words.at(-1)?.text ?? '') || !mayDo(scene, word)) return NOTHING
  if (!PARTICIPLE.test(verb.text) || isPastOf(scene, verb, 'moving-by-oneself') || below(verb.index, /^(obj|aux|nsubj:pass)/).length > 0)
    return NOTHING
  const [by] = below(word.index, /^case$/)
  const [subject] = below(verb.index, /^nsubj$/)
  if (by !== verb.index + 1 || words[by]?.text !== 'by' || subject === undefined || subject > verb.index) return NOTHING
  return [changeWord(words[subject] as Word, { deprel: 'nsubj:pass' }), changeWord(word, { deprel: 'obl:agent' })]
}

/** A name, somebody's ("Russian court"), or several ("rebels", no "5 points"), but neither a time nor a means ("by force"). */
const mayDo = ({ words, below, isOf }: Scene, word: Word): boolean => {
  if (!isNoun(word) || TIME.test(word.lemma) || isCalendarWord(word.text)) return false
  if (word.upos === 'PROPN' || isOf(word.text, 'doer-of-headline')) return true
  const before = below(word.index, /^(amod|compound|nmod:poss|nummod)/).map((at) => words[at] as Word)
  return (
    before.some(({ text }) => /^\p{Lu}/u.test(text)) || (/[^s]s$|[^n]men$/.test(word.text) && before.every(({ upos }) => upos !== 'NUM'))
  )
}

/** "Greek soldiers arrested in Turkey": what those in power do to people is done to them where nobody stands behind it. */
export const sufferingHeadline: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.head >= 0 || word.index > verb.index || FULL.test(words.at(-1)?.text ?? '')) return NOTHING
  if (!isPastOf(scene, verb, 'taking-people') || below(verb.index, /^(obj|aux|ccomp|xcomp|csubj|nsubj:pass)/).length > 0) return NOTHING
  if (verb.text === 'charged' && AIMED.test(words[verb.index + 1]?.text ?? '')) return NOTHING
  const rest = words.slice(verb.index + 1)
  // "Iran executed two days after the ruling" may be either.
  if ((word.upos === 'PROPN' && !isToldOf(rest)) || rest.some((w) => suffers(scene, verb, w))) return NOTHING
  return [changeWord(word, { deprel: 'nsubj:pass' })]
}

/** Whether a verb is followed by nothing, or first by where, by whom or for what it was done. */
const isToldOf = (rest: readonly Word[]): boolean => {
  const end = rest.findIndex(({ text }) => DIRECT.test(text))
  return rest.length === 0 || end === 0 || rest.slice(0, end < 0 ? rest.length : end).some(({ text }) => ABOUT.test(text))
}

/** "jailed for ten years a journalist", "deported on Monday 20 refugees": where no preposition stands before people, it is them. */
const suffers = ({ words, below }: Scene, verb: Word, word: Word): boolean => {
  const noun = COUNTS.test(word.text) || !/^(DET|NUM)$/.test(word.upos) ? word : words[word.head]
  if (!noun || !isNoun(noun) || TIME.test(noun.lemma) || isCalendarWord(noun.text)) return false
  if (noun === word && noun.head === verb.index && below(noun.index, /^case$/).length === 0) return /^obl/.test(noun.deprel)
  return (noun !== word || COUNTS.test(word.text)) && /^(NOUN|PROPN|ADV)$/.test(words[word.index - 1]?.upos ?? '')
}

/** "Opposition leader denied bail", "Afghan interpreter granted asylum": what only those in power give or keep is given to, or kept from, who stands before it. */
export const deniedHeadline: Mend = (scene, word) => {
  const { words, below, isOf } = scene
  const verb = words[word.head]
  if (!verb || !/^(denied|refused|granted)$/.test(verb.text) || verb.index > word.index || FULL.test(words.at(-1)?.text ?? ''))
    return NOTHING
  if (!isOf(word.lemma.toLowerCase(), 'granted-to-people') || below(verb.index, /^(aux|iobj|obl:agent|nsubj:pass)/).length > 0)
    return NOTHING
  const [subject] = below(verb.index, /^nsubj$/)
  const who = words[subject ?? -1]
  if (!who || isOf(who.lemma.toLowerCase(), 'complaint-recipient')) return NOTHING
  // "Germany denied entry to the mayor", "Judges granted bail to two men"; but "Mayor denied entry to Germany".
  const isGiver = who.upos === 'PROPN' || word.lemma !== 'entry'
  if (isGiver && words.slice(word.index).some(({ text, upos }) => text === 'to' && upos === 'ADP')) return NOTHING
  return [changeWord(who, { deprel: 'nsubj:pass' })]
}

/** "Leader jailed as activists deported": in a second clause of a headline, too, what those in power do to people is done to them where nothing follows. */
export const sufferingBeside: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index !== words.length - 1 || verb.deprel !== 'advcl' || word.index > verb.index) return NOTHING
  if (!below(verb.index, /^mark$/).some((at) => /^(as|after|while)$/.test(words[at]?.text ?? ''))) return NOTHING
  if (!isPastOf(scene, verb, 'taking-people') || below(verb.index, /^(obj|aux|nsubj:pass)/).length > 0) return NOTHING
  return [changeWord(word, { deprel: 'nsubj:pass' })]
}

const FULL = /^[.!?”"'’…]$/
const AIMED = /^(at|into|to|toward|towards|through|past|across)$/
/** What tells of the verb only right behind it: "two days after" does not. */
const DIRECT = /^(of|after|before|as|when|while|since|until)$/
const ABOUT = /^(in|at|near|outside|from|to|for|over|by|with)$/
const COUNTS = /^(dozens|scores|hundreds|thousands)$/
