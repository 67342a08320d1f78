import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, ING, isBelow, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of what stands in an aside, between commas or dashes, and was taken for the sentence, or the rest of the sentence for a part of it.

/**
 * "Chad, which in May found that the rebels had fled, condemned the raid", "Japan and Korea, both of which depend on oil, called for talks": the clause of "which" is the
 * noun's, and the sentence's verb the one behind the comma that shuts it.
 */
export const relativeAsRoot: Mend = ({ words, below }, word) => {
  const [pronoun] = below(word.index, /^nsubj/).filter((at) => at < word.index && isRelative(words, at))
  if (pronoun === undefined || words[pronoun - 1]?.text !== ',' || below(word.index, /^(nsubj|csubj)/).length > 1) return NOTHING
  let noun = words[pronoun - 2]
  while (noun && /^(conj|flat|compound|nmod|appos)/.test(noun.deprel) && noun.head >= 0 && noun.head < pronoun - 1) noun = words[noun.head]
  if (!noun || !isNoun(noun)) return NOTHING
  const verb = words.find(
    (w) =>
      w.index > word.index + 1 &&
      w.upos === 'VERB' &&
      words[w.index - 1]?.text === ',' &&
      !ING.test(w.text) &&
      isBelow(words, word.index, w.index),
  )
  if (!verb || below(verb.index, /^(aux|cop|mark|cc$)/).length > 0) return NOTHING
  if (below(verb.index, /^(nsubj|csubj|expl)/).some((at) => at !== noun.index)) return NOTHING
  return [
    changeWord(verb, { head: -1, deprel: 'root' }),
    changeWord(noun, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { head: noun.index, deprel: 'acl:relcl' }),
    ...below(word.index, /^punct$/)
      .filter((at) => at > verb.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "which", "both of whom". */
const isRelative = (words: readonly Word[], at: number): boolean => {
  const text = words[at]?.text ?? ''
  return /^(which|who)$/.test(text) || (words[at + 1]?.text === 'of' && /^(which|whom)$/.test(words[at + 2]?.text ?? ''))
}

const DASH = /^(?:[—–-]|--)$/

/** "Orban met Putin — a visit that Brussels criticised — and called for talks": what is joined behind the dash that shuts an aside goes on from before it. */
export const behindAside: Mend = ({ words, below }, word) => {
  const and = below(word.index, /^cc$/).find((at) => at < word.index)
  if (and === undefined || !DASH.test(words[and - 1]?.text ?? '') || hasSubject(below, word.index)) return NOTHING
  const dash = words.findLast((w) => w.index < and - 1 && DASH.test(w.text))
  if (!dash || word.head < dash.index) return NOTHING
  let up = words[word.head]
  while (up && !(up.index < dash.index && up.upos === 'VERB' && !ING.test(up.text))) up = words[up.head]
  return up ? [changeWord(word, { head: up.index })] : NOTHING
}

/**
 * "accused Niger, which held elections in March, of sending arms", "pressed Chad, a neighbour with a long border, to withdraw": behind the aside goes on what the verb says
 * of whom the aside is told of.
 */
export const behindAsideOfObject: Mend = ({ words, below, isOf }, word) => {
  const mark = words[below(word.index, /^mark$/)[0] ?? -1]
  if (!mark || words[mark.index - 1]?.text !== ',' || !/^(to|of|from)$/.test(mark.text) || hasSubject(below, word.index)) return NOTHING
  const asks = mark.text === 'to' ? 'asking-somebody' : mark.text === 'of' ? 'accusing-of' : 'keeping-from'
  let told = words[word.head]
  let verb = words[told?.head ?? -1]
  for (let i = 0; i < DEEPEST && verb && told && !(verb.upos === 'VERB' && verb.index < told.index && isOf(verb.lemma, asks)); i++)
    [told, verb] = [verb, words[verb.head]]
  if (verb?.upos !== 'VERB' || !isOf(verb.lemma, asks) || !told || !isNoun(told) || told.index < verb.index || told.index > mark.index)
    return NOTHING
  // Whom one calls on stands under a preposition, and who asks behind what is said of whom he asks.
  const isTold =
    /^(i?obj|obl:agent)$/.test(told.deprel) ||
    below(told.index, /^case$/).some((at) => /^(on|upon|to|with|by)$/.test(words[at]?.text ?? ''))
  const commas = words.slice(told.index + 1, mark.index).filter((w) => w.text === ',').length
  // "whose president vowed, in May, to fight": the commas within the aside part that from its own verb.
  const isOfAside = mark.text === 'to' && commas > 2 && words[word.head]?.upos === 'VERB' && word.head > told.index
  if (!isTold || commas < 2 || isOfAside || below(verb.index, /^(xcomp|ccomp)$/).length > 0) return NOTHING
  return [changeWord(word, { head: verb.index, deprel: mark.text === 'to' ? 'xcomp' : 'advcl' })]
}

/** How far below the verb an aside may have drawn it. */
const DEEPEST = 5
