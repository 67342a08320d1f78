/** What each coder called each unit: `ratings[unit]` maps coders to categories; a coder who isn't in it left the unit out. */
export type Ratings = readonly ReadonlyMap<string, string>[]

export type Kappa = {
  readonly a: string
  readonly b: string
  readonly units: number
  readonly observed: number
  readonly kappa: number | null
}

/** Cohen's κ (Cohen 1960) of two coders over the units that both rated; null where chance alone leaves no room to disagree. */
export const cohenKappa = (ratings: Ratings, a: string, b: string): Kappa => {
  const pairs = ratings.flatMap((unit) => {
    const [left, right] = [unit.get(a), unit.get(b)]
    return left === undefined || right === undefined ? [] : [[left, right] as const]
  })
  const n = pairs.length
  const share = (test: (pair: readonly [string, string]) => boolean): number => pairs.filter(test).length / n
  const observed = share(([left, right]) => left === right)
  const categories = new Set(pairs.flat())
  const expected = [...categories].reduce((sum, c) => sum + share(([left]) => left === c) * share(([, right]) => right === c), 0)
  return {
    a,
    b,
    units: n,
    observed: n === 0 ? 0 : observed,
    kappa: n === 0 || expected === 1 ? null : (observed - expected) / (1 - expected),
  }
}

/** Krippendorff's α for nominal data, any number of coders, with units left out (Krippendorff 2011); null where nothing can be compared. */
export const krippendorffAlpha = (ratings: Ratings): { readonly alpha: number | null; readonly units: number; readonly coders: number } => {
  const pairable = ratings.filter((unit) => unit.size >= 2)
  const totals = new Map<string, number>()
  let disagreeing = 0
  for (const unit of pairable) {
    const counts = new Map<string, number>()
    for (const value of unit.values()) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      disagreeing += (count * (unit.size - count)) / (unit.size - 1)
    }
  }
  const n = [...totals.values()].reduce((sum, count) => sum + count, 0)
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (n - count), 0)
  const coders = new Set(pairable.flatMap((unit) => [...unit.keys()])).size
  return { alpha: expected === 0 ? null : 1 - ((n - 1) * disagreeing) / expected, units: pairable.length, coders }
}
