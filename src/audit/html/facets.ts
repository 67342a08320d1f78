import type { Choice } from '../index/choose.ts'
import { FACETS, type Facet, type Filter, toggled, writeFilter } from '../index/filter.ts'
import type { CodeEntry } from '../ports.ts'
import { type Html, html } from './html.ts'
import { link } from './links.ts'
import { count, nameOfCode, QUADS, STATE_WORDS } from './words.ts'
import { yearBars } from './year-bars.ts'

export type FacetValue = { readonly value: string; readonly count: number; readonly chosen: boolean }

const TITLES: Readonly<Record<Facet, string>> = {
  source: 'Source',
  target: 'Target',
  root: 'Act',
  quad: 'Class',
  country: 'Country',
  status: 'Status',
  rule: 'Rule',
  confidence: 'Confidence',
  verdict: 'Verdict',
  article: 'Article',
}
/** In these the order says something; the others come by falling number. */
const ORDERED: ReadonlySet<Facet> = new Set(['root', 'quad', 'confidence', 'verdict'])
const SHOWN = 8

/** The values of a facet that are worth showing: those chosen, and the `most` most frequent. */
export const facetValues = (choice: Choice, filter: Filter, facet: Facet, most: number): readonly FacetValue[] => {
  const counts = choice.counts[facet]
  const names = choice.values[facet]
  const chosen = new Set(filter[facet])
  const top: FacetValue[] = []
  let least = 0
  for (let code = 0; code < counts.length; code++) {
    const value = names[code] as string
    const number = counts[code] as number
    const isChosen = chosen.has(value)
    if (number === 0 && !isChosen) continue
    if (!isChosen && top.length >= most && number <= least) continue
    top.push({ value, count: number, chosen: isChosen })
    if (top.length > most * 2 + chosen.size) {
      top.sort(byCount)
      top.length = most + chosen.size
      least = top.at(-1)?.count ?? 0
    }
  }
  const missing = filter[facet].filter((value) => !top.some((t) => t.value === value))
  const all = [...top.sort(byCount), ...missing.map((value) => ({ value, count: 0, chosen: true }))]
  const kept = all.filter((v, i) => i < most || v.chosen)
  if (facet === 'verdict') return kept.sort((a, b) => names.indexOf(a.value) - names.indexOf(b.value))
  return ORDERED.has(facet) ? kept.sort((a, b) => (a.value < b.value ? -1 : 1)) : kept
}

const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || (a.value < b.value ? -1 : 1)

const nameOf = (facet: Facet, value: string, codebook: readonly CodeEntry[]): string =>
  facet === 'root'
    ? `${value} ${nameOfCode(codebook, value)}`
    : facet === 'quad'
      ? (QUADS[value] ?? value)
      : facet === 'verdict'
        ? (STATE_WORDS[value as keyof typeof STATE_WORDS] ?? value)
        : facet === 'rule'
          ? value.replace(/^actions\//, '')
          : value

/** The facets beside a list: each value a link that puts it in or takes it out. */
export const facetPanel = (path: string, choice: Choice, filter: Filter, codebook: readonly CodeEntry[]): Html => {
  const active = FACETS.reduce((sum, facet) => sum + filter[facet].length, 0) + filter.actor.length + (filter.from || filter.to ? 1 : 0)
  return html`<aside class="facets" id="filter" aria-label="Filter"><h2>Filter${active > 0 && html` <span class="badge">${active}</span>`}</h2>
<form class="dates" action="${path}" role="search" aria-label="Date range">
${hiddenFilter({ ...filter, from: null, to: null })}
<label>From <input name="from" value="${filter.from ?? ''}" placeholder="1997-05" inputmode="numeric" size="10"></label>
<label>to <input name="to" value="${filter.to ?? ''}" placeholder="2022" inputmode="numeric" size="10"></label>
<button>Set</button>
</form>
${yearBars(path, choice, filter)}
${FACETS.map((facet) => {
  const values = facetValues(choice, filter, facet, facet === 'root' ? 20 : SHOWN)
  if (values.length === 0) return null
  return html`<section class="facet"><h3 id="facet-${facet}">${TITLES[facet]}</h3><ul aria-labelledby="facet-${facet}">${values.map(
    (v) =>
      html`<li><a href="${link(path, {}, writeFilter(toggled(filter, facet, v.value)))}"${v.chosen && html` class="on" aria-current="true"`}><span class="value">${nameOf(facet, v.value, codebook)}</span> <span class="n">${count(v.count)}</span></a></li>`,
  )}</ul></section>`
})}
</aside>`
}

/** The filter as hidden fields of a form. */
export const hiddenFilter = (filter: Filter): readonly Html[] =>
  [...new URLSearchParams(writeFilter(filter))].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** What is chosen now, each with the way to take it out. */
export const activeFilters = (path: string, filter: Filter, codebook: readonly CodeEntry[]): Html => {
  const chips: { readonly label: string; readonly without: Filter }[] = [
    ...(filter.q === '' ? [] : [{ label: `“${filter.q}”`, without: { ...filter, q: '' } }]),
    ...(filter.from === null && filter.to === null
      ? []
      : [{ label: `${filter.from ?? '…'} to ${filter.to ?? '…'}`, without: { ...filter, from: null, to: null } }]),
    ...filter.actor.map((value) => ({ label: `actor ${value}`, without: toggled(filter, 'actor', value) })),
    ...FACETS.flatMap((facet) =>
      filter[facet].map((value) => ({
        label: `${TITLES[facet].toLowerCase()} ${nameOf(facet, value, codebook)}`,
        without: toggled(filter, facet, value),
      })),
    ),
  ]
  if (chips.length === 0) return html``
  const actors = [...new Set([...filter.actor, ...filter.source, ...filter.target])].filter((value) => !value.startsWith('('))
  return html`<ul class="chips" aria-label="Chosen">${chips.map(
    ({ label, without }) =>
      html`<li><a href="${link(path, {}, writeFilter(without))}"><span class="sr">Remove </span>${label} <span aria-hidden="true">×</span></a></li>`,
  )}${chips.length > 1 && html`<li><a class="clear" href="${path}">Clear all</a></li>`}${actors.map((id) => html`<li><a class="clear" href="${link('/actor', { id })}">About ${id}</a></li>`)}${filter.rule.map((id) => html`<li><a class="clear" href="${link('/rule', { id })}">About ${id}</a></li>`)}</ul>`
}

/** The search field of the pages that browse. */
export const searchForm = (path: string, filter: Filter): Html => html`<form class="search" action="${path}" role="search">
${hiddenFilter({ ...filter, q: '' })}
<label class="sr" for="q">Words in the sentence or title</label>
<input id="q" name="q" type="search" value="${filter.q}" placeholder="Search words, &quot;in a row&quot;, begin*">
<button>Search</button>
</form>`
