import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isNoun, type Mend, NOTHING, type Scene, TIME, topOfName } from './mend.ts'

// Mends of subjects: the one that a verb lacks, a second one that is another verb's or coordinated, days that stand between.

/** "China, Japan hold talks", "Spain as well as Portugal criticised": a verb has one subject; "whom" is none. */
export const secondSubject: Mend = ({ words, below, isOf }, word) => {
  if (word.text.toLowerCase() === 'whom') return [changeWord(word, { deprel: 'obj' })]
  if (word.deprel === 'nsubj:outer')
    return !isOf(word.lemma.toLowerCase(), 'what-is-to-do') && words[word.head]?.upos === 'VERB' && below(word.head, /^nsubj/).length === 1
      ? [changeWord(word, { deprel: 'nsubj' })]
      : NOTHING
  const first = below(word.head, /^nsubj/)[0] as number
  if (first >= word.index || !isNoun(word) || !isNoun(words[first])) return NOTHING
  const between = words.slice(first + 1, below(word.index, /^(amod|det|compound|nummod|nmod:poss)/)[0] ?? word.index)
  return between.length <= 4 && between.every((w) => /^(,|and|or|nor|as|well)$/i.test(w.text))
    ? [changeWord(word, { head: first, deprel: 'conj' })]
    : NOTHING
}

/** "visited Peru and Chile praised Bolivia": what stands between the conjunction of a verb and the verb is its subject. */
export const subjectOfSecond: Mend = ({ words, below }, word) => {
  if (ING.test(word.text) || words[word.head]?.upos !== 'VERB') return NOTHING
  const behind = behindOwnAnd(words, below, word)
  if (behind) return [changeWord(behind, { head: word.index, deprel: below(word.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj' })]
  if (below(word.index, /^(nsubj|csubj|aux:pass)/).length > 0) return NOTHING
  let before = word.index - 1
  // "and the militants had fired".
  while (words[before]?.deprel === 'aux' && words[before]?.head === word.index) before--
  const noun = words[before]
  if (!noun || !isNoun(noun) || noun.deprel !== 'conj') return NOTHING
  // "hit Mali, and France, Chad and Niger sent troops": the list behind the comma is one whole.
  let list = words[noun.head]
  while (list?.deprel === 'conj' && below(list.index, /^cc$/).length === 0) list = words[list.head]
  const [opens] = list?.deprel === 'conj' ? below(list.index, /^cc$/) : []
  if (list && opens !== undefined && opens < list.index && words[opens]?.text === 'and' && words[opens - 1]?.text === ',')
    return [changeWord(list, { head: word.index, deprel: 'nsubj' }), changeWord(words[opens] as Word, { head: word.index })]
  const own = below(word.index, /^(cc|punct)$/).filter((at) => at < word.index)
  const [cc] = below(noun.index, /^cc$/)
  if (cc === undefined ? !own.some((at) => words[at]?.deprel === 'cc' && at < noun.index && at > (noun.head ?? 0)) : own.length > 0)
    return NOTHING
  return [
    changeWord(noun, { head: word.index, deprel: 'nsubj' }),
    ...(cc === undefined ? NOTHING : [changeWord(words[cc] as Word, { head: word.index })]),
  ]
}

/** "was shared between them, and Britain, Greece and Turkey undertook": the noun that fills all between the verb's own "and" and the verb, though it hangs on one before. */
const behindOwnAnd = (words: readonly Word[], below: Scene['below'], verb: Word): Word | undefined => {
  const and = below(verb.index, /^cc$/).find((at) => at < verb.index)
  if (and === undefined || below(verb.index, /^(nsubj|csubj|expl)/).length > 0) return undefined
  const between = words.slice(and + 1, verb.index)
  const noun = between.find((w) => isNoun(w) && w.deprel === 'conj' && w.head < and && w.head !== verb.head)
  return noun && between.every((w) => isBelow(words, noun.index, w.index) || (w.head === verb.index && w.deprel !== 'obl'))
    ? noun
    : undefined
}

/** "On November 24, Iran and Russia signed a pact", "In Paris, Yeltsin met Solana": what stands behind such a phrase and its comma is the subject that the verb lacks. */
export const behindPhrase: Mend = ({ words, below }, word) => {
  const date = words[word.head]
  if (!date || date.index > word.index || isCalendarWord(word.text)) return NOTHING
  if (!isCalendarWord(date.text) && !(/^obl/.test(date.deprel) && below(date.index, /^case$/).some((at) => at < date.index))) return NOTHING
  if (below(word.index, /^(cc|case)$/).some((at) => at < word.index)) return NOTHING
  const first = below(word.index, /^(det|amod|compound|nummod|nmod:poss|punct)/)[0] ?? word.index
  if (words[first]?.text !== ',' && words[first - 1]?.text !== ',') return NOTHING
  let verb: Word | undefined = date
  while (verb && verb.upos !== 'VERB') verb = words[verb.head]
  return verb && verb.index > word.index && below(verb.index, /^(nsubj|csubj|expl)/).length === 0
    ? [changeWord(word, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}

/** "In west Belfast masked youths hijacked", "In Kano hundreds of youths torched": a subject has no preposition; the name between is the phrase, what follows the subject. */
export const behindTown: Mend = ({ words, below }, word) => {
  // What opens the sentence hangs on it.
  if (words[0]?.head !== word.index) return NOTHING
  const verb = words[word.head]
  const [opens] = below(word.index, /^case$/)
  const [town] = below(word.index, /^compound$/)
  if (verb?.upos !== 'VERB' || verb.index < word.index || opens !== 0 || town === undefined || !isTown(words[town])) return NOTHING
  if (!/^(in|near|outside|around)$/i.test(words[opens]?.text ?? '') || !isPlural(word)) return NOTHING
  if (word.deprel !== 'nsubj' && below(verb.index, /^(nsubj|csubj|expl)/).length > 0) return NOTHING
  return [
    changeWord(word, { deprel: 'nsubj' }),
    changeWord(words[town] as Word, { head: verb.index, deprel: 'obl' }),
    changeWord(words[opens] as Word, { head: town }),
    ...below(word.index, /^(amod|compound|det)$/).flatMap((at) => (at < town ? [changeWord(words[at] as Word, { head: town })] : [])),
  ]
}

const isTown = (word: Word | undefined): boolean => word?.upos === 'PROPN' || word?.text === 'capital'

const isPlural = ({ text, lemma }: Word): boolean => (/s$/.test(text) && lemma !== text) || /^(police|people)$/.test(text)

/** "The agency's board, with two against, urged Iran": what stands before a verb without a subject, under no preposition and no time, is its subject. */
export const bareSubject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index > verb.index || /ing$/.test(verb.text)) return NOTHING
  if (below(word.index, /^(case|nummod|advmod|mark)/).length > 0 || below(verb.index, /^(nsubj|csubj|aux:pass|mark|expl)/).length > 0)
    return NOTHING
  return below(word.index, /^(det|nmod:poss)/).length > 0 && !TIME.test(word.lemma) ? [changeWord(word, { deprel: 'nsubj' })] : NOTHING
}

/** "hours after Armenia and Chad agreed": what stands between "after" and a verb without a subject is its subject. */
export const afterSubject: Mend = ({ words, below }, word) => {
  const above = words[word.head]
  if (!above || word.index < above.index) return NOTHING
  const [after] = below(word.index, /^case$/)
  if (after === undefined || !/^(after|before)$/i.test(words[after]?.text ?? '')) return NOTHING
  const joined = below(word.index, /^(conj|flat)/).at(-1) ?? word.index
  // "after an attack on a base killed three": the verb behind the phrases of the noun that lacks a subject and has an object.
  const own = below(word.index, /^nmod$/).at(-1)
  const beyond = own === undefined ? undefined : words[(below(own, /^(flat|nmod)/).at(-1) ?? own) + 1]
  const behind = beyond?.upos === 'VERB' && below(beyond.index, /^obj$/).length > 0 ? beyond : words[joined + 1]
  // "after Pelosi, the speaker, visited the island".
  const verb =
    below(word.index, /^appos$/).some((at) => at > word.index) && behind?.text === ',' ? behindApposed(words, below, word) : behind
  if (verb?.upos !== 'VERB' || ING.test(verb.text) || below(verb.index, /^(nsubj|csubj|aux:pass|mark)/).length > 0) return NOTHING
  const isJoined = above.deprel === 'conj' && verb.head === above.head
  // "closed a crossing at Pinsk after a court jailed a teacher": the phrase hangs on a word of the clause that the verb stands beside.
  const isFramed =
    verb.deprel === 'advcl' && verb === words[joined + 1] && below(verb.index, /^obj$/).length > 0 && isBelow(words, verb.head, above.index)
  if (
    !isJoined &&
    !isFramed &&
    verb.head !== above.index &&
    (word.deprel === 'obl' || !TIME.test(above.lemma) || ![verb.index, verb.head].includes(above.head))
  )
    return NOTHING
  return [
    changeWord(word, { head: verb.index, deprel: 'nsubj' }),
    changeWord(words[after] as Word, { head: verb.index, deprel: 'mark', upos: 'SCONJ' }),
    ...(verb === behind ? NOTHING : [changeWord(verb, { deprel: 'advcl' })]),
  ]
}

/** The verb without a conjunction right behind the comma that closes what somebody is called. */
const behindApposed = (words: readonly Word[], below: Scene['below'], { index }: Word): Word | undefined => {
  let end = index
  while (isBelow(words, index, end + 1)) end++
  const verb = words[end + 1]
  return words[end]?.text === ',' && verb?.deprel === 'conj' && below(verb.index, /^cc$/).length === 0 ? verb : undefined
}

/** "The government Thursday evening said", "voiced hope Wednesday that": what stands right before a bare day is no part of it. */
export const beforeDay: Mend = ({ words, below }, word) => {
  if (!isCalendarWord(word.text)) return NOTHING
  const hour = word.deprel === 'compound' && TIME.test(words[word.head]?.lemma ?? '') ? words[word.head] : undefined
  const top = hour ?? word
  const verb = words[top.head]
  const noun = words[below(word.index, /^compound$/).at(-1) ?? -1]
  if (!noun || !isNoun(noun) || isCalendarWord(noun.text) || TIME.test(noun.lemma) || verb?.upos !== 'VERB') return NOTHING
  const deprel = noun.index > verb.index ? 'obj' : /^nsubj/.test(top.deprel) ? top.deprel : 'nsubj'
  if (deprel !== top.deprel && below(verb.index, deprel === 'obj' ? /^obj$/ : /^nsubj/).length > 0) return NOTHING
  return [
    changeWord(noun, { head: verb.index, deprel }),
    changeWord(top, { deprel: 'obl:unmarked' }),
    ...[word, top].flatMap((day) =>
      below(day.index, /^(det|amod|nmod|acl|case)/)
        .map((at) => words[at] as Word)
        .filter((w) => w.index < noun.index || w.deprel.startsWith('acl'))
        .map((w) => changeWord(w, { head: noun.index })),
    ),
  ]
}

/** "after gunmen on Tuesday attacked", "as police Thursday arrested": a day between them doesn't part a subject from its verb. */
export const dayBetween: Mend = ({ words, below }, word) => {
  if (word.upos !== 'VERB' || word.deprel !== 'advcl' || ING.test(word.text)) return NOTHING
  if (below(word.index, /^(nsubj|csubj|mark|aux:pass|expl)/).length > 0) return NOTHING
  let end = word.index - 1
  while (isCalendarWord(words[end]?.text ?? '') || DAY.test(words[end]?.text ?? '')) end--
  const noun = topOfName(words, words[end])
  if (end === word.index - 1 || !noun || !isNoun(noun)) return NOTHING
  const [opens] = below(noun.index, /^(case|mark)$/)
  return opens === undefined || !OPENS.test(words[opens]?.text ?? '')
    ? NOTHING
    : [
        changeWord(noun, { head: word.index, deprel: 'nsubj' }),
        changeWord(words[opens] as Word, { head: word.index, deprel: 'mark', upos: 'SCONJ' }),
      ]
}

const DAY = /^(on|late|early|last|this|night|morning|afternoon|evening|today|yesterday)$/i

const OPENS = /^(after|before|since|until|as|when|while)$/i

/** "In 1980 a junior minister travelled": beside a year stands no apposition. */
export const subjectBehindYear: Mend = ({ words, below }, word) => {
  const year = words[word.head]
  const verb = words[year?.head ?? -1]
  if (!year || !/^\d{4}$/.test(year.text) || !year.deprel.startsWith('obl') || verb?.upos !== 'VERB' || verb.index < word.index)
    return NOTHING
  return below(verb.index, /^(nsubj|csubj)/).length > 0 || below(word.index, /^case/).length > 0
    ? NOTHING
    : [changeWord(word, { head: verb.index, deprel: 'nsubj' })]
}

/** "…," the minister told the radio: a name between a quotation and a verb of its own is no vocative but the subject of that. */
export const speakerBehindQuotation: Mend = ({ words, below }, word) => {
  if (word.deprel !== 'vocative' || !isNoun(word)) return NOTHING
  const verb = words.slice(word.index + 1).find((w) => w.upos === 'VERB')
  if (verb?.deprel !== 'parataxis' || below(verb.index, /^nsubj/).length > 0) return NOTHING
  return words.slice(word.index + 1, verb.index).every((w) => isBelow(words, word.index, w.index) || w.text === '-')
    ? [changeWord(word, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}

/** "“We want peace,” Joe Blow, the king's adviser for Africa, said": a name right behind a quotation is no other name of what was said last. */
export const namedBehindQuotation: Mend = ({ words, below }, word) => {
  const first = Math.min(word.index, ...below(word.index, /^(compound|nmod:desc|amod|nummod)$/))
  if (!CLOSES_SPEECH.test(words[first - 1]?.text ?? '') || !/^[,?!]$/.test(words[first - 2]?.text ?? '')) return NOTHING
  const verb = words.slice(word.index + 1).find((w) => w.upos === 'VERB' && !isBelow(words, word.index, w.index))
  if (!verb || words[verb.index - 1]?.text !== ',' || below(verb.index, /^(nsubj|csubj|expl|aux|mark|cc$)/).length > 0) return NOTHING
  if (ING.test(verb.text) || isBelow(words, word.index, verb.index)) return NOTHING
  return words.slice(word.index + 1, verb.index - 1).every((w) => isBelow(words, word.index, w.index))
    ? [changeWord(word, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}

const CLOSES_SPEECH = /^(["”’»]|'')$/

/** "The boats had intruded, a spokesman said": a second verb that no conjunction joins has the noun before it for its subject. */
export const withoutConjunction: Mend = ({ words, below }, word) => {
  if (ING.test(word.text) || words[word.head]?.upos !== 'VERB') return NOTHING
  if (below(word.index, /^(nsubj|csubj|cc$|aux:pass|mark)/).length > 0) return NOTHING
  const end = words[word.index - 1]?.text === ',' ? word.index - 2 : word.index - 1
  let subject: Word | null = null
  for (let noun = words[end], step = 0; noun && step < 6 && noun.index > word.head && noun.index <= end; noun = words[noun.head], step++) {
    if (noun.deprel === 'flat') continue
    if (!isNoun(noun) || !/^(appos|conj|obl|nmod)/.test(noun.deprel) || below(noun.index, /^(case|cc)$/).length > 0) break
    const [first] = below(noun.index, /^(det|amod|compound|nummod|nmod:poss)/)
    // A bare name behind a comma is who the noun before it is called.
    if (first !== undefined && words[first - 1]?.text === ',') subject = noun
  }
  return subject ? [changeWord(subject, { head: word.index, deprel: 'nsubj' })] : NOTHING
}

/** "clashed with police as parliament debated a bill": what fills all between such a word and a verb without a subject is its subject. */
export const behindMark: Mend = ({ words, below }, verb) => {
  if (ING.test(verb.text) || below(verb.index, /^(nsubj|csubj|expl|aux:pass)/).length > 0) return NOTHING
  const mark = below(verb.index, /^(mark|advmod)$/).find((at) => at < verb.index && OPENS.test(words[at]?.text ?? ''))
  if (mark === undefined) return NOTHING
  const between = words.slice(mark + 1, verb.index)
  const noun = between.find((w) => isNoun(w) && w.head <= mark && /^(nmod|obl|obj|conj|appos)/.test(w.deprel))
  return noun && !TIME.test(noun.lemma) && between.every((w) => isBelow(words, noun.index, w.index) || w.head === verb.index)
    ? [changeWord(noun, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}
