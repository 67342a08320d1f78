import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of words that tell where what is moved goes, or what becomes of it.

/** "brought its ambassador home", "sent the envoy packing": who is moved is the object, and no part of a compound that the word behind him heads. */
export const movedHome: Mend = ({ words, below, isOf }, word) => {
  const verb = words[word.head]
  if (
    !HOMEWARD.has(word.text) ||
    verb?.upos !== 'VERB' ||
    word.index < verb.index ||
    !isOf(verb.lemma, 'moving-home') ||
    below(verb.index, /^(aux:pass|nsubj:pass)$/).length > 0
  )
    return NOTHING
  const moved = words[below(word.index, /^(compound|nsubj)$/).at(-1) ?? -1]
  if (!isNoun(moved) || moved === undefined || moved.index !== word.index - 1) return NOTHING
  return [
    changeWord(moved, { head: verb.index, deprel: 'obj' }),
    changeWord(word, word.text === 'home' ? { upos: 'ADV', deprel: 'advmod' } : { upos: 'VERB', lemma: 'pack', deprel: 'xcomp' }),
    ...below(word.index, /^(det|amod|nmod:poss|nummod|compound)$/)
      .filter((at) => at < moved.index)
      .map((at) => changeWord(words[at] as Word, { head: moved.index })),
  ]
}

const HOMEWARD: ReadonlySet<string> = new Set(['home', 'packing'])

/** "ripped apart three trains", "sent home Belgian officers": what stands between a verb and its object belongs to the verb. */
export const beforeObject: Mend = ({ words }, word) => {
  const verb = words[word.index - 1]
  const above = words[word.head]
  if (!PARTICLES.has(word.text) || verb?.upos !== 'VERB' || above === undefined) return NOTHING
  const noun = /^(nummod|amod)$/.test(above.deprel)
    ? words[above.head]
    : word.text === 'home' && word.deprel === 'compound'
      ? above
      : undefined
  if (noun?.head !== verb.index) return NOTHING
  return [
    changeWord(
      word,
      word.text === 'home' ? { upos: 'ADV', head: verb.index, deprel: 'advmod' } : { head: verb.index, deprel: 'compound:prt' },
    ),
  ]
}

const PARTICLES: ReadonlySet<string> = new Set(['home', 'apart', 'away', 'off', 'out', 'back', 'down', 'up'])
