import type { Span, Timex } from '../../document.ts'
import { perTree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { readLength } from '../dates/shift-date.ts'

/** "two days after the raid": what stands in the words from `first` to `last` happened so long before (`way` -1) or after what `from` tells. */
export type Distance = {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly length: NonNullable<ReturnType<typeof readLength>>
  readonly way: -1 | 1
  /** The words that state it. */
  readonly span: Span
}

/** The distances in time that a sentence states between two of its predicates. */
export const findDistances = perTree((tree, timexes: readonly Timex[], predicates: ReadonlySet<number>): readonly Distance[] =>
  timexes.flatMap((timex): readonly Distance[] => {
    const length = timex.type === 'DURATION' ? readLength(timex.value) : null
    const link = length && tree.words.find((w) => w.start >= timex.end)
    if (!length || !link || !/^(?:after|before)$/i.test(link.text) || isHowLong(tree, timex)) return []
    const end = tree.words.find((w) => w.index > link.index && /^[,;:—–]$/.test(w.text))?.index ?? tree.words.length
    const from = predicateBeside(tree, predicates, timex, end)
    return from === null
      ? []
      : [
          {
            first: link.index + 1,
            last: end - 1,
            from,
            length,
            way: link.text.toLowerCase() === 'after' ? -1 : 1,
            span: { start: timex.start, end: timex.end },
          },
        ]
  }),
)

/** "suspended tariffs for a year after the talks": how long it lasts, not how far apart the two are. */
const isHowLong = (tree: Tree, timex: Timex): boolean => /^for$/i.test(tree.words.findLast((w) => w.end <= timex.start)?.text ?? '')

/** The verb before the words of distance, or where they open the sentence the first one behind them. */
const predicateBeside = (tree: Tree, predicates: ReadonlySet<number>, timex: Timex, end: number): number | null => {
  const all = [...predicates].sort((a, b) => a - b)
  const verbs = all.filter((at) => wordAt(tree, at).upos === 'VERB')
  const before = (at: number): boolean => wordAt(tree, at).end <= timex.start
  return verbs.findLast(before) ?? verbs.find((at) => at >= end) ?? all.find(before) ?? null
}
