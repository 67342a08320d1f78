import type { ActionEntry } from '../lexicon/lexicon.ts'
import type { Sides } from './find-sides.ts'
import { inferSide } from './infer-side.ts'
import type { Scene } from './judge-candidate.ts'

/** Fills a side that the sentence leaves unsaid from what the passage is about. */
export const completeSides = ({ discourse, reading: { sentence } }: Scene, { source, target }: Sides, entry: ActionEntry): Sides => {
  const infer = (known: Sides['source']) => inferSide(discourse, known, sentence.index, sentence.section)
  if (entry.joint) {
    const all = source.length === 1 ? [...source, ...infer(source)] : source
    return { source: all, target: all }
  }
  const known = (side: Sides['source']): boolean => side.some((p) => p.entity !== null)
  return {
    source: known(source) || !known(target) ? source : [...infer(target)],
    target: known(target) || !known(source) ? target : [...infer(source)],
  }
}
