import { countPairs, type Pairs } from '../charts/count-pairs.ts'
import { networkChart } from '../charts/network.ts'
import { activeFilters, facetPanel, searchForm } from '../html/facets.ts'
import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, percent } from '../html/words.ts'
import type { Choice } from '../index/choose.ts'
import { type Filter, readFilter, writeFilter } from '../index/filter.ts'
import { page } from '../page.ts'
import { chooseFor } from './events.ts'

const ACTORS = 36

type Data = { readonly filter: Filter; readonly choice: Choice; readonly pairs: Pairs }

/** Who acts on whom in the chosen events. */
export const networkPage = page<Data>({
  path: '/network',
  load: (ask) => {
    const filter = readFilter(ask.params)
    const choice = chooseFor(ask, filter)
    return { filter, choice, pairs: countPairs(ask.desk.snapshot().columns, choice, ACTORS) }
  },
  view: ({ filter, choice, pairs }, { desk }) => {
    const query = writeFilter(filter)
    return {
      title: 'Network',
      main: html`<div class="browse">
<div class="list">
<a class="to-filter" href="#filter">Filter</a>
<h1>Network of actors <span class="total">${count(choice.total)}</span></h1>
${searchForm('/network', filter)}
${activeFilters('/network', filter, desk.ports.codebook)}
${
  pairs.pairs.length === 0
    ? html`<div class="empty"><h2>No two known actors meet in these events</h2><p>Take out one of the choices above, or <a href="/network">start from all events</a>.</p></div>`
    : html`<div class="beside">${networkChart(pairs, query)}
<div><p class="hint">The ${pairs.actors.length} actors of most events. <span class="tie-key cooperation">cooperation</span> <span class="tie-key mixed">both</span> <span class="tie-key conflict">conflict</span></p>
<div class="table-wrap" tabindex="0" role="region" aria-label="Pairs of actors"><table class="numbers"><caption class="sr">Pairs of actors by number of events</caption><thead><tr><th scope="col">Source</th><th scope="col">Target</th><th scope="col" class="num">Events</th><th scope="col" class="num">Conflict</th></tr></thead><tbody>${pairs.pairs
        .slice(0, 40)
        .map(
          (p) =>
            html`<tr><td><a href="${link('/actor', { id: p.source })}">${p.source}</a></td><td><a href="${link('/actor', { id: p.target })}">${p.target}</a></td><td class="num"><a href="${link('/', {}, writeFilter({ ...filter, source: [p.source], target: [p.target] }))}">${count(p.count)}</a></td><td class="num">${percent(p.conflict / p.count)}</td></tr>`,
        )}</tbody></table></div></div></div>`
}
</div>
${facetPanel('/network', choice, filter, desk.ports.codebook)}</div>`,
    }
  },
  json: ({ filter, choice, pairs }) => ({ filter, total: choice.total, ...pairs }),
})
