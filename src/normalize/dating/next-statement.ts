import type { Timex } from '../../document.ts'
import { hangsBy, perTree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { spotOfDate } from './spot-of-date.ts'

/** "They sheltered the wounded, and the bishops opened talks on May 16": of a statement with a subject of its own behind the comma. */
export const isOfNextStatement = (tree: Tree, timex: Timex, head: number): boolean => {
  const { before } = spotOfDate(tree, timex)
  return statementsBefore(tree, timex).some((at) => at > head && at <= before)
}

/** "They arrived in March, and when Ankara threatened to invade it was warned": of a statement with a subject of its own before the comma. */
export const isOfStatementBefore = (tree: Tree, timex: Timex, head: number): boolean => {
  const { behind } = spotOfDate(tree, timex)
  if (behind < 0 || head <= behind) return false
  const comma = tree.words.find(
    (w) => w.text === ',' && w.index >= behind && w.index < head && JOINT.test(tree.words[w.index + 1]?.text ?? ''),
  )
  return comma !== undefined && tree.words.some((w) => w.index > comma.index + 1 && w.index <= head && isItsSubject(tree, w.index))
}

const JOINT = /^(?:and|but|while|whereas|yet)$/i
export const RELATIVE = /^(?:who|which|whose|whom|where|when)$/i

/** The commas before an expression behind which another statement begins, with a subject before the expression. */
const statementsBefore = perTree((tree, timex: Timex): readonly number[] => {
  const { before } = spotOfDate(tree, timex)
  return tree.words
    .filter(({ text, index }) => text === ',' && index < before && JOINT.test(tree.words[index + 1]?.text ?? ''))
    .map((comma) => comma.index)
    .filter((comma) => tree.words.some((w) => w.index > comma + 1 && w.index <= before && isItsSubject(tree, w.index)))
})

const isItsSubject = (tree: Tree, at: number): boolean => {
  const { deprel, head } = wordAt(tree, at)
  return deprel.startsWith('nsubj') && head > at && !hangsBy(tree, head, 'acl:relcl') && !RELATIVE.test(wordAt(tree, at).text)
}

/** "in 1976 and in March 1987, when Turkey sent a ship": what is told of the later time is not of the one before it. */
export const isToldOfAnother = (tree: Tree, timex: Timex, head: number): boolean => {
  const next = tree.words[spotOfDate(tree, timex).behind]
  if (!next || head < next.index || !JOINT.test(next.text)) return false
  const when = tree.words.find((w) => w.index > next.index && w.index < head && /^when$/i.test(w.text))
  if (!when) return false
  // The time that the clause is told of stands right before it.
  const told = tree.words[when.index - 1]?.text === ',' ? when.index - 2 : when.index - 1
  return told > next.index && /^\d{4}$|^\d{1,2}$|day$/.test(tree.words[told]?.text ?? '')
}
