import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { isIngOf, isNoun, type Mend, NOTHING, PARTICIPLE } from './mend.ts'

// Mends of participles that the parser takes for attributes of their objects.

/** "in imposing sanctions on Chad", "with Chad freezing contacts": what one does to a thing, and no sanctions that impose. */
export const gerundBeforeObject: Mend = (scene, word) => {
  const { words, below } = scene
  const object = words[word.head]
  if (!object || object.index < word.index || !isNoun(object) || !isIngOf(scene, word, 'done-to-something')) return NOTHING
  if (!/^(obl|nmod|obj|nsubj|conj)/.test(object.deprel) || object.head < 0) return NOTHING
  const before = words[word.index - 1]
  const doer = isNoun(before) && before?.head === object.index && before.deprel === 'compound' ? before : undefined
  const marker = doer ? words[doer.index - 1] : before
  if (!marker || marker.head !== object.index || !(doer ? /^with$/i : BEHIND).test(marker.text)) return NOTHING
  const isOther = (at: number): boolean => at > word.index && at < object.index
  if (below(object.index, /^(det|nmod:poss)/).some((at) => at < word.index)) return NOTHING
  return [
    changeWord(word, { head: object.head, deprel: 'advcl', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(object, { head: word.index, deprel: 'obj' }),
    ...(doer
      ? [changeWord(doer, { head: object.head, deprel: 'obl' }), changeWord(marker, { head: doer.index, deprel: 'case' })]
      : [changeWord(marker, { head: word.index, deprel: 'mark' })]),
    ...below(word.index, /^(advmod|obl)/)
      .filter(isOther)
      .map((at) => changeWord(words[at] as typeof word, { head: word.index })),
  ]
}

const BEHIND = /^(in|by|after|before|for|of|with|without|from|since|while|on|against)$/i

/** "having used gas": "having" helps the participle right behind it, which has the object. */
export const perfectBeforeObject: Mend = ({ words, below }, word) => {
  const having = words[word.index - 1]
  const object = words[word.head]
  if (!having || !/^having$/i.test(having.text) || having.deprel.startsWith('aux') || !PARTICIPLE.test(word.text)) return NOTHING
  if (object?.head !== having.index || object.deprel !== 'obj' || object.index < word.index) return NOTHING
  return [
    changeWord(word, { head: having.head, deprel: having.deprel, lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(having, { head: word.index, deprel: 'aux', upos: 'AUX' }),
    ...below(having.index, /^/)
      .filter((at) => at !== word.index)
      .map((at) => changeWord(words[at] as typeof word, { head: word.index })),
  ]
}
