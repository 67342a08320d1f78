import { describe, expect, it } from 'vitest'
import { magnitudeCases, numbersOf } from './cases.ts'

const cases = magnitudeCases()

describe('fixtures/magnitudes', () => {
  it('are many, with negatives', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80)
    expect(cases.filter((c) => c.dead === null && c.injured === null && c.size === null).length).toBeGreaterThanOrEqual(18)
  })

  // What the parser reads otherwise moves single rows: the table is held to its floor, and a row that fails is named.
  it('are right in 95 of 100', () => {
    const found = cases.map(({ group, text, ...want }) => ({
      row: `${group}: ${text}`,
      got: JSON.stringify(numbersOf(text)),
      want: JSON.stringify({ dead: want.dead, injured: want.injured, size: want.size }),
    }))
    const wrong = found.filter(({ got, want }) => got !== want)
    expect(
      1 - wrong.length / cases.length,
      wrong.map(({ row, got, want }) => `${row} → ${got}, not ${want}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.95)
  })
})

it.each([
  'Rebels {killed|19} 999999999999999999999999999999 soldiers.',
  'Gunmen {killed|18} more than 9007199254740991 people.',
  'Police {arrested|17} 9007199254740993 people.',
])('a number that no integer holds is none, and costs no article: %s', (text) => {
  expect(numbersOf(text)).toEqual({ dead: null, injured: null, size: null })
})
