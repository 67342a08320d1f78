import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { Referent } from '../references/discourse.ts'
import type { Place } from './gazetteer.ts'

/** The one state that has a place of that name, else the one of them that the article speaks of, else that of by far the largest. */
export const stateOfPlaces = (places: readonly Place[], lexicon: Lexicon, referents: readonly Referent[]): string | null => {
  const states = [
    ...new Set(places.flatMap(({ country }) => (country !== null && lexicon.entities.get(country)?.kind === 'state' ? [country] : []))),
  ]
  if (states.length <= 1) return states[0] ?? null
  const spoken = referents.findLast((r) => !r.guessed && states.includes(r.entity))
  if (spoken) return spoken.entity
  const largest = places.reduce((a, b) => (b.rank === 'country' || (a.rank !== 'country' && b.people > a.people) ? b : a))
  return largest.known || largest.rank === 'country' || largest.rank === 'capital' || isFarLargest(largest, places) ? largest.country : null
}

/** Lagos, beside which towns of its name in other states are villages. */
const isFarLargest = ({ people, country }: Place, places: readonly Place[]): boolean =>
  people >= CITY && places.every((p) => p.country === country || p.people * TIMES < people)

// Thousands of people.
const CITY = 200
const TIMES = 10
