import type { Estimate } from '../../verdicts/stats/estimate.ts'
import type { Quality } from '../../verdicts/stats/quality.ts'
import type { CodeEntry } from '../ports.ts'
import { type Html, html } from './html.ts'
import { link } from './links.ts'
import { count, many, nameOfCode, percent } from './words.ts'

/** What a report is made from, and of. */
export type Report = {
  readonly quality: Quality
  readonly events: number
  readonly articles: number
  readonly stale: number
  readonly database: string
  readonly verdicts: string
  readonly at: string
  readonly auditVersion: string
  readonly run: { readonly version: string; readonly lexicon: string; readonly model: string }
  readonly codebook: readonly CodeEntry[]
  /** Whether names link into the audit: not on paper. */
  readonly linked: boolean
}

const interval = ({ low, high }: { readonly low: number; readonly high: number }): string => `${percent(low)} to ${percent(high)}`
const number = (value: number | null, digits = 3): string => (value === null ? '—' : value.toFixed(digits))

/** A share with its interval as a bar: the band is where the truth may lie, the line what was seen. */
const bar = ({ low, high, share }: { readonly low: number; readonly high: number; readonly share: number }): Html =>
  html`<svg class="interval" width="160" height="14" viewBox="0 0 160 14" aria-hidden="true"><rect class="track" x="0" y="5" width="160" height="4" rx="2" /><rect class="band" x="${(low * 160).toFixed(1)}" y="3" width="${Math.max(1, (high - low) * 160).toFixed(1)}" height="8" rx="2" /><rect class="point" x="${Math.min(158, share * 160).toFixed(1)}" y="0" width="2" height="14" /></svg>`

const table = (what: string, caption: string, estimates: readonly Estimate[], nameOf: (name: string) => string | Html): Html =>
  html`<div class="table-wrap" tabindex="0" role="region" aria-label="${caption}"><table class="numbers"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="num">Judged</th><th scope="col" class="num">Share</th><th scope="col">95 % interval</th><th scope="col"><span class="sr">As a bar</span></th></tr></thead><tbody>${estimates.map(
    (e) =>
      html`<tr><th scope="row">${nameOf(e.name)}</th><td class="num">${count(e.judged)}</td><td class="num">${percent(e.share)}</td><td>${interval(e)}</td><td>${bar(e)}</td></tr>`,
  )}</tbody></table></div>`

/** The report: what a reader needs to trust the data, and a paper's appendix needs to say. */
export const qualityReport = (report: Report): Html => {
  const { quality, codebook, linked } = report
  const { sample, recall, agreement, calibration, erring, designs } = quality
  const rule = (id: string) => (linked ? html`<a href="${link('/rule', { id })}">${id.replace(/^actions\//, '')}</a>` : id)
  return html`<section aria-labelledby="q-main"><h2 id="q-main">In all</h2>
${
  sample.precision === null
    ? html`<p class="notice">No event of the sample has been judged, so nothing can be said of the whole: judge from the random or the stratified queue. What follows rests on whatever was judged.</p>`
    : html`<div class="headline"><p class="figure"><strong>${percent(sample.precision.share)}</strong> of events are right in every field <span class="soft">(${interval(sample.precision)}; ${many(sample.size, 'event')} judged of ${count(report.events)})</span></p>
${sample.event && html`<p class="figure"><strong>${percent(sample.event.share)}</strong> are events at all <span class="soft">(${interval(sample.event)})</span></p>`}</div>`
}
${
  recall.estimate === null
    ? html`<p class="soft">Recall can be estimated once articles were read whole (press <kbd>e</kbd> when every event of an article is judged and every missed one added).</p>`
    : html`<p class="figure"><strong>${percent(recall.estimate.share)}</strong> of the events in ${many(recall.articles, 'article')} that were read whole are found <span class="soft">(${interval(recall.estimate)}; ${count(Math.round(recall.found))} found, ${count(recall.missed)} missed)</span></p>`
}</section>
${quality.fields.length > 0 && html`<section aria-labelledby="q-fields"><h2 id="q-fields">By field</h2>${table('Field', 'Of the events that are events, how many have each field right (all that were judged)', quality.fields, (name) => (name === 'cameo' ? 'code' : name))}</section>`}
${sample.byRoot.length > 0 && html`<section aria-labelledby="q-root"><h2 id="q-root">By act</h2>${table('Act', 'Precision by root, all fields right, weighted by the sample’s design', sample.byRoot, (name) => `${name} ${nameOfCode(codebook, name)}`)}</section>`}
${sample.byYear.length > 0 && html`<section aria-labelledby="q-year"><h2 id="q-year">By period</h2>${table('Year', 'Precision by year of the event, all fields right, weighted', sample.byYear, (name) => name)}</section>`}
${erring.length > 0 && html`<section aria-labelledby="q-rules"><h2 id="q-rules">Rules that err most</h2>${table('Rule', 'Share of wrong events by rule, over all that were judged; surest to err first', erring.slice(0, 25), rule)}</section>`}
${sample.byRule.length > 0 && html`<section aria-labelledby="q-byrule"><h2 id="q-byrule">By rule</h2><details><summary>Precision by rule in the sample</summary>${table('Rule', 'All fields right, weighted', sample.byRule, rule)}</details></section>`}
${
  calibration.bands.length > 0 &&
  html`<section aria-labelledby="q-cal"><h2 id="q-cal">Confidence against correctness</h2><p class="soft">Brier score ${number(calibration.brier)}: 0 is perfect; always saying one half gets 0.25.</p><div class="table-wrap" tabindex="0" role="region" aria-label="Confidence"><table class="numbers"><caption>All that were judged, by confidence</caption><thead><tr><th scope="col">Confidence</th><th scope="col" class="num">Judged</th><th scope="col" class="num">Mean</th><th scope="col" class="num">Right</th><th scope="col">95 % interval</th><th scope="col"><span class="sr">As a bar</span></th></tr></thead><tbody>${calibration.bands.map(
    (b) =>
      html`<tr><th scope="row">${b.from.toFixed(1)}–${b.to.toFixed(1)}</th><td class="num">${count(b.judged)}</td><td class="num">${b.confidence.toFixed(2)}</td><td class="num">${percent(b.share)}</td><td>${interval(b)}</td><td>${bar(b)}</td></tr>`,
  )}</tbody></table></div></section>`
}
<section aria-labelledby="q-agree"><h2 id="q-agree">Agreement of reviewers</h2>${
    agreement.units === 0
      ? html`<p class="soft">No event was judged by two reviewers yet. Give both the same queue with the same seed: they then judge the same events.</p>`
      : html`<p>Krippendorff’s α (nominal, missing values allowed): <strong>${number(agreement.alpha)}</strong> over ${many(agreement.units, 'event')} and ${many(agreement.coders, 'reviewer')}.</p><div class="table-wrap" tabindex="0" role="region" aria-label="Agreement by pair"><table class="numbers"><caption>Cohen’s κ by pair</caption><thead><tr><th scope="col">Reviewers</th><th scope="col" class="num">Events</th><th scope="col" class="num">Agreed</th><th scope="col" class="num">κ</th></tr></thead><tbody>${agreement.pairs.map((p) => html`<tr><th scope="row">${p.a} and ${p.b}</th><td class="num">${count(p.units)}</td><td class="num">${percent(p.observed)}</td><td class="num">${number(p.kappa)}</td></tr>`)}</tbody></table></div>${linked && html`<p><a href="/judge?queue=disputed">Settle the ${many(quality.states.disputed, 'disagreement')}</a></p>`}`
  }</section>
<section aria-labelledby="q-method"><h2 id="q-method">Method</h2>
<dl class="facts">
<div><dt>Data</dt><dd>${many(report.events, 'event')} of ${many(report.articles, 'article')}, ${report.database}</dd></div>
<div><dt>Extraction</dt><dd>annalist ${report.run.version}, lexicon ${report.run.lexicon}, model ${report.run.model}</dd></div>
<div><dt>Verdicts</dt><dd>${report.verdicts}: ${many(quality.judged, 'event')} judged by ${quality.reviewers.length === 0 ? 'nobody' : quality.reviewers.map((r) => `${r.name} (${count(r.decisions)})`).join(', ')}; ${count(quality.states.accepted)} accepted, ${count(quality.states.corrected)} corrected, ${count(quality.states.rejected)} rejected, ${count(quality.states.disputed)} disputed, ${count(quality.states.skipped)} skipped, ${count(quality.states.added)} added; ${count(report.stale)} stale lines left out</dd></div>
<div><dt>Sample</dt><dd>${
    designs.length === 0
      ? 'none was drawn'
      : html`<ul>${designs.map((d) => html`<li>${d.queue === 'random' ? 'simple random sample' : `stratified by ${d.by}`}, seed ${d.seed}${d.filter !== '' && `, of the events under ${d.filter} only: not in the estimates of the whole`}: ${count(d.drawn)} judged of ${count(d.population)} events in its strata</li>`)}</ul>`
  }</dd></div>
<div><dt>Estimates</dt><dd>An event is right when it was accepted as it stands; corrected and rejected ones are wrong. Where reviewers disagree it counts for the mean of their verdicts. A drawn event is weighted by one over its probability of being drawn by any of the samples, 1 − Π(1 − n/N) over their strata; shares are Hájek’s. Intervals are Wilson’s (95 %) on Kish’s effective sample size, which leaves the gain of stratification out: they are rather too wide than too narrow. Skipped events are taken as missing at random. What was judged outside a sample counts by field, by rule that errs and by confidence only.</dd></div>
<div><dt>Recall</dt><dd>Events found, over events found and added, in articles marked as read whole; the articles are taken as a sample of all.</dd></div>
<div><dt>Made</dt><dd>${report.at} by annalist audit ${report.auditVersion}</dd></div>
</dl></section>`
}
