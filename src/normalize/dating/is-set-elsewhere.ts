import type { Timex, Word } from '../../document.ts'
import type { Tree } from '../../extract/clauses/tree.ts'

const LONGEST = 8

/** "In Brussels, ministers discussed it", "Elsewhere gunmen fired", "Across the border soldiers waited": a sentence that begins with another place. Not "In June, …" nor "In Kosovo, in 1999, …", which tell when. */
export const isSetElsewhere = ({ words }: Tree, timexes: readonly Timex[]): boolean => {
  if (isAway(words)) return timexes.every((t) => t.start > (words[4]?.start ?? 0))
  const comma = words.findIndex((w) => w.text === ',')
  if (comma < 2 || comma > LONGEST || !/^(?:In|At)$/.test(words[0]?.text ?? '')) return false
  const lead = words.slice(1, comma)
  const end = words[comma + 3]?.end ?? Number.POSITIVE_INFINITY
  return lead.some((w) => w.upos === 'PROPN') && timexes.every((t) => t.start > end)
}

const LINE = /^(?:border|frontier|river|strait)$/i

/** "Elsewhere", "Across the border"; but "Across the country" the same goes on. */
const isAway = (words: readonly Word[]): boolean =>
  words[0]?.text === 'Elsewhere' || (words[0]?.text === 'Across' && words[1]?.text === 'the' && LINE.test(words[2]?.text ?? ''))
