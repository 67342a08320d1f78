import type { Timex } from '../../document.ts'
import { ancestors, hangsBy, perTree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { RELATIVE } from './next-statement.ts'
import { leadOfDate, spotOfDate } from './spot-of-date.ts'

/**
 * "signed a truce, which ends a year of war, on Monday", "the president, who faces a vote, on Monday accused": the relative pronoun of the aside that the comma before
 * an expression closes, so that it dates nothing in there; null where it closes none. Between commas of its own an expression is the aside's.
 */
export const asideBefore = perTree((tree, timex: Timex): number | null => {
  const [lead, behind] = [leadOfDate(tree, timex), spotOfDate(tree, timex).behind]
  if (tree.words[lead]?.text !== ',' || CLOSING.test(tree.words[behind]?.text ?? '') || /^\d/.test(tree.words[lead - 1]?.text ?? ''))
    return null
  for (let at = lead - 1; at > Math.max(0, lead - FAR) && wordAt(tree, at).text !== ','; at--)
    if (RELATIVE.test(wordAt(tree, at).text))
      return wordAt(tree, at - 1).text === ',' && tree.words.slice(at, lead).some(({ upos }) => upos === 'VERB' || upos === 'AUX')
        ? at
        : null
  return null
})

const FAR = 30
/** What an aside, or a statement joined to one, begins with. */
const OPENING = /^(?:who|which|whose|whom|where|when|and|but|while|whereas|yet)$/i
const CLOSING = /^(?:,|and|or|but)$/i

/** The predicate that goes on behind an aside: the verb right behind the expression, or what the aside's noun hangs on. */
export const goesOnBehind = (tree: Tree, timex: Timex, relative: number, predicates: ReadonlySet<number>): number | null => {
  const next = tree.words[spotOfDate(tree, timex).behind]
  if (next && next.upos === 'VERB' && predicates.has(next.index)) return next.index
  const clause = ancestors(tree, relative).find((at) => hangsBy(tree, at, 'acl'))
  const noun = clause === undefined ? relative : wordAt(tree, clause).head
  const over = clause === undefined ? undefined : ancestors(tree, noun).find((at) => predicates.has(at))
  return over ?? tree.words.findLast((w) => w.index < relative && w.upos === 'VERB' && predicates.has(w.index))?.index ?? null
}

/** "which, on Monday, expelled two diplomats", "and, in 1998, paid a visit": between commas of its own, right behind what opens the clause. */
export const isBehindRelative = (tree: Tree, timex: Timex): boolean => {
  const lead = leadOfDate(tree, timex)
  return (
    tree.words[lead]?.text === ',' &&
    tree.words[spotOfDate(tree, timex).behind]?.text === ',' &&
    OPENING.test(tree.words[lead - 1]?.text ?? '')
  )
}
