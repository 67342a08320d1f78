import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import type { Sides } from './find-sides.ts'
import { inferPair, inferSide } from './infer-side.ts'
import type { Scene } from './judge-candidate.ts'
import { isPolitical } from './political.ts'

/** Fills a side that the sentence leaves unsaid: what two did together they did with each other, else from what the passage is about. */
export const completeSides = (
  { discourse, lexicon, reading: { sentence } }: Scene,
  { source, target }: Sides,
  entry: ActionEntry,
  clause: Clause,
): Sides => {
  const infer = (known: readonly Party[]): readonly Party[] => inferSide(discourse, lexicon, known, sentence.index, sentence.section)
  if (entry.joint) {
    const all =
      !source.some((p) => isPolitical(p, lexicon)) && (clause.kind === 'verb' || /^nsubj/.test(clause.link))
        ? inferPair(discourse, lexicon, sentence.index)
        : entities(source).length === 1
          ? [...source, ...infer(source)]
          : source
    return { source: all, target: all }
  }
  // Who mediates does so between the two that the passage is about.
  if (MEDIATION.test(entry.cameo) && entities(target).length === 0) {
    const between = inferPair(discourse, lexicon, sentence.index).filter((p) => !entities(source).includes(p.entity ?? ''))
    if (between.length > 0) return { source, target: between }
  }
  if (entities(target).length === 0 && entities(source).length > 1 && TOGETHER.test(entry.cameo)) return { source, target: source }
  return {
    source: entities(source).length > 0 || entities(target).length === 0 ? source : infer(target),
    target: entities(target).length > 0 || entities(source).length === 0 ? target : infer(source),
  }
}

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms. */
const TOGETHER = /^(03|04|057|06|087)/

const MEDIATION = /^(039|045)/

const entities = (side: readonly Party[]): readonly string[] => [...new Set(side.flatMap((p) => p.entity ?? []))]
