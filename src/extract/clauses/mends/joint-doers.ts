import { changeWord } from '../change-word.ts'
import { isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of those who do what another does, told behind the act.

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
