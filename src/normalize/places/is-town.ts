import { NEVER, unshouted } from './find-place-names.ts'
import { placesNamed } from './gazetteer.ts'
import { placeKey } from './place-key.ts'

/** Whether a name is that of a town from which reports are sent: a capital, of a province too, or a large one. "Jordan", "Clinton" are villages. */
export const isTown = (name: string): boolean =>
  !NEVER.test(name) &&
  placesNamed(placeKey(unshouted(name))).some(
    ({ rank, people }) => rank === 'capital' || rank === 'province' || (people >= LARGE && (rank === 'town' || rank === 'district')),
  )

// Thousands of people.
const LARGE = 50
