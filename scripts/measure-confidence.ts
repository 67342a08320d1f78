/** An event with what it said of itself, and whether it is right. */
export type Judged = { readonly confidence: number; readonly right: boolean }

/** How often an event that is right is surer than one that is wrong (the area under the ROC curve); ties are half. */
export const areaOf = (judged: readonly Judged[]): number => {
  const [yes, no] = [judged.filter((j) => j.right), judged.filter((j) => !j.right)]
  const wins = yes.flatMap((a) => no.map((b) => (a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0)))
  return wins.reduce<number>((a, b) => a + b, 0) / wins.length
}

export const shareOf = (judged: readonly Judged[]): number => judged.filter((j) => j.right).length / judged.length
export const meanOf = (judged: readonly Judged[]): number => judged.reduce((sum, j) => sum + j.confidence, 0) / judged.length

/** Events by tenths of confidence. */
export const binsOf = (judged: readonly Judged[]): readonly (readonly Judged[])[] =>
  [...Array(10).keys()].map((i) => judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i))

/** The expected calibration error: how far the share that is right is from the mean confidence, over tenths. */
export const errorOf = (judged: readonly Judged[]): number =>
  binsOf(judged).reduce(
    (sum, bin) => (bin.length === 0 ? sum : sum + (Math.abs(shareOf(bin) - meanOf(bin)) * bin.length) / judged.length),
    0,
  )
