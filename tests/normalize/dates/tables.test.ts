import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { datesOf, describeTimex, readCases, readMarked } from './cases.ts'

const cases = readCases()

describe('the tables of fixtures/dates', () => {
  it('are many', () => {
    expect(cases.length).toBeGreaterThanOrEqual(380)
    expect(cases.filter((c) => c.expected.length === 0).length).toBeGreaterThanOrEqual(60)
  })
})

for (const file of new Set(cases.map((c) => c.file))) {
  describe(`fixtures/dates/${file}.yaml`, () => {
    for (const { group, text, published, kind, expected } of cases.filter((c) => c.file === file)) {
      const run = group === 'known-failures' ? it.fails : it
      run(`${group}: ${text.replaceAll('\n', ' ')}`, () => {
        expect(datesOf(text, published, kind).map(describeTimex)).toEqual(expected)
      })
    }
  })
}

describe('docs/dates.md', () => {
  const page = readFileSync(new URL('../../../docs/dates.md', import.meta.url), 'utf8')
  const examples = [...page.matchAll(/^- (.+)$/gm)].map((m) => readMarked(m[1] as string)).slice(0, 7)

  it.each(examples)('$text', ({ text, expected }) => {
    expect(datesOf(text, '2023-04-05', 'wire').map(describeTimex)).toEqual(expected)
  })
})
