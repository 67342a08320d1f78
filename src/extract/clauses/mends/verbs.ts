import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of verbs: the particle that is theirs, verbs read as nouns and adjectives, who does what is told in the passive.

/** "handed over a list of demands": a particle that makes the verb another one introduces no phrase. */
export const ownParticle: Mend = ({ words, below }, word) => {
  const verb = words[word.index - 1]
  const noun = words[word.head]
  if (verb?.upos !== 'VERB' || verb.deprel === 'acl:relcl' || !OWN.test(`${verb.lemma} ${word.text}`)) return NOTHING
  if (noun?.deprel !== 'obl' || noun.head !== verb.index || below(noun.index, /^case$/).length > 1) return NOTHING
  return below(verb.index, /^(obj|nsubj:pass|aux:pass)$/).length > 0
    ? NOTHING
    : [changeWord(word, { head: verb.index, deprel: 'compound:prt' }), changeWord(noun, { deprel: 'obj' })]
}

const OWN =
  /^((hand|take|turn) over|(take|bring|let|send) in|(seal|cordon|call|fend|ward|stave|shrug|brush|cut|fight|beat) off|(carry|rule|wipe|kick|throw|push|force) out|(blow|round|step|draw|give|tear|shore|prop) up|(shoot|turn|vote|strike|gun|lay|tear) down|(brush|cast|set) aside)$/

/** "Slovakia's new government plans to reopen its consulate": a sentence has a verb, and who plans stands before it. */
export const planning: Mend = ({ words, below }, word) => {
  const subject = words[word.index - 1]
  if (!PLANS.test(word.text) || word.head >= 0 || subject?.head !== word.index || !/^(compound|nmod)$/.test(subject.deprel)) return NOTHING
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

const PLANS = /^(plans|offers|vows|pledges|aims|hopes|moves|bids|threatens)$/

/** "was relieved of his duties by the king": by whom it was done says that it was done. */
export const doneBy: Mend = ({ words, below }, word) => {
  if (!/(ed|en|wn|slain)$/.test(word.text) || below(word.index, /^cop$/).length === 0) return NOTHING
  const agent = below(word.index, /^obl/).find((at) => at > word.index && below(at, /^case$/).some((c) => words[c]?.text === 'by'))
  const doer = agent !== undefined && isNoun(words[agent]) ? [words[agent] as Word] : []
  if (doer.length === 0 && word.text !== 'slain') return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    ...doer.map((noun) => changeWord(noun, { deprel: 'obl:agent' })),
    ...below(word.index, /^cop$/).map((at) => changeWord(words[at] as Word, { deprel: 'aux:pass' })),
    ...below(word.index, /^nsubj$/).map((at) => changeWord(words[at] as Word, { deprel: 'nsubj:pass' })),
  ]
}

/** "were driven out of Kherson by Ukraine": no place is by somebody, what was done there is. */
export const agentBehindPlace: Mend = ({ words, below }, word) => {
  const place = words[word.head]
  const verb = words[place?.head ?? -1]
  if (place?.upos !== 'PROPN' || place.deprel !== 'obl' || verb?.upos !== 'VERB') return NOTHING
  if (!below(word.index, /^case$/).some((at) => words[at]?.text === 'by') || below(verb.index, /^obl:agent$/).length > 0) return NOTHING
  return below(verb.index, /^(aux:pass|nsubj:pass)$/).length > 0 ? [changeWord(word, { head: verb.index, deprel: 'obl:agent' })] : NOTHING
}

/** "has long opposed NATO's enlargement": what stands behind such an adverb was done, and "has" helps to say so. */
export const perfect: Mend = ({ words, below }, word) => {
  const object = words[word.head]
  const have = words[object?.head ?? -1]
  if (have?.lemma !== 'have' || have.upos !== 'VERB' || object?.deprel !== 'obj' || !/(ed|en|wn)$/.test(word.text)) return NOTHING
  const between = words.slice(have.index + 1, word.index)
  if (between.length === 0 || between.some((w) => w.head !== have.index && !OFTEN.test(w.text))) return NOTHING
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
