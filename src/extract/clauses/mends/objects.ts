import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { isHolder } from '../../actors/piece.ts'
import { changeWord } from '../change-word.ts'
import { CAPITAL, ING, isNoun, type Mend, NOTHING, type Scene, TIME } from './mend.ts'

// Mends of objects and of phrases beside the verb.

/** "criticised Morocco as well as Algeria": what a conjunction introduces is coordinated. */
export const coordinated: Mend = ({ words, below }, word) => {
  if (below(word.index, /^case/).length > 0) return NOTHING
  const [cc] = below(word.index, /^cc$/)
  const before = cc === undefined ? undefined : below(word.head, /^(obj|nsubj|obl|iobj)/).findLast((at) => at < cc && isNoun(words[at]))
  return before === undefined ? NOTHING : [changeWord(word, { head: before, deprel: 'conj' })]
}

/** "call off their ceasefire", "sealed off Gaza": what stands right behind an active verb without an object, under no preposition and no time, is its object. */
export const bareObject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index < verb.index || TIME.test(word.lemma)) return NOTHING
  if (below(word.index, /^(case|advmod|mark)/).length > 0 || below(verb.index, /^(obj|ccomp|xcomp|aux:pass|nsubj:pass)/).length > 0)
    return NOTHING
  // "rose up two points", but "whisked away two British oilmen".
  if (word.upos === 'NOUN' && below(word.index, /^nummod/).length > 0 && below(word.index, /^amod/).length === 0) return NOTHING
  const first = below(word.index, /^(det|nmod:poss)$/)[0] ?? startBehindParticle(words, below, word)
  if (first === undefined) return NOTHING
  return words.slice(verb.index + 1, first).every((w) => w.deprel === 'compound:prt') ? [changeWord(word, { deprel: 'obj' })] : NOTHING
}

/** "voiced doubt that Chad would sign": what stands bare right behind a verb that puts feelings into words, under no preposition and no time, is its object. */
export const voicedObject: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index < verb.index || TIME.test(word.lemma) || !isOf(verb.lemma, 'voicing')) return NOTHING
  if (below(word.index, /^(case|nummod|advmod|mark|det|nmod:poss)/).length > 0) return NOTHING
  if (below(verb.index, /^(obj|xcomp|aux:pass|nsubj:pass)/).length > 0) return NOTHING
  const first = below(word.index, /^(amod|compound)$/)[0] ?? word.index
  return first === verb.index + 1 ? [changeWord(word, { deprel: 'obj' })] : NOTHING
}

/** Where a noun phrase without an article begins, if a particle stands before it ("sealed off Gaza", "whisked away British oilmen", but "shut down Monday"). */
const startBehindParticle = (words: readonly Word[], below: Scene['below'], word: Word): number | undefined => {
  const [particle] = below(word.head, /^compound:prt$/)
  if (particle === undefined || (CAPITAL.test(word.text) && isCalendarWord(word.text))) return
  const start = below(word.index, /^(amod|compound|flat|nummod)/).find((at) => at > particle && at < word.index) ?? word.index
  return start === particle + 1 && words[particle]?.upos !== 'VERB' ? start : undefined
}

/** "gave the generals a week to leave": who gives somebody something gives a time, too. */
export const givenTime: Mend = ({ words, below }, word) =>
  words[word.head]?.lemma === 'give' &&
  TIME.test(word.lemma) &&
  below(word.head, /^iobj$/).some((at) => at < word.index) &&
  below(word.head, /^obj$/).length === 0 &&
  below(word.index, /^case$/).length === 0
    ? [changeWord(word, { deprel: 'obj' })]
    : NOTHING

/** "The Houthis promised revenge on Israel": a noun with a subject and no copula is the object of the participle before it. */
export const objectOfParticiple: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  if (noun?.upos !== 'NOUN' || noun.index < word.index) return NOTHING
  if (ING.test(word.text) || below(noun.index, /^(cop|det|case|nummod|nmod:poss|aux)/).some((at) => at < word.index)) return NOTHING
  const subjects = below(noun.index, /^nsubj/)
  if (subjects.length !== 1 || subjects[0] !== word.index - 1 || below(word.index, /^/).some((at) => at < word.index)) return NOTHING
  return [
    changeWord(word, { head: noun.head, deprel: noun.deprel }),
    changeWord(noun, { head: word.index, deprel: 'obj' }),
    changeWord(words[subjects[0]] as Word, { head: word.index, deprel: 'nsubj' }),
  ]
}

/** "Japan stood by Ukraine": what has a subject of its own and no passive auxiliary has no agent; "gunned down Minister Malary": without "by" it is whom it is done to. */
export const agentOfActive: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB') return NOTHING
  if (below(verb.index, /^nsubj$/).length === 0 || below(verb.index, /^(nsubj:pass|aux:pass)$/).length > 0) return NOTHING
  // "have denied charges by the government": who brought what was denied.
  const object = below(verb.index, /^obj$/).find((at) => at > verb.index && at < word.index)
  if (object !== undefined) return [changeWord(word, { head: object, deprel: 'nmod' })]
  if (word.index > verb.index && word.upos === 'PROPN' && below(word.index, /^(case|mark)$/).length === 0)
    return [changeWord(word, { deprel: 'obj' })]
  return below(verb.index, /^aux$/).length === 0 ? [changeWord(word, { deprel: 'obl' })] : NOTHING
}

/** "bombed rebel-held Aleppo": who holds what follows holds nothing besides. */
export const heldPlace: Mend = ({ words, below }, word) => {
  const holder = words[word.index - 2]
  if (
    !holder ||
    !isHolder(holder.index, words) ||
    word.deprel === 'amod' ||
    holder.head !== word.index ||
    below(word.index, /^(nsubj|aux|mark)/).length > 0
  )
    return NOTHING
  const place = words[below(word.index, /^obj$/)[0] ?? -1]
  const verb = words[word.head]
  if (!place || !isNoun(place) || verb?.upos !== 'VERB') return NOTHING
  const role = verb.index < word.index ? /^obj$/ : /^nsubj/
  if (below(verb.index, role).length > 0) return NOTHING
  const deprel = verb.index < word.index ? 'obj' : below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj'
  return [
    changeWord(place, { head: verb.index, deprel }),
    changeWord(word, { head: place.index, deprel: 'amod' }),
    // What follows is said of the act.
    ...below(word.index, /^(obl|advcl|parataxis|conj|punct)/)
      .filter((at) => at > place.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "gave the generals an ultimatum": of two things given the second is the object, the first whom it is given to. */
export const doubleObject: Mend = ({ words, below, isOf }, word) => {
  const above = words[word.head]
  const [object] = above?.upos === 'VERB' ? below(above.index, /^obj$/) : []
  const receiver = object === undefined ? above : words[object]
  const verb = receiver && words[receiver.head]
  if (!UNMARKED.test(word.deprel) || word.upos !== 'NOUN' || verb?.upos !== 'VERB') return NOTHING
  if (receiver?.deprel !== 'obj' || receiver.index < verb.index || !isOf(verb.lemma, 'giving')) return NOTHING
  const [first] = below(word.index, /^(det|nummod|amod|compound)/)
  return first === receiver.index + 1
    ? [changeWord(word, { head: verb.index, deprel: 'obj' }), changeWord(receiver, { deprel: 'iobj' })]
    : NOTHING
}

export const UNMARKED = /^(nmod:unmarked|obl:unmarked|appos|dep|nmod:tmod)$/

/** "gave the officers in Niamey two weeks to return": a time that is given is what is given. */
export const timeGiven: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || !/^(give|grant|allow)$/.test(verb.lemma) || !TIME.test(word.lemma) || word.index < verb.index) return NOTHING
  const [receiver, ...others] = below(verb.index, /^obj$/)
  const [first] = below(word.index, /^(nummod|det|amod)/)
  if (receiver === undefined || others.length > 0 || receiver > word.index || first === undefined) return NOTHING
  if (below(word.index, /^case$/).length > 0 || words.slice(receiver, first).some((w) => w.upos === 'VERB' || w.text === ','))
    return NOTHING
  return [changeWord(word, { deprel: 'obj' }), changeWord(words[receiver] as Word, { deprel: 'iobj' })]
}

/** "launched more than a hundred missiles": "than" compares a number and introduces nothing. */
export const moreThan: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || words[verb.index + 2]?.text !== 'than') return NOTHING
  const [than, ...others] = below(word.index, /^case$/)
  if (than === undefined || others.length > 0) return NOTHING
  if (!/^(more|fewer|less)$/.test(words[verb.index + 1]?.text ?? '') || than !== verb.index + 2) return NOTHING
  return below(verb.index, /^(obj|nsubj:pass|aux:pass)$/).length > 0 || below(word.index, /^nummod$/).length === 0
    ? NOTHING
    : [changeWord(word, { deprel: 'obj' }), changeWord(words[than] as Word, { deprel: 'advmod' })]
}

/** "launched a missile days after the test": what stands before such a time is the object, and the time tells when. */
export const beforeSpan: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const noun = words[word.index - 1]
  if (verb?.upos !== 'VERB' || !TIME.test(word.lemma) || !/^(after|before|later|ago|earlier)$/.test(words[word.index + 1]?.text ?? ''))
    return NOTHING
  if (noun?.upos !== 'NOUN' || noun.head !== word.index || noun.deprel !== 'compound' || TIME.test(noun.lemma)) return NOTHING
  return [
    changeWord(noun, { head: verb.index, deprel: 'obj' }),
    changeWord(word, { deprel: 'obl:unmarked' }),
    ...below(word.index, /^(det|amod|compound|nummod|nmod:poss)/)
      .filter((at) => at < noun.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
  ]
}

/** "called the decision a provocation": what somebody is called is no other name of his. */
export const calledSo: Mend = ({ words, below, isOf }, word) => {
  const head = words[word.head]
  const above = head?.upos === 'VERB' && !TIME.test(word.lemma) ? words[below(head.index, /^obj$/)[0] ?? -1] : head
  // "called the closure of the border a smokescreen": what is called so may end in a phrase.
  let noun = above
  while (noun?.deprel === 'nmod' && below(noun.index, /^case$/).length > 0) noun = words[noun.head]
  const verb = words[noun?.head ?? -1]
  if (noun?.deprel !== 'obj' || verb?.upos !== 'VERB' || !isOf(verb.lemma, 'calling-so') || noun.index < verb.index) return NOTHING
  const [first] = below(word.index, /^det$/)
  if (!above || first === undefined || first < above.index || below(word.index, /^case$/).length > 0) return NOTHING
  if (words.slice(noun.index, first).some((w) => /^[,:(–—-]$/.test(w.text))) return NOTHING
  return [changeWord(word, { head: verb.index, deprel: 'xcomp' })]
}

/** "took Israel to court": nobody courts. */
export const toCourt: Mend = ({ words, below }, word) =>
  word.text === 'court' && word.upos === 'VERB' && below(word.index, /^(obj|ccomp)$/).length === 0 && words[word.index - 1]?.text === 'to'
    ? [changeWord(word, { upos: 'NOUN', deprel: 'obl' }), changeWord(words[word.index - 1] as Word, { upos: 'ADP', deprel: 'case' })]
    : NOTHING

/** "aid for victims in Chad and refugees in Mali", "the war in Chad and talks with Mali": a common noun is joined to one, not to a bare name of a place. */
export const nounBesidePlace: Mend = ({ words, below }, word) => {
  const place = words[word.head]
  const noun = words[place?.head ?? -1]
  if (place?.upos !== 'PROPN' || !/^nmod/.test(place.deprel) || noun?.upos !== 'NOUN' || noun.index > place.index) return NOTHING
  if (!/^\p{Ll}/u.test(word.text) || below(word.index, /^(case|det|nmod:poss|amod|compound|nummod)/).length > 0) return NOTHING
  const isPlace = below(place.index, /^case$/).some((at) => /^(in|at|near|inside|outside)$/i.test(words[at]?.text ?? ''))
  return isPlace && below(place.index, /^conj/)[0] === word.index ? [changeWord(word, { head: noun.index })] : NOTHING
}

/** "pressed the workers at the unit to strike": what a preposition introduces is no object. */
export const markedObject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index < verb.index) return NOTHING
  const [marker, ...others] = below(word.index, /^case$/)
  if (marker === undefined || others.length > 0) return NOTHING
  if (
    !/^(at|in|from|to|with|on|against|for)$/.test(words[marker]?.text ?? '') ||
    below(word.index, /^(nummod|det)$/).some((at) => at < marker)
  )
    return NOTHING
  const object = below(verb.index, /^obj$/).find((at) => at < marker)
  return object === marker - 1 ? [changeWord(word, { head: object, deprel: 'nmod' })] : NOTHING
}

/** "persuade newly elected President Ruto to sign": a participle behind such an adverb tells of the name behind it. */
export const newlyMade: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const adverb = words[word.index - 1]
  if (verb?.upos !== 'VERB' || adverb?.head !== word.index || !/^(newly|recently|freshly|formerly|previously|once)$/i.test(adverb.text))
    return NOTHING
  const [object] = below(word.index, /^obj$/)
  if (object === undefined || verb.index > word.index || below(verb.index, /^obj$/).length > 0) return NOTHING
  return [changeWord(words[object] as Word, { head: verb.index, deprel: 'obj' }), changeWord(word, { head: object, deprel: 'amod' })]
}

/** "gave an ultimatum to Chad to leave": what is asked of somebody by a noun is told by that noun. */
export const askedByNoun: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || below(word.index, /^mark$/).every((at) => words[at]?.text !== 'to')) return NOTHING
  const noun = words[below(verb.index, /^obj$/).find((at) => at > verb.index && at < word.index) ?? -1]
  if (!noun || !isOf(noun.lemma, 'what-to-do')) return NOTHING
  const asked = [...below(noun.index, /^nmod$/), ...below(verb.index, /^obl$/)].some(
    (at) => at > noun.index && at < word.index && below(at, /^case$/).some((c) => /^(to|for|on)$/.test(words[c]?.text ?? '')),
  )
  return asked ? [changeWord(word, { head: noun.index, deprel: 'acl' })] : NOTHING
}

/** "declared a truce effective from Sunday in Chad": from when a thing holds is told of it, and where of the act. */
export const effectiveFrom: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const object = words[word.index - 1]
  if (verb?.upos !== 'VERB' || !/^(effective|valid|starting|beginning)$/i.test(word.text) || object?.head !== verb.index) return NOTHING
  if (object.deprel !== 'obj') return NOTHING
  return [
    changeWord(word, { head: object.index, deprel: 'amod' }),
    ...below(word.index, /^(obl|advmod|punct)/).map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "sending aid to moderate Prime Minister Modi": before a name under a title an adjective governs nothing. */
export const adjectiveOfName: Mend = ({ words, below }, word) => {
  const to = words[word.index - 1]
  const [object] = below(word.index, /^obj$/)
  const name = words[object ?? -1]
  const above = words[word.head]
  if (to?.text !== 'to' || to.head !== word.index || name?.upos !== 'PROPN' || !above || /ed$/.test(word.text)) return NOTHING
  return [
    changeWord(name, { head: word.head, deprel: isNoun(above) ? 'nmod' : 'obl' }),
    changeWord(to, { upos: 'ADP', head: name.index, deprel: 'case' }),
    changeWord(word, { head: name.index, deprel: 'amod' }),
  ]
}

/** "expresses regret": what is expressed is a thing, and nobody expresses to be so. */
export const expressedThing: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  return verb?.index === word.index - 1 && /^(express|voice)$/.test(verb.lemma) && below(verb.index, /^(obj|aux:pass)$/).length === 0
    ? [changeWord(word, { upos: 'NOUN', deprel: 'obj' })]
    : NOTHING
}

/** "turned back ships bound for Kuwait": what is done to them, and where they were going. */
export const boundFor: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const [cargo, other] = below(word.index, /^nsubj/)
  if (word.text !== 'bound' || words[word.index + 1]?.text !== 'for' || verb?.upos !== 'VERB' || cargo === undefined || other !== undefined)
    return NOTHING
  return cargo > verb.index && cargo < word.index && below(verb.index, /^obj$/).length === 0
    ? [changeWord(words[cargo] as Word, { head: verb.index, deprel: 'obj' }), changeWord(word, { head: cargo, deprel: 'acl' })]
    : NOTHING
}
