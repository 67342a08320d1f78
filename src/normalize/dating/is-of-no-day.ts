import type { Timex } from '../../document.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { finiteOf } from '../finite-verb.ts'
import { ownerOfDate } from './owner-of-date.ts'

/** "In recent weeks police have arrested dozens", "had called him a traitor for months": what has gone on for long is of no one day. */
export const isOfNoDay = (tree: Tree, head: number, predicates: ReadonlySet<number>, timexes: readonly Timex[]): boolean =>
  timexes.some((timex) => {
    const lately = RECENT.test(timex.text)
    if (!lately && !(timex.type === 'DURATION' && LONG.test(timex.text) && hasHad(tree, head) && isLength(tree, timex))) return false
    const finite = finiteOf(tree, head)
    const owner = ownerOfDate(tree, timex, predicates)?.head
    return owner === finite || owner === head
  })

const RECENT = /^recent (?:days|weeks|months|years)$/i
const LONG = /(?:days|weeks|months|years)$/i

const hasHad = (tree: Tree, head: number): boolean =>
  dependents(tree, finiteOf(tree, head), 'aux').some((aux) => /^had$/i.test(wordAt(tree, aux).text))

const isLength = (tree: Tree, timex: Timex): boolean => /^for$/i.test(tree.words.findLast((w) => w.end <= timex.start)?.text ?? '')
