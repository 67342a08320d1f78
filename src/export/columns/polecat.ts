import { actorCode } from '../actor-code.ts'
import { type Column, column, empty, type Layout, number } from './layout.ts'

const QUADS = ['VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'] as const
const list = (values: readonly string[]): string | null => values.join(';') || null

const party = (side: 'source' | 'target', label: 'Actor' | 'Recipient'): readonly Column[] => {
  const sectors: Column['of'] = (dyad) => {
    const actor = dyad[side]
    return actor ? list(actorCode(actor).roles) : null
  }
  return [
    column(`${label} Name`, `name of the ${side}`, (dyad) => dyad[side]?.name ?? null),
    column(`${label} Country`, 'country of its code', (dyad) => {
      const actor = dyad[side]
      return actor ? actorCode(actor).country : null
    }),
    empty(`${label} COW`),
    column(`Primary ${label} Sector`, 'first role of its code', (dyad) => {
      const actor = dyad[side]
      return actor ? (actorCode(actor).roles[0] ?? null) : null
    }),
    column(`${label} Sectors`, 'all roles of its code, with semicolons between', sectors),
    empty(`${label} Title`),
    column(`${label} Name Raw`, 'words of the text', (dyad) => dyad[side]?.text ?? null),
    empty(`Wikipedia ${label} ID`),
  ]
}

/** POLECAT's weekly files: PLOVER 1.3. */
export const polecat: Layout = {
  name: 'polecat',
  about: "POLECAT's weekly files (PLOVER), their columns in their order. Acts that PLOVER has no type for (CAMEO 01 in part) have no row.",
  unsaid: true,
  takes: ({ event }) => event.action.plover !== null,
  columns: [
    column('Event ID', 'id of the event', ({ event }) => event.id),
    column('Event Date', 'first day of the date', ({ event }) => event.date?.start ?? null),
    column('Event Type', 'PLOVER type', ({ event }) => event.action.plover),
    column('Event Mode', 'PLOVER modes, with semicolons between', ({ event }) => list(event.action.modes)),
    number('Intensity', 'Goldstein value of the CAMEO code', ({ event }) => event.action.goldstein),
    column('Quad Code', 'quad class in words', ({ event }) => QUADS[event.action.quad - 1] ?? null),
    column('Contexts', 'PLOVER contexts, with semicolons between', ({ event }) => list(event.contexts)),
    ...party('source', 'Actor'),
    ...party('target', 'Recipient'),
    column('Placename', 'name of the place', ({ event }) => event.place?.name ?? null),
    column('City', 'name of a place with coordinates', ({ event: { place } }) => (place?.latitude === undefined ? null : place.name)),
    empty('District'),
    empty('Province'),
    column('Country', 'country of the place, ISO 3166 alpha-3', ({ event }) => event.place?.country ?? null),
    number('Latitude', 'degrees north', ({ event }) => event.place?.latitude ?? null),
    number('Longitude', 'degrees east', ({ event }) => event.place?.longitude ?? null),
    empty('GeoNames ID'),
    column('Raw Placename', 'name of the place as the text has it', ({ event, words }) =>
      event.place && event.place.start >= event.sentence.start && event.place.end <= event.sentence.end
        ? words.slice(event.place.start - event.sentence.start, event.place.end - event.sentence.start)
        : (event.place?.name ?? null),
    ),
    empty('Feature Type'),
    column('Source', 'id of the article', ({ article }) => article.id),
    column('Publication Date', 'publication date of the article', ({ article }) => article.published?.slice(0, 10) ?? null),
    empty('Story People'),
    empty('Story Organizations'),
    empty('Story Locations'),
    column('Language', 'English', () => 'English'),
    column('Version', 'version of Annalist', (_, about) => `annalist ${about.version}`),
  ],
}
