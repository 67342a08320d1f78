import { isoDate, monthLength, readIsoDate } from '../../normalize/dates/days.ts'

/** The facets that events are counted and chosen by. */
export const FACETS = ['source', 'target', 'root', 'quad', 'country', 'status', 'rule', 'confidence', 'verdict', 'article'] as const
export type Facet = (typeof FACETS)[number]

/** What is looked at: within a facet any of the values, over the facets all of them. `actor` stands on either side. */
export type Filter = Readonly<Record<Facet, readonly string[]>> & {
  readonly actor: readonly string[]
  /** First and last day, ISO dates; an event counts when it touches the stretch. */
  readonly from: string | null
  readonly to: string | null
  /** Words to find in sentences and titles. */
  readonly q: string
}

export const NO_FILTER: Filter = {
  source: [],
  target: [],
  root: [],
  quad: [],
  country: [],
  status: [],
  rule: [],
  confidence: [],
  verdict: [],
  article: [],
  actor: [],
  from: null,
  to: null,
  q: '',
}

const LIMIT = 50

/** Reads the filter off the address: `root=19&root=18&from=2022-02&q=…`. What isn't a filter is left out; a date that is none is, too. */
export const readFilter = (params: URLSearchParams): Filter => {
  const list = (name: string): readonly string[] => [...new Set(params.getAll(name).filter((value) => value !== ''))].slice(0, LIMIT)
  return {
    ...(Object.fromEntries(FACETS.map((facet) => [facet, list(facet)])) as Record<Facet, readonly string[]>),
    actor: list('actor'),
    from: edge(params.get('from'), 'first'),
    to: edge(params.get('to'), 'last'),
    q: (params.get('q') ?? '').trim().slice(0, 200),
  }
}

/** A date of the address that is none, or null: the desk tells it, where a filter that left it out would show events of all times. */
export const wrongDate = (params: URLSearchParams): string | null =>
  ['from', 'to'].map((name) => params.get(name)?.trim() ?? '').find((text) => text !== '' && edge(text, 'first') === null) ?? null

/** The filter as the part of an address that `readFilter` reads, in a fixed order; '' when it lets everything through. */
export const writeFilter = (filter: Filter): string => {
  const params = new URLSearchParams()
  if (filter.q !== '') params.set('q', filter.q)
  if (filter.from !== null) params.set('from', filter.from)
  if (filter.to !== null) params.set('to', filter.to)
  for (const facet of [...FACETS, 'actor'] as const) for (const value of [...filter[facet]].sort()) params.append(facet, value)
  return params.toString()
}

/** A filter with a value of a facet put in or taken out. */
export const toggled = (filter: Filter, facet: Facet | 'actor', value: string): Filter => ({
  ...filter,
  [facet]: filter[facet].includes(value) ? filter[facet].filter((v) => v !== value) : [...filter[facet], value],
})

/** A year, a month or a day as its first or last day; null where it is none. */
const edge = (text: string | null, which: 'first' | 'last'): string | null => {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text?.trim() ?? '')
  if (match === null) return null
  const [, year = '', month = which === 'first' ? '01' : '12', day] = match
  const end = which === 'first' ? '01' : String(monthLength(Number(year), Number(month)))
  return valid(`${year}-${month}-${day ?? end}`)
}

/** The calendar's own word for it: a month 13 would come out as another date. */
const valid = (date: string): string | null => (isoDate(readIsoDate(date) ?? 0) === date ? date : null)

/** A year as dates begin with it: 1997, 0476, -0043 of 44 BC. */
export const yearText = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
