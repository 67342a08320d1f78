import type { Word } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { numberOf, openPlural, scaleOf, vagueCount } from './number-words.ts'

/** A count in a sentence: words `first` to `last` with "at least" and the like; `core` is its last number word. `max` is null where it is open. */
export type Count = {
  readonly first: number
  readonly last: number
  readonly core: number
  readonly min: number
  readonly max: number | null
}

type Found = { readonly last: number; readonly min: number; readonly max: number | null }
type Text = readonly string[]

/** The counts of a sentence in the order of its words. Money, percentages, dates, times, ages, measures and ordinals are none. */
export const findNumbers = (words: readonly Word[]): readonly Count[] => {
  const text = words.map((w) => w.text.toLowerCase())
  const counts: Count[] = []
  for (let at = 0; at < text.length; at++) {
    if (!mayBegin(text[at] as string)) continue
    const core = rangeAt(text, at)
    if (core === null || isNoCount(words, text, at, core.last)) continue
    const { first, min, max, last } = bounded(text, at, core)
    counts.push({ first, last, core: core.last, min, max })
    at = last
  }
  return counts
}

// Most words are no numbers: each is looked at once.
const mayBegin = remembered(
  (word) => /^(half|an?)$/.test(word) || vagueCount(word) !== null || openPlural(word) !== null || numberOf(word) !== null,
)

/** "10 to 15", "10-15", "two or three", "between 10 and 15", or a number alone. */
const rangeAt = (text: Text, at: number): Found | null => {
  const low = numberAt(text, at)
  if (low === null || low.max === null) return low
  const joint = text[low.last + 1] ?? ''
  const high = /^(to|-|–|—|or)$/.test(joint) || (joint === 'and' && text[at - 1] === 'between') ? numberAt(text, low.last + 2) : null
  return high?.max && high.max > low.max ? { last: high.last, min: low.min, max: high.max } : low
}

const numberAt = (text: Text, at: number): Found | null => {
  const word = text[at]
  if (word === undefined) return null
  const open = openAt(text, at)
  if (open !== null) return open
  if (word === 'half' && text[at + 1] === 'a' && scaleOf(text[at + 2] ?? '') !== null)
    return exact(at + 2, (scaleOf(text[at + 2] ?? '') ?? 0) / 2)
  if (/^an?$/.test(word)) {
    if (text[at + 1] === 'couple') return exact(text[at + 2] === 'of' ? at + 2 : at + 1, 2)
    const vague = vagueCount(text[at + 1] ?? '')
    if (vague !== null) return { last: text[at + 2] === 'of' ? at + 2 : at + 1, min: vague, max: null }
    const scale = scaleOf(text[at + 1] ?? '')
    return scale === null ? null : exact(at + 1, scale)
  }
  const value = numberOf(word)
  if (value === null) return null
  return scaled(text, at, hyphened(text, at, value))
}

/** "dozens", "hundreds of thousands", "several hundred", "many". */
const openAt = (text: Text, at: number): Found | null => {
  const plural = vagueCount(text[at] ?? '') ?? openPlural(text[at] ?? '')
  if (plural === null) return null
  const scale = scaleOf(text[at + 1] ?? '')
  if (scale !== null) return { last: at + 1, min: plural * scale, max: null }
  const further = text[at + 1] === 'of' ? openPlural(text[at + 2] ?? '') : null
  return further !== null ? { last: at + 2, min: (plural / 2) * further, max: null } : { last: at, min: plural, max: null }
}

const exact = (last: number, value: number): Found => ({ last, min: value, max: value })

/** "twenty - five", as the words are cut. */
const hyphened = (text: Text, at: number, value: number): Found => {
  const ones = text[at + 1] === '-' && value >= 20 && value < 100 && !/^\d/.test(text[at] ?? '') ? numberOf(text[at + 2] ?? '') : null
  return ones !== null && ones > 0 && ones < 10 ? exact(at + 2, value + ones) : exact(at, value)
}

/** "1.2 million", "two dozen", "three hundred and fifty". */
const scaled = (text: Text, at: number, found: Found): Found => {
  let { last, min } = found
  for (let scale = scaleOf(text[last + 1] ?? ''); scale !== null && text[last + 1] !== 'm'; scale = scaleOf(text[last + 1] ?? '')) {
    min *= scale
    last++
  }
  const rest = last > at && text[last + 1] === 'and' ? numberOf(text[last + 2] ?? '') : null
  return rest !== null && rest < 100 && min >= 100 && !/^\d/.test(text[at] ?? '')
    ? exact(last + 2, min + rest)
    : exact(last, Math.round(min))
}

const BEFORE: readonly (readonly [RegExp, (count: Found) => { readonly min: number; readonly max: number | null }])[] = [
  [/(^| )(at least|no fewer than|no less than|not less than|a minimum of|upwards of|upward of)$/, ({ min }) => ({ min, max: null })],
  [
    /(^| )((well |far |slightly |much )?(more than|over|above|in excess of|exceeding|exceeded|north of))$/,
    ({ min, max }) => ({ min: max === null ? min : min + 1, max: null }),
  ],
  [
    /(^| )(up to|as many as|a maximum of|no more than|not more than|at most)$/,
    ({ min, max }) => ({ min: Math.min(1, min), max: max ?? min }),
  ],
  [/(^| )(fewer than|less than|under|below)$/, ({ min }) => ({ min: 0, max: Math.max(0, min - 1) })],
  [
    /(^| )(about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated|only|just|a total of|between|another|exactly)$/,
    ({ min, max }) => ({ min, max }),
  ],
]

/** The count with what stands before it ("at least", "up to") and after it ("or more"). */
const bounded = (text: Text, at: number, core: Found): Found & { readonly first: number } => {
  const more = text[core.last + 1] === 'or' && text[core.last + 2] === 'more'
  const last = more ? core.last + 2 : core.last
  let first = at
  let bounds: { readonly min: number; readonly max: number | null } = { min: core.min, max: more ? null : core.max }
  for (let round = 0; round < 2; round++) {
    const before = text.slice(Math.max(0, first - 4), first).join(' ')
    const hit = BEFORE.map(([pattern, bound]) => ({ words: pattern.exec(before)?.[0].trim(), bound })).find(
      ({ words }) => words !== undefined,
    )
    if (!hit?.words) break
    first -= hit.words.split(' ').length
    bounds = hit.bound({ last: core.last, min: bounds.min, max: bounds.max })
  }
  return { first, last, min: bounds.min, max: bounds.max }
}

const UNIT =
  /^(%|percent|per|pc|pct|percentage|dollars?|euros?|pounds?|yuan|rubles?|roubles?|rupees?|yen|cents?|tons?|tonnes?|kilos?|kilograms?|kgs?|km|kilomet(re|er)s?|miles?|met(re|er)s?|feet|foot|inch(es)?|acres?|hectares?|lit(re|er)s?|barrels?|megawatts?|degrees?|years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|decades?|a\.?m\.?|p\.?m\.?|gmt|o'clock|points?|seats?|votes?|times|bn|st|nd|rd|th|square|lines?|pages?|articles?|rounds?)$/
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?$/
const SIGN =
  /^(\$|€|£|¥|us\$|a\$|c\$|hk\$|no\.|nos\.|number|article|chapter|page|resolution|aged|age|section|group|week|day|room|flight|unit|brigade|g|f|mig|su)$/

const isNoCount = (words: readonly Word[], text: Text, first: number, last: number): boolean => {
  const [before, after, then] = [text[first - 1] ?? '', text[last + 1] ?? '', text[last + 2] ?? '']
  if (before === 'no' || (before === 'as' && vagueCount(text[first] ?? '') !== null)) return true
  if (SIGN.test(before) || /^[$€£¥]/.test(text[first] ?? '')) return true
  if (UNIT.test(after) || (/^(more|square|nautical|straight|consecutive|further|whole|full|long)$/.test(after) && UNIT.test(then)))
    return true
  if (after === 'of' && UNIT.test(then)) return true
  if (MONTH.test(before) || (MONTH.test(after) && /^[A-Z]/.test(words[last + 1]?.text ?? ''))) return true
  // "F-16", "15-nation", "12-year-old", but "a 5,000-strong crowd".
  if (/^[-–]$/.test(before) && !/^\d/.test(text[first - 2] ?? '')) return true
  if (/^[-–]$/.test(after) && then !== 'strong' && numberOf(then) === null) return true
  if (after === ':' || before === ':' || after === '/' || before === '/') return true
  return isYear(text, first, last)
}

/** "in 2014", "the 2020 campaign": four figures that no people follow. */
const isYear = (text: Text, first: number, last: number): boolean =>
  first === last &&
  /^(1[89]|20)\d\d$/.test(text[first] ?? '') &&
  (!/([^s]s|people|men|women|children|police|troops|personnel)$/.test(text[last + 1] ?? '') ||
    /^(in|since|by|until|till|from|before|after|during|early|late|mid|,|\()$/.test(text[first - 1] ?? ''))
