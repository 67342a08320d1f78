import { countMonths, type Months, monthText, unitLength } from '../charts/count-months.ts'
import { rootColour } from '../charts/root-colours.ts'
import { activeFilters, facetPanel, searchForm } from '../html/facets.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, nameOfCode } from '../html/words.ts'
import type { Choice } from '../index/choose.ts'
import { type Filter, readFilter, toggled, writeFilter, yearText } from '../index/filter.ts'
import { page } from '../page.ts'
import { chooseFor } from './events.ts'

type Data = { readonly filter: Filter; readonly choice: Choice; readonly months: Months; readonly draw: () => Html }

/** The chosen events over time, by root. */
export const timelinePage = page<Data>({
  path: '/timeline',
  load: async (ask) => {
    const filter = readFilter(ask.params)
    const choice = chooseFor(ask, filter)
    const months = countMonths(ask.desk.snapshot().columns, choice.chosen)
    // Loaded when it is first drawn: Plot is large.
    const { timelineChart } = await import('../charts/timeline.ts')
    return { filter, choice, months, draw: () => timelineChart(months) }
  },
  view: ({ filter, choice, months, draw }, { desk }) => {
    const { codebook } = desk.ports
    const length = unitLength(months.unit)
    const stretch = (first: number) =>
      link('/timeline', {}, writeFilter({ ...filter, from: monthText(first), to: monthText(first + length - 1) }))
    return {
      title: 'Timeline',
      scripts: ['brush.js'],
      main: html`<div class="browse">
<div class="list">
<a class="to-filter" href="#filter">Filter</a>
<h1>Timeline <span class="total">${count(choice.total)}</span></h1>
${searchForm('/timeline', filter)}
${activeFilters('/timeline', filter, codebook)}
${
  months.stretches.length === 0
    ? html`<div class="empty"><h2>No dated event fits all of this</h2><p>Take out one of the choices above, or <a href="/timeline">start from all events</a>.</p></div>`
    : html`${draw()}
<p class="hint">Drag over the chart to choose a stretch of time, or type its months in the filter. ${months.undated > 0 && `${count(months.undated)} events without a date are not shown.`} <a href="${link('/', {}, writeFilter(filter))}">List these events</a></p>
<ul class="swatches" aria-label="Acts">${months.roots.map(
        (root) =>
          html`<li><a href="${link('/timeline', {}, writeFilter(toggled(filter, 'root', root)))}"${filter.root.includes(root) && html` aria-current="true"`}><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" rx="2" fill="${rootColour(root)}" /></svg> ${root} ${nameOfCode(codebook, root)}</a></li>`,
      )}</ul>
<details><summary>The numbers</summary><div class="table-wrap" tabindex="0" role="region" aria-label="Events by ${months.unit} and act"><table class="numbers"><thead><tr><th scope="col">${months.unit}</th>${months.roots.map((root) => html`<th scope="col" class="num">${root}</th>`)}<th scope="col" class="num">all</th></tr></thead>
<tbody>${months.stretches
        .filter((s) => s.total > 0)
        .map(
          (s) =>
            html`<tr><th scope="row"><a href="${stretch(s.first)}">${label(months.unit, s.first)}</a></th>${s.counts.map((n) => html`<td class="num">${n === 0 ? '' : count(n)}</td>`)}<td class="num">${count(s.total)}</td></tr>`,
        )}</tbody></table></div></details>`
}
</div>
${facetPanel('/timeline', choice, filter, codebook)}</div>`,
    }
  },
  json: ({ filter, choice, months }) => ({
    filter,
    total: choice.total,
    unit: months.unit,
    roots: months.roots,
    undated: months.undated,
    stretches: months.stretches.map(({ first, counts, total }) => ({ from: monthText(first), counts, total })),
  }),
})

const label = (unit: Months['unit'], first: number): string => {
  const year = yearText(Math.floor(first / 12))
  switch (unit) {
    case 'month':
      return monthText(first)
    case 'quarter':
      return `${year} Q${Math.ceil(Number(monthText(first).slice(-2)) / 3)}`
    case 'year':
      return year
    case 'decade':
      return `${year}s`
  }
}
