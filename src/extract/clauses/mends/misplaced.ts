import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { CAPITAL, hasSubject, ING, isBelow, isIngOf, isNoun, isPastOf, type Mend, NOTHING } from './mend.ts'

// Mends of clauses and phrases that the parser hung on the wrong one of two words.

/** "targeted fleeing civilians": who flees is hit, and nobody targets by fleeing. */
export const participleBeforeObject: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  const object = words[word.index + 1]
  if (
    verb?.upos !== 'VERB' ||
    verb.index !== word.index - 1 ||
    scene.isOf(verb.lemma, 'doing-or-not') ||
    !isIngOf(scene, word, 'moving-off')
  )
    return NOTHING
  if (object?.upos !== 'NOUN' || object.head !== word.index || object.deprel !== 'obj') return NOTHING
  return [
    changeWord(object, { head: verb.index, deprel: 'obj' }),
    changeWord(word, { head: object.index, deprel: 'amod' }),
    ...below(word.index, /./)
      .filter((at) => at !== object.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "the attack on a spy using poison": with what an act was done is no deed of whom it is done to. */
export const usingBeside: Mend = ({ words, below }, word) => {
  const victim = words[word.head]
  const act = words[victim?.head ?? -1]
  if (word.text !== 'using' || victim?.deprel !== 'nmod' || act?.upos !== 'NOUN' || act.index > victim.index) return NOTHING
  return below(victim.index, /^case$/).some((at) => /^(on|against|at)$/.test(words[at]?.text ?? ''))
    ? [changeWord(word, { head: act.index })]
    : NOTHING
}

/** "shelled Basra, Iraq's second city, …": a noun with an owner right behind a name and a comma is what that is called. */
export const apposedPlace: Mend = ({ words, below, isOf }, word) => {
  const after = words[word.index + 1]?.text
  if ((after !== ',' && after !== '.') || !isOf(word.lemma, 'placed-by-name')) return NOTHING
  const [owner] = below(word.index, /^nmod:poss$/)
  const name = words[(owner ?? 0) - 2]
  if (owner === undefined || words[owner - 1]?.text !== ',' || name?.upos !== 'PROPN' || !CAPITAL.test(words[owner]?.text ?? ''))
    return NOTHING
  if (below(word.index, /^case$/).length > 0) return NOTHING
  const head = name.deprel === 'flat' && words[name.head] ? (words[name.head] as Word) : name
  return isBelow(words, word.index, head.index) ? NOTHING : [changeWord(word, { head: head.index, deprel: 'appos' })]
}

/** "Ali Hassan, a Kuwaiti previously accused of …": a participle right behind what somebody is called is his, not an earlier thing's. */
export const participleOfApposed: Mend = ({ words, below }, word) => {
  let at = word.index - 1
  while (words[at]?.upos === 'ADV' && words[at]?.head === word.index) at--
  const called = words[at]
  if (!called || !isNoun(called) || called.deprel !== 'appos' || called.index <= word.head || ING.test(word.text)) return NOTHING
  return words[at + 1]?.text === ',' || below(word.index, /^(nsubj|mark|aux)/).length > 0 || isBelow(words, word.index, at)
    ? NOTHING
    : [changeWord(word, { head: called.index })]
}

/** "they are considered a terrorist group": what somebody is considered is nobody else. */
export const consideredWhat: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !isPastOf(scene, verb, 'considered-so') || below(verb.index, /^nsubj:pass$/).length === 0) return NOTHING
  return below(word.index, /^(det|amod)$/).length > 0 ? [changeWord(word, { deprel: 'xcomp' })] : NOTHING
}

/** "vetoed on Friday a resolution": behind a day the object of a verb that has none. */
export const objectBehindDay: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB') return NOTHING
  const [article] = below(word.index, /^(det|nmod:poss)$/)
  const day = words[(article ?? 0) - 1]
  if (article === undefined || !day || !DAY.test(day.text) || day.head !== verb.index) return NOTHING
  if (below(word.index, /^case$/).length > 0 || below(verb.index, /^(obj|ccomp|xcomp|aux:pass|nsubj:pass)/).length > 0) return NOTHING
  const first = words[day.index - 1]?.head === day.index ? day.index - 1 : day.index
  return first === verb.index + 1 ? [changeWord(word, { deprel: 'obj' })] : NOTHING
}

const DAY = /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)$/

/** "allowed the agency to deliver food": what one lets others do is no purpose. */
export const allowedTo: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !/^(allow|enable|permit|authori[sz]e|help)$/.test(verb.lemma) || verb.index > word.index) return NOTHING
  if (!below(word.index, /^mark$/).some((at) => words[at]?.text === 'to') || below(word.index, /^nsubj/).length > 0) return NOTHING
  return below(verb.index, /^(obj|iobj)$/).some((at) => at > verb.index && at < word.index) && below(verb.index, /^xcomp$/).length === 0
    ? [changeWord(word, { deprel: 'xcomp' })]
    : NOTHING
}

/** "in front of the embassy": one preposition, and the embassy is where it is. */
export const inFrontOf: Mend = ({ words, below }, word) => {
  const [before, of] = [words[word.index - 1], words[word.index + 1]]
  if (word.lemma !== 'front' || before?.text.toLowerCase() !== 'in' || before.head !== word.index || of?.text !== 'of') return NOTHING
  const place = words[of.head]
  if (place?.head !== word.index || place.deprel !== 'nmod') return NOTHING
  return [
    changeWord(place, { head: word.head, deprel: word.deprel }),
    changeWord(word, { head: place.index, deprel: 'case', upos: 'ADP' }),
    changeWord(before, { deprel: 'fixed' }),
    ...below(word.index, /./)
      .filter((at) => at !== place.index && at !== before.index)
      .map((at) => changeWord(words[at] as Word, { head: place.index })),
  ]
}

/** "the deployment of 230 troops, including 19 officers, to Liberia": behind who is among them it goes on from before. */
export const behindIncluding: Mend = ({ words, below }, word) => {
  const some = words[word.head]
  const [opens] = below(word.index, /^case$/)
  if (!some || opens === undefined || words[opens - 1]?.text !== ',' || !/^(to|into|from|for)$/.test(words[opens]?.text ?? ''))
    return NOTHING
  const including = below(some.index, /^case$/).find((at) => words[at]?.text === 'including')
  if (including === undefined || words[including - 1]?.text !== ',') return NOTHING
  let whole = words[including - 2]
  for (let up = words[whole?.head ?? -1]; whole && isNoun(up) && up && up.index < whole.index; up = words[whole.head]) whole = up
  return whole && isNoun(whole) ? [changeWord(word, { head: whole.index })] : NOTHING
}

/** "on a war footing": a noun with an article and without a preposition, right before the noun that has one, is a part of that. */
export const beforeItsNoun: Mend = ({ words, below }, word) => {
  const noun = words[word.index + 1]
  if (
    noun?.upos !== 'NOUN' ||
    noun.head !== word.head ||
    !/^(obl|nmod)$/.test(noun.deprel) ||
    below(word.index, /^(case|mark)$/).length > 0
  )
    return NOTHING
  const [article] = below(word.index, /^det$/)
  if (article === undefined || below(noun.index, /^case$/).every((at) => at > article)) return NOTHING
  return [changeWord(word, { head: noun.index, deprel: 'compound' }), changeWord(words[article] as Word, { head: noun.index })]
}

/**
 * "expelled the inspectors charging that they spied", "banned the rally arguing that …": who acts gives the reason; but "arrested a man claiming that …" tells of him. The
 * parser may take the last noun of whom it is done to for the subject of what is charged.
 */
export const participleOfReason: Mend = ({ words, below, isOf }, word) => {
  if (!ING.test(word.text) || words[word.index - 1]?.text === ',' || !isOf(lemmaOf(word.text, 'VERB'), 'giving-reasons')) return NOTHING
  const whom = words[word.head]
  const verb = words[whom?.head ?? -1]
  const told = words[below(word.index, /^ccomp$/)[0] ?? -1]
  if (whom?.deprel !== 'obj' || verb?.upos !== 'VERB' || isOf(verb.lemma, 'met-as-speaker') || told === undefined) return NOTHING
  if (!below(told.index, /^mark$/).some((at) => words[at]?.text === 'that') || !hasSubject(below, verb.index)) return NOTHING
  const asReason = changeWord(word, { head: verb.index, deprel: 'advcl' })
  const own = words[below(word.index, /^nsubj$/)[0] ?? -1]
  if (!own) return [asReason]
  return own.index === word.index - 1 && whom.index === own.index - 1
    ? [
        changeWord(own, { head: verb.index, deprel: 'obj' }),
        changeWord(whom, { head: own.index, deprel: 'compound' }),
        ...below(whom.index, /^(compound|amod|det|nummod|nmod:poss)$/).map((at) => changeWord(words[at] as Word, { head: own.index })),
        asReason,
      ]
    : NOTHING
}

/** "rose as Sudan bombed villages": what stands behind the verb of a clause that "as" opens before its subject is the object there, and "as" no preposition of it. */
export const objectBehindAs: Mend = ({ words, below }, word) => {
  const as = words[below(word.index, /^case$/)[0] ?? -1]
  if (as?.text !== 'as') return NOTHING
  const verb = words.find(
    (w) => w.index > as.index && w.index < word.index && w.upos === 'VERB' && w.deprel === 'advcl' && w.head === word.head,
  )
  if (!verb || below(verb.index, /^(obj|mark|cop|aux:pass)$/).length > 0) return NOTHING
  const subject = below(verb.index, /^nsubj$/).find((at) => at > as.index && at < verb.index)
  return subject === undefined
    ? NOTHING
    : [changeWord(as, { head: verb.index, deprel: 'mark', upos: 'SCONJ' }), changeWord(word, { head: verb.index, deprel: 'obj' })]
}
