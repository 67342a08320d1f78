// Made by train/fallback.ts; not to be edited. In the order of FEATURES (fallback.ts).
export const WEIGHTS: { readonly bias: number; readonly threshold: number; readonly weights: readonly number[] } = {
  bias: -2.812,
  threshold: 0.35,
  weights: [2.463, 0.19, 0.827, 0.488, -0.577, -0.32, -0.147, 0.377, -0.013, -0.215, 0.346, 0.534, 0.211],
}
