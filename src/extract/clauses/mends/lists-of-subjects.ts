import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isNoun, type Mend, NOTHING, TIME } from './mend.ts'

/** A member of a list, from one word up to another, and the noun that it hangs on. */
type Member = { readonly from: number; readonly end: number; readonly noun: Word }

/**
 * "Russia, China, and the United States urged", "The Netherlands, Mali and Laos left": what commas and "and" list from the beginning of a clause up to its verb are
 * its subjects, of which the parser often sees the last or the first alone.
 */
export const listOfSubjects: Mend = ({ words, below }, and) => {
  const before = behindOpening(words, membersBefore(words, and.index))
  const last = memberFrom(words, and.index + 1)
  const [first] = before
  if (before.length < 2 || !first || !last || !opensClause(words, first)) return NOTHING
  const verb = verbBehind(words, last.end)
  if (!verb || ING.test(verb.text) || (last.noun.head !== verb.index && first.noun.head !== verb.index)) return NOTHING
  const subject = below(verb.index, /^nsubj/)[0]
  if (subject !== undefined && (subject < first.from || subject > last.end)) return NOTHING
  // Of "Putin, the Russian president, and Xi" the second is the first.
  const others = [...before.slice(1).filter(({ noun }) => noun.deprel !== 'appos' || noun.upos === 'PROPN'), last]
  if (subject === first.noun.index && others.every(({ noun }) => noun.deprel === 'conj' && noun.head >= first.from)) return NOTHING
  const role = subject === undefined ? (below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj') : words[subject]?.deprel
  return [
    changeWord(first.noun, { head: verb.index, deprel: role ?? 'nsubj' }),
    ...others.map(({ noun }) => changeWord(noun, { head: first.noun.index, deprel: 'conj' })),
    changeWord(and, { head: last.noun.index, deprel: 'cc' }),
    ...words.slice(first.from, and.index).flatMap((word) => {
      const behind = word.text === ',' ? others.find(({ from }) => from >= word.index) : undefined
      return behind ? [changeWord(word, { head: behind.noun.index, deprel: 'punct' })] : []
    }),
    ...[first, ...others].flatMap((member) => partsOf(words, member)),
  ]
}

/**
 * "Talks between Russia, China, and the United States began": what a list behind a preposition ends with is no subject, but the noun above the list is.
 */
export const listInPhrase: Mend = ({ words }, and) => {
  const members = membersBefore(words, and.index)
  const last = memberFrom(words, and.index + 1)
  const [first] = members
  if (members.length < 2 || !first || !last || words[first.from - 1]?.upos !== 'ADP') return NOTHING
  const verb = verbBehind(words, last.end)
  const above = words[first.noun.head]
  if (!verb || !above || !isNoun(above) || above.head !== verb.index || above.index > first.from) return NOTHING
  if (last.noun.head !== verb.index || !/^nsubj/.test(last.noun.deprel) || /^nsubj/.test(above.deprel)) return NOTHING
  return [
    changeWord(last.noun, { head: first.noun.index, deprel: 'conj' }),
    changeWord(above, { deprel: last.noun.deprel }),
    changeWord(and, { head: last.noun.index, deprel: 'cc' }),
  ]
}

/** "said Russia, China, and the United States had urged": what stands behind a verb of speech or thought up to a verb with the last of them as its subject is no object. */
export const listBehindSaying: Mend = ({ words, isOf }, and) => {
  const members = membersBefore(words, and.index)
  const last = memberFrom(words, and.index + 1)
  const [first] = members
  const said = words[(first?.from ?? 0) - 1]
  if (members.length < 2 || !first || !last || said?.upos !== 'VERB' || !isOf(said.lemma, 'holding-true')) return NOTHING
  const verb = verbBehind(words, last.end)
  if (first.noun.head !== said.index || first.noun.deprel !== 'obj' || verb?.head !== said.index || !/^(conj|ccomp)$/.test(verb.deprel))
    return NOTHING
  if (last.noun.head !== verb.index || !/^nsubj/.test(last.noun.deprel)) return NOTHING
  return [
    changeWord(first.noun, { head: verb.index, deprel: last.noun.deprel }),
    changeWord(last.noun, { head: first.noun.index, deprel: 'conj' }),
    changeWord(and, { head: last.noun.index, deprel: 'cc' }),
    changeWord(verb, { deprel: 'ccomp' }),
  ]
}

/** The members without the first where that is a preposition's: "In Geneva, Russia, China and Iran". */
const behindOpening = (words: readonly Word[], members: readonly Member[]): readonly Member[] => {
  const [first] = members
  return first && words[first.from - 1]?.upos === 'ADP' ? members.slice(1) : members
}

/** What stands within a member and hangs on another's noun: "the" of "Bahrain, and the UAE". */
const partsOf = (words: readonly Word[], { from, end, noun }: Member): readonly Word[] =>
  words
    .slice(from, end)
    .filter(({ index, head }) => index !== noun.index && (head < from || head >= end))
    .map((word) => changeWord(word, { head: noun.index }))

/** The members that commas part before this place, from the first to the last. */
const membersBefore = (words: readonly Word[], and: number): readonly Member[] => {
  const members: Member[] = []
  let end = words[and - 1]?.text === ',' ? and - 1 : and
  while (end > 0) {
    let from = end
    while (from > 0 && isPart(words[from - 1])) from--
    const noun = nounOf(words, from, end)
    if (!noun) break
    members.unshift({ from, end, noun })
    if (words[from - 1]?.text !== ',' || !isPart(words[from - 2])) break
    end = from - 1
  }
  return members
}

const memberFrom = (words: readonly Word[], from: number): Member | null => {
  let end = from
  while (isPart(words[end])) end++
  const noun = nounOf(words, from, end)
  return noun ? { from, end, noun } : null
}

const isPart = (word: Word | undefined): boolean =>
  word !== undefined && (/^(DET|ADJ|NOUN|PROPN)$/.test(word.upos) || /^['’]s?$/.test(word.text))

/** The noun that these words hang on: the last whose head stands beyond them; none of a time ("Last week, Chad and Niger met"). */
const nounOf = (words: readonly Word[], from: number, end: number): Word | null => {
  const noun = words.slice(from, end).findLast((word) => isNoun(word) && (word.head < from || word.head >= end))
  return noun && !isTime(noun) ? noun : null
}

const isTime = ({ lemma, text }: Word): boolean => TIME.test(lemma) || isCalendarWord(text)

/** Whether it stands at the beginning of the sentence, behind a conjunction, or behind a phrase that opens the sentence ("Last week,", "In Geneva,"). */
const opensClause = (words: readonly Word[], { from }: Member): boolean => {
  if (from === 0 || words[from - 1]?.upos === 'SCONJ') return true
  const opening = words.slice(0, from - 1)
  const last = opening.at(-1)
  if (words[from - 1]?.text !== ',' || !last || opening.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false
  return /^(ADP|ADV)$/.test(words[0]?.upos ?? '') || isTime(last)
}

/** The verb right behind this place, but for its auxiliaries and adverbs. */
const verbBehind = (words: readonly Word[], from: number): Word | undefined => {
  let at = from
  while (/^(AUX|ADV|PART)$/.test(words[at]?.upos ?? '')) at++
  return words[at]?.upos === 'VERB' ? words[at] : undefined
}
