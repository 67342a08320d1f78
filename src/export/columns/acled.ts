import type { Party } from '../../document.ts'
import { actorCode } from '../actor-code.ts'
import { type Column, column, empty, integer, type Layout, number, yearOf } from './layout.ts'

type Kind = readonly [disorder: string, type: string, sub: string]

const POLITICAL = 'Political violence'
const DEMONSTRATIONS = 'Demonstrations'
const STRATEGIC = 'Strategic developments'

/** CAMEO codes as ACLED's types of events, the most specific first. */
const KINDS: readonly (readonly [prefix: string, kind: Kind])[] = [
  ['145', [DEMONSTRATIONS, 'Riots', 'Violent demonstration']],
  ['14', [DEMONSTRATIONS, 'Protests', 'Peaceful protest']],
  ['173', [STRATEGIC, STRATEGIC, 'Arrests']],
  ['175', [POLITICAL, 'Violence against civilians', 'Attack']],
  ['171', [STRATEGIC, STRATEGIC, 'Looting/property destruction']],
  ['181', [POLITICAL, 'Violence against civilians', 'Abduction/forced disappearance']],
  ['1821', [POLITICAL, 'Violence against civilians', 'Sexual violence']],
  ['1831', [POLITICAL, 'Explosions/Remote violence', 'Suicide bomb']],
  ['183', [POLITICAL, 'Explosions/Remote violence', 'Remote explosive/landmine/IED']],
  ['18', [POLITICAL, 'Violence against civilians', 'Attack']],
  ['192', [POLITICAL, 'Battles', 'Non-state actor overtakes territory']],
  ['194', [POLITICAL, 'Explosions/Remote violence', 'Shelling/artillery/missile attack']],
  ['195', [POLITICAL, 'Explosions/Remote violence', 'Air/drone strike']],
  ['19', [POLITICAL, 'Battles', 'Armed clash']],
  ['2042', [POLITICAL, 'Explosions/Remote violence', 'Chemical weapon']],
  ['20', [POLITICAL, 'Violence against civilians', 'Attack']],
  ['057', [STRATEGIC, STRATEGIC, 'Agreement']],
  ['0871', [STRATEGIC, STRATEGIC, 'Agreement']],
  ['0874', [STRATEGIC, STRATEGIC, 'Non-violent transfer of territory']],
]

const kindOf = (cameo: string): Kind | null => KINDS.find(([prefix]) => cameo.startsWith(prefix))?.[1] ?? null

const INTER: readonly (readonly [roles: readonly string[], name: string])[] = [
  [['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'], 'State forces'],
  [['REB', 'INS', 'SEP', 'IMG'], 'Rebel group'],
  [['UAF', 'CRM', 'RAD', 'PTY'], 'Political militia'],
  [['CVL', 'MED', 'EDU', 'BUS', 'LAB', 'REF', 'HLH', 'REL', 'AGR', 'SET'], 'Civilians'],
  [['IGO', 'NGO', 'INT', 'MNC', 'NGM'], 'External/Other forces'],
]

const interOf = (party: Party | null, protest: boolean): string | null => {
  if (party === null) return null
  const { roles } = actorCode(party)
  if (protest && roles.some((role) => role === 'CVL' || role === 'OPP' || role === 'LAB' || role === 'EDU')) return 'Protesters'
  return INTER.find(([group]) => roles.some((role) => group.includes(role)))?.[1] ?? null
}

const PRECISION: Readonly<Record<string, number>> = { time: 1, day: 1, week: 2 }

const actor = (number: 1 | 2): readonly Column[] => {
  const side = number === 1 ? 'source' : 'target'
  return [
    column(`actor${number}`, `name of the ${side}, or the words of the text`, (dyad) => dyad[side]?.name ?? dyad[side]?.text ?? null),
    empty(`assoc_actor_${number}`),
    column(
      `inter${number}`,
      'kind of actor, from its role: `State forces`, `Rebel group`, `Political militia`, `Protesters`, `Civilians`, `External/Other forces`',
      (dyad) => interOf(dyad[side], dyad.event.action.root === '14'),
    ),
  ]
}

/** ACLED's table: 31 columns. */
export const acled: Layout = {
  name: 'acled',
  about:
    "ACLED's table, its 31 columns in their order. It has rows for what ACLED records: acts of CAMEO 057, 0871, 0874, 14, 171, 173, 175, 18, 19 and 20 that have happened (`asserted` or `reported`, not negated). ACLED codes events, not texts: several rows here may tell one event of ACLED's.",
  unsaid: true,
  takes: ({ event: { action } }) =>
    kindOf(action.cameo) !== null && !action.negated && (action.status === 'asserted' || action.status === 'reported'),
  columns: [
    column('event_id_cnty', 'id of the event', ({ event }) => event.id),
    column('event_date', 'first day of the date', ({ event }) => event.date?.start ?? null),
    integer('year', 'year of it', ({ event }) => yearOf(event.date?.start)),
    integer('time_precision', '1 day, 2 week, 3 month or longer', ({ event }) =>
      event.date ? (PRECISION[event.date.precision] ?? 3) : null,
    ),
    column('disorder_type', 'of the CAMEO code', ({ event }) => kindOf(event.action.cameo)?.[0] ?? null),
    column('event_type', 'of the CAMEO code', ({ event }) => kindOf(event.action.cameo)?.[1] ?? null),
    column('sub_event_type', 'of the CAMEO code', ({ event }) => kindOf(event.action.cameo)?.[2] ?? null),
    ...actor(1),
    ...actor(2),
    column('interaction', '`inter1` and `inter2` with a hyphen between', (dyad) => {
      const protest = dyad.event.action.root === '14'
      return [interOf(dyad.source, protest), interOf(dyad.target, protest)].filter((inter) => inter !== null).join('-') || null
    }),
    column('civilian_targeting', '`Civilian targeting` where the target is civilian and the act violent', (dyad) =>
      dyad.event.action.quad === 4 && interOf(dyad.target, false) === 'Civilians' ? 'Civilian targeting' : null,
    ),
    empty('iso'),
    empty('region'),
    column('country', 'name of the country of the place', ({ event }, about) => {
      const country = event.place?.country ?? null
      return country === null ? null : (about.nameOfEntity(country) ?? country)
    }),
    empty('admin1'),
    empty('admin2'),
    empty('admin3'),
    column('location', 'name of the place', ({ event }) => event.place?.name ?? null),
    number('latitude', 'degrees north', ({ event }) => event.place?.latitude ?? null),
    number('longitude', 'degrees east', ({ event }) => event.place?.longitude ?? null),
    integer('geo_precision', '1 with coordinates, 3 with a country alone', ({ event: { place } }) =>
      place === null ? null : place.latitude === undefined ? 3 : 1,
    ),
    column('source', 'id of the article', ({ article }) => article.id),
    empty('source_scale'),
    column('notes', 'words of the sentence', ({ words }) => words.trim()),
    integer('fatalities', 'least number of dead that the clause gives', ({ event }) => event.magnitude.dead?.min ?? null),
    column('tags', 'size of a crowd, where the clause gives it: `crowd size=at least 500`', ({ event: { magnitude, action } }) =>
      action.root === '14' && magnitude.size ? `crowd size=at least ${magnitude.size.min}` : null,
    ),
    empty('timestamp'),
  ],
}
