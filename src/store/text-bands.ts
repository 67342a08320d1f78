/** How many bands a text has. */
export const BANDS = 8
const ROWS = 5
const SHINGLE = 3

/** Spreads the bits of a 32-bit number: the finalizer of MurmurHash3. */
const mix = (value: number): number => {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const SEEDS = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 1))
const FACTORS = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 0x5eed) | 1)

/** Letters and digits of any script make words; marks and blanks part them. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x303f))

/** The hash of each run of three words; of all words where there are fewer. */
const shinglesOf = (text: string): Int32Array => {
  const lower = text.toLowerCase()
  const words = new Int32Array(lower.length / 2 + 1)
  let count = 0
  let hash = 0
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32
    if (isWordCode(code)) hash = Math.imul(hash ^ code, 0x01000193) + 0x9e3779b9
    else if (hash !== 0) {
      words[count++] = mix(hash)
      hash = 0
    }
  }
  const joined = (from: number, to: number): number => {
    let h = 0
    for (let i = from; i < to; i++) h = Math.imul(h, 31) + (words[i] ?? 0)
    return mix(h)
  }
  if (count <= SHINGLE) return Int32Array.of(joined(0, count))
  return Int32Array.from({ length: count - SHINGLE + 1 }, (_, i) => joined(i, i + SHINGLE))
}

/**
 * The bands of a text: texts that share most of their runs of three words have one in common, others don't. MinHash (Broder 1997) over shingles, cut into
 * bands for locality-sensitive hashing: with 8 bands of 5, texts are found with a likelihood of 1 − (1 − s⁵)⁸ at a similarity (Jaccard) of s: 96 % at 0.8, 2 % at 0.3.
 */
export const textBands = (text: string): readonly number[] => {
  const shingles = shinglesOf(text)
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (let k = 0; k < BANDS * ROWS; k++) {
    const seed = SEEDS[k] as number
    const factor = FACTORS[k] as number
    let min = 0xffffffff
    for (let i = 0; i < shingles.length; i++) {
      const value = Math.imul((shingles[i] as number) ^ seed, factor) >>> 0
      if (value < min) min = value
    }
    least[k] = min
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let low = mix(band + 1)
    let high = mix(band + 77)
    for (let row = 0; row < ROWS; row++) {
      const value = least[band * ROWS + row] as number
      low = mix(low ^ value)
      high = mix(Math.imul(high, 31) + value)
    }
    // 47 bits: what SQLite keeps in six bytes, and more than enough to tell billions of bands apart.
    return (high >>> 17) * 2 ** 32 + (low >>> 0)
  })
}
