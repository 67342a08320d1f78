import type { Engine } from '../../../src/syntax/network/engine.ts'

/** An engine that has read words with these scores: scores[i][0] of the root, scores[i][1 + j] of head j. */
export const engineWith = (scores: readonly (readonly number[])[], more: Partial<Engine> = {}): Engine => {
  const ranked = scores.map((row) => [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b))
  const nth = (i: number, place: number): number => ranked[i]?.[place] ?? 0
  return {
    encode: () => undefined,
    read: () => undefined,
    tags: new Uint8Array(scores.length),
    heads: Int32Array.from(scores, (_, i) => nth(i, 0)),
    rivals: Int32Array.from(scores, (_, i) => nth(i, 1)),
    leads: Float32Array.from(scores, (row, i) => (row[nth(i, 0)] ?? 0) - (row[nth(i, 1)] ?? 0)),
    scores: (i) => Float32Array.from(scores[i] ?? []),
    label: () => new Uint8Array(scores.length),
    labelScores: () => new Float32Array(1),
    labelMargin: () => 0,
    ...more,
  }
}

/** No word governs itself. */
export const withoutSelf = (scores: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  scores.map((row, i) => row.map((value, j) => (j === i + 1 ? -1e9 : value)))
