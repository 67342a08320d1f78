import type { Event } from '../../document.ts'
import { STATES, type State } from '../../verdicts/fold-verdicts.ts'
import { eventTable, type Listed } from '../html/event-row.ts'
import { activeFilters, facetPanel, facetValues, hiddenFilter, searchForm } from '../html/facets.ts'
import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, many } from '../html/words.ts'
import { stretchesOf } from '../html/year-bars.ts'
import type { Choice } from '../index/choose.ts'
import { FACETS, type Filter, readFilter, writeFilter } from '../index/filter.ts'
import { SORTS, type Sort, sliceOrder } from '../index/order.ts'
import { SearchError } from '../index/search-index.ts'
import { type Ask, PageError, page } from '../page.ts'

const LIMIT = 50
const SORT_NAMES: Readonly<Record<Sort, string>> = { text: 'article', date: 'date', confidence: 'confidence', code: 'act' }

type Data = {
  readonly filter: Filter
  readonly choice: Choice
  readonly sort: Sort
  readonly down: boolean
  readonly listed: readonly Listed[]
  readonly before: string | null
  readonly after: string | null
}

/** The choice of a page's filter. @throws PageError where the words can't be searched for */
export const chooseFor = ({ desk }: Ask, filter: Filter): Choice => {
  try {
    return desk.choose(filter)
  } catch (error) {
    if (error instanceof SearchError) throw new PageError(400, error.message, 'change the words in the search field, or take them out')
    throw error
  }
}

/** The rows as they are listed; those that a rebuild has just taken away are left out. */
export const listRows = ({ desk }: Ask, rows: readonly number[]): readonly Listed[] => {
  const { codes } = desk.standing()
  return rows.flatMap((row) => {
    const found = desk.eventAt(row)
    return found === null ? [] : [{ ...found, state: STATES[codes[row] as number] as State }]
  })
}

const readSort = (params: URLSearchParams): { readonly sort: Sort; readonly down: boolean } => {
  const wanted = params.get('sort') ?? 'text'
  const sort = SORTS.find((s) => s === wanted.replace(/^-/, '')) ?? 'text'
  return { sort, down: wanted.startsWith('-') }
}

/** All events, filtered, sorted and searched, a page at a time. */
export const eventsPage = page<Data>({
  path: '/events',
  load: (ask) => {
    const { desk, params } = ask
    const filter = readFilter(params)
    const choice = chooseFor(ask, filter)
    const { sort, down } = readSort(params)
    const order = desk.snapshot().orders[sort]
    const back = params.has('before')
    const at = desk.rowOfEvent(params.get('after') ?? params.get('before') ?? '')
    const slice = sliceOrder(order, choice.chosen, {
      cursor: at === null ? null : { value: order.value(at), row: at },
      back,
      down,
      limit: LIMIT,
    })
    const listed = listRows(ask, slice.rows)
    return {
      filter,
      choice,
      sort,
      down,
      listed,
      before: slice.before ? (listed[0]?.event.id ?? null) : null,
      after: slice.after ? (listed.at(-1)?.event.id ?? null) : null,
    }
  },
  view: ({ filter, choice, sort, down, listed, before, after }, { desk }) => {
    const { codebook } = desk.ports
    const query = writeFilter(filter)
    const sorted = `${down ? '-' : ''}${sort}`
    const shown = { sort: sorted === 'text' ? null : sorted }
    return {
      title: 'Events',
      main: html`<div class="browse">
<div class="list">
<a class="to-filter" href="#filter">Filter</a>
<h1>${choice.total === desk.snapshot().columns.size ? 'All events' : 'Events'} <span class="total">${count(choice.total)}</span></h1>
${searchForm('/', filter)}
${activeFilters('/', filter, codebook)}
<div class="tools">
<form action="/">${hiddenFilter(filter)}<label>Sort by <select name="sort">${SORTS.flatMap((s) =>
        [s, `-${s}`].map(
          (value) =>
            html`<option value="${value}"${value === sorted && html` selected`}>${SORT_NAMES[s]}${value.startsWith('-') ? ', descending' : ''}</option>`,
        ),
      )}</select></label> <button>Sort</button></form>
<p class="downloads">Download <a href="${link('/events.csv', {}, query)}">CSV</a> <a href="${link('/events.ndjson', {}, query)}">NDJSON</a> · <a href="${link('/judge', {}, query)}">Judge these</a></p>
</div>
${
  listed.length > 0
    ? eventTable(listed, codebook, query)
    : desk.snapshot().columns.size === 0
      ? html`<div class="empty"><h2>The database holds no events yet</h2><p>Run <code>annalist run news/ --db ${desk.path}</code> and reload this page.</p></div>`
      : html`<div class="empty"><h2>No event fits all of this</h2><p>Take out one of the choices above, or <a href="/">start from all events</a>.</p></div>`
}
<nav class="pages" aria-label="Pages">
${before ? html`<a rel="prev" href="${link('/', { ...shown, before }, query)}">← Earlier</a>` : html`<span></span>`}
<span>${many(listed.length, 'event')} shown</span>
${after ? html`<a rel="next" href="${link('/', { ...shown, after }, query)}">Further →</a>` : html`<span></span>`}
</nav>
</div>
${facetPanel('/', choice, filter, codebook)}</div>`,
    }
  },
  json: ({ filter, choice, sort, down, listed, before, after }) => ({
    filter,
    sort: `${down ? '-' : ''}${sort}`,
    total: choice.total,
    dates: stretchesOf(choice),
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, facetValues(choice, filter, facet, 50).map(({ value, count: n }) => ({ value, count: n }))]),
    ),
    before,
    after,
    events: listed.map(withVerdict),
  }),
})

/** An event of a list in JSON: the record as NDJSON has it, and the reviewers' state of it. */
export const withVerdict = ({ event, state }: Listed): Event & { readonly verdict: State } => ({ ...event, verdict: state })
