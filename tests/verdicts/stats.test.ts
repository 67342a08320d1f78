import { describe, expect, test } from 'vitest'
import { cohenKappa, krippendorffAlpha, type Ratings } from '../../src/verdicts/stats/agreement.ts'
import { estimate } from '../../src/verdicts/stats/estimate.ts'
import { wilson } from '../../src/verdicts/stats/wilson.ts'

/** A table of coders' rows, `.` for a unit that a coder left out. */
const ratings = (rows: Readonly<Record<string, string>>): Ratings => {
  const cells = Object.entries(rows).map(([coder, row]) => [coder, row.trim().split(/\s+/)] as const)
  const length = Math.max(...cells.map(([, row]) => row.length))
  return Array.from(
    { length },
    (_, i) => new Map(cells.flatMap(([coder, row]) => (row[i] === undefined || row[i] === '.' ? [] : [[coder, row[i]] as const]))),
  )
}
/** A cross table of two coders as ratings. */
const crossed = (table: readonly (readonly number[])[]): Ratings =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) =>
      Array.from(
        { length: count },
        () =>
          new Map([
            ['a', String(a)],
            ['b', String(b)],
          ]),
      ),
    ),
  )

describe("Krippendorff's α, against the worked examples of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)", () => {
  test.each<[string, Readonly<Record<string, string>>, number, number]>([
    ['A: binary data, two observers', { meg: '0 1 0 0 0 0 0 0 1 0', owen: '1 1 1 0 0 1 0 0 0 0' }, 10, 0.095],
    ['B: nominal data, two observers', { ben: 'a a b b d c c c e d d a', gerry: 'b a b b b c c c e d d d' }, 12, 0.692],
    [
      'C: nominal data, four observers, missing values',
      {
        a: '1 2 3 3 2 1 4 1 2 . . .',
        b: '1 2 3 3 2 2 4 1 2 5 . 3',
        c: '. 3 3 3 2 3 4 2 2 5 1 .',
        d: '1 2 3 3 2 4 4 1 2 5 1 .',
      },
      11,
      0.743,
    ],
  ])('%s', (_, rows, units, alpha) => {
    const result = krippendorffAlpha(ratings(rows))
    expect(result.units).toBe(units)
    expect(result.alpha).toBeCloseTo(alpha, 3)
  })
  test('full agreement is 1; a single category says nothing', () => {
    expect(krippendorffAlpha(ratings({ a: 'x y x', b: 'x y x' })).alpha).toBe(1)
    expect(krippendorffAlpha(ratings({ a: 'x x', b: 'x x' })).alpha).toBeNull()
    expect(krippendorffAlpha(ratings({ a: 'x y', b: '. .' }))).toEqual({ alpha: null, units: 0, coders: 0 })
  })
})

describe("Cohen's κ, against worked examples", () => {
  test('Cohen 1960, table 1: three categories, 200 cases', () => {
    const { observed, kappa } = cohenKappa(
      crossed([
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ]),
      'a',
      'b',
    )
    expect(observed).toBeCloseTo(0.7, 10)
    expect(kappa).toBeCloseTo(0.492, 3)
  })
  test('the grant proposals: 20 and 15 of 50 agreed on is κ 0.4', () => {
    const { observed, kappa } = cohenKappa(
      crossed([
        [20, 5],
        [10, 15],
      ]),
      'a',
      'b',
    )
    expect(observed).toBeCloseTo(0.7, 10)
    expect(kappa).toBeCloseTo(0.4, 10)
  })
  test.each<[string, number, number, number, number, number]>([
    ['skewed alike (Feinstein & Cicchetti’s paradox)', 45, 15, 25, 15, 0.1304],
    ['skewed apart', 25, 35, 5, 35, 0.2593],
  ])('%s', (_, yy, yn, ny, nn, kappa) => {
    expect(
      cohenKappa(
        crossed([
          [yy, yn],
          [ny, nn],
        ]),
        'a',
        'b',
      ).kappa,
    ).toBeCloseTo(kappa, 4)
  })
  test('units that one of them left out count for nothing', () => {
    expect(cohenKappa(ratings({ a: 'x y x . y', b: 'x y . x y' }), 'a', 'b')).toEqual({ a: 'a', b: 'b', units: 3, observed: 1, kappa: 1 })
    expect(cohenKappa(ratings({ a: 'x', b: '.' }), 'a', 'b')).toMatchObject({ units: 0, kappa: null })
  })
})

describe("Wilson's interval, against Newcombe 1998 (Two-sided confidence intervals for the single proportion, table I)", () => {
  test.each<[number, number, number, number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (right, n, low, high) => {
    const interval = wilson(right / n, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
  test('of nothing nothing is known', () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }))
})

describe('an estimate', () => {
  test('with equal weights is the share, on as many as were judged', () => {
    const one = estimate(
      'x',
      [1, 1, 0, 1].map((value) => ({ value, weight: 7 })),
    )
    expect(one).toMatchObject({ judged: 4, share: 0.75, effective: 4, ...wilson(0.75, 4) })
  })
  test('with unequal weights counts each event for those it stands for, on fewer', () => {
    // 2 of a stratum of 20 (both right), 2 of one of 80 (one right): 0.2 · 1 + 0.8 · 0.5
    const observations = [1, 1].map((value) => ({ value, weight: 10 })).concat([1, 0].map((value) => ({ value, weight: 40 })))
    expect(estimate('x', observations)?.share).toBeCloseTo(0.6, 10)
    expect(estimate('x', observations)?.effective).toBeCloseTo(100 ** 2 / (2 * 100 + 2 * 1600), 10)
  })
  test('of nothing is none', () => expect(estimate('x', [])).toBeNull())
})
