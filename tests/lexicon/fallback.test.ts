import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explainText } from '../../src/cli/explain-text.ts'
import { FEATURES } from '../../src/extract/acts/fallback-features.ts'
import { WEIGHTS } from '../../src/extract/acts/fallback-weights.generated.ts'
import { extract } from '../../src/index.ts'

const TEXT = 'Kenya expelled Uganda in the rain.'
const read = extract({ id: 'rain', text: TEXT, published: '2024-05-20' })
const choice = read.readings[0]?.candidates[0]?.acts[0]?.choice ?? null

test('the weights are those of model/fallback.json', () => {
  const { bias, threshold, plainThreshold, features } = JSON.parse(
    readFileSync(new URL('../../model/fallback.json', import.meta.url), 'utf8'),
  )
  expect(features.map((f: { readonly name: string }) => f.name)).toEqual([...FEATURES])
  expect(WEIGHTS).toEqual({ bias, threshold, plainThreshold, weights: features.map((f: { readonly weight: number }) => f.weight) })
})

test('a choice lists what made it: its features add up to how sure it is', () => {
  expect(read.events.map(({ rule }) => rule)).toEqual(['fallback/suspend-member'])
  expect(choice?.features.map(({ name }) => name)).toEqual([...FEATURES])
  const sum = choice?.features.reduce((total, { value, weight }) => total + value * weight, choice.bias) ?? Number.NaN
  expect(choice?.sure).toBeCloseTo(1 / (1 + Math.exp(-sum)), 10)
  expect(choice?.sure).toBeGreaterThanOrEqual(choice?.threshold ?? 1)
})

test('explain prints what made the fallback choose, and nothing of it where an entry fits', () => {
  const look = { colour: false, width: 2000, tree: false, nameOf: (code: string) => code, drawTree: () => '' }
  expect(explainText(read, look)).toMatch(
    /fallback +"expelled": no entry fits; root 16 with 0\.\d+, taken from 0\.\d+ on: share of the verb’s entries with this root \+/,
  )
  const ordinary = explainText(extract({ id: 'x', text: 'Russia pulled out of the grain deal with Ukraine.' }), look)
  expect(ordinary).toMatch(/⇒ 166 pull-out-of-deal/)
  expect(ordinary).not.toMatch(/fallback/)
})
