import type { Event, Party } from '../../document.ts'
import type { Ports, Rule } from '../ports.ts'
import { type Html, html } from './html.ts'
import { link } from './links.ts'
import { BASES, DATE_BASES, nameOfCode, partyName, QUADS } from './words.ts'

/** Why an event is coded as it is: code, rule with its examples, each reference, date and place. */
export const whyPanel = (event: Event, { ruleOf, codebook }: Ports): Html => {
  const { action, date, place } = event
  const rule = ruleOf(event.rule)
  return html`<section class="why-panel" aria-labelledby="why-title"><h3 id="why-title">Why</h3>
<dl class="facts">
<div><dt>Act</dt><dd><span class="code q${action.quad}">${action.cameo}</span> ${nameOfCode(codebook, action.cameo)}<br><span class="soft">${action.root} ${nameOfCode(codebook, action.root)} · ${QUADS[action.quad]} · Goldstein ${action.goldstein}${action.plover && ` · PLOVER ${action.plover}`}${action.modes.length > 0 && ` (${action.modes.join(', ')})`}</span></dd></div>
<div><dt>Status</dt><dd>${action.status}${action.negated && ', negated'}${event.contexts.length > 0 && html`<br><span class="soft">contexts: ${event.contexts.join(', ')}</span>`}</dd></div>
${side('Source', 'source', event.source)}
${side('Target', 'target', event.target)}
<div><dt>Date</dt><dd>${date === null ? html`<span class="none">none: the text gives no date</span>` : html`<strong>${date.value}</strong> ${date.start !== date.end && html`<span class="soft">${date.start} to ${date.end}</span>`}<br><span class="soft">${DATE_BASES[date.basis]}, to the ${date.precision}</span>`}</dd></div>
<div><dt>Place</dt><dd>${place === null ? html`<span class="none">none</span>` : html`<strong>${place.name}</strong>${place.country && `, ${place.country}`}${place.latitude !== undefined && html`<br><span class="soft">${place.latitude}, ${place.longitude}</span>`}`}</dd></div>
<div><dt>Numbers</dt><dd>${Object.entries(event.magnitude).map(([kind, m]) => html`${m.min}${m.max === null ? '+' : m.max === m.min ? '' : `–${m.max}`} ${kind} `)}${Object.keys(event.magnitude).length === 0 && html`<span class="none">none</span>`}</dd></div>
<div><dt>Confidence</dt><dd>${event.confidence.toFixed(3)}</dd></div>
<div><dt>Rule</dt><dd><a href="${link('/rule', { id: event.rule })}">${event.rule}</a>${rule && html` <span class="soft">${rule.file}:${rule.line}</span>`}${event.rule.startsWith('fallback/') && html`<br><span class="soft">as a fallback: not all of its conditions held</span>`}</dd></div>
</dl>
${rule && ruleExamples(rule, 3)}
</section>`
}

const side = (name: string, kind: 'source' | 'target', parties: readonly Party[]): Html =>
  html`<div><dt>${name}</dt><dd>${
    parties.length === 0
      ? html`<span class="none">the text names nobody</span>`
      : html`<ul class="parties">${parties.map(
          (p) =>
            html`<li><mark class="${kind} d0">${p.text}</mark> → ${p.entity === null ? html`<span class="none">no code</span>` : html`<a href="${link('/actor', { id: p.entity })}">${partyName(p)}</a>`}${p.code && p.code !== p.entity && ` ${p.code}`}<br><span class="soft">${p.name && p.name !== p.text && `${p.name}; `}${BASES[p.basis]}</span></li>`,
        )}</ul>`
  }</dd></div>`

/** A rule's examples and counterexamples. */
export const ruleExamples = ({ examples, counterexamples }: Rule, most: number): Html => html`<div class="examples">
<h4>What the rule is for</h4><ul>${examples.slice(0, most).map((e) => html`<li>${e.text}${(e.source ?? e.target) !== null && html` <span class="soft">${e.source ?? '—'} → ${e.target ?? '—'}</span>`}</li>`)}</ul>
${counterexamples.length > 0 && html`<h4>And what not</h4><ul>${counterexamples.slice(0, most).map((text) => html`<li>${text}</li>`)}</ul>`}
</div>`
