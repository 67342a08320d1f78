import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isPastOf, type Mend, NOTHING, TIME } from './mend.ts'

// Mends of what somebody is asked, proposes, promises or is given, and of how it is called.

/** "urged Chad on Monday to free 11 activists": whom one is to free, and no free activists; but "access to free legal aid". */
export const freeing: Mend = (scene, word) => {
  const { words, below, isOf } = scene
  const to = words[word.index - 1]
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (word.text !== 'free' || to?.text !== 'to' || !noun || noun.index < word.index) return NOTHING
  const isHeld = below(noun.index, /^(nummod|amod|acl)/).some(
    (at) => /^nummod/.test(words[at]?.deprel ?? '') || isPastOf(scene, words[at] as Word, 'taking-people'),
  )
  if (noun.upos !== 'PROPN' && !isOf(noun.lemma, 'captive') && !isHeld) return NOTHING
  if (!verb || verb.index > word.index || !/^(VERB|NOUN|ADJ)$/.test(verb.upos) || !/^(obl|nmod|xcomp)/.test(noun.deprel)) return NOTHING
  if (!below(noun.index, /^(nummod|amod|compound|acl|nmod|conj)/).some((at) => at > word.index)) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', head: verb.index, deprel: verb.upos === 'NOUN' ? 'acl' : 'xcomp' }),
    changeWord(to, { upos: 'PART', head: word.index, deprel: 'mark' }),
    changeWord(noun, { head: word.index, deprel: 'obj' }),
    ...below(noun.index, /^(mark|case|advmod)$/)
      .filter((at) => at < word.index && at !== to.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "threatened to march on Kabul": of "march", "spy" and "boycott" the parser makes a noun, which no verb of willing has a "to" before. */
export const bareInfinitive: Mend = ({ words, below, isOf }, word) => {
  const [verb, to] = [words[word.index - 2], words[word.index - 1]]
  if (!verb || to?.text !== 'to' || to.head !== word.index || !isOf(verb.lemma, 'willing-to') || word.head !== verb.index) return NOTHING
  if (!/^\p{Ll}+$/u.test(word.text) || below(word.index, /^(det|amod|compound|nmod:poss|nummod|conj)$/).length > 0) return NOTHING
  const behind = [...below(word.index, /^(nmod|appos|flat|obl)$/), ...below(verb.index, /^(obj|obl|nmod)$/)].filter((at) => at > word.index)
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel: 'xcomp' }),
    changeWord(to, { upos: 'PART', deprel: 'mark' }),
    ...behind.map((at) => changeWord(words[at] as Word, { head: word.index, deprel: below(at, /^case$/).length > 0 ? 'obl' : 'obj' })),
  ]
}

/** "gave the office's staff two months to leave": how long, and whom. */
export const spanGiven: Mend = ({ words, below }, word) => {
  if (!TIME.test(word.lemma) || words[word.index + 1]?.text !== 'to' || below(word.index, /^case$/).length > 0) return NOTHING
  let whom = words[word.head]
  while (whom && /^(nmod|appos|conj|compound|flat)/.test(whom.deprel)) whom = words[whom.head]
  if (whom?.deprel !== 'obj' || words[whom.head]?.lemma !== 'give' || whom.index > word.index || isBelow(words, word.index, whom.index))
    return NOTHING
  return [changeWord(word, { head: whom.head, deprel: 'obj' }), changeWord(whom, { deprel: 'iobj' })]
}

/** "will give 60 million dollars over three years": nobody gives the dollars years. */
export const moneyGiven: Mend = ({ words, below, isOf }, word) => {
  if (!(isOf(word.lemma, 'money') || TONNE.test(word.lemma)) || words[word.head]?.lemma !== 'give') return NOTHING
  const [object] = below(word.head, /^obj$/)
  if (object === undefined) return [changeWord(word, { deprel: 'obj' })]
  return object > word.index && TIME.test(words[object]?.lemma ?? '')
    ? [changeWord(word, { deprel: 'obj' }), changeWord(words[object] as Word, { deprel: 'obl' })]
    : NOTHING
}

const TONNE = /^(tonne|ton)$/

/** "rejected as baseless an accusation": how it is called stands before what is called so. */
export const calledBefore: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const [as] = below(word.index, /^case$/)
  const how = words[(as ?? -2) + 1]
  if (as === undefined || words[as]?.text !== 'as' || verb?.upos !== 'VERB' || how?.upos !== 'ADJ' || how.head !== word.index)
    return NOTHING
  if (!below(word.index, /^(det|nmod:poss)$/).includes(how.index + 1) || below(verb.index, /^(obj|nsubj:pass)$/).length > 0) return NOTHING
  return [
    changeWord(word, { deprel: 'obj' }),
    changeWord(how, { head: verb.index, deprel: 'obl' }),
    changeWord(words[as] as Word, { head: how.index }),
  ]
}

/** "gave the rebels until Sunday to surrender": the time is the giver's, and no Sunday surrenders. */
export const givenUntil: Mend = ({ words, below }, word) => {
  const day = words[word.index + 1]
  const above = words[day?.head ?? -1]
  if (word.text !== 'until' || !day || !above || !(isCalendarWord(day.text) || UNTIL_WHEN.test(day.text))) return NOTHING
  const verb = above.lemma === 'give' ? above : words[above.head]
  if (verb?.lemma !== 'give' || verb.index > word.index || below(verb.index, /^i?obj$/).every((at) => at > word.index)) return NOTHING
  return [
    changeWord(word, { upos: 'ADV', head: verb.index, deprel: 'advmod' }),
    ...(above === verb ? [] : [changeWord(day, { head: verb.index, deprel: 'obl' })]),
  ]
}

/** Days, hours and parts of a day. */
const UNTIL_WHEN = /^(\p{L}+day|\d{1,2}|midnight|noon|dawn|dusk|sunset|sunrise|tomorrow|tonight)$/u

/** "proposed on Sunday that Chad and Sudan meet": what "that" introduces is no second act beside the proposing. */
export const thatJoined: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !isOf(verb.lemma, 'proposing') || verb.index > word.index || below(verb.index, /^ccomp/).length > 0)
    return NOTHING
  const [mark] = below(word.index, /^mark$/)
  if (mark === undefined || words[mark]?.text !== 'that' || below(word.index, /^cc$/).length > 0) return NOTHING
  return below(word.index, /^nsubj/).length > 0 ? [changeWord(word, { deprel: 'ccomp' })] : NOTHING
}
