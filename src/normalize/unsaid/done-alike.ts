import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed } from '../references/discourse.ts'
import { partyOf } from './party-of.ts'

/** "Peru recalled its envoy from Chile. Bolivia did the same", "and Bolivia followed suit": to whom the first did it, be it nobody; null of every other act. */
export const doneAlike = ({ reading, said, discourse, lexicon }: Scene, clause: Clause, entry: ActionEntry): readonly Party[] | null => {
  if (clause.kind !== 'verb' || !/^(do|follow)$/.test(clause.lemma) || entry.joint) return null
  // "had done the same to its envoys": to whom is said.
  if (clause.args.some(({ slot }) => /^(to|with|against)$/.test(slot))) return null
  const first = reading.candidates.findLast(({ clause: { head }, acts: [act] }) => head < clause.head && act?.entry === entry)
  if (first) {
    const target = said().get(first.clause.head)?.target ?? []
    return target.length > 0 ? target : null
  }
  const told = discourse.told.findLast((t) => t.root === entry.cameo.slice(0, 2))
  if (told?.sentence !== reading.sentence.index - 1) return null
  return told.targets.flatMap((entity) => {
    const referent = lastNamed(discourse.referents, entity)
    return referent ? [partyOf(referent, lexicon)] : []
  })
}
