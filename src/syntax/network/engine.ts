/** Words of one piece at most: longer sentences are cut (cut-pieces.ts). */
export const PIECE = 512

/** Word forms whose share in the first layer is kept. */
export const SLOTS = 6144

/** Activations are whole numbers up to this. */
export const TOP = 2047

/** Steps to one of the first layer's sums. */
export const SUM = 1024

/** The class of each distance from 0 to PIECE, given where the classes begin. */
export const bucketsOf = (distances: readonly number[]): Int32Array =>
  Int32Array.from({ length: PIECE + 1 }, (_, d) => Math.max(0, distances.filter((from) => from <= d).length - 1))

/** The family of each label: the index of the first of it. Subtypes are of one family, as `nsubj` and `nsubj:pass`, and so are the clauses below a verb. */
export const familiesOf = (labels: readonly string[]): Uint8Array => {
  const family = (label: string): string | undefined => (CLAUSE.test(label) ? 'clause' : label.split(':')[0])
  return Uint8Array.from(labels, (label) => labels.findIndex((other) => family(other) === family(label)))
}

const CLAUSE = /^(csubj|ccomp|xcomp|advcl)/

/**
 * The network at work, in WebAssembly or in plain TypeScript: both give the same numbers. Works on one piece at a time;
 * what it gives holds until the next `read`.
 */
export type Engine = {
  /** Works out what a form adds to the first layer and keeps it in a slot below SLOTS. `word` is its row in the table of words. */
  readonly encode: (slot: number, word: number, affixes: Int32Array) => void
  /** Reads the piece whose forms lie in the first `n` slots listed, n ≤ PIECE: fills `tags`, `heads`, `rivals` and `leads`. */
  readonly read: (slots: Int32Array, n: number) => void
  /** Index of the best tag of each word. */
  readonly tags: Uint8Array
  /** The best head of each word by itself, 0 for the root, else 1 + its index: no tree yet. */
  readonly heads: Int32Array
  /** The second best head of each word, and by how much its score is lower. */
  readonly rivals: Int32Array
  readonly leads: Float32Array
  /** Scores of the heads of word i: [0] the root, [1 + j] word j; what lies behind the last word means nothing. */
  readonly scores: (i: number) => Float32Array
  /** Index of the best label of every word under the given heads (0 for the root). */
  readonly label: (heads: Int32Array, n: number) => Uint8Array
  /** Scores of the labels of word i under a head (not the root); they hold until the next call of anything here. */
  readonly labelScores: (i: number, head: number) => Float32Array
  /** How far the best label of word i under a head (not the root) is ahead of the best of another family. */
  readonly labelMargin: (i: number, head: number) => number
}
