import { countMonths, type Months } from '../charts/count-months.ts'
import { eventTable, type Listed } from '../html/event-row.ts'
import { type FacetValue, facetValues } from '../html/facets.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, many, nameOfCode } from '../html/words.ts'
import type { Choice } from '../index/choose.ts'
import { type Filter, NO_FILTER, writeFilter } from '../index/filter.ts'
import { sliceOrder } from '../index/order.ts'
import { type Ask, PageError, page } from '../page.ts'
import { chooseFor, listRows, withVerdict } from './events.ts'

type Data = {
  readonly id: string
  readonly name: string
  readonly filter: Filter
  readonly choice: Choice
  readonly months: Months
  readonly draw: () => Html
  readonly latest: readonly Listed[]
}

/** The newest of the chosen events. */
export const latestOf = (ask: Ask, choice: Choice, limit: number): readonly Listed[] => {
  const slice = sliceOrder(ask.desk.snapshot().orders.date, choice.chosen, { cursor: null, back: false, down: true, limit })
  return listRows(ask, slice.rows)
}

/** A list of a facet's values with their bars. */
export const barList = (
  title: string,
  values: readonly FacetValue[],
  nameOf: (value: string) => string,
  hrefOf: (value: string) => string,
): Html => {
  const most = Math.max(1, ...values.map((v) => v.count))
  return html`<section class="bars"><h2>${title}</h2><ul>${values
    .filter((v) => v.count > 0)
    .map(
      (v) =>
        html`<li><a href="${hrefOf(v.value)}"><span class="value">${nameOf(v.value)}</span> <span class="n">${count(v.count)}</span><svg aria-hidden="true" width="100" height="4" viewBox="0 0 100 4" preserveAspectRatio="none"><rect width="${Math.round((100 * v.count) / most)}" height="4" /></svg></a></li>`,
    )}</ul></section>`
}

/** One actor: what it does, what is done to it, with whom, when. */
export const actorPage = page<Data>({
  path: '/actor',
  load: async (ask) => {
    const id = ask.params.get('id') ?? ''
    const filter = { ...NO_FILTER, actor: [id] }
    const choice = chooseFor(ask, filter)
    if (choice.total === 0) throw new PageError(404, `no event has an actor “${id}”`, 'look for it in the facets of the events')
    const months = countMonths(ask.desk.snapshot().columns, choice.chosen)
    const { timelineChart } = await import('../charts/timeline.ts')
    return {
      id,
      name: ask.desk.ports.nameOfEntity(id) ?? id,
      filter,
      choice,
      months,
      draw: () => timelineChart(months),
      latest: latestOf(ask, choice, 20),
    }
  },
  view: ({ id, name, filter, choice, months, draw, latest }, { desk }) => {
    const { codebook } = desk.ports
    const by = (facet: 'source' | 'target') => facetValues(choice, filter, facet, 12).filter((v) => v.value !== id)
    const as = (facet: 'source' | 'target') => link('/', {}, writeFilter({ ...NO_FILTER, [facet]: [id] }))
    return {
      title: name,
      main: html`<h1>${name} <span class="total">${id}</span></h1>
<p><a href="${link('/', {}, writeFilter(filter))}">${many(choice.total, 'event')}</a> · <a href="${as('source')}">as source</a> · <a href="${as('target')}">as target</a> · <a href="${link('/network', {}, writeFilter(filter))}">network</a> · <a href="${link('/judge', {}, writeFilter(filter))}">judge</a></p>
${months.stretches.length > 0 && draw()}
<div class="columns">
${barList(
  'Acts',
  facetValues(choice, filter, 'root', 20),
  (v) => `${v} ${nameOfCode(codebook, v)}`,
  (v) => link('/', {}, writeFilter({ ...filter, root: [v] })),
)}
${barList('Acts on', by('target'), String, (v) => link('/', {}, writeFilter({ ...NO_FILTER, source: [id], target: [v] })))}
${barList('Is acted on by', by('source'), String, (v) => link('/', {}, writeFilter({ ...NO_FILTER, source: [v], target: [id] })))}
</div>
<h2>Latest</h2>
${eventTable(latest, codebook, writeFilter(filter))}`,
    }
  },
  json: ({ id, name, choice, filter, latest }) => ({
    id,
    name,
    total: choice.total,
    roots: facetValues(choice, filter, 'root', 20),
    sources: facetValues(choice, filter, 'source', 50),
    targets: facetValues(choice, filter, 'target', 50),
    latest: latest.map(withVerdict),
  }),
})
