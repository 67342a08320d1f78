import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { has, isSubject, type Relabel, wordOf } from './relabel.ts'

// Verbs read as another part of speech, under another relation, or as passive. Of headlines, which leave auxiliaries out, nothing is said: they have no full stop.

/** "offered to mediate" is no adverbial. */
export const infinitive: Relabel = (words, word) =>
  has(words, word, (w) => w.deprel === 'mark' && w.text.toLowerCase() === 'to') ? changeWord(word, { deprel: 'xcomp' }) : null

/** "baton-charged": no charge; "machine-gunned": no gunning. */
export const crowdWeapon: Relabel = (words, word) => {
  const before = wordOf(words, word.index - 1)
  if (before?.text !== '-' || before.end !== word.start) return null
  const prefix = wordOf(words, word.index - 2)?.text.toLowerCase() ?? ''
  return CROWD.test(`${prefix}-${word.text}`) ? changeWord(word, { lemma: `${prefix}-${lemmaOf(word.text, 'VERB')}` }) : null
}

/** What police do to crowds, and soldiers. */
const CROWD =
  /^(?:tear-gass|(?:baton|lathi|cane)-charg|pepper-spray|water-cannon|machine-gunn?|(?:carpet|fire|petrol|dive|cluster)-bomb)(?:ed|es|s|ing)$/

/** "try and disperse": to disperse. */
export const behindTry: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head?.lemma === 'try' && head.index === word.index - 2 && words[word.index - 1]?.text === 'and' && word.text === word.lemma
    ? changeWord(word, { upos: 'VERB', deprel: 'xcomp' })
    : null
}

/** "accused the police of shooting a boy": of what, and no police is of shooting. */
export const ofAccused: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head?.deprel === 'obj' && isAccused(words, head, word) ? changeWord(word, { head: head.head, deprel: 'advcl' }) : null
}

const isAccused = (words: readonly Word[], whom: Word, act: Word): boolean =>
  /^(accuse|suspect|convict|acquit)$/.test(words[whom.head]?.lemma ?? '') &&
  words.some(
    (w) => w.text === 'of' && w.index > whom.index && w.index < act.index && (w.head === act.index || words[w.head]?.head === act.index),
  )

/** "by appealing to them", "of warning Chad": what an "-ing" behind a preposition does. */
export const gerund: Relabel = (words, word) => {
  const before = wordOf(words, word.index - 1)
  return before && isMarker(before) && isGerund(words, word, before)
    ? changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel: 'advcl' })
    : null
}

/** The preposition before it. */
export const markOfGerund: Relabel = (words, word) => {
  const next = words[word.index + 1]
  return next && isGerund(words, next, word) ? changeWord(word, { head: next.index, deprel: 'mark' }) : null
}

/** What may introduce a gerund. */
const isMarker = ({ upos }: Word): boolean => upos === 'ADP' || upos === 'SCONJ'

const isGerund = (words: readonly Word[], word: Word, before: Word): boolean =>
  (word.upos === 'VERB'
    ? (before.head === word.index ? word.deprel === 'obl' : wordOf(words, before.head)?.head === word.index) &&
      /^(obl|advcl)$/.test(word.deprel)
    : word.deprel === 'advcl' && before.head === word.index && /^(ADJ|NOUN)$/.test(word.upos)) &&
  GERUND_BEHIND.test(before.text) &&
  /^\p{Ll}+ing$/u.test(word.text) &&
  words[before.index - 1]?.text !== 'instead'

const GERUND_BEHIND = /^(of|by|after|before|without)$/

/** "To lay down" is no lying. */
export const laying: Relabel = (words, word) =>
  word.text === 'lay' && word.lemma === 'lie' && has(words, word, (w) => /^(mark|aux|obj|compound:prt)/.test(w.deprel))
    ? changeWord(word, { lemma: 'lay' })
    : null

/** "protesters called for", "hasn't yet withdrawn": no passive without its auxiliary. */
export const subjectOfActive: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head && ((isFull(words) && isBareFinite(words, head)) || isActive(words, head)) ? changeWord(word, { deprel: 'nsubj' }) : null
}

const isFull = (words: readonly Word[]): boolean => /^[.”"'’]$/.test(words.at(-1)?.text ?? '')

/** A main verb without any auxiliary. */
const isBareFinite = (words: readonly Word[], head: Word): boolean =>
  head.upos === 'VERB' &&
  /^(root|ccomp|parataxis)$/.test(head.deprel) &&
  !has(words, head, (w) => /^(aux|obl:agent)/.test(w.deprel) || /^by$/i.test(w.text))

/** "hasn't yet withdrawn", "would recall": active, as neither "been" nor "be" stands there. */
const isActive = (words: readonly Word[], verb: Word): boolean =>
  has(words, verb, (w) => w.deprel.startsWith('aux') && NOT_PASSIVE.test(w.text)) &&
  !has(words, verb, (w) => w.deprel.startsWith('aux') && /^(be|been|being|got|gotten|getting|get)$/i.test(w.text))

/** "having withdrawn": nothing is done to anybody without "been". */
export const perfect: Relabel = (_, word) => (NOT_PASSIVE.test(word.text) ? changeWord(word, { deprel: 'aux' }) : null)

const NOT_PASSIVE = /^(have|has|had|having|'ve|’ve|did|do|does|will|would|could|should|may|might|must|can)$/i

/** "is shot and wounded": what is done to somebody, where the word can be nothing but a verb. */
export const passiveOfCopula: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head && isDone(head) ? changeWord(word, { deprel: 'aux:pass' }) : null
}

/** Whom it is done to. */
export const subjectOfCopula: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head && isDone(head) && has(words, head, (w) => w.deprel === 'cop') ? changeWord(word, { deprel: 'nsubj:pass' }) : null
}

/** "breaks with the movement's chairman": a phrase right behind a finite verb is the verb's. */
export const phraseOfVerb: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head?.upos === 'VERB' &&
    /^(root|conj|ccomp|parataxis|advcl|acl:relcl)$/.test(head.deprel) &&
    word.index > head.index &&
    has(words, word, (w) => w.deprel === 'case')
    ? changeWord(word, { deprel: 'obl' })
    : null
}

/** Verbs in their past participle; "are gone", "is come" are no passives. */
const isDone = ({ upos, text, lemma }: Word): boolean =>
  upos === 'VERB' && text !== lemma && !/(ing|[^s]s)$/.test(text) && !INTRANSITIVE.test(lemma)

const INTRANSITIVE = /^(go|come|become|fall|arise|arrive|be|have)$/

/** "it would back the claim": what an auxiliary stands right before is a verb. */
export const afterModal: Relabel = (words, word) => {
  const before = wordOf(words, word.index - 1)
  return before?.head === word.index && isModal(before) && has(words, word, isSubject)
    ? changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })
    : null
}

const isModal = ({ text, deprel }: Word): boolean =>
  deprel === 'aux' && /^(will|would|could|should|may|might|must|can|did|does|do)$/i.test(text)

/** "Chad plans to recall its envoy": only of a noun "to recall" says which. */
export const aimOfVerb: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head?.upos === 'VERB' && word.index > head.index && has(words, word, (w) => isTo(w) && w.index === head.index + 1)
    ? changeWord(word, { deprel: 'xcomp' })
    : null
}

const isTo = ({ deprel, text }: Word): boolean => deprel === 'mark' && text === 'to'

/** "Chad plans to join": a sentence has a verb. */
export const verbOfAim: Relabel = (words, word) =>
  isNounForVerb(words, word) ? changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }) : null

/** The aim of such a verb. */
export const aimOfVerbless: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head && isNounForVerb(words, head) ? changeWord(word, { deprel: 'xcomp' }) : null
}

const isNounForVerb = (words: readonly Word[], word: Word): boolean =>
  word.upos === 'NOUN' &&
  word.head < 0 &&
  has(words, word, (w) => w.deprel === 'nsubj' && w.index < word.index) &&
  !has(words, word, (w) => /^(cop|det|amod)/.test(w.deprel)) &&
  has(words, word, (w) => w.deprel === 'acl' && has(words, w, (m) => m.deprel === 'mark' && m.text.toLowerCase() === 'to'))
