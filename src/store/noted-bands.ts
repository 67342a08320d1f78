import { BANDS } from './text-bands.ts'

/** The bands of articles that are stored and not linked yet: numbers in one block, not an object for each, which would outlive the articles by far. */
export type NotedBands = {
  readonly size: () => number
  /** Notes the bands of an article; `hash`, of what was read, tells later whether they are still those of its text. */
  readonly add: (article: number, hash: string, bands: readonly number[]) => void
  /** The bands as they were noted with this hash, in their order, or null. */
  readonly of: (article: number, hash: string) => Float64Array | null
  readonly clear: () => void
}

const WIDE = BANDS + 1

/** Room for the bands of `most` articles; one more than that is not noted. */
export const notedBands = (most: number): NotedBands => {
  const rows = new Float64Array(most * WIDE)
  const places = new Map<number, number>()
  return {
    size: () => places.size,
    add: (article, hash, bands) => {
      const place = places.get(article) ?? places.size
      if (place >= most) return
      places.set(article, place)
      rows.set([headOf(hash), ...bands], place * WIDE)
    },
    of: (article, hash) => {
      const place = places.get(article)
      if (place === undefined || rows[place * WIDE] !== headOf(hash)) return null
      return rows.subarray(place * WIDE + 1, (place + 1) * WIDE)
    },
    clear: () => places.clear(),
  }
}

/** The first 48 bits of a hash: what a number holds, and enough to tell two texts of one article apart. */
const headOf = (hash: string): number => Number.parseInt(hash.slice(0, 12), 16)
