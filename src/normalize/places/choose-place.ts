import type { Place } from './gazetteer.ts'

/** What tells places of one name apart: the states of the event's actors, of the sentence, and of the article with their shares. */
export type Surroundings = {
  readonly actors: ReadonlySet<string>
  readonly sentence: ReadonlySet<string>
  readonly article: ReadonlyMap<string, number>
  /** A state, or state of the USA, that the text sets beside the name: "Tripoli, Lebanon", "Portland, Oregon". */
  readonly stated: ReadonlySet<string>
  /** What the text calls it: "the town of Batken", "Batken region". */
  readonly called: 'town' | 'region' | null
}

const BONUS: Readonly<Record<Place['rank'], number>> = {
  country: 25,
  capital: 4,
  province: 1,
  district: 0,
  town: 0,
  region: 17,
  water: 17,
  site: 17,
}

/**
 * The place that a name stands for. Namesakes less than a twentieth the size of the largest count only where the text sets their state beside them; so do small towns that settlers
 * named after it, where they have less than a third: talks of Americans in Geneva are not in Illinois.
 */
export const choosePlace = (all: readonly Place[], around: Surroundings): Place | null => {
  const fitting = around.called === null ? [] : all.filter((p) => isTown(p) === (around.called === 'town'))
  const places = fitting.length > 0 ? fitting : all
  const stated = places.filter((p) => isIn(p, around.stated))
  const largest = Math.max(...places.map((p) => p.people))
  const weighty = places.filter((p) => p.people >= largest / (isSettlers(p) ? 3 : 20) || !isTown(p))
  let best: { readonly place: Place; readonly score: number } | null = null
  for (const place of stated.length > 0 ? stated : weighty) {
    const score = scoreOf(place, around)
    if (best === null || score > best.score) best = { place, score }
  }
  if (best === null) return null
  return best.place.people < 15 && isTown(best.place) && stated.length === 0 && !best.place.known && evidence(best.place, around) === 0
    ? null
    : best.place
}

const isSettlers = ({ country, people, known }: Place): boolean => people < 150 && !known && /^(USA|CAN|AUS|NZL)$/.test(country ?? '')

const isTown = ({ rank }: Place): boolean => rank === 'capital' || rank === 'province' || rank === 'district' || rank === 'town'

const isIn = ({ country, area }: Place, stated: ReadonlySet<string>): boolean =>
  (country !== null && stated.has(country)) || (area !== null && stated.has(area))

const scoreOf = (place: Place, around: Surroundings): number =>
  BONUS[place.rank] + (place.known ? 3 : 0) + (isTown(place) ? 3 * Math.log10(place.people * 1000 + 1000) : 0) + evidence(place, around)

const evidence = ({ country }: Place, { actors, sentence, article }: Surroundings): number =>
  country === null ? 0 : (sentence.has(country) ? 8 : 0) + (actors.has(country) ? 4 : 0) + 8 * (article.get(country) ?? 0)
