import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'

/** "contribute troops to peacekeeping operations in Mali and Chad": a mission that only its countries name is meant for them, each quoted by its own words. */
export const missionPlaces = (at: Resolved, found: readonly Found[]): readonly Found[] => {
  const { tree } = at.reading
  return found.flatMap((f) => {
    const { head } = f.mention
    if (f.party.entity === null || !isOfClass(at.lexicon, wordAt(tree, head).lemma, 'mission')) return [f]
    const places = dependents(tree, head, 'nmod')
      .filter((below) => preposition(tree, below) === 'in')
      .flatMap((below) => conjuncts(tree, below))
      .flatMap((below) => partiesAt(at, below))
      .filter((p) => p.kind === 'name' && p.party.entity !== null && p.party.role === null)
    return places.some((p) => p.party.entity === f.party.entity) ? places : [f]
  })
}
