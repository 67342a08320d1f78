import { remembered } from '../../lexicon/remembered.ts'
import { firstLine } from '../../lexicon/sorted-lines.ts'
import { places } from './compiled.ts'

export type PlaceRank = 'country' | 'capital' | 'province' | 'district' | 'town' | 'region' | 'water' | 'site'

/** What a name may stand for. `people` are thousands; `area` is the state of the USA that it lies in or is (`USA-TX`). */
export type Place = {
  readonly name: string
  /** ISO 3166 alpha-3, KSV, PSE; null for seas and places that no single state holds. */
  readonly country: string | null
  readonly area: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly people: number
  readonly rank: PlaceRank
  /** Whether our own list has it: it has made news. */
  readonly known: boolean
}

/** All places of a name, by its key. The sorted lines are searched as they stand: nothing is indexed, so nothing has to load. */
export const placesNamed = remembered((key: string): readonly Place[] => {
  const found: Place[] = []
  for (let at = firstLine(places, '~', `${key}|`); places.startsWith(`${key}|`, at); ) {
    const end = places.indexOf('~', at)
    found.push(placeFrom(places.slice(at, end)))
    at = end + 1
  }
  return found
})

/** Every line of the gazetteer, a place once for each of its names: for maps. */
export const allPlaces = (): readonly Place[] => places.slice(0, -1).split('~').map(placeFrom)

const RANKS: Readonly<Record<string, PlaceRank>> = {
  C: 'capital',
  A: 'province',
  B: 'district',
  P: 'town',
  R: 'region',
  W: 'water',
  S: 'site',
}

const placeFrom = (line: string): Place => {
  const [, name = '', area = '', latitude, longitude, people, rank = '', known] = line.split('|')
  return {
    name,
    country: area.slice(0, 3) || null,
    area: area.length > 3 ? area : null,
    latitude: Number(latitude),
    longitude: Number(longitude),
    people: Number(people),
    rank: RANKS[rank] ?? 'town',
    known: known === '+',
  }
}
