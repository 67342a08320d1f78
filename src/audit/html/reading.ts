import type { Event } from '../../document.ts'
import type { Carried } from '../../verdicts/carry-verdict.ts'
import { type Judgement, standing } from '../../verdicts/fold-verdicts.ts'
import { type FindingVerdict, hasFinding } from '../../verdicts/verdict.ts'
import type { Desk } from '../desk.ts'
import type { Stored } from '../reader.ts'
import { stateBadge } from './event-row.ts'
import { type Html, html } from './html.ts'
import { dataLists, judgeForms } from './judge-forms.ts'
import { link } from './links.ts'
import { markedText, marksOf } from './marked-text.ts'
import { whyPanel } from './why.ts'
import { many, nameOfCode, sideName } from './words.ts'

/** An article open on the desk, with the event that is looked at. */
export type Reading = {
  readonly stored: Stored
  readonly event: Event | null
  readonly judgement: Judgement | null
  readonly stale: readonly (readonly [FindingVerdict, Carried])[]
  readonly added: readonly Judgement[]
  readonly last: string | null
  readonly readWhole: readonly string[]
}

/** The last verdict of a reviewer that still stands: what undo takes back. */
export const lastOf = (desk: Desk, reviewer: string): string | null =>
  standing(desk.standing().verdicts).findLast((v) => v.reviewer === reviewer)?.id ?? null

/** Lays an article and what was said of it open. */
export const openReading = (desk: Desk, stored: Stored, id: string | null, reviewer: string): Reading => {
  const { verdicts, judgements, carried } = desk.standing()
  const event = stored.events.find((e) => e.id === id) ?? null
  const here = stored.article.id
  return {
    stored,
    event,
    judgement: (event && judgements.get(event.id)) ?? null,
    stale: verdicts.flatMap((v) => {
      const fate = carried.get(v.id)
      return hasFinding(v) && fate?.fate === 'stale' && event !== null && fate.event === event.id ? [[v, fate] as const] : []
    }),
    added: [...judgements.values()].filter(
      (j) => j.state === 'added' && j.history.some((v) => (carried.get(v.id)?.article ?? v.article) === here),
    ),
    last: lastOf(desk, reviewer),
    readWhole: [...new Set(standing(verdicts).flatMap((v) => (v.verdict === 'read' && v.article === here ? [v.reviewer] : [])))],
  }
}

export type ReadingLinks = {
  /** The address of an event in this view. */
  readonly hrefOf: (event: string) => string
  readonly next: string
  readonly here: string
  readonly queue: Readonly<Record<string, string>>
}

/** The article with its marks on one side; on the other the event, why it is so, and the forms to judge it. */
export const readingView = (desk: Desk, reading: Reading, reviewer: string, { hrefOf, next, here, queue }: ReadingLinks): Html => {
  const { stored, event, judgement, stale, added, last, readWhole } = reading
  const { article, sentences, events, rejections } = stored
  const { ports } = desk
  const { judgements } = desk.standing()
  const marks = marksOf(events, rejections, event?.id ?? null)
  const known = new Set(events.map((e) => e.id))
  return html`<div class="reading">
<article class="paper" aria-labelledby="paper-title" tabindex="0" data-paper>
<header><h2 id="paper-title">${article.title ?? article.id}</h2>
<p class="soft"><bdi>${article.id}</bdi>${article.published && ` · ${article.published}`}${article.kind && ` · ${article.kind}`}${article.url && /^https?:/.test(article.url) && html` · <a href="${article.url}" rel="noreferrer noopener">source</a>`} · ${many(events.length, 'event')}, ${many(rejections.length, 'rejection')}${readWhole.length > 0 && ` · read whole by ${readWhole.join(', ')}`}</p>
<p class="legend" aria-hidden="true"><mark class="trigger d0">trigger</mark> <mark class="source d0">source</mark> <mark class="target d0">target</mark> <mark class="date d0">date</mark> <mark class="place d0">place</mark> <mark class="other d0">another event</mark> <mark class="rejected d0">rejected</mark></p></header>
${markedText(article.text, sentences, marks, event?.sentence.index ?? null, (id) => (known.has(id) ? hrefOf(id) : null))}
</article>
<aside class="panel" aria-label="The event">
${
  event
    ? html`<header class="event-head"><h2><bdi class="source-side">${sideName(event.source)}</bdi> → <bdi class="target-side">${sideName(event.target)}</bdi></h2>
<p><span class="code q${event.action.quad}">${event.action.cameo}</span> ${nameOfCode(ports.codebook, event.action.cameo)} ${stateBadge(judgement?.state ?? 'unjudged')}${judgement?.flagged && html` <span class="state flagged">flagged</span>`}</p></header>`
    : html`<p class="soft">Choose an event in the text or below.</p>`
}
${
  desk.readOnly
    ? html`<p class="notice">The audit was started read only: nothing can be judged.</p>`
    : judgeForms({ reviewer, article: article.id, text: article.text, event, judgement, stale, next, here, queue, last, ports })
}
${event && whyPanel(event, ports)}
${event && html`<details class="deep" data-fragment="${link('/why', { article: article.id, sentence: event.sentence.index, fragment: 1 })}"><summary>How the sentence was read</summary><p><a href="${link('/why', { article: article.id, sentence: event.sentence.index })}">Tree, alternatives, references, dates and rejections of this sentence</a></p></details>`}
<section aria-labelledby="others"><h3 id="others">Events of this article</h3><ol class="event-list">${events.map(
    (e) =>
      html`<li id="e-${e.id}" data-card="${e.id}"${e.id === event?.id && html` class="on"`}><a href="${hrefOf(e.id)}"${e.id === event?.id && html` aria-current="true"`}><span class="code q${e.action.quad}">${e.action.cameo}</span> <bdi>${sideName(e.source)}</bdi> → <bdi>${sideName(e.target)}</bdi> <q>${e.trigger.text}</q></a> ${stateBadge(judgements.get(e.id)?.state ?? 'unjudged')}</li>`,
  )}</ol>${added.length > 0 && html`<h4>Added by reviewers</h4><ul class="event-list">${added.map((j) => html`<li>${j.history.slice(0, 1).map((v) => html`<span class="code">${v.finding.cameo}</span> <q>${v.finding.trigger.text}</q>`)} ${stateBadge(j.state)}</li>`)}</ul>`}</section>
<section aria-labelledby="rejected"><h3 id="rejected">Rejected</h3>${
    rejections.length === 0
      ? html`<p class="soft">Nothing was rejected here.</p>`
      : html`<ul class="event-list rejections">${rejections.map((r) => html`<li data-card="${r.id}"><q>${r.trigger.text}</q> <strong>${r.reason}</strong> <span class="soft">${r.detail}${r.rule && ` (${r.rule})`}</span></li>`)}</ul>`
  }</section>
</aside>
${dataLists(ports)}
</div>`
}
