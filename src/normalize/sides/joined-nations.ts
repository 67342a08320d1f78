import type { Mention } from '../../document.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy } from '../../extract/clauses/tree.ts'
import { type Found, type Resolved, withEntity, withParty } from './found.ts'

/** "US and Chinese officials": of each nationality that is coordinated before the noun. */
export const joinedTo = (
  { reading: { tree, mentions }, lexicon }: Resolved,
  { head }: Mention,
  known: readonly Found[],
  others: readonly Found[],
): readonly Found[] => {
  const [one] = known
  const { first } = nounPhrase(tree, head)
  if (!one || first === head) return [...known, ...others]
  const nations = mentions.filter(
    (m) =>
      m.entity !== null &&
      m.head >= first &&
      m.head < head &&
      (hangsBy(tree, m.head, 'conj') || dependents(tree, m.head, 'conj').length > 0),
  )
  if (nations.every((m) => m.entity !== one.party.entity)) return [...known, ...others]
  const more = nations.filter((m) => m.entity !== one.party.entity).map((m) => withParty(one, withEntity(lexicon, one.party, m, m.name)))
  return [...more, ...known, ...others]
}
