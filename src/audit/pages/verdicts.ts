import type { Carried } from '../../verdicts/carry-verdict.ts'
import { hasFinding, type Verdict } from '../../verdicts/verdict.ts'
import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, many } from '../html/words.ts'
import { page } from '../page.ts'

const LIMIT = 100
const FATES = ['carried', 'moved', 'stale'] as const
type Fate = (typeof FATES)[number]

type Line = { readonly verdict: Verdict; readonly carried: Carried | null }
type Data = {
  readonly lines: readonly Line[]
  readonly total: number
  readonly fates: Readonly<Record<Fate, number>>
  readonly fate: Fate | null
  readonly kind: string | null
  readonly kinds: ReadonlyMap<string, number>
  readonly faults: readonly { readonly line: number; readonly message: string; readonly text: string }[]
  readonly skip: number
}

/** Every line of the verdict file, newest first, with what became of it since. */
export const verdictsPage = page<Data>({
  path: '/verdicts',
  load: ({ desk, params }) => {
    const { verdicts, carried, faults } = desk.standing()
    const fate = FATES.find((f) => f === params.get('fate')) ?? null
    const lines = verdicts.map((verdict) => ({ verdict, carried: carried.get(verdict.id) ?? null }))
    const kind = params.get('kind')
    const kinds = new Map<string, number>()
    for (const { verdict } of verdicts) kinds.set(verdict, (kinds.get(verdict) ?? 0) + 1)
    const wanted = lines
      .filter((l) => (fate === null || l.carried?.fate === fate) && (kind === null || l.verdict.verdict === kind))
      .toReversed()
    const skip = Math.max(0, Number(params.get('skip')) || 0)
    return {
      lines: wanted.slice(skip, skip + LIMIT),
      total: wanted.length,
      fates: Object.fromEntries(FATES.map((f) => [f, lines.filter((l) => l.carried?.fate === f).length])) as Record<Fate, number>,
      fate,
      kind,
      kinds,
      faults,
      skip,
    }
  },
  view: ({ lines, total, fates, fate, kind, kinds, faults, skip }, { desk }) => ({
    title: 'Verdicts',
    main: html`<h1>Verdicts <span class="total">${count(total)}</span></h1>
<p class="soft">The lines of <code>${desk.log.path}</code>, newest first. After a rebuild each is carried over, carried with a note (moved), or stale: then it no longer speaks of what is there, and the event should be judged anew.</p>
<ul class="chips"><li><a href="/verdicts"${fate === null && kind === null && html` aria-current="true"`}>all</a></li>${FATES.map((f) => html`<li><a href="${link('/verdicts', { fate: f, kind })}"${f === fate && html` aria-current="true"`}>${f} ${count(fates[f])}</a></li>`)}</ul>
<ul class="chips">${[...kinds].map(([k, n]) => html`<li><a href="${link('/verdicts', { fate, kind: k })}"${k === kind && html` aria-current="true"`}>${k} ${count(n)}</a></li>`)}</ul>
${
  faults.length > 0 &&
  html`<section class="notice"><h2>${many(faults.length, 'line')} can’t be read</h2><p>They stay in the file as they are; mend or delete them there.</p><ul>${faults.slice(0, 50).map((f) => html`<li>line ${f.line}: ${f.message} <code>${f.text.slice(0, 120)}</code></li>`)}</ul></section>`
}
${
  lines.length === 0
    ? html`<div class="empty"><h2>No such verdict</h2><p><a href="/judge">Judge the first event</a>: each verdict becomes a line of the file.</p></div>`
    : html`<div class="table-wrap" tabindex="0" role="region" aria-label="Verdicts"><table class="numbers"><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Verdict</th><th scope="col">Of</th><th scope="col">Now</th></tr></thead><tbody>${lines.map(
        ({ verdict: v, carried }) =>
          html`<tr><td class="date">${v.at.slice(0, 16).replace('T', ' ')}</td><td>${v.reviewer}</td><td>${v.verdict}${v.verdict === 'reject' && `: ${v.reason}`}${v.verdict === 'correct' && `: ${Object.keys(v.correction).join(', ')}`}</td><td>${
            hasFinding(v)
              ? html`<a href="${link('/article', { id: carried?.article ?? v.article, event: carried?.event ?? null })}"><span class="code">${v.finding.cameo}</span> <q>${v.finding.trigger.text}</q></a> <span class="soft">${v.article}</span>`
              : v.article
          }${'comment' in v && v.comment && html`<br><q>${v.comment}</q>`}</td><td>${carried && html`<span class="fate ${carried.fate}">${carried.fate}</span> ${carried.note}`}</td></tr>`,
      )}</tbody></table></div>`
}
<nav class="pages" aria-label="Pages">${skip > 0 ? html`<a href="${link('/verdicts', { fate, kind, skip: Math.max(0, skip - LIMIT) || null })}">← Newer</a>` : html`<span></span>`}<span></span>${skip + LIMIT < total ? html`<a href="${link('/verdicts', { fate, kind, skip: skip + LIMIT })}">Older →</a>` : html`<span></span>`}</nav>`,
  }),
  json: ({ lines, total, fates, faults }) => ({
    total,
    fates,
    faults,
    verdicts: lines.map(({ verdict, carried }) => ({ ...verdict, now: carried })),
  }),
})
