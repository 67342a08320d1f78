import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { isPastOf, type Mend, NOTHING } from './mend.ts'

// Mends of what somebody wants done, or asks others to do.

/**
 * "wants two of its citizens freed by Uganda", "wants the president arrested": what shall be done to whom is wanted, and no deed of the past. Only what one does to
 * another at once ("freed", "lifted") is wanted so; "wants two men accused of murder" tells who they are.
 */
export const wantDone: Mend = (scene, word) => {
  const { words, below, isOf } = scene
  if (!isPastOf(scene, word, 'done-as-wanted') || below(word.index, /^(aux|mark|cop|obj)/).length > 0) return NOTHING
  const head = words[word.head]
  if (!head) return NOTHING
  // The parser has it as a clause of its own already, with its subject.
  if (word.deprel === 'ccomp' && isOf(head.lemma, 'wanting-done')) {
    const [subject] = below(word.index, /^nsubj/)
    if (subject === undefined || subject < head.index) return NOTHING
    return [changeWord(word, { deprel: 'xcomp' }), changeWord(words[subject] as typeof word, { head: head.index, deprel: 'obj' })]
  }
  const object = head.deprel === 'nmod' ? words[head.head] : head
  const verb = words[object?.head ?? -1]
  if (object?.deprel !== 'obj' || !verb || !isOf(verb.lemma, 'wanting-done') || verb.index > object.index) return NOTHING
  return [changeWord(word, { head: verb.index, deprel: 'xcomp' })]
}

/** "urged the union on Thursday to lift sanctions": what one is asked to do, and no aim, though the day stands between. */
export const askedOnDay: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index > word.index || !isOf(verb.lemma, 'asking-others')) return NOTHING
  const to = below(word.index, /^mark$/).find((at) => words[at]?.text === 'to')
  if (to === undefined || !isCalendarWord(words[to - 1]?.text ?? '') || below(verb.index, /^(xcomp|ccomp)$/).length > 0) return NOTHING
  return below(verb.index, /^(obj|iobj)$/).some((at) => at > verb.index && at < to) ? [changeWord(word, { deprel: 'xcomp' })] : NOTHING
}
