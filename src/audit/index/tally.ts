/** Adds to one of some counts. */
export const tally = (counts: Uint32Array, at: number, by = 1): void => {
  counts[at] = (counts[at] as number) + by
}
