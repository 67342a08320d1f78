import { type Columns, NO_DAY } from './columns.ts'

export const SORTS = ['text', 'date', 'confidence', 'code'] as const
/** `text` is the order of articles as they were stored, and of events in them. */
export type Sort = (typeof SORTS)[number]

/** The rows in an order, and what they are ordered by (which grows along it). */
export type Order = { readonly rows: Uint32Array; readonly value: (row: number) => number }

/** Sorts all rows; those that are equal keep the order of the text. Undated events come last. */
export const orderRows = (columns: Columns, sort: Sort): Order => {
  const value = rankBy(columns, sort)
  const { size } = columns
  if (sort === 'text') return { rows: Uint32Array.from({ length: size }, (_, row) => row), value }
  // One number holds value and row, so that a typed array's own sort does it.
  const keys = new Float64Array(size)
  for (let row = 0; row < size; row++) keys[row] = value(row) * size + row
  keys.sort()
  return { rows: Uint32Array.from(keys, (key) => ((key % size) + size) % size), value }
}

const LATEST = 5_000_000

const rankBy = ({ first, confidence, root }: Columns, sort: Sort): ((row: number) => number) => {
  switch (sort) {
    case 'text':
      return (row) => row
    case 'date':
      return (row) => (first[row] === NO_DAY ? LATEST : (first[row] as number))
    case 'confidence':
      return (row) => Math.round((confidence[row] as number) * 1000)
    case 'code':
      return (row) => Number(root.dictionary.values[root.codes[row] as number])
  }
}

export type Cursor = { readonly value: number; readonly row: number }
export type Slice = { readonly rows: readonly number[]; readonly before: boolean; readonly after: boolean }

/**
 * The page of `limit` chosen rows that follows a cursor (`back`: that comes before it) in an order, upwards or `down`. `before` and `after` tell whether
 * there are more.
 */
export const sliceOrder = (
  { rows, value }: Order,
  chosen: Uint8Array,
  { cursor, back, down, limit }: { readonly cursor: Cursor | null; readonly back: boolean; readonly down: boolean; readonly limit: number },
): Slice => {
  const step = down !== back ? -1 : 1
  const edge = cursor === null ? (step === 1 ? -1 : rows.length) : place(rows, value, cursor)
  const found: number[] = []
  let at = edge + step
  for (; at >= 0 && at < rows.length && found.length < limit; at += step)
    if (chosen[rows[at] as number] === 1) found.push(rows[at] as number)
  let more = false
  for (; at >= 0 && at < rows.length && !more; at += step) more = chosen[rows[at] as number] === 1
  return { rows: back ? found.reverse() : found, before: back ? more : cursor !== null, after: back ? true : more }
}

/** Where a cursor stands in an order: at its row, or where that would be. */
const place = (rows: Uint32Array, value: (row: number) => number, cursor: Cursor): number => {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const row = rows[middle] as number
    const difference = value(row) - cursor.value || row - cursor.row
    if (difference === 0) return middle
    if (difference < 0) low = middle + 1
    else high = middle - 1
  }
  return low
}
