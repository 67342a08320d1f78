import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isNoun, type Mend, NOTHING, type Scene, TIME, topOfName } from './mend.ts'

// Mends of persons who are named with their offices, several of them or behind a date: each office makes a comma look like an apposition.

/**
 * "Prime Minister Pashinyan, President Aliyev and President Putin signed": who stands before or behind an "and" that no comma closes is no other name of who stands
 * before him; in "Rabin, its premier and minister, signed" one is.
 */
export const officersJoined: Mend = (scene, name) => {
  const { words, below } = scene
  const other = words[name.head]
  if (!other || other.index > name.index || below(other.index, TITLE).length === 0) return NOTHING
  const [first, last] = [edge(scene, name, -1), edge(scene, name, 1)]
  if (words[last + 1]?.text === ',' || words[last + 1]?.upos === 'PUNCT') return NOTHING
  if (words[first]?.text === 'and') return [changeWord(name, { head: other.index, deprel: 'conj' })]
  if (words[first]?.text !== ',' && words[first - 1]?.text !== ',') return NOTHING
  const joined = below(name.index, /^(conj|appos)$/).find(
    (at) => at > name.index && words[edge(scene, words[at] as Word, -1)]?.text === 'and',
  )
  return joined === undefined || below(joined, TITLE).length === 0 ? NOTHING : [changeWord(name, { deprel: 'conj' })]
}

const TITLE = /^(nmod:desc|flat)$/

/** The first word of a phrase, or its last. */
const edge = ({ below }: Scene, { index }: Word, way: 1 | -1): number => {
  let at = index
  for (let next: number | undefined = index; next !== undefined; ) {
    at = next
    const parts = below(at, /./).filter((part) => (part - at) * way > 0)
    next = way < 0 ? parts[0] : parts.at(-1)
  }
  return at
}

/**
 * "In November 1993 Presidents Moi and Mwinyi agreed", "On 3 May French President Macron and Chancellor Merz met", "On Nov. 9, Prime Minister Pashinyan signed": nobody
 * is a part of the day that opens a sentence, and those between it and the main verb are its subject, all together.
 */
export const officersBehindDate: Mend = ({ words, below }, verb) => {
  const end = endOfDate(words)
  if (end < 2 || verb.index <= end + 1 || ING.test(verb.text)) return NOTHING
  const start = words[end]?.text === ',' ? end + 1 : end
  const between = words.slice(start, verb.index).filter((w) => w.head !== verb.index || !/^(aux|advmod)/.test(w.deprel))
  if (between.some(({ upos, text, lemma }) => NO_NAME.test(upos) || isCalendarWord(text) || TIME.test(lemma) || ING.test(text)))
    return NOTHING
  const heads = new Set(between.map(({ index }) => index))
  const tops = between.filter((w) => !heads.has(w.head) && w.upos !== 'PUNCT')
  const [first] = tops
  const isOfDate = words.slice(0, end).some((w) => heads.has(w.head)) || (first !== undefined && first.head < end)
  // "the chief of staff, Yuri Baluyevsky, stated": without an "and" the second is what the first is called.
  if (tops.length > 1 && between.every(({ deprel }) => deprel !== 'cc')) return NOTHING
  if (!first || !isOfDate || !tops.every(isNoun) || tops.some((w) => below(w.index, /^case$/).some((at) => heads.has(at)))) return NOTHING
  if (below(verb.index, /^(nsubj|csubj|expl)/).some((at) => !heads.has(at))) return NOTHING
  return [
    ...subjectOfAll(tops, verb, below(verb.index, /^aux:pass$/).length > 0),
    ...dateOfVerb(words, end, verb),
    ...wholeNames(words, between),
  ]
}

/** The day alone hangs on the verb, the rest of the date on that. */
const dateOfVerb = (words: readonly Word[], end: number, verb: Word): readonly Word[] => {
  const date = words.slice(0, end)
  const day = date.slice(1).find(({ text }) => isCalendarWord(text)) ?? (date.at(-1) as Word)
  return date.map((w) => changeWord(w, w === day ? { head: verb.index, deprel: 'obl' } : { head: day.index, deprel: partOfDate(w) }))
}

const subjectOfAll = ([first, ...others]: readonly Word[], verb: Word, passive: boolean): readonly Word[] =>
  first
    ? [
        changeWord(first, { head: verb.index, deprel: passive ? 'nsubj:pass' : 'nsubj' }),
        ...others.map((w) => changeWord(w, { head: first.index, deprel: 'conj' })),
      ]
    : NOTHING

/** What is joined to a name is joined to the whole of it. */
const wholeNames = (words: readonly Word[], between: readonly Word[]): readonly Word[] =>
  between.flatMap((w) => {
    const top = w.deprel === 'conj' && words[w.head]?.deprel === 'flat' ? topOfName(words, words[w.head]) : undefined
    return top ? [changeWord(w, { head: top.index })] : NOTHING
  })

/** Where a date that opens the sentence ends ("On 3 May", "In November 1993"); 0 where none does. */
const endOfDate = (words: readonly Word[]): number => {
  if (!/^(on|in|by)$/i.test(words[0]?.text ?? '')) return 0
  const isPart = ({ text }: Word): boolean => isCalendarWord(text) || NUMBER.test(text)
  const end = words.findIndex((w) => w.index > 0 && !isPart(w) && !(w.text === ',' && YEAR.test(words[w.index + 1]?.text ?? '')))
  return words.slice(1, end).some(({ text }) => isCalendarWord(text) || YEAR.test(text)) ? end : 0
}

const YEAR = /^(1[6-9]|20)\d\d$/
const NUMBER = /^(\d{1,2}(st|nd|rd|th)?|(1[6-9]|20)\d\d)$/
/** What stands in no list of names. */
const NO_NAME = /^(VERB|AUX|SCONJ|PRON)$/

const partOfDate = ({ upos, deprel }: Word): string => (upos === 'ADP' ? 'case' : upos === 'NUM' ? 'nmod:unmarked' : deprel)

/**
 * "President Erdogan of Turkey and President Aliyev of Azerbaijan met": who is named with his office and whose it is behind the "and" is joined to the first such, and
 * not to what that one holds office of.
 */
export const holdersJoined: Mend = (scene, name) => {
  const { words, below } = scene
  const state = words[name.head]
  if (!state || state.index > name.index || state.deprel !== 'nmod' || !isOfOf(scene, state) || !hasOf(scene, name)) return NOTHING
  const first = topOfName(words, words[state.head])
  if (first?.upos !== 'PROPN' || below(first.index, /^nmod:desc$/).length === 0) return NOTHING
  const title = words[name.index - 1]
  const ownTitle = title?.deprel === 'conj' && title.head === state.index && title.upos !== 'PUNCT' ? title : undefined
  if (!ownTitle && below(name.index, /^nmod:desc$/).length === 0) return NOTHING
  return [
    changeWord(name, { head: first.index, deprel: 'conj' }),
    ...(ownTitle
      ? [
          changeWord(ownTitle, { head: name.index, deprel: 'nmod:desc' }),
          ...below(ownTitle.index, /^cc$/).map((at) => changeWord(words[at] as Word, { head: name.index })),
        ]
      : NOTHING),
  ]
}

const isOfOf = ({ words, below }: Scene, { index }: Word): boolean => below(index, /^case$/).some((at) => words[at]?.text === 'of')

const hasOf = (scene: Scene, { index }: Word): boolean =>
  scene.below(index, /^nmod$/).some((at) => at > index && isOfOf(scene, scene.words[at] as Word))

/** "Chad's envoy to the United Nations, Ali Moussa, spoke": the whole name alone between commas is that of who holds the office, and no other post of his. */
export const nameOfHolder: Mend = (scene, name) => {
  const { words, below } = scene
  const post = words[name.head]
  const office = words[post?.head ?? -1]
  if (post?.deprel !== 'nmod' || post.index > name.index || office?.upos !== 'NOUN' || below(name.index, /^flat$/).length === 0)
    return NOTHING
  if (!below(post.index, /^case$/).some((at) => /^(of|to|for)$/.test(words[at]?.text ?? ''))) return NOTHING
  const [first, last] = [edge(scene, name, -1), edge(scene, name, 1)]
  const isBetweenCommas = (words[first]?.text === ',' || words[first - 1]?.text === ',') && words[last + 1]?.text === ','
  return isBetweenCommas &&
    below(post.index, /^conj$/).every((at) => at === name.index) &&
    below(name.index, /^(cc|case|nmod)/).length === 0
    ? [changeWord(name, { head: office.index, deprel: 'appos' })]
    : NOTHING
}
