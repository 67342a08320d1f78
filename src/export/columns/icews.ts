import { actorCode, nameOfRole } from '../actor-code.ts'
import { type Column, column, empty, integer, type Layout, number } from './layout.ts'

const party = (side: 'source' | 'target', label: 'Source' | 'Target'): readonly Column[] => [
  column(`${label} Name`, `name of the ${side}, or the words of the text`, (dyad) => dyad[side]?.name ?? dyad[side]?.text ?? null),
  column(`${label} Sectors`, 'names of its roles, with commas between', (dyad) => {
    const actor = dyad[side]
    return actor ? actorCode(actor).roles.map(nameOfRole).join(',') || null : null
  }),
  column(`${label} Country`, 'name of its country', (dyad, about) => {
    const actor = dyad[side]
    const { country } = actor ? actorCode(actor) : { country: null }
    return country === null ? null : (about.nameOfEntity(country) ?? country)
  }),
]

/** The event files of ICEWS on Dataverse: 20 columns. */
export const icews: Layout = {
  name: 'icews',
  about: 'The event files of ICEWS (Harvard Dataverse), their 20 columns in their order.',
  unsaid: false,
  columns: [
    column('Event ID', 'id of the event', ({ event }) => event.id),
    column('Event Date', 'first day of the date', ({ event }) => event.date?.start ?? null),
    ...party('source', 'Source'),
    column('Event Text', 'name of the CAMEO code', ({ event }, about) => about.nameOf(event.action.cameo)),
    column('CAMEO Code', 'CAMEO event code', ({ event }) => event.action.cameo),
    number('Intensity', 'Goldstein value', ({ event }) => event.action.goldstein),
    ...party('target', 'Target'),
    column('Story ID', 'id of the article', ({ article }) => article.id),
    integer('Sentence Number', 'number of the sentence, from 1', ({ event }) => event.sentence.index + 1),
    empty('Publisher'),
    column('City', 'name of a place with coordinates', ({ event: { place } }) => (place?.latitude === undefined ? null : place.name)),
    empty('District'),
    empty('Province'),
    column('Country', 'name of the country of the place', ({ event }, about) => {
      const country = event.place?.country ?? null
      return country === null ? null : (about.nameOfEntity(country) ?? country)
    }),
    number('Latitude', 'degrees north', ({ event }) => event.place?.latitude ?? null),
    number('Longitude', 'degrees east', ({ event }) => event.place?.longitude ?? null),
  ],
}
