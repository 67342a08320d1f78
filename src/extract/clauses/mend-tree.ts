import type { Word } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { changeWord } from './change-word.ts'

/**
 * Mends what the parser gets wrong often and in the same way:
 * what hangs inside a name ("Vladimir Putin and …" on "Putin") goes to the name's head, and a past tense read as a participle before its object
 * ("Bahrain's king rejected reform", "rejected" under "reform") becomes the predicate that it is, where the parser gave it a subject.
 */
export const mendTree = (read: readonly Word[]): readonly Word[] => {
  const words: Word[] = []
  for (const word of read) {
    const { deprel } = word
    const outside =
      deprel === 'case' || deprel === 'nmod:poss' ? titled(read, word) : isOutside(deprel) ? nameHead(read, word.head) : word.head
    const head = deprel === 'conj' ? calledHead(read, outside) : outside
    words.push(head === word.head ? word : changeWord(word, { head }))
  }
  for (const verb of words) {
    const subject = subjectOf(words, verb)
    if (subject !== null) return raise(words, verb, subject)
  }
  return words
}

const isOutside = remembered((deprel) => /^(conj|nmod|appos|acl|cc)/.test(deprel))

const nameHead = (words: readonly Word[], at: number): number => {
  let head = at
  while (words[head]?.deprel === 'flat' && (words[head]?.head ?? -1) >= 0) head = (words[head] as Word).head
  return head
}

/** "the space agency Glavkosmos and the research council": what is joined to a name right behind what it is called is joined to that. */
const calledHead = (words: readonly Word[], at: number): number => {
  const name = words[at]
  return name?.deprel === 'appos' && name.upos === 'PROPN' && name.head === at - 1 ? name.head : at
}

/** "with Prime Minister Modi", "Chad's Deputy Minister Ali": what introduces or owns a name stands before its title, which doesn't govern it. */
const titled = (words: readonly Word[], { index, head }: Word): number => {
  const above = words[head]
  return above?.deprel === 'nmod:desc' && index < head && above.head > head ? nameHead(words, above.head) : nameHead(words, head)
}

/** The subject that a "participle" before a noun has all the same. */
const subjectOf = (words: readonly Word[], verb: Word): Word | null => {
  if (verb.upos !== 'VERB' || verb.deprel !== 'amod') return null
  const noun = words[verb.head]
  if (!noun || noun.index < verb.index || /ing$/i.test(verb.text)) return null
  return words.find((w) => w.head === verb.index && w.deprel.startsWith('nsubj') && w.index < verb.index) ?? null
}

const raise = (words: readonly Word[], verb: Word, subject: Word): readonly Word[] => {
  const noun = words[verb.head] as Word
  return words.map((word): Word => {
    if (word.index === verb.index) return changeWord(word, { head: noun.head, deprel: noun.deprel })
    if (word.index === noun.index) return changeWord(word, { head: verb.index, deprel: 'obj' })
    if (word.index === subject.index) return changeWord(word, { head: verb.index, deprel: 'nsubj' })
    if (word.head !== noun.index) return word
    if (word.index < verb.index) return changeWord(word, { head: verb.index })
    if (word.index < noun.index || ofNoun(words, word)) return word
    return changeWord(word, { head: verb.index, deprel: word.deprel.startsWith('nmod') ? 'obl' : word.deprel })
  })
}

/** What stays with the object: its `of` phrase, relative clause, apposition, conjuncts. */
const ofNoun = (words: readonly Word[], word: Word): boolean =>
  /^(acl|appos|conj|cc|flat|det|amod|compound|nummod|case)/.test(word.deprel) ||
  words.some((w) => w.head === word.index && w.deprel === 'case' && w.text.toLowerCase() === 'of')
