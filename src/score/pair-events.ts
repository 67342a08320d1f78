import type { Gold, GoldEvent } from './gold.ts'
import type { Prediction } from './predictions.ts'

/** What is asked of an event, one thing more at each level. */
export const LEVELS = ['event', '+root', '+actors', '+date'] as const
export type Level = (typeof LEVELS)[number]

/** Right or not at each level. */
export type Bits = readonly [event: boolean, root: boolean, actors: boolean, date: boolean]

/**
 * What became of a gold event or a prediction. `wanted` counts for recall, `given` for precision; both are false where a prediction met an optional gold event, or
 * an optional one was missed.
 */
export type Outcome = {
  readonly gold: GoldEvent | null
  readonly prediction: Prediction | null
  readonly bits: Bits
  readonly wanted: boolean
  readonly given: boolean
}

export type Aliases = Readonly<Record<string, string>>

/** Triggers that stand apart are one where no more than these characters are between them and root and actors are right ("held TALKS" against "HELD talks"). */
const NEAR = 25

const NONE: Bits = [false, false, false, false]

/** The entities of a side by the names that the gold uses. */
export const canonical = (side: readonly (string | null)[], aliases: Aliases): readonly (string | null)[] =>
  side.map((name) => (name === null ? null : (aliases[name] ?? name)))

export const sideRight = (wanted: readonly string[], given: readonly (string | null)[], aliases: Aliases): boolean => {
  const want = canonical(wanted, aliases)
  const got = canonical(given, aliases)
  return want.length === 0 || (got.length > 0 && got.every((name) => want.includes(name)))
}

const grade = (gold: GoldEvent, prediction: Prediction, aliases: Aliases): Bits => {
  const root = gold.roots.includes(prediction.action.root)
  const actors = root && sideRight(gold.source, prediction.source, aliases) && sideRight(gold.target, prediction.target, aliases)
  return [true, root, actors, actors && (gold.date === null || gold.date === prediction.date?.value)]
}

const sum = (bits: Bits): number => bits.filter(Boolean).length

/** Gives each gold event its best prediction, and each prediction to one gold event at most; every further prediction is a false positive. */
export const pairEvents = ({ events: gold, articles }: Gold, predictions: readonly Prediction[], aliases: Aliases): readonly Outcome[] => {
  const given = predictions.filter(({ document }) => articles.has(undefined) || articles.has(document))
  const byDocument = new Map<string | undefined, number[]>()
  for (const [at, { document }] of given.entries()) byDocument.set(document, [...(byDocument.get(document) ?? []), at])
  const pairs = gold.flatMap((wanted, g) =>
    (wanted.doc === undefined ? [...given.keys()] : (byDocument.get(wanted.doc) ?? [])).flatMap((p) => {
      const prediction = given[p] as Prediction
      const overlap = Math.min(wanted.end, prediction.trigger.end) - Math.max(wanted.start, prediction.trigger.start)
      const bits = grade(wanted, prediction, aliases)
      return overlap > 0 || (overlap >= -NEAR && bits[2]) ? [{ g, p, bits, overlap }] : []
    }),
  )
  pairs.sort((a, b) => sum(b.bits) - sum(a.bits) || b.overlap - a.overlap)
  const taken = new Map<number, { readonly p: number; readonly bits: Bits }>()
  const used = new Set<number>()
  for (const { g, p, bits } of pairs) {
    if (taken.has(g) || used.has(p)) continue
    taken.set(g, { p, bits })
    used.add(p)
  }
  return [
    ...gold.map((wanted, g): Outcome => {
      const pair = taken.get(g)
      const prediction = pair ? (given[pair.p] as Prediction) : null
      return { gold: wanted, prediction, bits: pair?.bits ?? NONE, wanted: !wanted.optional, given: pair !== undefined && !wanted.optional }
    }),
    ...given.flatMap((prediction, p): readonly Outcome[] =>
      used.has(p) ? [] : [{ gold: null, prediction, bits: NONE, wanted: false, given: true }],
    ),
  ]
}
