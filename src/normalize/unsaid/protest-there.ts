import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { isForeign } from '../references/is-foreign.ts'
import { withEntity } from '../sides/found.ts'
import { isInside, stateOfPlace } from './state-of-place.ts'

/** Who riots and marches where the sentence tells only where: people of the place ("thousands rioted in Lagos"). Null where it tells none, or they are from elsewhere. */
export const protestThere = (scene: Scene, clause: Clause, cameo: string, open: readonly Party[]): readonly Party[] | null => {
  if (!/^14/.test(cameo) || open.some((p) => isForeign(p.text) || isVisiting(scene, p))) return null
  // "Police broke up a rally in Kisumu": a noun in a sentence that nothing stands before tells of nobody.
  const { index } = scene.reading.sentence
  if (clause.kind === 'noun' && scene.discourse.referents.every((r) => r.sentence === index)) return null
  const state = stateOfPlace(scene, clause, '14', [])
  if (!state || !isInside(scene, state.start) || isBehindGrievance(scene, clause, state.start)) return null
  const people = open.filter((p) => p.role !== null)
  return people.length > 0 ? people.map((p) => withEntity(scene.lexicon, p, state)) : [state]
}

/** "Tourists protested in Bali": who is there on a visit. */
const isVisiting = ({ lexicon, reading: { tree } }: Scene, { start, end }: Party): boolean =>
  tree.words.some((w) => w.start >= start && w.end <= end && isOf(lexicon, tree, w.index, 'visitor'))

/** "protested against the war in Gaza", "rallied in support of strikers in Iran": where that is of which the crowd complains or which it backs. */
const isBehindGrievance = ({ lexicon, reading: { tree }, time }: Scene, { head, lemma, args }: Clause, start: number): boolean => {
  const isTime = (at: number): boolean =>
    at >= 0 && time.timexes.some((t) => t.start <= wordAt(tree, at).start && wordAt(tree, at).end <= t.end)
  const isBetween = (at: number): boolean => at > head && wordAt(tree, at).start < start
  return (
    tree.words.some(
      (w) => isBetween(w.index) && (ABOUT.test(w.lemma) || isOf(lexicon, tree, w.index, 'taking-sides')) && !isTime(w.head),
    ) ||
    (lemma === 'protest' && args.some((a) => (a.slot === 'object' || a.slot === 'at') && isBetween(a.head)))
  )
}

const ABOUT = /^(against|over|for|about)$/i
