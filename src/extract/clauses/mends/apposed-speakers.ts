import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isNoun, isPastOf, type Mend, NOTHING, type Scene } from './mend.ts'

// Mends of who speaks or acts where the parser hung it beside what stands before a comma, and of words that it took for what tells of a noun.

/** "Addressing the council on behalf of Arab states, Omani envoy X said", "“… from Baku,” Georgia's minister, X, told the agency": right before a verb of speech of its own stands who speaks. */
export const apposedSpeaker: Mend = (scene, verb) => {
  const { words, below } = scene
  if (!(verb.text === 'says' || isPastOf(scene, verb, 'speaking-up')) || below(verb.index, /^(nsubj|csubj|expl|aux|mark|cc$)/).length > 0)
    return NOTHING
  if (isReduced(scene, verb)) return NOTHING
  const noun = apposedBefore(scene, words[verb.index - 1]?.text === ',' ? verb.index - 2 : verb.index - 1)
  if (noun === null || isBelow(words, noun, verb.index) || words[noun]?.head === verb.index) return NOTHING
  const first = Math.min(noun, ...words.flatMap((w) => (isBelow(words, noun, w.index) && w.upos !== 'PUNCT' ? [w.index] : [])))
  const marks = [words[first - 1]?.text ?? '', words[first - 2]?.text ?? '']
  const named = namedBefore(scene, noun, verb.index, first - 1)
  if (named) return [changeWord(named, { head: verb.index, deprel: 'nsubj' }), changeWord(words[noun] as Word, { head: named.index })]
  const isQuoted = CLOSES.test(marks[0] as string) && /^[,?!]$/.test(marks[1] as string)
  return isQuoted || (marks[0] === ',' && words[noun]?.deprel === 'appos')
    ? [changeWord(words[noun] as Word, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}

/** "the rebel leader, blamed for attacks", "praised by France", "told to leave": what was said of him. */
const isReduced = ({ words, below }: Scene, { index, text }: Word): boolean => {
  const [next, last] = [words[index + 1], words[index + 2]]
  if (below(index, /^obl/).some((at) => below(at, /^case$/).some((by) => words[by]?.text === 'by'))) return true
  return /^(of|for|by)$/.test(next?.text ?? '')
    ? !/^(warned of|called for)$/.test(`${text} ${next?.text}`)
    : next?.text === 'to' && /^(told|urged|called|warned|said)$/.test(text) && /^(VERB|AUX)$/.test(last?.upos ?? '')
}

/** "told reporters Germany, a NATO member, urged": whom an apposition between two commas is about acts, and not it. */
const namedBefore = ({ words, below }: Scene, noun: number, verb: number, comma: number): Word | null => {
  const name = words[comma - 1]
  if (words[comma]?.text !== ',' || words[verb - 1]?.text !== ',' || !name || words[noun]?.deprel !== 'appos') return null
  return name.deprel === 'appos' && name.head === words[noun]?.head && below(name.index, /^case$/).length === 0 ? name : null
}

const CLOSES = /^(["”’»]|'')$/
const BESIDE = /^(appos|obl|nmod|conj|obj)$/

/** The outermost apposition that ends with a word and has a word before its noun or name, as who somebody is does. */
const apposedBefore = ({ words, below }: Scene, end: number): number | null => {
  let found: number | null = null
  for (
    let up = words[end], step = 0;
    up && step < 6 && isNoun(up) && !below(up.index, /^(case|mark|cc)$/).length;
    up = words[up.head], step++
  ) {
    if (BESIDE.test(up.deprel) && below(up.index, /^(amod|compound|nmod:poss|det|nmod)/).some((at) => at < up.index)) found = up.index
    if (!/^(appos|flat)/.test(up.deprel)) break
  }
  return found
}

/** "broke off relations with Sudan, threatened to expel refugees": nobody is threatened or vowed to do something; the subject goes on. */
export const vowsBehindComma: Mend = (scene, verb) => {
  const { words, below } = scene
  if (!isPastOf(scene, verb, 'setting-out-to') || words[verb.index - 1]?.text !== ',') return NOTHING
  if (below(verb.index, /^(nsubj|aux|mark|cc$|obj|iobj)/).length > 0) return NOTHING
  const act = below(verb.index, /^xcomp$/).some((at) => below(at, /^mark$/).some((m) => m === verb.index + 1 && words[m]?.text === 'to'))
  let above = words[verb.head]
  for (let step = 0; above && above.upos !== 'VERB' && step < 6; step++) above = words[above.head]
  return act && above && above.index < verb.index && !ING.test(above.text)
    ? [changeWord(verb, { head: above.index, deprel: 'conj' })]
    : NOTHING
}

/** "cut ties with Taiwan and established relations with China": what "and" stands before is no word of the noun but the next verb. */
export const joinedVerb: Mend = ({ words, below }, verb) => {
  const noun = words[verb.head]
  const first = noun && words[noun.head]
  const [and] = below(verb.index, /^cc$/)
  if (!noun || !first || and !== verb.index - 1 || ING.test(verb.text) || !noun.deprel.startsWith('conj') || !isNoun(first)) return NOTHING
  const above = words[first.head]
  if (words.slice(first.index, verb.index).some((w) => w.text === ',')) return NOTHING
  if (
    above?.upos !== 'VERB' ||
    above.index > first.index ||
    (above.head >= 0 && below(above.index, /^nsubj/).length === 0) ||
    !/^(obj|obl)/.test(first.deprel) ||
    below(noun.index, /^det$/).some((at) => at < verb.index)
  )
    return NOTHING
  return [changeWord(verb, { head: above.index, deprel: 'conj' }), changeWord(noun, { head: verb.index, deprel: 'obj' })]
}

/** "Chile's consul general": what stands on the first word is of the whole. */
export const general: Mend = ({ words, below, isOf }, word) => {
  if (word.text.length !== 'general'.length || word.text.toLowerCase() !== 'general') return NOTHING
  const office = below(word.index, /^(amod|compound|nmod)$/).find(
    (at) => at === word.index - 1 && isOf(words[at]?.text.toLowerCase() ?? '', 'office-in-general'),
  )
  if (office === undefined) return NOTHING
  return below(office, /^(nmod:poss|det|amod|compound|case)$/).map((at) =>
    changeWord(words[at] as (typeof words)[number], { head: word.index }),
  )
}

/** "was declared persona non grata by Peru": who declares it. */
export const unwelcomeBy: Mend = ({ words, below }, word) => {
  const grata = words[word.head]
  if (grata?.text.toLowerCase() !== 'grata' || !below(word.index, /^case$/).some((at) => words[at]?.text === 'by')) return NOTHING
  const verb = words[grata.head]
  const act = verb?.upos === 'VERB' ? verb : words[verb?.head ?? -1]
  return act?.upos === 'VERB' ? [changeWord(word, { head: act.index, deprel: 'obl:agent' })] : NOTHING
}

/** "declared the truce with Morocco null and void": what it is declared to be, not what tells which truce. */
export const declaredOver: Mend = ({ words, below, isOf }, word) => {
  const noun = words[word.head]
  if (noun?.deprel !== 'obj' || word.index < noun.index || !isOf(word.text, 'declared-so')) return NOTHING
  const verb = words[noun.head]
  if (!verb || !isNoun(noun) || !isOf(verb.lemma, 'proclaiming')) return NOTHING
  return below(word.index, /^(case|mark|det|cop)$/).length > 0
    ? NOTHING
    : [changeWord(word, { head: verb.index, deprel: 'xcomp', upos: 'ADJ' })]
}
