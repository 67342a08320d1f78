import { actorCode } from '../actor-code.ts'
import { type Column, column, compactDay, empty, integer, type Layout, number, yearOf } from './layout.ts'

const actor = (number: 1 | 2): readonly Column[] => {
  const side = number === 1 ? 'source' : 'target'
  const prefix = `Actor${number}`
  const part = (read: (code: ReturnType<typeof actorCode>) => string | null | undefined): Column['of'] => {
    return (dyad) => {
      const party = dyad[side]
      return party ? (read(actorCode(party)) ?? null) : null
    }
  }
  return [
    column(`${prefix}Code`, `CAMEO code of the ${side}`, (dyad) => dyad[side]?.code ?? null),
    column(
      `${prefix}Name`,
      'its name in capitals, or the words of the text',
      (dyad) => (dyad[side]?.name ?? dyad[side]?.text)?.toUpperCase() ?? null,
    ),
    column(
      `${prefix}CountryCode`,
      'country of its code',
      part((code) => code.country),
    ),
    column(
      `${prefix}KnownGroupCode`,
      'what of its code names an organisation or group',
      part((code) => code.group),
    ),
    empty(`${prefix}EthnicCode`),
    empty(`${prefix}Religion1Code`),
    empty(`${prefix}Religion2Code`),
    ...([0, 1, 2] as const).map((at) =>
      column(
        `${prefix}Type${at + 1}Code`,
        `role ${at + 1} of its code`,
        part((code) => code.roles[at]),
      ),
    ),
  ]
}

const noGeo = (prefix: string): readonly Column[] =>
  ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map((name) => empty(`${prefix}Geo_${name}`))

/** GDELT 2.0's event table: 61 columns in its order. */
export const gdelt: Layout = {
  name: 'gdelt',
  about:
    "GDELT 2.0's event table, its 61 columns in their order, with a header line and commas where GDELT has none and tabs. Numbers of mentions are 1: an event is one mention here.",
  unsaid: true,
  columns: [
    column('GLOBALEVENTID', 'id of the event: a hash, where GDELT counts', ({ event }) => event.id),
    column('SQLDATE', 'first day of the date: `20220224`', ({ event }) => compactDay(event.date?.start)),
    column('MonthYear', 'year and month of it', ({ event }) => compactDay(event.date?.start)?.replace(/\d\d$/, '') ?? null),
    integer('Year', 'year of it', ({ event }) => yearOf(event.date?.start)),
    number('FractionDate', 'year and the part of it that is past, (month × 30 + day) / 365', ({ event }) => {
      const day = event.date?.start
      const [, year = '', month = '', date = ''] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day ?? '') ?? []
      if (year === '') return null
      const past = Math.floor(Math.min(0.9999, (Number(month) * 30 + Number(date)) / 365) * 10_000)
      // Before Christ what is past of a year counts towards the next.
      return Number(year) < 0 ? (Number(year) + past / 10_000).toFixed(4) : `${Number(year)}.${String(past).padStart(4, '0')}`
    }),
    ...actor(1),
    ...actor(2),
    integer('IsRootEvent', "1 in the article's first sentence, else 0", ({ event }) => (event.sentence.index === 0 ? 1 : 0)),
    column('EventCode', 'CAMEO event code', ({ event }) => event.action.cameo),
    column('EventBaseCode', 'its first three digits', ({ event }) => event.action.cameo.slice(0, 3)),
    column('EventRootCode', 'its first two', ({ event }) => event.action.root),
    integer('QuadClass', 'quad class', ({ event }) => event.action.quad),
    number('GoldsteinScale', 'Goldstein value', ({ event }) => event.action.goldstein),
    integer('NumMentions', '1', () => 1),
    integer('NumSources', '1', () => 1),
    integer('NumArticles', '1', () => 1),
    empty('AvgTone'),
    ...noGeo('Actor1'),
    ...noGeo('Actor2'),
    integer('ActionGeo_Type', '4 for a place with coordinates, 1 for one with a country alone', ({ event: { place } }) =>
      place?.latitude !== undefined ? 4 : place?.country ? 1 : null,
    ),
    column('ActionGeo_FullName', 'name of the place', ({ event }) => event.place?.name ?? null),
    column(
      'ActionGeo_CountryCode',
      'its country as ISO 3166 alpha-3, where GDELT has FIPS 10-4',
      ({ event }) => event.place?.country ?? null,
    ),
    empty('ActionGeo_ADM1Code'),
    empty('ActionGeo_ADM2Code'),
    number('ActionGeo_Lat', 'degrees north', ({ event }) => event.place?.latitude ?? null),
    number('ActionGeo_Long', 'degrees east', ({ event }) => event.place?.longitude ?? null),
    empty('ActionGeo_FeatureID'),
    column('DATEADDED', 'publication date of the article, `20220225`: no clock is in an export', ({ article }) =>
      compactDay(article.published),
    ),
    column('SOURCEURL', 'address of the article, or its id', ({ article }) => article.url ?? article.id),
  ],
}
