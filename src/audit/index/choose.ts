import { readIsoDate } from '../../normalize/dates/days.ts'
import { STATES } from '../../verdicts/fold-verdicts.ts'
import { BANDS, bandOf } from './bands.ts'
import { type Coded, type Columns, type Lists, NO_DAY } from './columns.ts'
import { FACETS, type Facet, type Filter } from './filter.ts'
import { tally } from './tally.ts'

/** The events that a filter lets through, and for each facet how many there are of each value when its own choice is left out. */
export type Choice = {
  /** 1 for each row that is let through. */
  readonly chosen: Uint8Array
  readonly total: number
  /** By the codes of the facet's values. */
  readonly counts: Readonly<Record<Facet, Uint32Array>>
  readonly values: Readonly<Record<Facet, readonly string[]>>
  /** By year, the choice of dates left out. */
  readonly years: ReadonlyMap<number, number>
}

type Codes = { readonly codes: Uint32Array | Uint8Array; readonly values: readonly string[] }

/** Confidence and verdict as codes beside the columns; `verdicts` changes while one works. */
type Extra = { readonly bands: Uint8Array; readonly verdicts: Uint8Array }

/** The band of each event's confidence. */
export const bandsOf = ({ confidence }: Columns): Uint8Array => Uint8Array.from(confidence, bandOf)

/** Which rows some choices keep out: none (0), one of them alone (its facet's number in `alone`), or more than one or one that is no facet's (2). */
type Marks = { readonly out: Uint8Array; readonly alone: Uint8Array }

/**
 * Chooses and counts. `found` is 1 for the rows that a full-text search gave, or null when nothing was searched for. A choice at a time goes over its column,
 * then the counting goes over what is left: a million events take some tens of milliseconds.
 */
export const choose = (columns: Columns, { bands, verdicts }: Extra, filter: Filter, found: Uint8Array | null): Choice => {
  const single = codesOf(columns, bands, verdicts)
  const listOf = (facet: Facet): Lists => (facet === 'source' ? columns.source : columns.target)
  const marks: Marks = { out: new Uint8Array(columns.size), alone: new Uint8Array(columns.size) }
  if (found !== null) for (let row = 0; row < columns.size; row++) if (found[row] === 0) marks.out[row] = 2
  keepOutDates(columns, filter, marks)
  if (filter.actor.length > 0) keepOutActors(columns, filter.actor, marks)
  for (const [i, facet] of FACETS.entries()) {
    if (filter[facet].length === 0) continue
    const codes = single[facet]
    if (codes) keepOutCodes(codes, filter[facet], i + 1, marks)
    else keepOutLists(listOf(facet), filter[facet], i + 1, marks)
  }
  const chosen = new Uint8Array(columns.size)
  const rows = new Uint32Array(columns.size)
  let total = 0
  for (let row = 0; row < columns.size; row++)
    if (marks.out[row] === 0) {
      chosen[row] = 1
      rows[total++] = row
    }
  const counts = Object.fromEntries(
    FACETS.map((facet, i) => {
      const counted = filter[facet].length > 0 ? [rows.subarray(0, total), rowsAlone(marks, i + 1)] : [rows.subarray(0, total)]
      const codes = single[facet]
      return [facet, codes ? countCodes(codes, counted) : countLists(listOf(facet), counted)]
    }),
  ) as Record<Facet, Uint32Array>
  const values = Object.fromEntries(FACETS.map((facet) => [facet, single[facet]?.values ?? columns.source.dictionary.values])) as Record<
    Facet,
    readonly string[]
  >
  const dated = filter.from === null && filter.to === null ? [] : [rowsAlone(marks, DATES)]
  return { chosen, total, counts, values, years: countYears(columns, [rows.subarray(0, total), ...dated]) }
}

/** The same choice after verdicts were given; the filter must not be by verdict. */
export const recountVerdicts = (choice: Choice, verdicts: Uint8Array): Choice => {
  const counts = new Uint32Array(STATES.length)
  for (let row = 0; row < verdicts.length; row++) tally(counts, verdicts[row] as number, choice.chosen[row])
  return { ...choice, counts: { ...choice.counts, verdict: counts } }
}

const codesOf = (columns: Columns, bands: Uint8Array, verdicts: Uint8Array): Readonly<Partial<Record<Facet, Codes>>> => {
  const flat = ({ dictionary, codes }: Coded): Codes => ({ codes, values: dictionary.values })
  return {
    root: flat(columns.root),
    quad: flat(columns.quad),
    country: flat(columns.country),
    status: flat(columns.status),
    rule: flat(columns.rule),
    article: flat(columns.article),
    confidence: { codes: bands, values: BANDS },
    verdict: { codes: verdicts, values: STATES },
  }
}

/** The number of the choice of dates among the facets'. */
const DATES = FACETS.length + 1

const countYears = ({ month }: Columns, groups: readonly Uint32Array[]): ReadonlyMap<number, number> => {
  const years = new Map<number, number>()
  // Events of one month often follow each other: the map is asked once for each run of them.
  let year = Number.NaN
  let run = 0
  const close = (): void => {
    if (run > 0) years.set(year, (years.get(year) ?? 0) + run)
  }
  for (const rows of groups)
    for (let i = 0; i < rows.length; i++) {
      const at = month[rows[i] as number] as number
      if (at === NO_DAY) continue
      const now = Math.floor(at / 12)
      if (now !== year) {
        close()
        year = now
        run = 0
      }
      run++
    }
  close()
  return years
}

const wantedOf = (names: readonly string[], values: readonly string[]): Uint8Array => {
  const wanted = new Uint8Array(names.length)
  for (const value of values) {
    const code = names.indexOf(value)
    if (code !== -1) wanted[code] = 1
  }
  return wanted
}

const keepOut = ({ out, alone }: Marks, row: number, facet: number): void => {
  if (out[row] === 0) {
    out[row] = 1
    alone[row] = facet
  } else out[row] = 2
}

const keepOutCodes = ({ codes, values }: Codes, chosen: readonly string[], facet: number, marks: Marks): void => {
  const wanted = wantedOf(values, chosen)
  for (let row = 0; row < codes.length; row++) if (wanted[codes[row] as number] === 0) keepOut(marks, row, facet)
}

const holds = ({ starts, codes }: Lists, wanted: Uint8Array, row: number): boolean => {
  const end = starts[row + 1] as number
  for (let i = starts[row] as number; i < end; i++) if (wanted[codes[i] as number] === 1) return true
  return false
}

const keepOutLists = (lists: Lists, chosen: readonly string[], facet: number, marks: Marks): void => {
  const wanted = wantedOf(lists.dictionary.values, chosen)
  for (let row = 0; row < marks.out.length; row++) if (!holds(lists, wanted, row)) keepOut(marks, row, facet)
}

const keepOutActors = ({ source, target }: Columns, chosen: readonly string[], { out }: Marks): void => {
  const wanted = wantedOf(source.dictionary.values, chosen)
  for (let row = 0; row < out.length; row++) if (!holds(source, wanted, row) && !holds(target, wanted, row)) out[row] = 2
}

const keepOutDates = ({ first, last }: Columns, { from, to }: Filter, marks: Marks): void => {
  if (from === null && to === null) return
  const low = from === null ? NO_DAY + 1 : (readIsoDate(from) ?? NO_DAY + 1)
  const high = to === null ? 2147483647 : (readIsoDate(to) ?? 2147483647)
  // A row without a date has NO_DAY for both days, which is before every edge.
  for (let row = 0; row < first.length; row++) if ((first[row] as number) > high || (last[row] as number) < low) keepOut(marks, row, DATES)
}

const rowsAlone = ({ out, alone }: Marks, facet: number): Uint32Array => {
  const rows = new Uint32Array(out.length)
  let total = 0
  for (let row = 0; row < out.length; row++) if (out[row] === 1 && alone[row] === facet) rows[total++] = row
  return rows.subarray(0, total)
}

const countCodes = ({ codes, values }: Codes, groups: readonly Uint32Array[]): Uint32Array => {
  const counts = new Uint32Array(values.length)
  for (const rows of groups) for (let i = 0; i < rows.length; i++) tally(counts, codes[rows[i] as number] as number)
  return counts
}

const countLists = ({ dictionary, starts, codes }: Lists, groups: readonly Uint32Array[]): Uint32Array => {
  const counts = new Uint32Array(dictionary.values.length)
  for (const rows of groups)
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number
      const end = starts[row + 1] as number
      for (let i = starts[row] as number; i < end; i++) tally(counts, codes[i] as number)
    }
  return counts
}
