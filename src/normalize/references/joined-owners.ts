import type { Mention } from '../../document.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'

/** "Officials from Chad and Mali", "Kenya and Tanzania's presidents": the others whose people a phrase tells of, beside the one that it was read as; none for most. */
export const joinedOwners = ({ tree, mentions }: SentenceReading, { kind, plural, entity, head }: Mention): readonly Mention[] => {
  if (!plural || entity === null || !/^(people|person|body)$/.test(kind)) return NOBODY
  const owners = [
    ...dependents(tree, head, 'nmod').filter((at) => at > head && WHOSE.test(preposition(tree, at))),
    ...dependents(tree, head, 'nmod:poss'),
  ]
  for (const owner of owners) {
    const all = conjuncts(tree, owner)
    if (all.length < 2) continue
    const named = mentions.filter((m) => m.kind === 'name' && m.entity !== null && all.includes(m.head))
    if (named.some((m) => m.entity === entity)) return named.filter((m) => m.entity !== entity)
  }
  return NOBODY
}

const WHOSE = /^(of|from)$/

const NOBODY: readonly Mention[] = []
