import { readIsoDate } from '../../normalize/dates/days.ts'
import { STATES } from '../../verdicts/fold-verdicts.ts'
import { BANDS, bandOf } from './bands.ts'
import { type Coded, type Columns, type Lists, NO_DAY } from './columns.ts'
import { FACETS, type Facet, type Filter } from './filter.ts'

/** The events that a filter lets through, and for each facet how many there are of each value when its own choice is left out. */
export type Choice = {
  /** 1 for each row that is let through. */
  readonly chosen: Uint8Array
  readonly total: number
  /** By the codes of the facet's values. */
  readonly counts: Readonly<Record<Facet, Uint32Array>>
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

type Test = { readonly facet: Facet | null; readonly passes: (row: number) => boolean }

/** Confidence and verdict as codes beside the columns; `verdicts` changes while one works. */
type Extra = { readonly bands: Uint8Array; readonly verdicts: Uint8Array }

/** The band of each event's confidence. */
export const bandsOf = ({ confidence }: Columns): Uint8Array => Uint8Array.from(confidence, bandOf)

/**
 * Chooses and counts in one pass over the columns. `found` is 1 for the rows that a full-text search gave, or null when nothing was searched for.
 */
export const choose = (columns: Columns, { bands, verdicts }: Extra, filter: Filter, found: Uint8Array | null): Choice => {
  const singles: Readonly<Record<string, { readonly codes: Uint32Array | Uint8Array; readonly values: readonly string[] }>> = {
    root: flat(columns.root),
    quad: flat(columns.quad),
    country: flat(columns.country),
    status: flat(columns.status),
    rule: flat(columns.rule),
    article: flat(columns.article),
    confidence: { codes: bands, values: BANDS },
    verdict: { codes: verdicts, values: STATES },
  }
  const tests: Test[] = []
  if (found !== null) tests.push({ facet: null, passes: (row) => found[row] === 1 })
  if (filter.from !== null || filter.to !== null) tests.push({ facet: null, passes: touches(columns, filter) })
  if (filter.actor.length > 0) {
    const [left, right] = [anyOf(columns.source, filter.actor), anyOf(columns.target, filter.actor)]
    tests.push({ facet: null, passes: (row) => left(row) || right(row) })
  }
  for (const facet of FACETS) {
    if (filter[facet].length === 0) continue
    const single = singles[facet]
    if (single === undefined) tests.push({ facet, passes: anyOf(facet === 'source' ? columns.source : columns.target, filter[facet]) })
    else {
      const wanted = new Uint8Array(single.values.length)
      for (const value of filter[facet]) {
        const code = single.values.indexOf(value)
        if (code !== -1) wanted[code] = 1
      }
      const { codes } = single
      tests.push({ facet, passes: (row) => wanted[codes[row] as number] === 1 })
    }
  }

  const chosen = new Uint8Array(columns.size)
  // For each row the facet that alone kept it out, so that the facet's own counts still see it.
  const alone = tests.some((t) => t.facet !== null) ? new Uint8Array(columns.size) : null
  const facetNumber = tests.map((t) => (t.facet === null ? 0 : FACETS.indexOf(t.facet) + 1))
  let total = 0
  for (let row = 0; row < columns.size; row++) {
    let failed = -1
    let out = false
    for (let t = 0; t < tests.length; t++) {
      if ((tests[t] as Test).passes(row)) continue
      if (failed !== -1 || facetNumber[t] === 0) {
        out = true
        break
      }
      failed = t
    }
    if (out) continue
    if (failed === -1) {
      chosen[row] = 1
      total++
    } else if (alone) alone[row] = facetNumber[failed] as number
  }

  const counts = Object.fromEntries(
    FACETS.map((facet, number) => {
      const counted = alone !== null && filter[facet].length > 0 ? number + 1 : 0
      const single = singles[facet]
      const list = facet === 'source' ? columns.source : columns.target
      return [
        facet,
        single === undefined
          ? countLists(list, chosen, alone, counted)
          : countCodes(single.codes, single.values.length, chosen, alone, counted),
      ]
    }),
  ) as Record<Facet, Uint32Array>
  const values = Object.fromEntries(
    FACETS.map((facet) => [facet, singles[facet]?.values ?? columns.source.dictionary.values]),
  ) as Record<Facet, readonly string[]>
  return { chosen, total, counts, values }
}

const flat = ({ dictionary, codes }: Coded) => ({ codes, values: dictionary.values })

const anyOf = ({ dictionary, starts, codes }: Lists, values: readonly string[]): ((row: number) => boolean) => {
  const wanted = new Uint8Array(dictionary.values.length)
  for (const value of values) {
    const code = dictionary.codes.get(value)
    if (code !== undefined) wanted[code] = 1
  }
  return (row) => {
    const end = starts[row + 1] as number
    for (let i = starts[row] as number; i < end; i++) if (wanted[codes[i] as number] === 1) return true
    return false
  }
}

const touches = ({ first, last }: Columns, { from, to }: Filter): ((row: number) => boolean) => {
  const low = from === null ? Number.NEGATIVE_INFINITY : (readIsoDate(from) ?? Number.NEGATIVE_INFINITY)
  const high = to === null ? Number.POSITIVE_INFINITY : (readIsoDate(to) ?? Number.POSITIVE_INFINITY)
  return (row) => first[row] !== NO_DAY && (first[row] as number) <= high && (last[row] as number) >= low
}

const countCodes = (
  codes: Uint32Array | Uint8Array,
  size: number,
  chosen: Uint8Array,
  alone: Uint8Array | null,
  facet: number,
): Uint32Array => {
  const counts = new Uint32Array(size)
  if (facet === 0 || alone === null) {
    for (let row = 0; row < chosen.length; row++) if (chosen[row] === 1) counts[codes[row] as number]!++
  } else {
    for (let row = 0; row < chosen.length; row++) if (chosen[row] === 1 || alone[row] === facet) counts[codes[row] as number]!++
  }
  return counts
}

const countLists = (
  { dictionary, starts, codes }: Lists,
  chosen: Uint8Array,
  alone: Uint8Array | null,
  facet: number,
): Uint32Array => {
  const counts = new Uint32Array(dictionary.values.length)
  for (let row = 0; row < chosen.length; row++) {
    if (chosen[row] !== 1 && (facet === 0 || alone === null || alone[row] !== facet)) continue
    const end = starts[row + 1] as number
    for (let i = starts[row] as number; i < end; i++) counts[codes[i] as number]!++
  }
  return counts
}
