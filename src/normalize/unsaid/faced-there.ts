import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, wordAt } from '../../extract/clauses/tree.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Scene } from '../judge-candidate.ts'

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
  if (kind !== 'verb' || !/^15[0245]/.test(cameo) || source.every((p) => p.entity === null)) return null
  for (const { first, last, entity, name, kind: how } of pieces) {
    if (first < head || entity === null || source.some((p) => p.entity === entity) || lexicon.entities.get(entity)?.kind !== 'state')
      continue
    const isEdge =
      EDGE.test(tree.words[last + 1]?.text ?? '') ||
      (how === 'name' && /^(of|with)$/.test(preposition(tree, last)) && EDGE.test(tree.words[first - 2]?.text ?? ''))
    if (!isEdge || !ancestors(tree, last).includes(head)) continue
    const [{ start }, { end }] = [wordAt(tree, first), wordAt(tree, last)]
    return [
      {
        start,
        end,
        text: document.article.text.slice(start, end),
        entity,
        role: null,
        code: actorCode(lexicon, entity, null),
        name,
        basis: 'discourse',
      },
    ]
  }
  return null
}

const EDGE = /^(border|borders|frontier|coast|waters|airspace|shores|capital|Strait)$/
