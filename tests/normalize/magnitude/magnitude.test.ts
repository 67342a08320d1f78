import { describe, expect, it } from 'vitest'
import { magnitudeCases, numbersOf } from './cases.ts'

const cases = magnitudeCases()

describe('fixtures/magnitudes', () => {
  it('are many, with negatives', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80)
    expect(cases.filter((c) => c.dead === null && c.injured === null && c.size === null).length).toBeGreaterThanOrEqual(18)
  })

  for (const { group, text, dead, injured, size } of cases) {
    const run = group === 'known-failures' ? it.fails : it
    run(`${group}: ${text}`, () => expect(numbersOf(text)).toEqual({ dead, injured, size }))
  }
})
