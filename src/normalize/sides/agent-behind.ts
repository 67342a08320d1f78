import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { inSlot } from './sides.ts'

/**
 * "were launched towards the platform by Hezbollah", "was signed at the palace by the emir": of a passive that tells no agent, who stands behind "by" though the
 * parser hung him on the place before it. What an act, a text or a thing that somebody made is "by" has an author of its own.
 */
export const agentBehind = (at: Resolved, clause: Clause): readonly Found[] => {
  if (clause.kind !== 'verb' || !clause.passive || inSlot(clause, 'subject').length > 0) return NONE
  const { tree, candidates } = at.reading
  return (
    inSlot(clause, 'by')
      .filter(({ via, head }) => {
        const place = wordAt(tree, head).head
        return (
          via === 'attached' &&
          place > clause.head &&
          PLACED.test(preposition(tree, place)) &&
          !candidates.some((c) => c.clause.head === place)
        )
      })
      .flatMap(({ head }) => partiesAt(at, head, 'doers'))
      // "were butchered in Algeria by men in military dress": whose they are the place doesn't tell.
      .filter(({ party: { entity, role } }) => entity !== null && role !== 'CVL')
  )
}

/** The prepositions of where something is done and where to. */
const PLACED = /^(at|in|near|outside|inside|to|toward|towards|into|onto|from|off|across)$/
