import type { Timex, Word } from '../../document.ts'
import type { Tree } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'

const LONGEST = 8

/** "In Brussels, ministers discussed it", "Elsewhere gunmen fired", "Across the border soldiers waited": a sentence that begins with another place. Not "In June, …" nor "In Kosovo, in 1999, …", which tell when. */
export const isSetElsewhere = (lexicon: Lexicon, { words }: Tree, timexes: readonly Timex[]): boolean => {
  if (isAway(lexicon, words)) return timexes.every((t) => t.start > (words[4]?.start ?? 0))
  const comma = words.findIndex((w) => w.text === ',')
  if (comma < 2 || comma > LONGEST || !/^(?:In|At)$/.test(words[0]?.text ?? '')) return false
  const lead = words.slice(1, comma)
  const end = words[comma + 3]?.end ?? Number.POSITIVE_INFINITY
  return lead.some((w) => w.upos === 'PROPN') && timexes.every((t) => t.start > end)
}

/** "Elsewhere", "Across the border"; but "Across the country" the same goes on. */
const isAway = (lexicon: Lexicon, words: readonly Word[]): boolean =>
  words[0]?.text === 'Elsewhere' ||
  (words[0]?.text === 'Across' && words[1]?.text === 'the' && isOfClass(lexicon, words[2]?.text.toLowerCase() ?? '', 'line-to-cross'))
