import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isNoun, type Mend, NOTHING, topOfName } from './mend.ts'

// Mends of those who do what another does, told behind the act or beside who does it.

/** "Spain criticised Morocco, as did Portugal", "and so has Portugal": who stands there does it, too. */
export const asDid: Mend = ({ words, below }, word) => {
  if (!/^(did|does|do|has|have|had|was|were|is|are)$/.test(word.text)) return NOTHING
  if (!/^(as|so|nor|neither)$/i.test(words[word.index - 1]?.text ?? '')) return NOTHING
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index > word.index) return NOTHING
  const doers = below(word.index, /^(nsubj|obj|obl|iobj|dep|advcl|ccomp|xcomp)/).filter((at) => at > word.index)
  const doer = words[doers[0] ?? -1]
  const [subject] = below(verb.index, /^nsubj/)
  if (doers.length !== 1 || !doer || !isNoun(doer) || subject === undefined) return NOTHING
  return below(doer.index, /^(case|nsubj|acl:relcl)$/).length > 0 ? NOTHING : [changeWord(doer, { head: subject, deprel: 'conj' })]
}

/** "Chad, along with Togo, recalled its envoy": who stands so between a subject and its verb does it, too. */
export const alongWith: Mend = ({ words, below }, word) => {
  const cases = below(word.index, /^(case|advmod)$/).filter((at) => at < word.index)
  const last = words[cases.at(-1) ?? -1]
  const opens = last?.text === 'with' ? words[last.index - 1] : last
  if (!last || !opens || !(last.text === 'with' ? /^(along|together)$/ : /^alongside$/).test(opens.text)) return NOTHING
  const before = words[opens.index - 1]
  const subject = topOfName(words, before?.text === ',' ? words[before.index - 1] : before)
  if (!subject || !isNoun(subject) || !/^nsubj/.test(subject.deprel) || subject.head < word.index) return NOTHING
  if (isBelow(words, word.index, subject.index)) return NOTHING
  return [
    changeWord(word, { head: subject.index, deprel: 'conj' }),
    ...cases.map((at) => changeWord(words[at] as Word, { deprel: 'cc' })),
    ...(opens.head === word.index ? NOTHING : [changeWord(opens, { head: word.index, deprel: 'cc' })]),
  ]
}
