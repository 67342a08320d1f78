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
  /** Whether the one is told of the very day on which the other comes round: "on Friday, the tenth anniversary of the coup". */
  readonly recurs: boolean
}

/** The distances in time that a sentence states between two of its predicates. */
export const findDistances = perTree((tree, timexes: readonly Timex[], predicates: ReadonlySet<number>): readonly Distance[] =>
  [...measuredIn(tree, timexes), ...daysIn(tree, timexes), ...anniversariesIn(tree)].flatMap(
    ({ link, way, length, span, recurs = false }): readonly Distance[] => {
      const end = endOfClause(tree, predicates, link)
      const from = predicateBeside(tree, predicates, span, end)
      return from === null ? [] : [{ first: link + 1, last: end - 1, from, length, way, span, recurs }]
    },
  ),
)

/** What states a distance: `link` is the word behind which stands what it is counted to. */
type Measure = Pick<Distance, 'length' | 'way' | 'span'> & { readonly link: number; readonly recurs?: boolean }

const LINK = /^(?:after|before)$/i
const wayOf = (link: string): -1 | 1 => (link.toLowerCase() === 'after' ? -1 : 1)

/** "two days after". */
const measuredIn = (tree: Tree, timexes: readonly Timex[]): readonly Measure[] =>
  timexes.flatMap((timex): readonly Measure[] => {
    const length = timex.type === 'DURATION' ? readLength(timex.value) : null
    const link = length && tree.words.find((w) => w.start >= timex.end)
    if (!length || !link || !LINK.test(link.text) || isHowLong(tree, timex)) return []
    return [{ link: link.index, way: wayOf(link.text), length, span: { start: timex.start, end: timex.end } }]
  })

/** "the day after": no expression of time by itself. */
const daysIn = ({ words }: Tree, timexes: readonly Timex[]): readonly Measure[] =>
  words.flatMap((word, at): readonly Measure[] => {
    const [the, link] = [words[at - 1], words[at + 1]]
    if (word.text !== 'day' || !the || !/^the$/i.test(the.text) || !link || !LINK.test(link.text)) return []
    if (timexes.some((t) => t.start < link.end && t.end > the.start)) return []
    return [{ link: link.index, way: wayOf(link.text), length: { amount: 1, unit: 'day' }, span: { start: the.start, end: word.end } }]
  })

/** "the tenth anniversary of the coup": so many years after it. */
const anniversariesIn = ({ words }: Tree): readonly Measure[] =>
  words.flatMap((word, at): readonly Measure[] => {
    const [count, link] = [words[at - 1], words[at + 1]]
    const amount = word.text === 'anniversary' && count && link?.text === 'of' ? readOrdinal(count.text) : null
    if (amount === null || !count || !link) return []
    const recurs = /^(?:,|on)$/i.test(words[at - 3]?.text ?? '')
    return [{ link: link.index, way: -1, length: { amount, unit: 'year' }, span: { start: count.start, end: word.end }, recurs }]
  })

const readOrdinal = (text: string): number | null => {
  const count = Number(/^(\d{1,3})(?:st|nd|rd|th)$/.exec(text)?.[1] ?? ORDINALS.indexOf(text) + 1)
  return count > 0 ? count : null
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
  ' ',
)

/** Where the clause behind the link ends: at the next comma, unless that only sets a name off from its verb ("after the inspector, Hans Blix, told the council"). */
const endOfClause = (tree: Tree, predicates: ReadonlySet<number>, link: number): number => {
  const stops = tree.words.filter((w) => w.index > link && /^[,;:—–]$/.test(w.text)).map((w) => w.index)
  const [first = tree.words.length, second] = stops
  const verb = (from: number, to: number): boolean =>
    tree.words.some((w) => w.index > from && w.index < to && w.upos === 'VERB' && predicates.has(w.index))
  if (second === undefined || wordAt(tree, first + 1).upos !== 'PROPN' || verb(link, second) || !verb(second, second + 2)) return first
  return stops[2] ?? tree.words.length
}

/** "suspended tariffs for a year after the talks": how long it lasts, not how far apart the two are. */
const isHowLong = (tree: Tree, timex: Timex): boolean => /^for$/i.test(tree.words.findLast((w) => w.end <= timex.start)?.text ?? '')

/** The verb before the words of distance, or where they open the sentence the first one behind them. */
const predicateBeside = (tree: Tree, predicates: ReadonlySet<number>, span: Span, end: number): number | null => {
  const all = [...predicates].sort((a, b) => a - b)
  const verbs = all.filter((at) => wordAt(tree, at).upos === 'VERB')
  const before = (at: number): boolean => wordAt(tree, at).end <= span.start
  return verbs.findLast(before) ?? verbs.find((at) => at >= end) ?? all.find(before) ?? null
}
