import type { Timex } from '../../document.ts'
import type { Tree } from '../../extract/clauses/tree.ts'

const LONGEST = 8

/** "In Brussels, ministers discussed it": a sentence that begins with the name of a place. Not "In June, …" nor "In Kosovo, in 1999, …", which tell when. */
export const isSetElsewhere = ({ words }: Tree, timexes: readonly Timex[]): boolean => {
  const comma = words.findIndex((w) => w.text === ',')
  if (comma < 2 || comma > LONGEST || !/^(?:In|At)$/.test(words[0]?.text ?? '')) return false
  const lead = words.slice(1, comma)
  const end = words[comma + 3]?.end ?? Number.POSITIVE_INFINITY
  return lead.some((w) => w.upos === 'PROPN') && timexes.every((t) => t.start > end)
}
