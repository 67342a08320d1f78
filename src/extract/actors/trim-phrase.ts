import { hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import { isCalendarWord } from './calendar-words.ts'

/** The determiner isn't part of the quotation. */
export const trimFront = (tree: Tree, first: number, head: number, core: number): number => {
  let at = first
  while (at < head)
    if (at + 1 < head && isSpanBefore(tree, at)) at += 2
    else if (isNoPart(tree, at) || isLater(tree, at) || (at < core && isDayBefore(tree, at))) at++
    else break
  return at
}

/** "the", and the "that" of a clause right before its subject. */
const isNoPart = (tree: Tree, at: number): boolean => {
  const { text, upos, deprel } = wordAt(tree, at)
  return /^(DET|PUNCT)$/.test(upos) || (deprel === 'mark' && text.toLowerCase() === 'that')
}

/** "A month later supporters marched", "two years earlier Libyans had voted". */
const isLater = (tree: Tree, at: number): boolean =>
  /^(later|earlier|before|afterwards)$/.test(wordAt(tree, at).text) && at > 0 && TIME.test(wordAt(tree, at - 1).lemma)

const TIME = /^(moment|minute|hour|day|night|week|weekend|month|year|decade|century)$/

/** "Last month soldiers detained". */
const isSpanBefore = (tree: Tree, at: number): boolean =>
  /^(last|next|this)$/i.test(wordAt(tree, at).text) &&
  /^(week|month|year|weekend|summer|winter|spring|autumn)$/i.test(wordAt(tree, at + 1).text)

/** "on 2 August Mike Pompeo", "in the first days of November Tigrayan fighters": the month that the parser took for a part of the name. */
const isDayBefore = (tree: Tree, at: number): boolean => {
  const { text, upos } = wordAt(tree, at)
  return (
    (upos === 'PROPN' && isCalendarWord(text)) ||
    (upos === 'NUM' && at + 1 < tree.words.length && isCalendarWord(wordAt(tree, at + 1).text))
  )
}

/** "A federal judge Thursday approved": the day that the parser took for a part of the name isn't. */
export const trimEnd = (tree: Tree, first: number, last: number): number => {
  let at = last
  while (at > first && wordAt(tree, at).upos === 'PROPN' && isCalendarWord(wordAt(tree, at).text) && !hangsBy(tree, at, 'flat')) at--
  return at
}
