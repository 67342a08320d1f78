import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isNoun, isPastOf, type Mend, NOTHING, PARTICIPLE } from './mend.ts'

// Mends of participles that the parser took for a predicate, a subject or a noun.

/** "Rebels fighting to topple the king accused Egypt", "Troops hunting the gunmen shot two": a participle right behind a noun at the start is the noun's, and the finite verb behind it the predicate. */
export const participleOfSubject: Mend = ({ words, below }, word) => {
  if (word.upos !== 'VERB' || !/^(xcomp|ccomp)$/.test(word.deprel) || !/(ed|ot|id|ld|nt|ook|ut)$/.test(word.text)) return NOTHING
  if (below(word.index, /^(mark|aux|case)/).length > 0 || below(word.index, /^obj$/).length === 0) return NOTHING
  let top = words[word.head]
  while (top && !(ING.test(top.text) && words[top.index - 1]?.head === top.index && words[top.index - 1]?.deprel === 'nsubj'))
    top = words[top.head]
  const subject = words[(top?.index ?? 0) - 1]
  if (!top || !subject || !isNoun(subject) || below(top.index, /^(aux|cop|mark)/).length > 0) return NOTHING
  const object = below(word.index, /^nsubj$/).find((at) => at > top.index)
  return [
    changeWord(word, { head: top.head, deprel: top.deprel }),
    ...(object === undefined ? [] : [changeWord(words[object] as Word, { head: top.index, deprel: 'obj' })]),
    changeWord(subject, { head: word.index }),
    changeWord(top, { head: subject.index, deprel: 'acl' }),
    ...below(top.index, /^punct$/)
      .filter((at) => at > word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "The accord, reached in Doha, called for a truce": of two verbs in the past without a conjunction the one between commas is the noun's, the other the predicate. */
export const participleBetween: Mend = ({ words, below }, word) => {
  if (!PAST.test(word.text) || words[word.index - 1]?.text !== ',' || below(word.index, /^(aux|cop|mark|cc|obj)/).length > 0) return NOTHING
  const subject = words[below(word.index, /^nsubj/)[0] ?? -1]
  if (!subject || !isNoun(subject) || !isBelow(words, subject.index, word.index - 2)) return NOTHING
  const comma = words.find((w) => w.index > word.index + 1 && w.text === ',')
  const verb = words[(comma?.index ?? -2) + 1]
  if (verb?.upos !== 'VERB' || ING.test(verb.text) || below(verb.index, /^(nsubj|csubj|cc$|mark|aux)/).length > 0) return NOTHING
  if (!isBelow(words, word.index, verb.index)) return NOTHING
  const object = words[verb.index + 1]
  const stray = object && isNoun(object) && object.head < verb.index && below(object.index, /^case/).length === 0
  return [
    changeWord(verb, { head: word.head, deprel: word.deprel }),
    changeWord(subject, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { head: subject.index, deprel: 'acl' }),
    ...(stray ? [changeWord(object, { head: verb.index, deprel: 'obj' })] : []),
    ...below(word.index, /./)
      .filter((at) => at > verb.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

const PAST = /(ed|en|wn|ung|ought|aught|id|ade|eld|ent|ilt|ost|ut)$/

/** "Meeting in Paris, Macron and Biden agreed": what opens the sentence is told of those behind the comma. */
export const openingMeeting: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (word.text !== 'Meeting' || verb?.upos !== 'VERB' || below(word.index, /^(det|amod|compound|nmod:poss)/).length > 0) return NOTHING
  const comma = words.findLast((w) => w.text === ',' && w.index > word.index && w.index < verb.index)
  const subject = words.find((w) => w.index > (comma?.index ?? verb.index) && w.index < verb.index && isNoun(w) && w.head < w.index)
  if (!comma || !subject || !isBelow(words, word.index, subject.index)) return NOTHING
  return [
    changeWord(subject, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { upos: 'VERB', lemma: 'meet', deprel: 'advcl' }),
    ...below(word.index, /^nmod/).map((at) => changeWord(words[at] as Word, { deprel: 'obl' })),
  ]
}

/** "Macron and Biden, meeting in Paris, agreed": behind a comma and without an article it is what they do. */
export const meetingBetween: Mend = ({ words, below }, word) => {
  const next = words[word.index + 1]
  if (word.text !== 'meeting' || words[word.index - 1]?.text !== ',' || !/^(in|at|on|with|for)$/.test(next?.text ?? '')) return NOTHING
  return below(word.index, /^(det|amod|compound|nummod|cc)/).length > 0
    ? NOTHING
    : [
        changeWord(word, { upos: 'VERB', lemma: 'meet', deprel: 'acl' }),
        ...below(word.index, /^nmod/).map((at) => changeWord(words[at] as Word, { deprel: 'obl' })),
      ]
}

/** "Abiy and Sisi, meeting in Cairo, agreed": behind a comma a participle is no subject but the noun's before it. */
export const participleAsSubject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!ING.test(word.text) || words[word.index - 1]?.text !== ',' || verb?.upos !== 'VERB' || verb.index < word.index) return NOTHING
  if (below(verb.index, /^nsubj/).length > 1) return NOTHING
  let noun = words[word.index - 2]
  while (noun && /^(conj|flat)/.test(noun.deprel) && noun.head < noun.index) noun = words[noun.head]
  return noun && (isNoun(noun) || /^\p{Lu}/u.test(noun.text)) && !isCalendarWord(noun.text) && below(noun.index, /^case/).length === 0
    ? [
        changeWord(noun, { upos: isNoun(noun) ? noun.upos : 'PROPN', head: verb.index, deprel: 'nsubj' }),
        changeWord(word, { head: noun.index, deprel: 'acl' }),
      ]
    : NOTHING
}

/** "Iran, which shares a border with them, called on both to talk": a sentence has a verb, and it is the one behind the clause that is shut by a comma. */
export const predicateBehindClause: Mend = ({ words, below }, word) => {
  if (!isNoun(word) || words.at(-1)?.text !== '.' || below(word.index, /^(nsubj|csubj|cop|aux|expl|case)/).length > 0) return NOTHING
  const aside = words.find((w) => /^(acl:relcl|appos)$/.test(w.deprel) && w.index > word.index && isAside(words, word.index, w.index))
  const verb = words.find(
    (w) =>
      aside !== undefined &&
      w.index > aside.index + 1 &&
      w.upos === 'VERB' &&
      /^(acl|advcl|conj|parataxis|xcomp)$/.test(w.deprel) &&
      words[w.index - 1]?.text === ',' &&
      !ING.test(w.text) &&
      isBelow(words, word.index, w.index),
  )
  if (!verb || below(verb.index, /^(nsubj|csubj|aux|cop|cc$|mark)/).length > 0) return NOTHING
  return [
    changeWord(verb, { head: -1, deprel: 'root' }),
    changeWord(word, { head: verb.index, deprel: 'nsubj' }),
    ...below(word.index, /^(punct|obl|conj|advcl|parataxis)/)
      .filter((at) => at > verb.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** Whether a clause or name hangs on the noun or on what belongs to it. */
const isAside = (words: readonly Word[], noun: number, at: number): boolean => {
  let up = words[at]?.head ?? -1
  while (up > noun && /^(nmod|flat|compound|appos)/.test(words[up]?.deprel ?? '')) up = words[up]?.head ?? -1
  return up === noun
}

/** "Soldiers loyal to the king attacked": an adjective behind a noun, with no copula, is said of the subject of the verb that follows. */
export const adjectiveBehindNoun: Mend = ({ words, below }, word) => {
  const noun = words[word.index - 1]
  if (!isNoun(noun) || noun?.head !== word.index || noun.deprel !== 'nsubj' || below(word.index, /^(cop|aux|mark|advmod)/).length > 0)
    return NOTHING
  if (word.deprel === 'nsubj') return [changeWord(noun, { head: word.head }), changeWord(word, { head: noun.index, deprel: 'amod' })]
  const [own] = below(word.index, /^obl$/).filter((at) => below(at, /^case$/).some((c) => words[c]?.text === 'to'))
  const verb = below(word.index, /^(advcl|conj|parataxis|ccomp|xcomp)$/).find(
    (at) => own !== undefined && at > own && words[at]?.upos === 'VERB',
  )
  if (verb === undefined || below(verb, /^(nsubj|csubj|mark|cc$|aux:pass)/).length > 0 || ING.test(words[verb]?.text ?? '')) return NOTHING
  return [
    changeWord(words[verb] as Word, { head: word.head, deprel: word.deprel }),
    changeWord(noun, { head: verb }),
    changeWord(word, { head: noun.index, deprel: 'amod' }),
    ...below(word.index, /^punct$/).map((at) => changeWord(words[at] as Word, { head: verb })),
  ]
}

/** "Rebels advanced to the edge of the town": what somebody did without a copula is no quality. */
export const pastOfSubject: Mend = ({ below }, word) =>
  PAST.test(word.text) &&
  below(word.index, /^nsubj$/).some((at) => at < word.index) &&
  below(word.index, /^(cop|aux|mark|amod|det)/).length === 0
    ? [changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })]
    : NOTHING

/** "Four Frenchmen kidnapped in Niger were released": before a passive of its own the first verb is a participle, and its subject that of both. */
export const participleBeforePassive: Mend = ({ words, below }, verb) => {
  const first = words[verb.head]
  if (!first || first.index > verb.index || words[first.index - 1]?.head !== first.index || !PAST.test(first.text)) return NOTHING
  const [subject, other] = below(first.index, /^nsubj$/)
  if (subject === undefined || other !== undefined || subject !== first.index - 1) return NOTHING
  if (below(first.index, /^(obj|aux|cop|mark|cc$|iobj)/).length > 0) return NOTHING
  const [be] = below(verb.index, /^aux:pass$/)
  if (be === undefined || below(verb.index, /^(nsubj|csubj|mark|cc$|expl)/).length > 0) return NOTHING
  const between = words.slice(first.index + 1, verb.index)
  if (between.some((w) => w.upos === 'PUNCT' || (w.upos === 'VERB' && w.head === first.index))) return NOTHING
  return [
    changeWord(verb, { head: first.head, deprel: first.deprel }),
    changeWord(words[subject] as Word, { head: verb.index, deprel: 'nsubj:pass' }),
    changeWord(first, { head: subject, deprel: 'acl' }),
    // "three years earlier" stands behind what it tells.
    ...below(verb.index, /^(advmod|obl)/)
      .filter((at) => at < be)
      .map((at) => changeWord(words[at] as Word, { head: first.index })),
    ...below(first.index, /^punct$/)
      .filter((at) => at > verb.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "Two were killed and five wounded": a participle joined to a passive shares its auxiliary, and those who are only counted suffer too. */
export const passiveBeside: Mend = (scene, word) => {
  const { words, below } = scene
  if (
    !(isPastOf(scene, word, 'taking-people') || isPastOf(scene, word, 'harming-people')) ||
    below(word.head, /^aux:pass$/).length === 0 ||
    below(word.index, /^(aux|obj|[cx]comp)/).length > 0
  )
    return NOTHING
  const [subject] = below(word.index, /^nsubj$/)
  const isCounted =
    subject !== undefined &&
    (words[subject]?.upos === 'NUM' || below(subject, /^(nummod|det)$/).some((at) => !/^the$/i.test(words[at]?.text ?? '')))
  return isCounted && !/^(at|on|into|back)$/.test(words[word.index + 1]?.text ?? '')
    ? [changeWord(words[subject] as Word, { deprel: 'nsubj:pass' })]
    : NOTHING
}

/** "Among those deported was Martha Karua, a former minister": who is told of behind "was" suffered it. */
export const amongThose: Mend = ({ words, below }, word) => {
  const [among, those] = [words[word.index - 2], words[word.index - 1]]
  if (!/^among$/i.test(among?.text ?? '') || those?.text !== 'those' || !PARTICIPLE.test(word.text)) return NOTHING
  const cop = words.find((w) => w.index > word.index && w.deprel === 'cop' && /^(was|were|is|are)$/.test(w.text))
  const whom = words[cop?.head ?? -1]
  if (!whom || !isNoun(whom) || whom.head >= 0 || whom.index < word.index || whom.index === word.index) return NOTHING
  if (words.slice(word.index, cop?.index).some((w) => w.upos === 'PUNCT') || below(word.index, /^(aux|obj|xcomp)/).length > 0)
    return NOTHING
  return [
    changeWord(word, { head: whom.index, deprel: 'acl', upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(those, { head: whom.index, deprel: 'obl' }),
  ]
}

/** "The general had two editors arrested": who rules has done what he has done to them; but "has two brothers jailed in Chad" tells whom he has. */
export const hadDone: Mend = (scene, word) => {
  const { words, below, isOf } = scene
  if (!isPastOf(scene, word, 'had-done')) return NOTHING
  const above = words[word.head]
  const have = words[(word.deprel === 'acl' ? above?.head : word.head) ?? -1]
  if (have?.lemma !== 'have' || have.upos !== 'VERB' || have.text === 'has' || below(word.index, /^(aux|mark|nsubj|case)/).length > 0)
    return NOTHING
  const [whom] = below(have.index, /^obj$/)
  const [subject] = below(have.index, /^nsubj$/)
  if (whom !== word.index - 1 || subject === undefined) return NOTHING
  const titles = [subject, ...below(subject, /^(compound|flat|appos)/)]
  if (!titles.some((at) => isOf(words[at]?.lemma.toLowerCase() ?? '', 'giving-orders'))) return NOTHING
  return [
    changeWord(word, { head: have.head, deprel: have.deprel }),
    changeWord(have, { head: word.index, deprel: 'aux', upos: 'AUX' }),
    ...below(have.index, /^/)
      .filter((at) => at !== word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}
