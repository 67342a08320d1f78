import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { caseOf, ING, isNoun, isPastOf, isPresentOf, type Mend, NOTHING } from './mend.ts'

// Mends of verbs: the particle that is theirs, verbs read as nouns and adjectives, who does what is told in the passive.

/** "handed over a list of demands": a particle that makes the verb another one introduces no phrase. */
export const ownParticle: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.index - 1]
  const noun = words[word.head]
  if (verb?.upos !== 'VERB' || verb.deprel === 'acl:relcl' || !isOf(`${verb.lemma} ${word.text}`, 'with-particle')) return NOTHING
  if (noun?.deprel !== 'obl' || noun.head !== verb.index || below(noun.index, /^case$/).length > 1) return NOTHING
  return below(verb.index, /^(obj|nsubj:pass|aux:pass)$/).length > 0
    ? NOTHING
    : [changeWord(word, { head: verb.index, deprel: 'compound:prt' }), changeWord(noun, { deprel: 'obj' })]
}

/** "were involved in executions": who suffers something does so by a verb. */
export const passiveAdjective: Mend = ({ below, isOf }, word) =>
  ED.test(word.text) &&
  isOf(lemmaOf(word.text, 'VERB'), 'befalling') &&
  below(word.index, /^aux:pass$/).length > 0 &&
  below(word.index, /^nsubj:pass$/).length > 0
    ? [changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })]
    : NOTHING

const ED = /^\p{Ll}+ed$/u

/** "Slovakia's new government plans to reopen its consulate": a sentence has a verb, and who plans stands before it. */
export const planning: Mend = (scene, word) => {
  const { words, below } = scene
  const subject = words[word.index - 1]
  if (
    !isPresentOf(scene, word, 'having-in-mind') ||
    word.head >= 0 ||
    subject?.head !== word.index ||
    !/^(compound|nmod)$/.test(subject.deprel)
  )
    return NOTHING
  if (below(word.index, /^(nsubj|cop|case|aux)/).length > 0) return NOTHING
  const aim = below(word.index, /^(xcomp|acl|advcl)$/).find((at) => at > word.index && below(at, /^mark$/).includes(word.index + 1))
  if (aim === undefined) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(subject, { head: word.index, deprel: 'nsubj' }),
    changeWord(words[aim] as Word, { deprel: 'xcomp' }),
    ...below(word.index, /^/)
      .filter((at) => at < subject.index)
      .map((at) => changeWord(words[at] as Word, { head: subject.index })),
  ]
}

/** "was relieved of his duties by the king": by whom it was done says that it was done. */
export const doneBy: Mend = ({ words, below, isOf }, word) => {
  if (!/(ed|en|wn|slain)$/.test(word.text) || below(word.index, /^cop$/).length === 0) return NOTHING
  const agent = below(word.index, /^obl/).find((at) => at > word.index && below(at, /^case$/).some((c) => words[c]?.text === 'by'))
  const doer = agent !== undefined && isNoun(words[agent]) ? [words[agent] as Word] : []
  if (doer.length === 0 && !isOf(lemmaOf(word.text, 'VERB'), 'overpowering')) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    ...doer.map((noun) => changeWord(noun, { deprel: 'obl:agent' })),
    ...below(word.index, /^cop$/).map((at) => changeWord(words[at] as Word, { deprel: 'aux:pass' })),
    ...below(word.index, /^nsubj$/).map((at) => changeWord(words[at] as Word, { deprel: 'nsubj:pass' })),
  ]
}

/** "pledges a new status and warns against violence": behind "and" what governs something of its own is no second object of a verb of the present. */
export const verbBehindAnd: Mend = ({ words, below, isOf }, word) => {
  const object = words[word.head]
  const verb = words[object?.head ?? -1]
  if (object?.deprel !== 'obj' || verb?.upos !== 'VERB' || !/[^s]s$/.test(verb.text) || !/[^s]s$/.test(word.text)) return NOTHING
  const next = words[word.index + 1]
  if (words[word.index - 1]?.text !== 'and' || below(word.index, /^(det|amod|case|compound|nmod:poss|nummod|nsubj)/).length > 0)
    return NOTHING
  if (!/^(the|an?|its|his|her|their)$/.test(next?.text ?? '') && !isOf(lemmaOf(word.text, 'VERB'), 'no-noun')) return NOTHING
  const own = words.find(
    ({ index, head, upos }) =>
      index > word.index && (head === word.index || head === verb.index || head === object.index) && /^(NOUN|PROPN)$/.test(upos),
  )
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), head: verb.index }),
    ...(own ? [changeWord(own, { head: word.index, deprel: below(own.index, /^case$/).length > 0 ? 'obl' : 'obj' })] : []),
  ]
}

/** "were driven out of Kherson by Ukraine", "was put on hold by Chad": no place and no bare noun of a verb's phrase is by somebody, what was done there is. */
export const agentBehindPlace: Mend = ({ words, below }, word) => {
  const place = words[word.head]
  const verb = words[place?.head ?? -1]
  if (place?.deprel !== 'obl' || verb?.upos !== 'VERB') return NOTHING
  if (
    place.upos !== 'PROPN' &&
    (place.upos !== 'NOUN' || place.text !== place.lemma || below(place.index, /^(det|nmod:poss|amod|nummod)/).length > 0)
  )
    return NOTHING
  if (!below(word.index, /^case$/).some((at) => words[at]?.text === 'by') || below(verb.index, /^obl:agent$/).length > 0) return NOTHING
  return below(verb.index, /^(aux:pass|nsubj:pass)$/).length > 0 ? [changeWord(word, { head: verb.index, deprel: 'obl:agent' })] : NOTHING
}

/** "the killing of two monks in Lhasa by soldiers": no place is by somebody, what was done there is, and not those it was done to. */
export const agentOfNounBehindPlace: Mend = (scene, word) => {
  const { words, below } = scene
  const place = words[word.head]
  if (place?.upos !== 'PROPN' || place.deprel !== 'nmod' || place.index > word.index) return NOTHING
  if (caseOf(scene, word.index) !== 'by' || !/^(in|at|near|outside)$/.test(caseOf(scene, place.index))) return NOTHING
  const done = words[place.head]
  if (!done || !isNoun(done) || done.index > place.index) return NOTHING
  const act = words[done.head]
  // "were butchered in two villages in Kivu by men in uniform".
  if (done.deprel === 'obl' && act?.upos === 'VERB')
    return below(act.index, /^aux:pass$/).length > 0 && below(act.index, /^obl:agent$/).length === 0
      ? [changeWord(word, { head: act.index, deprel: 'obl:agent' })]
      : NOTHING
  const isWhom = act && isNoun(act) && done.deprel === 'nmod' && /^(of|on|against)$/.test(caseOf(scene, done.index))
  return [changeWord(word, { head: isWhom ? act.index : done.index })]
}

/** "has long opposed NATO's enlargement": what stands behind such an adverb was done, and "has" helps to say so; "has frozen aid": of some verbs it does without one. */
export const perfect: Mend = (scene, word) => {
  const { words, below } = scene
  const object = words[word.head]
  const have = words[object?.head ?? -1]
  if (have?.lemma !== 'have' || !/^(VERB|AUX)$/.test(have.upos) || object?.deprel !== 'obj' || !/(ed|en|wn)$/.test(word.text))
    return NOTHING
  const between = words.slice(have.index + 1, word.index)
  if (between.length === 0 ? !isPastOf(scene, word, 'done-not-had') : between.some((w) => w.head !== have.index && !OFTEN.test(w.text)))
    return NOTHING
  return [
    changeWord(word, { head: have.head, deprel: have.deprel, upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(have, { head: word.index, deprel: 'aux', upos: 'AUX' }),
    changeWord(object, { head: word.index }),
    ...below(have.index, /^/)
      .filter((at) => at !== object.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

const OFTEN = /^(long|repeatedly|always|often|never|already|since|also|recently|consistently|now|again|twice)$/

/** "Lukashenko, in power since 1994, crushed demonstrations": a noun that heads a sentence with a subject and no copula is what its bare first word is done to. */
export const verbBeforeObject: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  if (!noun || noun.head >= 0 || noun.index < word.index || !/ed$/.test(word.text) || words[word.index - 1]?.text !== ',') return NOTHING
  const [subject, more] = below(noun.index, /^nsubj/)
  if (subject === undefined || more !== undefined || subject > word.index || below(noun.index, /^(cop|aux|case|acl|advcl)/).length > 0)
    return NOTHING
  if (below(noun.index, /^(det|nmod:poss)/).some((at) => at < word.index)) return NOTHING
  return [
    changeWord(word, { head: -1, deprel: 'root', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(noun, { head: word.index, deprel: 'obj' }),
    ...below(noun.index, /^/)
      .filter((at) => at < word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "said ships had intruded and urged Manila to stop", "said the raid was illegal and called for a halt": who says what was done or is so asks, too. */
export const asksBeside: Mend = (scene, word) => {
  const { words, below } = scene
  const told = words[word.head]
  const says = words[told?.head ?? -1]
  if (
    !isPastOf(scene, word, 'calling-out') ||
    told?.deprel !== 'ccomp' ||
    says?.upos !== 'VERB' ||
    says.index > told.index ||
    !/(ed|said|told)$/.test(says.text)
  )
    return NOTHING
  if (below(word.index, /^(nsubj|csubj|aux|mark|cop)/).length > 0 || below(word.index, /^cc$/).length === 0) return NOTHING
  const isSo = below(told.index, /^(aux|cop)$/).some((at) => /^(had|was|were|is|are)$/.test(words[at]?.text ?? ''))
  return isSo ? [changeWord(word, { head: says.index, deprel: 'conj' })] : NOTHING
}

/** "boarded the boats, seized guns and wounded a sailor": in a row of verbs what stands behind a comma and before its object is one of them. */
export const verbInRow: Mend = ({ words, below }, word) => {
  const object = words[word.head]
  // "held elections in March, imposed sanctions and left": the parser joins it to what stands before, or takes it for a circumstance.
  const isBare = object?.deprel === 'obl' && below(object.index, /^case$/).length === 0
  if (!object || !(isBare || object.deprel === 'conj') || object.index < word.index) return NOTHING
  if (words[word.index - 1]?.text !== ',' || /ing$/i.test(word.text)) return NOTHING
  const first = isBare ? object : words[object.head]
  const verb = words[first?.head ?? -1]
  if (!first || !/^(obj|obl)/.test(first.deprel) || verb?.upos !== 'VERB' || /ing$/i.test(verb.text)) return NOTHING
  const last = below(verb.index, /^conj$/).find((at) => at > object.index && words[at]?.upos === 'VERB')
  const [and] = last === undefined ? [] : below(last, /^cc$/)
  if (and === undefined || and < object.index || below(object.index, /^cc$/).length > 0) return NOTHING
  return [changeWord(word, { head: verb.index, deprel: 'conj' }), changeWord(object, { head: word.index, deprel: 'obj' })]
}

/** "ruled out petitioning the king": what is ruled out, and not how. */
export const gerundBehindOut: Mend = ({ words, below }, word) => {
  const out = words[word.index - 1]
  const verb = words[word.head]
  if (!out || !verb || out.head !== verb.index || !/^(rule out|give up|put off|leave off)$/.test(`${verb.lemma} ${out.text}`))
    return NOTHING
  if (!ING.test(word.text) || below(word.index, /^(mark|nsubj)/).length > 0 || below(verb.index, /^(obj|xcomp|aux:pass)$/).length > 0)
    return NOTHING
  return [changeWord(word, { deprel: 'xcomp' })]
}

/** "was declared unwelcome by Chad": no quality is by somebody, what was done is. */
export const agentBehindQuality: Mend = (scene, word) => {
  const { words, below } = scene
  const quality = words[word.head]
  const verb = words[quality?.head ?? -1]
  if (quality?.deprel !== 'xcomp' || verb?.upos !== 'VERB' || word.index < quality.index) return NOTHING
  if (quality.upos !== 'ADJ' && (quality.upos !== 'NOUN' || below(quality.index, /^det$/).length > 0)) return NOTHING
  if (caseOf(scene, word.index) !== 'by' || below(verb.index, /^obl:agent$/).length > 0) return NOTHING
  return below(verb.index, /^aux:pass$/).length > 0 ? [changeWord(word, { head: verb.index, deprel: 'obl:agent' })] : NOTHING
}
