import type { Event, Place, Sentence } from '../../document.ts'
import { isForce } from './kinds-of-acts.ts'

/** Where the article has come to: the place of the last event that its own sentence places. */
export type Whereabouts = {
  readonly place: Place
  readonly sentence: Sentence
  /** Whether what happened there was force, which may go on in the next sentence. */
  readonly force: boolean
  /** Who acted there and on whom. */
  readonly entities: readonly string[]
}

/** Where an article is after a sentence: where the last of its events that is placed there took place, or as before. */
export const whereaboutsAfter = (before: Whereabouts | null, events: readonly Event[], sentence: Sentence): Whereabouts | null => {
  const placed = events.findLast(({ place }) => place !== null && place.start >= sentence.start && place.end <= sentence.end)
  if (!placed?.place) return before
  const entities = [...placed.source, ...placed.target].flatMap((p) => p.entity ?? [])
  return { place: placed.place, sentence, force: isForce(placed.action.root), entities }
}
