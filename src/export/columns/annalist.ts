import type { Party } from '../../document.ts'
import { type Column, column, integer, type Layout, number } from './layout.ts'

const partyColumns = (side: 'source' | 'target'): readonly Column[] => {
  const of = (read: (party: Party) => string | null): Column['of'] => {
    return (dyad) => {
      const party = dyad[side]
      return party && read(party)
    }
  }
  return [
    column(
      side,
      `CAMEO actor code of the ${side}; empty for an actor that the lexicon doesn't know`,
      of((p) => p.code),
    ),
    column(
      `${side}_entity`,
      'its country or organisation alone',
      of((p) => p.entity),
    ),
    column(
      `${side}_role`,
      'its CAMEO role',
      of((p) => p.role),
    ),
    column(
      `${side}_name`,
      'its name, or the words of the text where it has none',
      of((p) => p.name ?? p.text),
    ),
  ]
}

/** The columns of the view `dyads`. */
export const annalist: Layout = {
  name: 'annalist',
  about: 'The columns of the view `dyads`: everything that a flat table can hold.',
  unsaid: false,
  columns: [
    column('event', 'id of the event', ({ event }) => event.id),
    column('date', 'TIMEX3 value', ({ event }) => event.date?.value ?? null),
    column('date_start', 'first day that the date covers', ({ event }) => event.date?.start ?? null),
    column('date_end', 'last day that the date covers', ({ event }) => event.date?.end ?? null),
    ...partyColumns('source'),
    ...partyColumns('target'),
    column('code', 'CAMEO event code', ({ event }) => event.action.cameo),
    column('root', 'CAMEO root', ({ event }) => event.action.root),
    column('plover', 'PLOVER event type', ({ event }) => event.action.plover),
    integer(
      'quad',
      'quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict',
      ({ event }) => event.action.quad,
    ),
    number('goldstein', 'Goldstein value, −10 to 10', ({ event }) => event.action.goldstein),
    column('status', '`asserted`, `reported`, `future` or `hypothetical`', ({ event }) => event.action.status),
    integer('negated', '1 for an act that did not happen', ({ event }) => (event.action.negated ? 1 : 0)),
    column('place', 'name of the place', ({ event }) => event.place?.name ?? null),
    column('country', 'its country, ISO 3166 alpha-3', ({ event }) => event.place?.country ?? null),
    number('latitude', 'degrees north', ({ event }) => event.place?.latitude ?? null),
    number('longitude', 'degrees east', ({ event }) => event.place?.longitude ?? null),
    number('confidence', '0 to 1', ({ event }) => event.confidence),
    column('article', 'id of the article', ({ article }) => article.id),
    column('published', 'its publication date', ({ article }) => article.published),
    column('url', 'its address', ({ article }) => article.url),
    integer('sentence', 'number of the sentence in the article, from 0', ({ event }) => event.sentence.index),
    column('text', 'words of the sentence', ({ words }) => words),
  ],
}
