import type { Word } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { isCalendarWord } from '../actors/calendar-words.ts'
import { childrenOf } from './children-of.ts'

/**
 * Mends single arcs that contradict what stands beside them, where English leaves one reading: a gerund read as a noun though it has an object, a
 * subject read as a compound of its verb, a second subject, a name as complement, a participle behind a comma. One pass, each word against its neighbours.
 */
export const mendSlips = (read: readonly Word[]): readonly Word[] => {
  const words = [...read]
  const children = childrenOf(words)
  const scene: Scene = { words, below: (head, relation) => (children[head] ?? []).filter((at) => relation.test(words[at]?.deprel ?? '')) }
  for (let i = 0; i < words.length; i++) {
    let fits = mendsFor(words[i] as Word)
    for (let k = 0; k < fits.length; k++) {
      const m = fits[k] as number
      for (const changed of (MENDS[m] as Fit).mend(scene, words[i] as Word)) {
        const before = words[changed.index] as Word
        if (changed.head === changed.index || isBelow(words, changed.index, changed.head)) continue
        if (before.head !== changed.head) {
          if (before.head >= 0) children[before.head] = (children[before.head] ?? []).filter((at) => at !== before.index)
          if (changed.head >= 0) children[changed.head] = [...(children[changed.head] ?? []), before.index].sort((a, b) => a - b)
        }
        words[changed.index] = changed
        if (changed.index !== i) continue
        // What it has become may be one for others of the mends that follow.
        fits = mendsFor(changed)
        k = fits.findLastIndex((other) => other <= m)
      }
    }
  }
  return words
}

type Scene = { readonly words: readonly Word[]; readonly below: (head: number, relation: RegExp) => readonly number[] }
type Mend = (scene: Scene, word: Word) => readonly Word[]

/** Most words need no mending, whatever mend is asked. */
const NOTHING: readonly Word[] = []

/** Whether `at` stands below `top`: hanging `top` on it would make a circle. */
const isBelow = (words: readonly Word[], top: number, at: number): boolean => {
  for (let up = at; up >= 0; up = words[up]?.head ?? -1) if (up === top) return true
  return false
}

const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'
const ING = /ing$/i

/** "after meeting Zelensky": what has an object is a verb. */
const gerund: Mend = ({ words, below }, word) => {
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
    { ...word, upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel },
    ...below(word.index, /^case$/).map((at) => ({ ...(words[at] as Word), deprel: 'mark' })),
  ]
}

/** "Macron visits Algeria", "India, Pakistan sign treaty": no verb has a name for its compound. */
const compound: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || verb.index < word.index) return NOTHING
  if (/^(amod|compound)$/.test(verb.deprel)) return NOTHING
  const [subject] = below(verb.index, /^nsubj/)
  if (subject === undefined) return [{ ...word, deprel: 'nsubj' }]
  return subject < word.index ? [{ ...word, head: subject, deprel: 'conj' }] : NOTHING
}

/** "The king is due to visit Jordan": what has a subject and a copula is no mark of the verb behind it but governs it. */
const predicateForMark: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!verb || below(word.index, /^cop$/).length === 0) return NOTHING
  return below(word.index, /^nsubj/).length === 0
    ? NOTHING
    : [
        { ...word, head: verb.head, deprel: verb.deprel },
        { ...verb, head: word.index, deprel: 'xcomp' },
      ]
}

/** "China, Japan hold talks", "Spain as well as Portugal criticised": a verb has one subject; "whom" is none. */
const secondSubject: Mend = ({ words, below }, word) => {
  if (word.text.toLowerCase() === 'whom') return [{ ...word, deprel: 'obj' }]
  if (word.deprel === 'nsubj:outer')
    return !AIM.test(word.lemma) && words[word.head]?.upos === 'VERB' && below(word.head, /^nsubj/).length === 1
      ? [{ ...word, deprel: 'nsubj' }]
      : NOTHING
  const first = below(word.head, /^nsubj/)[0] as number
  if (first >= word.index || !isNoun(word) || !isNoun(words[first])) return NOTHING
  const between = words.slice(first + 1, below(word.index, /^(amod|det|compound|nummod|nmod:poss)/)[0] ?? word.index)
  return between.length <= 4 && between.every((w) => /^(,|and|or|nor|as|well)$/i.test(w.text))
    ? [{ ...word, head: first, deprel: 'conj' }]
    : NOTHING
}

// "Its task is to coordinate" says what the task is; "the sides are to withdraw" what they will do.
const AIM =
  /^(task|goal|aim|plan|purpose|role|job|mission|idea|point|way|challenge|step|priority|objective|intention|result|problem|policy|strategy|hope|duty|move|option|decision|thing|what|best|rest|answer|solution|focus|function)$/i

/** "Blinken praised Iran", "accused Azerbaijan": a name is no complement; it is the subject before the verb, the object behind it. */
const nameComplement: Mend = ({ words, below }, word) => {
  if (words[word.head]?.upos !== 'VERB' || below(word.index, /^(case|cop|mark)/).length > 0) return NOTHING
  const deprel = word.index < word.head ? 'nsubj' : 'obj'
  return below(word.head, deprel === 'nsubj' ? /^nsubj/ : /^obj/).length === 0 ? [{ ...word, deprel }] : NOTHING
}

/** "criticised Morocco as well as Algeria": what a conjunction introduces is coordinated. */
const coordinated: Mend = ({ words, below }, word) => {
  if (below(word.index, /^case/).length > 0) return NOTHING
  const [cc] = below(word.index, /^cc$/)
  const before = cc === undefined ? undefined : below(word.head, /^(obj|nsubj|obl|iobj)/).findLast((at) => at < cc && isNoun(words[at]))
  return before === undefined ? NOTHING : [{ ...word, head: before, deprel: 'conj' }]
}

/** "visited Peru and Chile praised Bolivia": what stands between the conjunction of a verb and the verb is its subject. */
const subjectOfSecond: Mend = ({ words, below }, word) => {
  if (ING.test(word.text) || words[word.head]?.upos !== 'VERB') return NOTHING
  if (below(word.index, /^(nsubj|csubj|aux:pass)/).length > 0) return NOTHING
  const noun = words[word.index - 1]
  if (!noun || !isNoun(noun) || noun.deprel !== 'conj') return NOTHING
  const own = below(word.index, /^(cc|punct)$/).filter((at) => at < word.index)
  const [cc] = below(noun.index, /^cc$/)
  if (cc === undefined ? !own.some((at) => words[at]?.deprel === 'cc' && at < noun.index && at > (noun.head ?? 0)) : own.length > 0)
    return NOTHING
  return [{ ...noun, head: word.index, deprel: 'nsubj' }, ...(cc === undefined ? NOTHING : [{ ...(words[cc] as Word), head: word.index }])]
}

/** "After meeting Zelensky, Macron criticised Hungary", "On May 8 Macron announced": a name ends at a comma, a date with its number. */
const brokenName: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (isCalendarWord(word.text)) return NOTHING
  if (before?.text !== ',' && !(before && (before.upos === 'NUM' || isCalendarWord(before.text)))) return NOTHING
  const verb = words.slice(word.index + 1, word.index + 4).find((w) => w.upos === 'VERB')
  return verb && below(verb.index, /^nsubj/).length === 0 ? [{ ...word, head: verb.index, deprel: 'nsubj' }] : NOTHING
}

/** "On November 24, Iran and Russia signed a pact", "In Paris, Yeltsin met Solana": what stands behind such a phrase and its comma is the subject that the verb lacks. */
const behindPhrase: Mend = ({ words, below }, word) => {
  const date = words[word.head]
  if (!date || date.index > word.index || isCalendarWord(word.text)) return NOTHING
  if (!isCalendarWord(date.text) && !(/^obl/.test(date.deprel) && below(date.index, /^case$/).some((at) => at < date.index))) return NOTHING
  if (below(word.index, /^(cc|case)$/).some((at) => at < word.index)) return NOTHING
  const first = below(word.index, /^(det|amod|compound|nummod|nmod:poss|punct)/)[0] ?? word.index
  if (words[first]?.text !== ',' && words[first - 1]?.text !== ',') return NOTHING
  let verb: Word | undefined = date
  while (verb && verb.upos !== 'VERB') verb = words[verb.head]
  return verb && verb.index > word.index && below(verb.index, /^(nsubj|csubj|expl)/).length === 0
    ? [{ ...word, head: verb.index, deprel: 'nsubj' }]
    : NOTHING
}

/** "The agency's board, with two against, urged Iran": what stands before a verb without a subject, under no preposition and no time, is its subject. */
const bareSubject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index > verb.index || /ing$/.test(verb.text)) return NOTHING
  if (below(word.index, /^(case|nummod|advmod|mark)/).length > 0 || below(verb.index, /^(nsubj|csubj|aux:pass|mark|expl)/).length > 0)
    return NOTHING
  return below(word.index, /^(det|nmod:poss)/).length > 0 && !TIME.test(word.lemma) ? [{ ...word, deprel: 'nsubj' }] : NOTHING
}

/** "China, Japan hold talks": a bare name behind a name at the start is coordinated with it where no comma closes it before the verb. */
const listedName: Mend = ({ words, below }, word) => {
  const name = words[word.index - 2]
  const verb = words[word.index + 1]
  if (name?.upos !== 'PROPN' || name.index > 0 || words[1]?.text !== ',' || verb?.upos !== 'VERB') return NOTHING
  if (
    words[verb.index + 1]?.text === ',' ||
    below(word.index, /./).some((at) => at !== 1) ||
    below(0, /./).some((at) => at !== 1 && at !== word.index)
  )
    return NOTHING
  const verbal = (w: Word): boolean => w.head === verb.index
  return (verbal(name) || verbal(word)) &&
    [name, word].every((w) => /^(nsubj|appos|vocative|conj|nmod|compound|obl|dislocated|parataxis|discourse)/.test(w.deprel))
    ? [
        { ...name, head: verb.index, deprel: 'nsubj' },
        { ...word, head: name.index, deprel: 'conj' },
      ]
    : NOTHING
}

/** "Spain as well as Portugal criticised Morocco": what stands behind "as well as" is coordinated with the noun before it. */
const asWellAs: Mend = ({ words }, word) => {
  const at = word.index
  const before = words[at - 4]
  return before &&
    isNoun(before) &&
    word.deprel !== 'conj' &&
    ['as', 'well', 'as'].every((text, i) => words[at - 3 + i]?.text.toLowerCase() === text)
    ? [{ ...word, head: before.index, deprel: 'conj' }]
    : NOTHING
}

/** "call off their ceasefire": what stands right behind an active verb without an object, under no preposition and no time, is its object. */
const bareObject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB' || word.index < verb.index || TIME.test(word.lemma)) return NOTHING
  if (below(word.index, /^(case|nummod|advmod|mark)/).length > 0 || below(verb.index, /^(obj|ccomp|xcomp|aux:pass|nsubj:pass)/).length > 0)
    return NOTHING
  const [first] = below(word.index, /^(det|nmod:poss)$/)
  if (first === undefined) return NOTHING
  return words.slice(verb.index + 1, first).every((w) => w.deprel === 'compound:prt') ? [{ ...word, deprel: 'obj' }] : NOTHING
}

/** "prolonged an embargo, and when Pompeo declared": only a time has a "when" of its own; elsewhere it tells when the act above was. */
const whenClause: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!noun || TIME.test(noun.lemma) || isCalendarWord(noun.text) || noun.upos === 'NUM') return NOTHING
  if (!below(word.index, /^(advmod|mark)$/).some((at) => words[at]?.text.toLowerCase() === 'when' && at > noun.index)) return NOTHING
  return verb?.upos === 'VERB' ? [{ ...word, head: verb.index, deprel: 'advcl' }] : NOTHING
}

/** "under Marcos, who has drawn closer": a clause whose subject is "who" is its antecedent's. */
const whoClause: Mend = ({ words, below }, word) => {
  const who = below(word.index, /^nsubj/)
    .map((at) => words[at] as Word)
    .find((w) => w.text.toLowerCase() === 'who')
  if (!who || words[who.index - 1]?.text !== ',') return NOTHING
  let noun = words[who.index - 2]
  while (noun && /^(flat|nmod:unmarked)/.test(noun.deprel)) noun = words[noun.head]
  return noun && isNoun(noun) ? [{ ...word, head: noun.index, deprel: 'acl:relcl' }] : NOTHING
}

const TIME =
  /^(day|week|weekend|month|year|decade|century|morning|evening|afternoon|night|moment|time|hour|minute|summer|winter|autumn|fall|spring|way)$/i

/** "told Putin that France had sanctioned Belarus": a name takes no "that"-clause, the verb does. */
const thatClause: Mend = ({ words, below }, word) => {
  const name = words[word.head]
  if (name?.upos !== 'PROPN' || !/^i?obj$/.test(name.deprel) || below(word.index, /^nsubj/).length === 0) return NOTHING
  const that = below(word.index, /^(mark|obj)$/).find((at) => words[at]?.text.toLowerCase() === 'that' && at < word.index)
  const full = below(word.index, /^(obj|mark)$/).length > 1 || (that !== undefined && words[that]?.deprel === 'mark')
  return that === undefined || !full
    ? NOTHING
    : [
        { ...word, head: name.head, deprel: 'ccomp' },
        { ...(words[that] as Word), deprel: 'mark', upos: 'SCONJ' },
      ]
}

/** "rejects plan, accusing Ethiopia": a participle behind a comma tells of the subject; "accused Azerbaijan of shelling" belongs to the verb. */
const participle: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!ING.test(word.text) || !noun || verb?.upos !== 'VERB' || verb.index > noun.index) return NOTHING
  const [mark] = below(word.index, /^(mark|case)$/).map((at) => words[at]?.text.toLowerCase())
  const comma = mark === undefined && words[word.index - 1]?.text === ','
  const accused = noun.upos === 'PROPN' && noun.deprel === 'obj' && /^(of|for|from)$/.test(mark ?? '')
  return (comma && /^(obj|obl)/.test(noun.deprel)) || accused ? [{ ...word, head: verb.index, deprel: 'advcl' }] : NOTHING
}

/** "signed an agreement listing six points": no verb has a noun for its compound, and the verb above wants an object. */
const participleBehind: Mend = ({ words, below }, word) => {
  const participle = words[word.head]
  const verb = words[participle?.head ?? -1]
  if (participle?.index !== word.index + 1 || !ING.test(participle.text)) return NOTHING
  if (participle.deprel !== 'advcl' || verb?.upos !== 'VERB' || verb.index > word.index) return NOTHING
  return below(verb.index, /^obj/).length > 0 || below(participle.index, /^obj/).length === 0
    ? NOTHING
    : [
        { ...word, head: verb.index, deprel: 'obj' },
        { ...participle, head: word.index, deprel: 'acl' },
      ]
}

/** "rejected the plan to invade Iraq, calling it illegal": who speaks behind a comma is the subject of what the noun above hangs on. */
const speaking: Mend = ({ words, below }, word) => {
  if (!SPEAKS.test(word.text) || words[word.index - 1]?.text !== ',') return NOTHING
  if (below(word.index, /^(mark|case|nsubj)/).length > 0) return NOTHING
  let at = words[word.head]
  while (at && /^(xcomp|advcl)$/.test(at.deprel) && below(at.index, /^nsubj/).length === 0) at = words[at.head]
  const verb = at?.deprel === 'acl' ? words[words[at.head]?.head ?? -1] : at?.index === word.head ? undefined : at
  return verb?.upos === 'VERB' && below(verb.index, /^nsubj/).length > 0 ? [{ ...word, head: verb.index }] : NOTHING
}

const SPEAKS =
  /^(saying|adding|citing|claiming|arguing|insisting|stressing|noting|stating|calling|describing|accusing|warning|branding|urging|denouncing)$/i

/** "responded to Russia attacking Poland": a participle right behind a name under a preposition is the name's. */
const participleOfName: Mend = ({ words, below }, word) => {
  const name = words[word.index - 1]
  if (!ING.test(word.text) || below(word.index, /^(mark|nsubj|case|punct)/).some((at) => at < word.index)) return NOTHING
  return name?.upos === 'PROPN' &&
    name.deprel === 'obl' &&
    name.head === word.head &&
    below(name.index, /^case/).some((at) => words[at]?.text.toLowerCase() === 'to')
    ? [{ ...word, head: name.index, deprel: 'acl' }]
    : NOTHING
}

/** "proposed that a treaty be signed": what "that" opens behind a verb completes it; "so that" tells an aim. */
const thatComplement: Mend = ({ words, below }, word) => {
  if (word.head < 0 || word.head > word.index || words[word.head]?.upos !== 'VERB') return NOTHING
  const [that] = below(word.index, /^mark$/).filter((at) => words[at]?.text.toLowerCase() === 'that')
  if (that === undefined || /^(so|such|order|provided|given|now|except|,)$/i.test(words[that - 1]?.text ?? '')) return NOTHING
  return below(word.head, /^ccomp/).length === 0 ? [{ ...word, deprel: 'ccomp' }] : NOTHING
}

/** "Human Rights Watch accused Eritrea": what is capital behind a capital and only has a participle below it is a name, the subject of that. */
const capitalVerb: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (!CAPITAL.test(word.text) || !CAPITAL.test(before?.text ?? '') || !isNoun(before)) return NOTHING
  const verb = words[word.index + 1]
  if (verb?.upos !== 'VERB' || verb.head !== word.index || CAPITAL.test(verb.text) || below(verb.index, /^nsubj/).length > 0) return NOTHING
  return [
    { ...verb, head: word.head, deprel: word.deprel },
    { ...word, upos: 'PROPN', lemma: word.text, head: verb.index, deprel: 'nsubj' },
    ...below(word.index, /^nsubj/).map((at) => ({ ...(words[at] as Word), deprel: 'compound' })),
  ]
}
const CAPITAL = /^\p{Lu}\p{Ll}/u

/** "The Houthis promised revenge on Israel": a noun with a subject and no copula is the object of the participle before it. */
const objectOfParticiple: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  if (noun?.upos !== 'NOUN' || noun.index < word.index) return NOTHING
  if (ING.test(word.text) || below(noun.index, /^(cop|det|case|nummod|nmod:poss|aux)/).some((at) => at < word.index)) return NOTHING
  const subjects = below(noun.index, /^nsubj/)
  if (subjects.length !== 1 || subjects[0] !== word.index - 1 || below(word.index, /^/).some((at) => at < word.index)) return NOTHING
  return [
    { ...word, head: noun.head, deprel: noun.deprel },
    { ...noun, head: word.index, deprel: 'obj' },
    { ...(words[subjects[0]] as Word), head: word.index, deprel: 'nsubj' },
  ]
}

/** "Japan stood by Ukraine": what has a subject of its own and no passive auxiliary has no agent. */
const agentOfActive: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (verb?.upos !== 'VERB') return NOTHING
  if (below(verb.index, /^nsubj$/).length === 0 || below(verb.index, /^(nsubj:pass|aux:pass)$/).length > 0) return NOTHING
  // "have denied charges by the government": who brought what was denied.
  const object = below(verb.index, /^obj$/).find((at) => at > verb.index && at < word.index)
  if (object !== undefined) return [{ ...word, head: object, deprel: 'nmod' }]
  return below(verb.index, /^aux$/).length === 0 ? [{ ...word, deprel: 'obl' }] : NOTHING
}

/** "The government Thursday evening said", "voiced hope Wednesday that": what stands right before a bare day is no part of it. */
const beforeDay: Mend = ({ words, below }, word) => {
  if (!isCalendarWord(word.text)) return NOTHING
  const hour = word.deprel === 'compound' && TIME.test(words[word.head]?.lemma ?? '') ? words[word.head] : undefined
  const top = hour ?? word
  const verb = words[top.head]
  const noun = words[below(word.index, /^compound$/).at(-1) ?? -1]
  if (!noun || !isNoun(noun) || isCalendarWord(noun.text) || TIME.test(noun.lemma) || verb?.upos !== 'VERB') return NOTHING
  const deprel = noun.index > verb.index ? 'obj' : /^nsubj/.test(top.deprel) ? top.deprel : 'nsubj'
  if (deprel !== top.deprel && below(verb.index, deprel === 'obj' ? /^obj$/ : /^nsubj/).length > 0) return NOTHING
  return [
    { ...noun, head: verb.index, deprel },
    { ...top, deprel: 'obl:unmarked' },
    ...[word, top].flatMap((day) =>
      below(day.index, /^(det|amod|nmod|acl|case)/)
        .map((at) => words[at] as Word)
        .filter((w) => w.index < noun.index || w.deprel.startsWith('acl'))
        .map((w) => ({ ...w, head: noun.index })),
    ),
  ]
}

/** "hours after Armenia and Chad agreed": what stands between "after" and a verb without a subject is its subject. */
const afterSubject: Mend = ({ words, below }, word) => {
  const above = words[word.head]
  if (!above || word.index < above.index) return NOTHING
  const [after] = below(word.index, /^case$/)
  if (after === undefined || !/^(after|before)$/i.test(words[after]?.text ?? '')) return NOTHING
  const last = below(word.index, /^(conj|flat)/).at(-1) ?? word.index
  const verb = words[last + 1]
  if (verb?.upos !== 'VERB' || ING.test(verb.text) || below(verb.index, /^(nsubj|csubj|aux:pass|mark)/).length > 0) return NOTHING
  if (verb.head !== above.index && (word.deprel === 'obl' || !TIME.test(above.lemma) || ![verb.index, verb.head].includes(above.head)))
    return NOTHING
  return [
    { ...word, head: verb.index, deprel: 'nsubj' },
    { ...(words[after] as Word), head: verb.index, deprel: 'mark', upos: 'SCONJ' },
  ]
}

/** "Human Rights Watch in New York issued": what is capital behind a capital that would be its subject is the end of a name. */
const capitalName: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  if (!CAPITAL.test(word.text) || !CAPITAL.test(before?.text ?? '') || !isNoun(before) || before?.head !== word.index) return NOTHING
  return [
    { ...word, upos: 'PROPN', lemma: word.text, deprel: word.deprel === 'csubj' ? 'nsubj' : word.deprel },
    ...below(word.index, /^nsubj/).map((at) => ({ ...(words[at] as Word), deprel: 'compound' })),
    ...below(word.index, /^obl/).map((at) => ({ ...(words[at] as Word), deprel: 'nmod' })),
  ]
}

/** "UNDOF also withdrew": capitals before a verb without a subject are a name. */
const acronym: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!/^\p{Lu}{3,}$/u.test(word.text) || isNoun(word)) return NOTHING
  if (verb?.upos !== 'VERB' || verb.index < word.index || !/\p{Ll}/u.test(verb.text) || below(verb.index, /^(nsubj|csubj)/).length > 0)
    return NOTHING
  return words.slice(word.index + 1, verb.index).every((w) => /^(aux|advmod)/.test(w.deprel))
    ? [{ ...word, upos: 'PROPN', lemma: word.text, deprel: 'nsubj' }]
    : NOTHING
}

/** "bombed rebel-held Aleppo": who holds what follows holds nothing besides. */
const heldPlace: Mend = ({ words, below }, word) => {
  if (!/^(held|controlled|occupied|run|ruled|governed|administered)$/.test(word.text) || word.deprel === 'amod') return NOTHING
  const [holder, dash] = [words[word.index - 2], words[word.index - 1]]
  if (!holder || dash?.text !== '-' || holder.head !== word.index || below(word.index, /^(nsubj|aux|mark)/).length > 0) return NOTHING
  const place = words[below(word.index, /^obj$/)[0] ?? -1]
  const verb = words[word.head]
  if (!place || !isNoun(place) || verb?.upos !== 'VERB') return NOTHING
  const role = verb.index < word.index ? /^obj$/ : /^nsubj/
  if (below(verb.index, role).length > 0) return NOTHING
  const deprel = verb.index < word.index ? 'obj' : below(verb.index, /^aux:pass$/).length > 0 ? 'nsubj:pass' : 'nsubj'
  return [
    { ...place, head: verb.index, deprel },
    { ...word, head: place.index, deprel: 'amod' },
    // What follows is said of the act.
    ...below(word.index, /^(obl|advcl|parataxis|conj|punct)/)
      .filter((at) => at > place.index)
      .map((at) => ({ ...(words[at] as Word), head: verb.index })),
  ]
}

/** "proposed a truce; a deal was signed later": a semicolon ends what is said before it. */
const behindSemicolon: Mend = ({ words, below }, word) =>
  word.head >= 0 &&
  word.head < word.index &&
  below(word.index, /^mark$/).length === 0 &&
  words.slice(word.head + 1, word.index).some((w) => w.text === ';')
    ? [{ ...word, deprel: 'parataxis' }]
    : NOTHING

/** "The boats had intruded, a spokesman said": a second verb that no conjunction joins has the noun before it for its subject. */
const withoutConjunction: Mend = ({ words, below }, word) => {
  if (ING.test(word.text) || words[word.head]?.upos !== 'VERB') return NOTHING
  if (below(word.index, /^(nsubj|csubj|cc|aux:pass|mark)/).length > 0) return NOTHING
  const end = words[word.index - 1]?.text === ',' ? word.index - 2 : word.index - 1
  let subject: Word | null = null
  for (let noun = words[end], step = 0; noun && step < 6 && noun.index > word.head && noun.index <= end; noun = words[noun.head], step++) {
    if (noun.deprel === 'flat') continue
    if (!isNoun(noun) || !/^(appos|conj|obl|nmod)/.test(noun.deprel) || below(noun.index, /^(case|cc)$/).length > 0) break
    const [first] = below(noun.index, /^(det|amod|compound|nummod|nmod:poss)/)
    // A bare name behind a comma is who the noun before it is called.
    if (first !== undefined && words[first - 1]?.text === ',') subject = noun
  }
  return subject ? [{ ...subject, head: word.index, deprel: 'nsubj' }] : NOTHING
}

/** "the leaders of the member states put": what a noun before it and a preposition mark is no verb. */
const nounInS: Mend = ({ words, below }, word) => {
  if (!/[^s]s$/.test(word.text)) return NOTHING
  if (below(word.index, /^(nsubj|obj|mark|aux|advmod)/).length > 0) return NOTHING
  const before = words[word.index - 1]
  const joined = word.deprel !== 'conj' || isNoun(words[word.head])
  return joined && before?.head === word.index && /^(compound|amod|nummod|det)/.test(before.deprel)
    ? [{ ...word, upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') }]
    : NOTHING
}

/** "after gunmen on Tuesday attacked", "as police Thursday arrested": a day between them doesn't part a subject from its verb. */
const dayBetween: Mend = ({ words, below }, word) => {
  if (word.upos !== 'VERB' || word.deprel !== 'advcl' || ING.test(word.text)) return NOTHING
  if (below(word.index, /^(nsubj|csubj|mark|aux:pass|expl)/).length > 0) return NOTHING
  let end = word.index - 1
  while (isCalendarWord(words[end]?.text ?? '') || DAY.test(words[end]?.text ?? '')) end--
  let noun = words[end]
  while (noun && noun.deprel === 'flat') noun = words[noun.head]
  if (end === word.index - 1 || !noun || !isNoun(noun)) return NOTHING
  const [opens] = below(noun.index, /^(case|mark)$/)
  return opens === undefined || !OPENS.test(words[opens]?.text ?? '')
    ? NOTHING
    : [
        { ...noun, head: word.index, deprel: 'nsubj' },
        { ...(words[opens] as Word), head: word.index, deprel: 'mark', upos: 'SCONJ' },
      ]
}

const DAY = /^(on|late|early|last|this|night|morning|afternoon|evening|today|yesterday)$/i
const OPENS = /^(after|before|since|until|as|when|while)$/i

/** "Rebels fighting to topple the king accused Egypt", "Troops hunting the gunmen shot two": a participle right behind a noun at the start is the noun's, and the finite verb behind it the predicate. */
const participleOfSubject: Mend = ({ words, below }, word) => {
  if (word.upos !== 'VERB' || !/^(xcomp|ccomp)$/.test(word.deprel) || !/(ed|ot|id|ld|nt|ook|ut)$/.test(word.text)) return NOTHING
  if (below(word.index, /^(mark|aux|case)/).length > 0 || below(word.index, /^obj$/).length === 0) return NOTHING
  let top = words[word.head]
  while (top && !(ING.test(top.text) && words[top.index - 1]?.head === top.index && words[top.index - 1]?.deprel === 'nsubj'))
    top = words[top.head]
  const subject = words[(top?.index ?? 0) - 1]
  if (!top || !subject || !isNoun(subject) || below(top.index, /^(aux|cop|mark)/).length > 0) return NOTHING
  const object = below(word.index, /^nsubj$/).find((at) => at > top.index)
  return [
    { ...word, head: top.head, deprel: top.deprel },
    ...(object === undefined ? [] : [{ ...(words[object] as Word), head: top.index, deprel: 'obj' }]),
    { ...subject, head: word.index },
    { ...top, head: subject.index, deprel: 'acl' },
    ...below(top.index, /^punct$/)
      .filter((at) => at > word.index)
      .map((at) => ({ ...(words[at] as Word), head: word.index })),
  ]
}

/** "…," the minister told the radio: a name between a quotation and a verb of its own is no vocative but the subject of that. */
const speakerBehindQuotation: Mend = ({ words, below }, word) => {
  if (word.deprel !== 'vocative' || !isNoun(word)) return NOTHING
  const verb = words.slice(word.index + 1).find((w) => w.upos === 'VERB')
  if (verb?.deprel !== 'parataxis' || below(verb.index, /^nsubj/).length > 0) return NOTHING
  return words.slice(word.index + 1, verb.index).every((w) => isBelow(words, word.index, w.index) || w.text === '-')
    ? [{ ...word, head: verb.index, deprel: 'nsubj' }]
    : NOTHING
}

/** "Zimbabwe's ruling ZANU-PF": nobody rules the name right behind it. */
const rulingParty: Mend = ({ words, below }, word) => {
  if (word.text !== 'ruling') return NOTHING
  const [before, behind] = [words[word.index - 1], words[word.index + 1]]
  const [party] = below(word.index, /^obj$/)
  const noun = party === undefined ? undefined : words[party]
  if (behind?.upos !== 'PROPN' || !noun || noun.index > word.index + 3) return NOTHING
  if (!/^(the|its|their|'s|’s|')$/i.test(before?.text ?? '') && before?.upos !== 'ADJ') return NOTHING
  return [
    { ...noun, head: word.head, deprel: word.deprel },
    { ...word, upos: 'ADJ', head: noun.index, deprel: 'amod' },
    ...below(word.index, /^/).flatMap((at) => (at === noun.index ? [] : [{ ...(words[at] as Word), head: noun.index }])),
  ]
}

/** "North Korea test-fired two missiles": what is joined to a verb by a hyphen is a part of it, and the name before both is the subject. */
const hyphenVerb: Mend = ({ words, below }, word) => {
  const [prefix, hyphen, noun] = [words[word.index - 2], words[word.index - 1], words[word.head]]
  if (word.upos !== 'VERB' || ING.test(word.text) || hyphen?.text !== '-' || !prefix || !isNoun(prefix) || prefix.head !== word.index)
    return NOTHING
  if (prefix.end !== hyphen.start || hyphen.end !== word.start || below(word.index, /^(nsubj|csubj|aux)/).length > 0) return NOTHING
  const subject = words[prefix.index - 1]
  if (!subject || !isNoun(subject) || subject.head !== prefix.index) return NOTHING
  const mended: Word = { ...subject, head: word.index, deprel: 'nsubj' }
  if (word.deprel !== 'amod' || !noun || noun.index < word.index) return [mended]
  return [{ ...word, head: noun.head, deprel: noun.deprel }, { ...noun, head: word.index, deprel: 'obj' }, mended]
}

/** "gave the generals an ultimatum": of two things given the second is the object, the first whom it is given to. */
const doubleObject: Mend = ({ words, below }, word) => {
  const above = words[word.head]
  const [object] = above?.upos === 'VERB' ? below(above.index, /^obj$/) : []
  const receiver = object === undefined ? above : words[object]
  const verb = receiver && words[receiver.head]
  if (!UNMARKED.test(word.deprel) || word.upos !== 'NOUN' || verb?.upos !== 'VERB') return NOTHING
  if (receiver?.deprel !== 'obj' || receiver.index < verb.index || !GIVING.test(verb.lemma)) return NOTHING
  const [first] = below(word.index, /^(det|nummod|amod|compound)/)
  return first === receiver.index + 1
    ? [
        { ...word, head: verb.index, deprel: 'obj' },
        { ...receiver, deprel: 'iobj' },
      ]
    : NOTHING
}
const UNMARKED = /^(nmod:unmarked|obl:unmarked|appos|dep|nmod:tmod)$/
const GIVING = /^(give|hand|send|offer|grant|pay|show|deny|serve|issue|promise|lend|award|present|bring|deliver)$/

/** "took Israel to court": nobody courts. */
const toCourt: Mend = ({ words, below }, word) =>
  word.text === 'court' && word.upos === 'VERB' && below(word.index, /^(obj|ccomp)$/).length === 0 && words[word.index - 1]?.text === 'to'
    ? [
        { ...word, upos: 'NOUN', deprel: 'obl' },
        { ...(words[word.index - 1] as Word), upos: 'ADP', deprel: 'case' },
      ]
    : NOTHING

/** A mend with the words that it is for; left out, it is for all of them. */
type Fit = { readonly mend: Mend; readonly upos?: RegExp; readonly relation?: RegExp }

const NOUNS = /^(NOUN|PROPN)$/
const MENDS: readonly Fit[] = [
  { mend: rulingParty },
  { mend: hyphenVerb, upos: /^VERB$/ },
  { mend: doubleObject, upos: /^NOUN$/, relation: UNMARKED },
  { mend: toCourt, upos: /^VERB$/ },
  { mend: dayBetween, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: participleOfSubject, upos: /^VERB$/, relation: /^(xcomp|ccomp)$/ },
  { mend: speakerBehindQuotation, relation: /^vocative$/ },
  { mend: capitalVerb, upos: /^VERB$/ },
  { mend: capitalName, upos: /^VERB$/, relation: /^(nsubj|obj|obl|nmod|csubj)/ },
  { mend: afterSubject, relation: /^(nmod|obl)$/ },
  { mend: acronym, relation: /^(mark|advmod|discourse|dep)$/ },
  { mend: beforeDay, upos: /^PROPN$/ },
  { mend: heldPlace, upos: /^VERB$/ },
  { mend: gerund, upos: /^NOUN$/ },
  { mend: compound, upos: /^PROPN$/, relation: /^compound$/ },
  { mend: secondSubject, relation: /^nsubj/ },
  { mend: nameComplement, upos: /^PROPN$/, relation: /^xcomp$/ },
  { mend: coordinated, upos: NOUNS, relation: /^(obl|nmod)/ },
  { mend: subjectOfSecond, upos: /^VERB$/, relation: /^conj$/ },
  { mend: brokenName, upos: /^PROPN$/, relation: /^flat$/ },
  { mend: behindPhrase, upos: NOUNS, relation: /^(conj|appos|flat|nmod)/ },
  { mend: bareSubject, upos: /^NOUN$/, relation: /^obl$/ },
  { mend: predicateForMark, upos: /^ADJ$/, relation: /^mark$/ },
  { mend: listedName, upos: /^PROPN$/ },
  { mend: asWellAs, upos: NOUNS },
  { mend: bareObject, upos: /^NOUN$/, relation: /^obl$/ },
  { mend: whenClause, relation: /^acl:relcl$/ },
  { mend: whoClause, relation: /^advcl$/ },
  { mend: thatClause, relation: /^acl:relcl$/ },
  { mend: participle, relation: /^acl$/ },
  { mend: participleBehind, upos: /^NOUN$/, relation: /^compound$/ },
  { mend: speaking, relation: /^advcl$/ },
  { mend: participleOfName, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: thatComplement, relation: /^advcl$/ },
  { mend: objectOfParticiple, upos: /^VERB$/, relation: /^(amod|compound)$/ },
  { mend: agentOfActive, relation: /^obl:agent$/ },
  { mend: behindSemicolon, relation: /^(ccomp|advcl)$/ },
  { mend: withoutConjunction, upos: /^VERB$/, relation: /^conj$/ },
  { mend: nounInS, upos: /^VERB$/, relation: /^(nmod|obl|obj|conj)/ },
]

/** The mends for words of a part of speech and a relation, by their places in MENDS; for most words there are few. */
const mendsFor = ({ upos, deprel }: Word): readonly number[] => mendsByRelation(deprel)(upos)

const mendsByRelation = remembered((deprel) =>
  remembered((upos) => MENDS.flatMap((fit, m) => ((fit.upos ?? ANY).test(upos) && (fit.relation ?? ANY).test(deprel) ? [m] : []))),
)
const ANY = /^/
