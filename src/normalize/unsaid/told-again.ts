import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, wordAt } from '../../extract/clauses/tree.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Scene } from '../judge-candidate.ts'
import { type Discourse, lastNamed } from '../references/discourse.ts'
import type { Sides } from '../sides/find-sides.ts'

/**
 * "Rebels shelled the Chadian town. … Officials said the attack began at dawn": an act of force that is named again without its sides has those of the last that was
 * told. Null where the words tell a side, the noun isn't definite, or no such act of one on another was told just before.
 */
export const toldAgain = ({ discourse, lexicon, reading }: Scene, clause: Clause, cameo: string, said: Sides): Sides | null => {
  if (clause.kind !== 'noun' || !FORCE.test(cameo) || said.source.length > 0 || said.target.length > 0) return null
  const { tree, sentence } = reading
  if (
    MUTUAL.test(wordAt(tree, clause.head).lemma) ||
    !dependents(tree, clause.head, 'det').some((at) => /^(the|this|that)$/i.test(wordAt(tree, at).text))
  )
    return null
  const root = cameo.slice(0, 2)
  const near = discourse.told.filter((t) => FORCE.test(t.root) && sentence.index - t.sentence <= REACH && isOneSided(t))
  const last = near.findLast((t) => t.root === root) ?? near.at(-1)
  if (last === undefined) return null
  const party = (id: string | undefined): readonly Party[] => {
    const named = id === undefined ? undefined : lastNamed(discourse.referents, id)
    if (named === undefined) return []
    const { start, end, text, entity, role, code, name } = named
    return [{ start, end, text, entity, role, code: code ?? actorCode(lexicon, entity, role), name, basis: 'discourse' }]
  }
  const [source, target] = [party(last.sources[0]), party(last.targets[0])]
  return source.length > 0 && target.length > 0 && last.sources[0] !== last.targets[0] ? { source, target } : null
}

const isOneSided = ({ sources, targets }: Discourse['told'][number]): boolean => sources.length === 1 && targets.length === 1

const FORCE = /^(18|19|20)/
/** What two do to each other, or those who rise do at home. */
const MUTUAL =
  /^(battle|clash|coup|fighting|fight|war|takeover|putsch|conflict|firefight|gunfight|skirmish|intervention|invasion|putsch|operation)$/
const REACH = 3
