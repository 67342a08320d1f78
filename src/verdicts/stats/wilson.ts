export type Interval = { readonly low: number; readonly high: number }

/** The 97.5 % point of the normal distribution: intervals are of 95 %. */
export const Z95 = 1.959963984540054

/**
 * Wilson's score interval for a share `p` of `n` (Wilson 1927); `n` may be an effective sample size and need not be whole. Without observations nothing is
 * known: 0 to 1.
 */
export const wilson = (p: number, n: number, z: number = Z95): Interval => {
  if (n <= 0) return { low: 0, high: 1 }
  const z2 = z * z
  const centre = p + z2 / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, (centre - half) / (1 + z2 / n)), high: Math.min(1, (centre + half) / (1 + z2 / n)) }
}
