/** The bands that confidence is counted in, from the lowest. */
export const BANDS = ['0–0.2', '0.2–0.4', '0.4–0.6', '0.6–0.8', '0.8–1'] as const

/** The number of the band that a confidence falls in. */
export const bandOf = (confidence: number): number => Math.min(BANDS.length - 1, Math.floor(confidence * BANDS.length + 1e-9))
