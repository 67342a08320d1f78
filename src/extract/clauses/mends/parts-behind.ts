import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isIngOf, isNoun, isPastOf, type Mend, NOTHING } from './mend.ts'

// Mends of what stands behind an object, and was hung on another word than the one that it belongs to.

/** "a letter to Chad warning of war": what one says in -ing, right behind a name under "to", is no noun to which the name belongs. */
export const sayingBehindName: Mend = (scene, word) => {
  const { words, below } = scene
  const name = words[word.index - 1]
  const above = words[word.head]
  if (!isIngOf(scene, word, 'addressing') || name?.upos !== 'PROPN' || name.head !== word.index || !above || above.index > name.index)
    return NOTHING
  const cases = below(word.index, /^case$/)
  const next = words[word.index + 1]?.text ?? ''
  if (cases.every((at) => words[at]?.text.toLowerCase() !== 'to') || !/^(of|that|against|about|for)$/.test(next)) return NOTHING
  const object = below(above.index, /^obj$/).find((at) => at === (cases[0] ?? 0) - 1)
  return [
    changeWord(name, { head: object ?? above.index, deprel: object !== undefined || isNoun(above) ? 'nmod' : 'obl' }),
    ...cases.map((at) => changeWord(words[at] as Word, { head: name.index })),
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel: isNoun(above) ? 'acl' : 'advcl' }),
    ...below(word.index, /^nmod/).map((at) => changeWord(words[at] as Word, { deprel: 'obl' })),
  ]
}

/** "freed the reporter, arrested in May": a participle behind a comma, with nothing that it is done to, is told of the object right before it. */
export const participleOfObject: Mend = (scene, word) => {
  const { words, below } = scene
  const verb = words[word.head]
  if (
    !(isPastOf(scene, word, 'taking-people') || isPastOf(scene, word, 'telling-who')) ||
    words[word.index - 1]?.text !== ',' ||
    verb?.upos !== 'VERB' ||
    verb.index > word.index
  )
    return NOTHING
  if (below(word.index, /^(nsubj|obj|iobj|xcomp|ccomp|aux|mark|cc|advmod)/).length > 0) return NOTHING
  const object = words[below(verb.index, /^obj$/).findLast((at) => at > verb.index && at < word.index) ?? -1]
  return object && isNoun(object) && isBelow(words, object.index, word.index - 2)
    ? [changeWord(word, { head: object.index, deprel: 'acl' })]
    : NOTHING
}

/** "contributes more to operations": how much stands before the preposition, and is no part of the noun behind it. */
export const moreBefore: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!/^(more|less|much|most)$/.test(word.text) || !noun || verb?.index !== word.index - 1 || verb.upos !== 'VERB') return NOTHING
  const isBehind = below(noun.index, /^case$/).some((at) => at === word.index + 1)
  return isBehind && below(verb.index, /^obj$/).length === 0 ? [changeWord(word, { head: verb.index, deprel: 'obj' })] : NOTHING
}

/** "called on Chad and Niger to withdraw": what several are asked to do completes the verb. */
export const askedOfSeveral: Mend = ({ words, below }, word) => {
  let asked = words[word.head]
  while (asked?.deprel === 'conj') asked = words[asked.head]
  const verb = words[asked?.head ?? -1]
  if (!asked || verb?.upos !== 'VERB' || !/^(call|appeal)$/.test(verb.lemma) || ING.test(word.text)) return NOTHING
  if (words[word.index - 1]?.text !== 'to' || words[word.index - 1]?.head !== word.index) return NOTHING
  const isAsked = below(asked.index, /^case$/).some((at) => at === verb.index + 1 && /^(on|upon|to)$/.test(words[at]?.text ?? ''))
  return isAsked ? [changeWord(word, { head: verb.index, deprel: 'xcomp' })] : NOTHING
}

/** "told US that": in capitals it is the state, and no pronoun. */
export const stateInCapitals: Mend = ({ words }, word) =>
  word.text === 'US' && words.some((w) => /\p{Ll}/u.test(w.text)) ? [changeWord(word, { upos: 'PROPN', lemma: 'US' })] : NOTHING

/** "offered to Chad an armoured brigade": what stands behind a verb and whom it is given to, under an article of its own, is its object. */
export const objectBehindReceiver: Mend = ({ words, below }, word) => {
  const above = words[word.head]
  const verb = word.deprel === 'appos' && above?.deprel === 'obl' ? words[above.head] : above
  if (verb?.upos !== 'VERB' || below(word.index, /^(case|mark|advmod)/).length > 0) return NOTHING
  if (below(verb.index, /^(obj|ccomp|xcomp|aux:pass|nsubj:pass)/).length > 0) return NOTHING
  const [first] = below(word.index, /^(det|nmod:poss)$/)
  const receiver = words[(first ?? 0) - 1]
  if (first === undefined || receiver?.upos !== 'PROPN' || receiver.index <= verb.index + 1) return NOTHING
  const particle = words[verb.index + 1]
  const to = particle && /^(over|back|out)$/.test(particle.text) ? words[particle.index + 1] : particle
  return to?.text === 'to' && words[to.head]?.head === verb.index && isBelow(words, to.head, receiver.index)
    ? [changeWord(word, { head: verb.index, deprel: 'obj' })]
    : NOTHING
}

/** "tortured a man to death in May": it is told of what was done, and no noun has it. */
export const toDeath: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (word.text !== 'death' || words[word.index - 1]?.text !== 'to' || !isNoun(noun) || verb?.upos !== 'VERB') return NOTHING
  return [
    changeWord(word, { head: verb.index, deprel: 'obl' }),
    ...below(word.index, /^nmod/).map((at) => changeWord(words[at] as Word, { head: verb.index, deprel: 'obl' })),
  ]
}
