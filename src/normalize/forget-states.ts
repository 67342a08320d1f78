import type { Event, Party } from '../document.ts'
import { isUnheard } from '../lexicon/with-states.ts'
import { withOutcomes } from './judge-article.ts'
import type { Extraction, ResolvedSentence } from './read-article.ts'
import { isLater } from './read-later.ts'

/** What an article comes to, its own states told as every actor is whom the lexicon doesn't know: by name and words, without entity and code. */
export const forgetStates = (extraction: Extraction): Extraction => {
  const known = new Map(extraction.events.map((event): [string, Event] => [event.id, plainly(event)]))
  return {
    ...extraction,
    events: [...known.values()],
    readings: extraction.readings.map((reading) => withPlainEvents(reading, known)),
  }
}

const plainly = (event: Event): Event => ({
  ...event,
  source: event.source.map(unknown),
  target: event.target.filter((party) => !isGuess(party, event.source)).map(unknown),
})

/** What an article doesn't say of a state is no reason to think that the state acted on itself; what several did they did with each other. */
const isGuess = ({ entity, basis }: Party, source: readonly Party[]): boolean =>
  source.length === 1 && basis === 'discourse' && isUnheard(entity) && source.some((party) => party.entity === entity)

const unknown = (party: Party): Party => {
  if (!isUnheard(party.entity)) return party
  const { start, end, text, role } = party
  return { start, end, text, entity: null, role, code: null, name: nameOf(party), basis: 'unresolved' }
}

/** "King Oskar" of Zendia: no entity tells whose he is. */
const nameOf = ({ name, entity }: Party): string | null => {
  const state = entity?.slice(1) ?? ''
  return name === null ? state : name.includes(state.slice(0, -2)) ? name : `${name} of ${state}`
}

/** Mentions keep what they are called while the article is read. */
const withPlainEvents = (reading: ResolvedSentence, known: ReadonlyMap<string, Event>): ResolvedSentence =>
  isLater(reading) || reading.outcomes.length === 0
    ? reading
    : withOutcomes(
        reading,
        reading.outcomes.map((outcome) => known.get(outcome.id) ?? outcome),
      )
