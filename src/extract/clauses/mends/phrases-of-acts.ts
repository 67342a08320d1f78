import { changeWord } from '../change-word.ts'
import { caseOf, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of what stands behind a noun that tells an act: who does it, to whom, between whom, and what is asked.

/** "the seizure by Iran of a Greek tanker", "the killing by police of two boys", "an apology by Japan to Chad": what stands behind who does it is what it is done to. */
export const ofBehindAgent: Mend = (scene, word) => {
  const { words, below } = scene
  const agent = words[word.head]
  if (!agent || agent.index > word.index || agent.deprel !== 'nmod') return NOTHING
  const how = caseOf(scene, word.index)
  if (how !== 'of' && !(how === 'to' && agent.upos === 'PROPN')) return NOTHING
  const act = words[agent.head]
  if (act?.upos !== 'NOUN' || act.index > agent.index || caseOf(scene, agent.index) !== 'by') return NOTHING
  // "accusations by Kenya of genocide": what is only said.
  if (SAID.some((id) => scene.isOf(act.lemma, id)) || below(act.index, /^nmod$/).some((at) => caseOf(scene, at) === how)) return NOTHING
  // "by soldiers of the army", "by the Bank of England": theirs.
  const first = words[Math.min(...below(word.index, /^(det|amod|nummod|nmod:poss|compound)$/), word.index)]
  const isApart =
    agent.upos === 'PROPN'
      ? how === 'to' || first !== word || word.upos === 'NOUN'
      : first !== undefined && (first.upos === 'NUM' || COUNTED.test(first.text))
  return isApart && below(agent.index, /^(det|compound)$/).length === 0 ? [changeWord(word, { head: act.index })] : NOTHING
}

const SAID = ['accusation', 'warning', 'asked-for']
/** What no numeral counts. */
const COUNTED = /^(an?|dozens|hundreds|thousands)$/i

/** "talks in Cairo between Sudan's president and a rebel leader": those whom they are between are no part of the town. */
export const betweenBehindPlace: Mend = (scene, word) => {
  const { words, below } = scene
  const place = words[word.head]
  if (place?.upos !== 'PROPN' || place.deprel !== 'nmod' || place.index > word.index || caseOf(scene, word.index) !== 'between')
    return NOTHING
  const act = words[place.head]
  if (act?.upos !== 'NOUN' || act.index > place.index || !/^(in|at)$/.test(caseOf(scene, place.index))) return NOTHING
  return below(word.index, /^conj$/).length === 0 ? NOTHING : [changeWord(word, { head: act.index })]
}

/** "between President William Ruto and Ugandan leader Yoweri Museveni": the preposition is that of the first, and a name behind a title is its bearer's. */
export const betweenFirst: Mend = ({ words }, word) => {
  const second = words[word.head]
  const first = words[second?.head ?? -1]
  if (
    !/^between$/i.test(word.text) ||
    !second ||
    !first ||
    second.deprel !== 'conj' ||
    first.index < word.index ||
    first.index > second.index
  )
    return NOTHING
  const name = words[second.index + 1]
  const isBearer = second.upos === 'NOUN' && name?.upos === 'PROPN' && name.deprel === 'nmod' && name.head < word.index
  return [changeWord(word, { head: first.index }), ...(isBearer ? [changeWord(name, { head: second.index, deprel: 'appos' })] : [])]
}

/** "its demand that Sudan withdraw": a bare verb behind one alone tells what is asked, and no relative clause. */
export const askedThat: Mend = ({ words, below, isOf }, word) => {
  const asked = words[word.head]
  if (!asked || word.text !== word.lemma || !isOf(asked.lemma, 'asked-for')) return NOTHING
  const that = below(word.index, /^(obj|mark|obl)$/).find((at) => words[at]?.text === 'that')
  const subject = words[below(word.index, /^nsubj/)[0] ?? -1]
  if (that === undefined || !subject || subject.index < that || subject.index > word.index) return NOTHING
  if (below(word.index, /^aux/).length > 0 || !isOne(subject.text, subject.lemma)) return NOTHING
  return [changeWord(word, { deprel: 'acl' }), changeWord(words[that] as typeof word, { deprel: 'mark', upos: 'SCONJ', lemma: 'that' })]
}

/** One alone, of whom no bare verb is told. */
const isOne = (text: string, lemma: string): boolean =>
  /^(it|he|she)$/i.test(text) || (!/^(they|we|you|i)$/i.test(text) && (text === lemma || /^\p{Lu}/u.test(text)))

/** "with Guinea-Bissau's president": a name in two parts has what stands behind its "'s". */
export const possessorInTwo: Mend = ({ words, below }, word) => {
  const last = below(word.index, /^flat$/).at(-1)
  if (last === undefined) return NOTHING
  const mark = below(word.index, /^case$/).find((at) => at > last && /^['’]s?$/.test(words[at]?.text ?? ''))
  if (mark === undefined) return NOTHING
  const owned = words.find((w) => w.index > mark && isNoun(w) && below(w.index, /^case$/).some((at) => at === word.index - 1))
  return owned && owned.index - mark < 4 && word.head !== owned.index
    ? [changeWord(word, { head: owned.index, deprel: 'nmod:poss' })]
    : NOTHING
}
