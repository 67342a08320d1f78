import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { actorCode } from '../lexicon/resolve-actor.ts'
import { lastNamed } from './discourse.ts'
import type { Sides } from './find-sides.ts'
import type { Scene } from './judge-candidate.ts'

/** The act that a reaction is to, as its object names it ("condemned the killings"): by whom, where that is known, and who suffered it. */
export type Reacted = { readonly doer: Party | null; readonly suffers: readonly Party[] }

/**
 * Whom praise, blame and refusal of an act of force are for: who did it, by the words of the sentence or as it was told before; null where the object names no
 * act of force. `root` is the CAMEO root of the reaction.
 */
export const reactedTo = (scene: Scene, clause: Clause, root: string): Reacted | null => {
  if (!REACTS.test(root)) return null
  const { discourse, lexicon, reading, said } = scene
  for (const { slot, head } of clause.args) {
    if (slot !== 'object' && slot !== 'of') continue
    const act = reading.candidates.find((c) => c.clause.head === head && c.clause.kind === 'noun')?.acts[0]
    const deed = act?.entry.cameo.slice(0, 2) ?? ''
    if (!FORCE.test(deed)) continue
    const sides: Sides | undefined = said().get(head)
    const named = sides?.source.find((p) => p.entity !== null && p.basis !== 'discourse')
    const suffers = sides?.target ?? []
    if (named) return { doer: named, suffers }
    const told = discourse.acts.findLast((a) => isAlike(a.root, deed) && suffers.every((p) => p.entity === null || p.entity === a.target))
    const last =
      told &&
      lastNamed(
        discourse.referents.filter((r) => r.sentence >= 0),
        told.source,
      )
    if (!last) return { doer: null, suffers }
    const { entity, role, name, text, start, end } = last
    return {
      doer: { start, end, text, entity, role, code: last.code ?? actorCode(lexicon, entity, role), name, basis: 'discourse' },
      suffers,
    }
  }
  return null
}

const isAlike = (a: string, b: string): boolean => a === b || (VIOLENT.test(a) && VIOLENT.test(b))

const REACTS = /^(05|11|12)$/
const FORCE = /^(1[5-9]|20)$/
const VIOLENT = /^(18|19|20)$/
