/** The values of a facet, numbered in the order of their first event. */
export type Dictionary = { readonly values: readonly string[]; readonly codes: ReadonlyMap<string, number> }

/** The lists of an event's codes, one after the other: those of event i stand from `starts[i]` to `starts[i + 1]`. */
export type Lists = { readonly dictionary: Dictionary; readonly starts: Uint32Array; readonly codes: Uint32Array }

export type Coded = { readonly dictionary: Dictionary; readonly codes: Uint32Array }

/** What facets, charts and queues need of every event, column by column; row i is the i-th event by key. Everything else is read from the database when it is shown. */
export type Columns = {
  readonly size: number
  readonly keys: Float64Array
  /** A hash of the event's id: the same in every rebuild. */
  readonly hashes: Uint32Array
  readonly article: Coded
  readonly root: Coded
  readonly quad: Coded
  readonly status: Coded
  readonly country: Coded
  readonly rule: Coded
  readonly confidence: Float64Array
  /** First and last day, as days since 1970; `NO_DAY` where there is no date. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** The month of the first day, as 12 · year + month − 1; `NO_DAY` where there is no date. */
  readonly month: Int32Array
  readonly source: Lists
  readonly target: Lists
}

export const NO_DAY = -2147483648
/** What stands for no country, no actor on a side, and an actor that the lexicon doesn't know. */
export const NONE = '(none)'
export const UNKNOWN = '(unknown)'

/** A growing dictionary. */
export const dictionaryMaker = () => {
  const values: string[] = []
  const codes = new Map<string, number>()
  return {
    values,
    codes,
    codeOf: (value: string): number => {
      const known = codes.get(value)
      if (known !== undefined) return known
      codes.set(value, values.length)
      values.push(value)
      return values.length - 1
    },
  }
}

/** FNV-1a over UTF-16 units: 32 bits. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The row of an event by its key, or -1. */
export const rowOf = ({ keys, size }: Columns, key: number): number => {
  let low = 0
  let high = size - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = keys[middle] as number
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
