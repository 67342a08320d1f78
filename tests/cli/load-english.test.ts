import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadEnglish, weightsHash } from '../../src/cli/load-english.ts'
import { readModel } from '../../src/index.ts'
import { FEATURES } from '../../src/normalize/unsaid/rank-parties-features.ts'
import { WEIGHTS } from '../../src/normalize/unsaid/rank-parties-weights.generated.ts'
import { runId } from '../../src/store/index.ts'

type Weights = {
  readonly bias?: number
  readonly threshold?: number
  readonly plainThreshold?: number
  readonly features: readonly { readonly name: string; readonly weight: number }[]
}
const read = (name: string): Weights => JSON.parse(readFileSync(new URL(`../../model/${name}.json`, import.meta.url), 'utf8'))
const weightsOf = ({ features }: Weights) => features.map(({ weight }) => weight)
const [fallback, sides] = [read('fallback'), read('sides')]
const { bias, threshold, plainThreshold } = fallback

test('the weights of the ranker of sides are those of model/sides.json', () => {
  expect(sides.features.map(({ name }) => name)).toEqual(FEATURES)
  expect(WEIGHTS).toEqual(weightsOf(sides))
})

test('a run is known by all that is learned: the model and the weights of both rankers', async () => {
  const { settings } = await loadEnglish('1')({})()
  const now = { bias, threshold, plainThreshold, weights: weightsOf(fallback) }
  expect(settings.model).toBe(weightsHash(readModel(), now, weightsOf(sides)))
  const runs = [
    weightsHash(
      readModel().map((byte, i) => (i === 5000 ? byte ^ 1 : byte)),
      now,
      weightsOf(sides),
    ),
    weightsHash(readModel(), { ...now, threshold: (threshold ?? 0) + 0.01 }, weightsOf(sides)),
    weightsHash(
      readModel(),
      now,
      weightsOf(sides).map((weight, i) => (i === 7 ? weight + 0.001 : weight)),
    ),
  ].map((model) => runId({ ...settings, model }))
  expect(new Set([runId(settings), ...runs]).size).toBe(4)
})
