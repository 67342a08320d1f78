import { changeWord } from '../change-word.ts'
import { has, isNoun, type Relabel, wordOf } from './relabel.ts'

// What stands beside a verb and is its own, read as a part of a noun phrase or of nothing.

/** "flew to Minsk": no infinitive. */
export const goalOfMotion: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head && isNoun(head) && /^(obl|nmod)/.test(head.deprel) && head.index > word.index ? changeWord(word, { deprel: 'case' }) : null
}

/** "set free three hostages": no free hostages. */
export const setFree: Relabel = (words, word) => {
  if (word.text !== 'free') return null
  const before = wordOf(words, word.index - 1)
  return before?.upos === 'VERB' && before.lemma === 'set' ? changeWord(word, { head: before.index, deprel: 'xcomp' }) : null
}

/** "brought both to the table": whom, and nothing that is joined. */
export const bothDone: Relabel = (_, word) => (/^both$/i.test(word.text) ? changeWord(word, { upos: 'DET' }) : null)

/** "persuaded both to withdraw": whom. */
export const bothAsked: Relabel = (words, word) => {
  if (!/^both$/i.test(word.text)) return null
  const [before, next] = [wordOf(words, word.index - 1), words[word.index + 1]]
  return before?.upos === 'VERB' && next?.text === 'to' && next.deprel === 'mark'
    ? changeWord(word, { head: before.index, deprel: 'obj', upos: 'DET' })
    : null
}

/** "leaving three officers dead": as what, and nobody is left. */
export const leftSo: Relabel = (words, word) => {
  if (!LEFT_SO.test(word.text)) return null
  const head = wordOf(words, word.head)
  return head?.index === word.index - 1 && words[head.head]?.lemma === 'leave'
    ? changeWord(word, { head: head.head, deprel: 'xcomp', upos: 'ADJ' })
    : null
}

/** As what somebody is left behind. */
const LEFT_SO = /^(dead|injured|wounded|hurt|homeless|stranded|unconscious)$/

/** "dispersed a march": no month. */
export const march: Relabel = (_, word) =>
  word.text === 'march'
    ? changeWord(word, { upos: 'NOUN', lemma: 'march', deprel: word.deprel === 'obl:unmarked' ? 'obj' : word.deprel })
    : null

/** "rolled back tariffs": the verb's own, not the noun's. */
export const particle: Relabel = (words, word) => {
  const before = wordOf(words, word.index - 1)
  return before?.upos === 'VERB' && word.head > word.index && isParticle(before.lemma, word.text)
    ? changeWord(word, { head: before.index, deprel: 'compound:prt' })
    : null
}

const isParticle = (lemma: string, text: string): boolean =>
  /^(back|off|out|up|down|over|away|aside)$/.test(text) || (text === 'in' && /^(take|bring|let|send)$/.test(lemma))

/** "called President Moon on Friday": whom, not what. */
export const called: Relabel = (words, word) => {
  const head = wordOf(words, word.head)
  return head?.upos === 'VERB' &&
    /^(call|phone|telephone|ring|text)$/.test(head.lemma) &&
    !has(words, head, (w) => /^(obj|iobj)$/.test(w.deprel))
    ? changeWord(word, { deprel: 'obj' })
    : null
}
