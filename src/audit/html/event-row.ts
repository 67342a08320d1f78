import type { Event, Span } from '../../document.ts'
import type { State } from '../../verdicts/fold-verdicts.ts'
import type { CodeEntry } from '../ports.ts'
import { type Html, html } from './html.ts'
import { link } from './links.ts'
import { nameOfCode, STATE_WORDS, sideName } from './words.ts'

export type Listed = { readonly event: Event; readonly text: string; readonly state: State }

/** A sentence with one span of it marked. Offsets are the article's; `start` is the sentence's. */
export const quote = (text: string, start: number, { start: from, end: to }: Span): Html =>
  html`${text.slice(0, from - start).trimStart()}<mark class="trigger">${text.slice(from - start, to - start)}</mark>${text.slice(to - start).trimEnd()}`

export const stateBadge = (state: State): Html => html`<span class="state ${state}">${STATE_WORDS[state]}</span>`

/** Events as a table that becomes cards where there is no room. */
export const eventTable = (
  listed: readonly Listed[],
  codebook: readonly CodeEntry[],
  query: string,
): Html => html`<div class="table-wrap" tabindex="0" role="region" aria-label="Events"><table class="events">
<thead><tr><th scope="col">Date</th><th scope="col">Source → target</th><th scope="col">Act</th><th scope="col">In the text</th><th scope="col">Place</th><th scope="col" class="num">Conf.</th><th scope="col">Verdict</th></tr></thead>
<tbody>${listed.map(({ event, text, state }) => {
  const { action } = event
  const flags = [action.status === 'asserted' ? null : action.status, action.negated ? 'negated' : null].filter((f) => f !== null)
  return html`<tr>
<td class="date">${event.date?.value ?? html`<span class="none">no date</span>`}</td>
<td class="sides"><bdi class="source-side">${sideName(event.source)}</bdi> → <bdi class="target-side">${sideName(event.target)}</bdi></td>
<td class="act"><span class="code q${action.quad}">${action.cameo}</span> ${nameOfCode(codebook, action.cameo)}${flags.length > 0 && html` <span class="flags">${flags.join(', ')}</span>`}</td>
<td class="quote"><a href="${link('/article', { id: event.document, event: event.id }, query)}">${quote(text, event.sentence.start, event.trigger)}</a><br><span class="doc">${event.document}</span></td>
<td class="place">${event.place === null ? '' : `${event.place.name}${event.place.country ? `, ${event.place.country}` : ''}`}</td>
<td class="num"><a class="why" href="${link('/rule', { id: event.rule })}" title="by ${event.rule}">${event.confidence.toFixed(2)}</a></td>
<td>${stateBadge(state)}</td>
</tr>`
})}</tbody></table></div>`
