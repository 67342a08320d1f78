import type { Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { changeWord } from './change-word.ts'

/** Sets right what the parser often gets wrong in plain news sentences, before anything is read off the tree. */
export const mendParse = (parsed: readonly Word[]): readonly Word[] => {
  const relabelled: Word[] = []
  for (const word of parsed) relabelled.push(relabel(parsed, offAuxiliary(parsed, word)))
  return giveVerb(relabelled)
}

/** "Turkey had on Tuesday agreed", "accused of having tested": what hangs on an auxiliary hangs on its verb. */
const offAuxiliary = (words: readonly Word[], word: Word): Word => {
  const head = wordOf(words, word.head)
  if (!head?.deprel.startsWith('aux')) return word
  const verb = wordOf(words, head.head)
  if (verb?.upos !== 'VERB' || verb.index < head.index || !HELPS.test(head.lemma) || /^\p{Lu}/u.test(head.text)) return word
  return MOVES.test(word.deprel) && !(isSubject(word) && has(words, verb, isSubject)) ? changeWord(word, { head: verb.index }) : word
}

const HELPS = /^(have|will|would|shall|should|can|could|may|might|must|do)$/
const MOVES = /^(nsubj|obl|advmod|mark|advcl|punct|cc|parataxis)/

// Asked of every word: each test begins with what is cheapest and rules out most.
/**
 * "offered to mediate" is no adverbial, "protesters called for" no passive without its auxiliary, and "Chad plans to join" has a verb. Of headlines, which
 * leave auxiliaries out, nothing is said: they have no full stop. "To lay down" is no lying.
 */
const relabel = (words: readonly Word[], word: Word): Word => {
  const head = wordOf(words, word.head)
  if (word.upos === 'VERB' && word.deprel === 'obl' && has(words, word, (w) => w.deprel === 'mark' && w.text.toLowerCase() === 'to'))
    return changeWord(word, { deprel: 'xcomp' })
  // "flew to Minsk": no infinitive.
  if (word.upos === 'ADP' && word.deprel === 'mark' && head && isNoun(head) && /^(obl|nmod)/.test(head.deprel) && head.index > word.index)
    return changeWord(word, { deprel: 'case' })
  // "set free three hostages": no free hostages.
  const before = wordOf(words, word.index - 1)
  if (word.deprel === 'amod' && word.text === 'free' && before?.upos === 'VERB' && before.lemma === 'set')
    return changeWord(word, { head: before.index, deprel: 'xcomp' })
  // "brought both to the table": whom, and nothing that is joined.
  if (word.upos === 'CCONJ' && /^both$/i.test(word.text) && /^(obj|nsubj|obl)/.test(word.deprel)) return changeWord(word, { upos: 'DET' })
  // "persuaded both to withdraw": whom.
  const next = words[word.index + 1]
  if (word.deprel === 'advmod' && before?.upos === 'VERB' && next?.text === 'to' && next.deprel === 'mark' && /^both$/i.test(word.text))
    return changeWord(word, { head: before.index, deprel: 'obj', upos: 'DET' })
  // "baton-charged": no charge.
  if (word.upos === 'VERB' && before?.text === '-' && before.end === word.start) {
    const prefix = wordOf(words, word.index - 2)?.text.toLowerCase() ?? ''
    if (CROWD.test(`${prefix}-${word.text}`)) return changeWord(word, { lemma: `${prefix}-${lemmaOf(word.text, 'VERB')}` })
  }
  // "leaving three officers dead": as what, and nobody is left.
  if (
    head &&
    head.index === word.index - 1 &&
    /^(amod|acl|advmod)$/.test(word.deprel) &&
    LEFT_SO.test(word.text) &&
    words[head.head]?.lemma === 'leave'
  )
    return changeWord(word, { head: head.head, deprel: 'xcomp', upos: 'ADJ' })
  // "try and disperse": to disperse.
  if (
    word.deprel === 'conj' &&
    head?.lemma === 'try' &&
    head.index === word.index - 2 &&
    before?.text === 'and' &&
    word.text === word.lemma
  )
    return changeWord(word, { upos: 'VERB', deprel: 'xcomp' })
  // "dispersed a march": no month.
  if (word.upos === 'PROPN' && word.text === 'march')
    return changeWord(word, { upos: 'NOUN', lemma: 'march', deprel: word.deprel === 'obl:unmarked' ? 'obj' : word.deprel })
  // "rolled back tariffs": the verb's own, not the noun's.
  if (before?.upos === 'VERB' && word.head > word.index && /^(compound|amod|advmod)$/.test(word.deprel) && isParticle(before, word))
    return changeWord(word, { head: before.index, deprel: 'compound:prt' })
  // "accused the police of shooting a boy": of what, and no police is of shooting.
  if (word.upos === 'VERB' && word.deprel === 'acl' && head?.deprel === 'obj' && isAccused(words, head, word))
    return changeWord(word, { head: head.head, deprel: 'advcl' })
  // "by appealing to them", "of warning Chad": what an "-ing" behind a preposition does.
  if (before && isMarker(before) && isGerund(words, word, before))
    return changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel: 'advcl' })
  if (next && isMarker(word) && isGerund(words, next, word)) return changeWord(word, { head: next.index, deprel: 'mark' })
  // "called President Moon on Friday": whom, not what.
  if (word.upos === 'PROPN' && word.deprel === 'xcomp' && head && isCall(head) && !has(words, head, (w) => /^(obj|iobj)$/.test(w.deprel)))
    return changeWord(word, { deprel: 'obj' })
  if (word.text === 'lay' && word.lemma === 'lie' && has(words, word, (w) => /^(mark|aux|obj|compound:prt)/.test(w.deprel)))
    return changeWord(word, { lemma: 'lay' })
  if (word.deprel === 'nsubj:pass' && head && ((isFull(words) && isBareFinite(words, head)) || isActive(words, head)))
    return changeWord(word, { deprel: 'nsubj' })
  // "having withdrawn": nothing is done to anybody without "been".
  if (word.deprel === 'aux:pass' && NOT_PASSIVE.test(word.text)) return changeWord(word, { deprel: 'aux' })
  // "it would back the claim": what an auxiliary stands right before is a verb.
  if (before?.head === word.index && isModal(before) && /^(ADV|ADP|ADJ)$/.test(word.upos) && has(words, word, isSubject))
    return changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })
  // "Chad plans to recall its envoy": only of a noun "to recall" says which.
  if (word.upos === 'VERB' && word.deprel === 'acl' && head?.upos === 'VERB' && isAimedAt(words, word, head))
    return changeWord(word, { deprel: 'xcomp' })
  if (isNounForVerb(words, word)) return changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })
  if (word.deprel === 'acl' && head && isNounForVerb(words, head)) return changeWord(word, { deprel: 'xcomp' })
  return word
}

/** "hasn't yet withdrawn", "would recall": active, as neither "been" nor "be" stands there. */
const isActive = (words: readonly Word[], verb: Word): boolean =>
  has(words, verb, (w) => w.deprel.startsWith('aux') && NOT_PASSIVE.test(w.text)) &&
  !has(words, verb, (w) => w.deprel.startsWith('aux') && /^(be|been|being|got|gotten|getting|get)$/i.test(w.text))

const NOT_PASSIVE = /^(have|has|had|having|'ve|’ve|did|do|does|will|would|could|should|may|might|must|can)$/i

const isModal = ({ text, deprel }: Word): boolean =>
  deprel === 'aux' && /^(will|would|could|should|may|might|must|can|did|does|do)$/i.test(text)

const isSubject = ({ deprel }: Word): boolean => /^nsubj/.test(deprel)

const isAimedAt = (words: readonly Word[], aim: Word, verb: Word): boolean =>
  aim.index > verb.index && has(words, aim, ({ deprel, text, index }) => deprel === 'mark' && text === 'to' && index === verb.index + 1)

const isGerund = (words: readonly Word[], word: Word, before: Word): boolean =>
  (word.upos === 'VERB'
    ? (before.head === word.index ? word.deprel === 'obl' : wordOf(words, before.head)?.head === word.index) &&
      /^(obl|advcl)$/.test(word.deprel)
    : word.deprel === 'advcl' && before.head === word.index && /^(ADJ|NOUN)$/.test(word.upos)) &&
  GERUND_BEHIND.test(before.text) &&
  /^\p{Ll}+ing$/u.test(word.text) &&
  words[before.index - 1]?.text !== 'instead'

/** What may introduce a gerund. */
const isMarker = ({ upos }: Word): boolean => upos === 'ADP' || upos === 'SCONJ'

const GERUND_BEHIND = /^(of|by|after|before|without)$/

const isAccused = (words: readonly Word[], whom: Word, act: Word): boolean =>
  /^(accuse|suspect|convict|acquit)$/.test(words[whom.head]?.lemma ?? '') &&
  words.some(
    (w) => w.text === 'of' && w.index > whom.index && w.index < act.index && (w.head === act.index || words[w.head]?.head === act.index),
  )

/** As what somebody is left behind. */
const LEFT_SO = /^(dead|injured|wounded|hurt|homeless|stranded|unconscious)$/

/** What police do to crowds. */
const CROWD = /^(?:tear-gass|(?:baton|lathi|cane)-charg|pepper-spray|water-cannon)(?:ed|es|s|ing)$/

/** The word at this place, which may lie before the first: V8 looks long for what stands at −1. */
const wordOf = (words: readonly Word[], at: number): Word | undefined => (at < 0 ? undefined : words[at])

const has = (words: readonly Word[], head: Word, test: (word: Word) => boolean): boolean =>
  words.some((w) => w.head === head.index && test(w))

const isParticle = ({ lemma }: Word, { text }: Word): boolean =>
  /^(back|off|out|up|down|over|away|aside)$/.test(text) || (text === 'in' && /^(take|bring|let|send)$/.test(lemma))

const isCall = ({ lemma, upos }: Word): boolean => upos === 'VERB' && /^(call|phone|telephone|ring|text)$/.test(lemma)

const isFull = (words: readonly Word[]): boolean => /^[.”"'’]$/.test(words.at(-1)?.text ?? '')

/** A main verb without any auxiliary. */
const isBareFinite = (words: readonly Word[], head: Word): boolean =>
  head.upos === 'VERB' &&
  /^(root|ccomp|parataxis)$/.test(head.deprel) &&
  !has(words, head, (w) => /^(aux|obl:agent)/.test(w.deprel) || /^by$/i.test(w.text))

const isNounForVerb = (words: readonly Word[], word: Word): boolean =>
  word.upos === 'NOUN' &&
  word.head < 0 &&
  has(words, word, (w) => w.deprel === 'nsubj' && w.index < word.index) &&
  !has(words, word, (w) => /^(cop|det|amod)/.test(w.deprel)) &&
  has(words, word, (w) => w.deprel === 'acl' && has(words, w, (m) => m.deprel === 'mark' && m.text.toLowerCase() === 'to'))

/**
 * Gives a sentence its verb back where the parser took it for a participle: "Germany suspended development aid to Uganda" read as a noun phrase. Only a
 * sentence without any predicate is mended, and only where a noun stands right before the participle and its own noun follows, or its object.
 */
const giveVerb = (words: readonly Word[]): readonly Word[] => {
  if (words.some(isPredicative) || words.at(-1)?.text !== '.') return words
  const root = words.find((w) => w.head < 0)
  const verb = words.find((w) => isParticiple(w) && /^(amod|acl)$/.test(w.deprel) && isNoun(words[w.index - 1]))
  if (!verb || !root) return words
  const own = words.find((w) => w.head === verb.index && w.deprel === 'obj' && w.index > verb.index)
  if (
    verb.head < verb.index
      ? !(own || asksFor(words, verb)) || verb.head !== root.index
      : root.index !== verb.head && words[verb.head]?.head !== root.index
  )
    return words
  const object = own?.index ?? (verb.head > verb.index ? verb.head : -1)
  const subject = root.index < verb.index ? root.index : headBefore(words, verb.index)
  return words.map((word) => {
    const { index, head } = word
    if (index === verb.index) return changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), head: -1, deprel: 'root' })
    if (index === object)
      return changeWord(word, { head: verb.index, deprel: 'obj', upos: word.upos === 'VERB' ? ('NOUN' as const) : word.upos })
    if (index === subject) return changeWord(word, { head: verb.index, deprel: 'nsubj' })
    if (word.upos === 'PUNCT' && head === root.index) return changeWord(word, { head: verb.index })
    if (index < verb.index && (head === object || head === verb.index)) return changeWord(word, { head: subject })
    if (index > verb.index && head === subject)
      return changeWord(word, { head: verb.index, deprel: word.deprel === 'nmod' ? 'obl' : word.deprel })
    return word
  })
}

/** "armed" is read as an adjective. */
const isParticiple = ({ upos, text }: Word): boolean => (upos === 'VERB' && !/ing$/.test(text)) || text === 'armed'

/** "A report called for sanctions": what calls or appeals for something is no participle, as nothing is called for that way. */
const asksFor = (words: readonly Word[], verb: Word): boolean => {
  const next = words[verb.index + 1]?.text.toLowerCase()
  if (verb.text === 'called' && next === 'on')
    return words.some((w) => w.head === verb.index && has(words, w, (to) => to.deprel === 'mark'))
  return /^(called|appealed|pleaded|pressed|pushed|voted)$/.test(verb.text) && next === 'for'
}

const isPredicative = ({ deprel }: Word): boolean => /^(nsubj|csubj|aux|cop|expl)/.test(deprel)

const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'

/** The head of the noun phrase that ends before `end`. */
const headBefore = (words: readonly Word[], end: number): number => {
  let at = end - 1
  for (let up = words[at]?.head ?? -1; up >= 0 && up < end; up = words[at]?.head ?? -1) at = up
  return at
}
