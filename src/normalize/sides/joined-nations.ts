import type { Mention } from '../../document.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { type Found, type Resolved, withEntity, withParty } from './found.ts'

/** Whoever is named before a noun: an actor with its name. */
type Nation = { readonly entity: string | null; readonly name: string | null; readonly basis: Mention['basis'] }

/** "US and Chinese officials", "US, British and French forces": of each nationality that is coordinated before the noun. */
export const joinedTo = (
  { reading, lexicon }: Resolved,
  { head }: Mention,
  known: readonly Found[],
  others: readonly Found[],
): readonly Found[] => {
  const [one] = known
  const { tree, mentions } = reading
  const { first } = nounPhrase(tree, head)
  if (!one || first === head) return [...known, ...others]
  const mine = one.party.entity
  const joined = mentions.filter(
    (m) =>
      m.entity !== null &&
      m.head >= first &&
      m.head < head &&
      (hangsBy(tree, m.head, 'conj') || dependents(tree, m.head, 'conj').length > 0),
  )
  const listed = listedBefore(reading, first, head)
  const nations: readonly Nation[] = listed.some((p) => p.entity === mine) ? listed : joined
  if (nations.every((m) => m.entity !== mine)) return [...known, ...others]
  const more = nations.filter((m) => m.entity !== mine).map((m) => withParty(one, withEntity(lexicon, one.party, m, m.name)))
  return [...more, ...known, ...others]
}

/** Three or more that stand in one list before a noun ("US, British and French"), however they were parsed. */
const listedBefore = ({ tree: { words }, pieces }: SentenceReading, first: number, head: number): readonly Nation[] => {
  const inside = pieces.filter((p) => p.entity !== null && /^(name|demonym)$/.test(p.kind) && p.first >= first && p.last < head)
  const isList = inside.every((p, i) => {
    const before = inside[i - 1]
    return before === undefined || words.slice(before.last + 1, p.first).every(({ text }) => /^(,|and|&)$/i.test(text))
  })
  if (inside.length < 3 || !isList) return NONE
  return inside.map(({ entity, name, kind }) => ({ entity, name, basis: kind === 'demonym' ? 'demonym' : 'name' }))
}
