import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { ING, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of words whose part of speech contradicts what hangs on them.

/** "after meeting Zelensky": what has an object is a verb. */
export const gerund: Mend = ({ words, below }, word) => {
  if (!ING.test(word.text)) return NOTHING
  const governs = (at: number): boolean => below(at, /^obj$/).length > 0
  if (
    !governs(word.index) &&
    !below(word.index, /^conj/).some((at) => words[at]?.upos === 'VERB' && ING.test(words[at]?.text ?? '') && governs(at))
  )
    return NOTHING
  const onVerb = words[word.head]?.upos === 'VERB'
  const deprel = /^obl/.test(word.deprel)
    ? 'advcl'
    : /^nmod/.test(word.deprel)
      ? 'acl'
      : word.deprel === 'obj' && onVerb
        ? 'xcomp'
        : word.deprel
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel }),
    ...below(word.index, /^case$/).map((at) => changeWord(words[at] as Word, { deprel: 'mark' })),
  ]
}

/** "the leaders of the member states put": what a noun before it and a preposition mark is no verb. */
export const nounInS: Mend = ({ words, below }, word) => {
  if (!/[^s]s$/.test(word.text)) return NOTHING
  if (below(word.index, /^(nsubj|obj|mark|aux|advmod)/).length > 0) return NOTHING
  const before = words[word.index - 1]
  const joined = word.deprel !== 'conj' || isNoun(words[word.head])
  return joined && before?.head === word.index && /^(compound|amod|nummod|det)/.test(before.deprel)
    ? [changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') })]
    : NOTHING
}

/** "North Korea test-fired two missiles": what is joined to a verb by a hyphen is a part of it, and the name before both is the subject. */
export const hyphenVerb: Mend = ({ words, below }, word) => {
  const [prefix, hyphen, noun] = [words[word.index - 2], words[word.index - 1], words[word.head]]
  if (word.upos !== 'VERB' || ING.test(word.text) || hyphen?.text !== '-' || !prefix || !isNoun(prefix) || prefix.head !== word.index)
    return NOTHING
  if (prefix.end !== hyphen.start || hyphen.end !== word.start || below(word.index, /^(nsubj|csubj|aux)/).length > 0) return NOTHING
  const subject = words[prefix.index - 1]
  if (!subject || !isNoun(subject) || subject.head !== prefix.index) return NOTHING
  const mended: Word = changeWord(subject, { head: word.index, deprel: 'nsubj' })
  if (word.deprel !== 'amod' || !noun || noun.index < word.index) return [mended]
  return [changeWord(word, { head: noun.head, deprel: noun.deprel }), changeWord(noun, { head: word.index, deprel: 'obj' }), mended]
}
