import { type Aliases, canonical, type Outcome, sideRight } from './pair-events.ts'
import type { Predictions } from './predictions.ts'

/** A gold event that was missed or found wrong, or a prediction that no gold event asks for; `reason` says why, as far as it is known. */
export type Miss = {
  readonly kind: 'missed' | 'wrong' | 'extra'
  readonly document: string
  readonly start: number
  readonly trigger: string
  readonly reason: string
  readonly quote: string
}

const list = (names: readonly (string | null)[]): string => names.map((name) => name ?? '?').join(', ') || '—'

/** Everything that isn't right at the last level, in the order of the articles and of the text. Why a gold event was missed, the rejection at its words tells. */
export const listMisses = (
  outcomes: readonly Outcome[],
  { rejections }: Pick<Predictions, 'rejections'>,
  aliases: Aliases,
): readonly Miss[] => {
  const known = new Map<string, ReturnType<typeof rejections>>()
  const reasonFor = (document: string, start: number, end: number): string => {
    const list = known.get(document) ?? rejections(document)
    known.set(document, list)
    const near = list
      .filter(({ trigger }) => trigger.start < end + 25 && trigger.end > start - 25)
      .toSorted((a, b) => Math.abs(a.trigger.start - start) - Math.abs(b.trigger.start - start))[0]
    return near
      ? `${near.reason}: ${near.detail} ("${near.trigger.text}"${near.rule === null ? '' : `, ${near.rule}`})`
      : 'nothing was seen there'
  }
  const misses = outcomes.flatMap(({ gold, prediction, bits, given, wanted }): readonly Miss[] => {
    const document = gold?.doc ?? prediction?.document ?? ''
    if (gold && prediction === null)
      return wanted
        ? [
            {
              kind: 'missed',
              document,
              start: gold.start,
              trigger: gold.trigger,
              quote: gold.quote ?? '',
              reason: reasonFor(document, gold.start, gold.end),
            },
          ]
        : []
    if (prediction === null) return []
    const { start, text } = prediction.trigger
    if (gold === null)
      return given
        ? [
            {
              kind: 'extra',
              document,
              start,
              trigger: text,
              quote: '',
              reason: `${prediction.action.root}, ${list(prediction.source)} → ${list(prediction.target)}`,
            },
          ]
        : []
    if (!wanted || bits[3]) return []
    const faults = [
      ...(bits[1] ? [] : [`root ${prediction.action.root}, wanted ${gold.roots.join(' or ')}`]),
      ...(['source', 'target'] as const).flatMap((side) =>
        sideRight(gold[side], prediction[side], aliases)
          ? []
          : [`${side} ${list(canonical(prediction[side], aliases))}, wanted ${gold[side].join(' or ')}`],
      ),
      ...(gold.date === null || gold.date === prediction.date?.value
        ? []
        : [`date ${prediction.date?.value ?? 'none'}, wanted ${gold.date}`]),
    ]
    return [{ kind: 'wrong', document, start: gold.start, trigger: gold.trigger, quote: gold.quote ?? '', reason: faults.join('; ') }]
  })
  return misses.toSorted((a, b) => (a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1))
}
