import type { Charts } from '../charts/map.ts'
import { activeFilters, facetPanel, facetValues, searchForm } from '../html/facets.ts'
import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count } from '../html/words.ts'
import type { Choice } from '../index/choose.ts'
import { NONE } from '../index/columns.ts'
import { type Filter, readFilter, toggled, writeFilter } from '../index/filter.ts'
import { page } from '../page.ts'
import { chooseFor } from './events.ts'

type Data = {
  readonly filter: Filter
  readonly choice: Choice
  readonly countries: readonly { readonly name: string; readonly count: number }[]
  readonly unplaced: number
  readonly charts: Charts
}

/** Where the chosen events took place, by country. */
export const mapPage = page<Data>({
  path: '/map',
  load: async (ask) => {
    const filter = readFilter(ask.params)
    const choice = chooseFor(ask, filter)
    const values = facetValues(choice, filter, 'country', 400)
    return {
      filter,
      choice,
      countries: values.filter((v) => v.value !== NONE && v.count > 0).map((v) => ({ name: v.value, count: v.count })),
      unplaced: values.find((v) => v.value === NONE)?.count ?? 0,
      // Loaded when it is first drawn: the gazetteer is large.
      charts: await import('../charts/map.ts'),
    }
  },
  view: ({ filter, choice, countries, unplaced, charts: { mapChart, middleOf } }, { desk }) => {
    const hrefOf = (country: string) => link('/map', {}, writeFilter(toggled(filter, 'country', country)))
    return {
      title: 'Map',
      main: html`<div class="browse">
<div class="list">
<a class="to-filter" href="#filter">Filter</a>
<h1>Map <span class="total">${count(choice.total)}</span></h1>
${searchForm('/map', filter)}
${activeFilters('/map', filter, desk.ports.codebook)}
${
  countries.length === 0
    ? html`<div class="empty"><h2>None of these events has a place with a country</h2><p>${writeFilter(filter) === '' ? 'No place was found in any article of this database.' : html`Take out one of the choices above, or <a href="/map">start from all events</a>.`}</p></div>`
    : html`${mapChart(countries, hrefOf)}
<p class="hint">${count(unplaced)} events have no place. A disc chooses its country. <a href="${link('/', {}, writeFilter(filter))}">List these events</a></p>
<table class="numbers narrow"><caption class="sr">Events by country</caption><thead><tr><th scope="col">Country</th><th scope="col" class="num">Events</th></tr></thead><tbody>${countries.map(
        (c) =>
          html`<tr><td><a href="${hrefOf(c.name)}">${desk.ports.nameOfEntity(c.name) ?? c.name} <span class="soft">${c.name}</span></a>${middleOf(c.name) === null && html` <span class="soft">not on the map</span>`}</td><td class="num">${count(c.count)}</td></tr>`,
      )}</tbody></table>`
}
</div>
${facetPanel('/map', choice, filter, desk.ports.codebook)}</div>`,
    }
  },
  json: ({ filter, choice, countries, unplaced }) => ({ filter, total: choice.total, countries, unplaced }),
})
