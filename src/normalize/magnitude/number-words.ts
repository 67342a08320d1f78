const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALE: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['m', 1e6],
])

/** The value of one word or figure: "12", "1,200", "1.2", "twelve"; null for a word that is no number. */
export const numberOf = (text: string): number | null => {
  const word = text.toLowerCase()
  if (/^\d{1,3}(,\d{3})+$/.test(word)) return Number(word.replaceAll(',', ''))
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word)
  const small = SMALL.indexOf(word)
  if (small >= 0) return small
  const ten = TENS.indexOf(word)
  if (ten >= 0) return 20 + 10 * ten
  const [tens, ones] = word.split('-')
  const [a, b] = [TENS.indexOf(tens ?? ''), SMALL.indexOf(ones ?? '')]
  return a >= 0 && b > 0 && b < 10 ? 20 + 10 * a + b : null
}

/** What a word multiplies by: "dozen", "hundred", "million". */
export const scaleOf = (text: string): number | null => SCALE.get(text.toLowerCase()) ?? null

/** The least that an open plural stands for: "dozens" are 24 or more, "hundreds" 200. */
export const openPlural = (text: string): number | null => {
  const word = text.toLowerCase()
  if (word === 'tens') return 20
  const scale = word.endsWith('s') ? SCALE.get(word.slice(0, -1)) : undefined
  return scale === undefined ? null : 2 * scale
}

/** Words that leave a count open, with what they stand for at least. */
export const vagueCount = (text: string): number | null => VAGUE.get(text.toLowerCase()) ?? null
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['few', 2],
  ['handful', 2],
  ['numerous', 3],
  ['many', 3],
  ['scores', 40],
])
