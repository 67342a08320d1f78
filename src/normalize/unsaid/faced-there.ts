import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Scene } from '../judge-candidate.ts'
import { partyOfState } from './state-of-place.ts'

/**
 * "massed troops within 50 km of the Ukrainian border", "flew along the coast of Chad": whom forces face by the border, coast or waters near which they are. Null where the act
 * moves none, or no other state's is told in its clause.
 */
export const facedThere = (
  { document, reading, lexicon }: Scene,
  { head, kind }: Clause,
  cameo: string,
  source: readonly Party[],
): readonly Party[] | null => {
  const { tree, pieces } = reading
  const isEdge = (at: number): boolean => isOfClass(lexicon, tree.words[at]?.lemma.toLowerCase() ?? '', 'edge-of-land')
  if (kind !== 'verb' || !/^15[0245]/.test(cameo) || source.every((p) => p.entity === null)) return null
  for (const { first, last, entity, name, kind: how } of pieces) {
    if (first < head || entity === null || source.some((p) => p.entity === entity) || lexicon.entities.get(entity)?.kind !== 'state')
      continue
    const isAtEdge = isEdge(last + 1) || (how === 'name' && /^(of|with)$/.test(preposition(tree, last)) && isEdge(first - 2))
    if (!isAtEdge || !ancestors(tree, last).includes(head)) continue
    const [{ start }, { end }] = [wordAt(tree, first), wordAt(tree, last)]
    return [partyOfState({ document, lexicon }, { id: entity, name }, { start, end })]
  }
  return null
}
