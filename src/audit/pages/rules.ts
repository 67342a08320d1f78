import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count, nameOfCode } from '../html/words.ts'
import { NO_FILTER } from '../index/filter.ts'
import { page } from '../page.ts'
import { chooseFor } from './events.ts'

type Row = { readonly id: string; readonly cameo: string | null; readonly events: number; readonly judged: number; readonly wrong: number }

/** The rules that found something, by how much, with how often they erred. */
export const rulesPage = page<readonly Row[]>({
  path: '/rules',
  load: (ask) => {
    const { counts, values } = chooseFor(ask, NO_FILTER)
    const judged = new Map<string, { all: number; wrong: number }>()
    for (const { decisions } of ask.desk.standing().judgements.values())
      for (const d of decisions.values()) {
        if (d.verdict === 'skip' || d.verdict === 'add' || d.finding.rule === null) continue
        const sum = judged.get(d.finding.rule) ?? { all: 0, wrong: 0 }
        judged.set(d.finding.rule, { all: sum.all + 1, wrong: sum.wrong + (d.verdict === 'accept' ? 0 : 1) })
      }
    return values.rule
      .map((id, code) => ({
        id,
        cameo: ask.desk.ports.ruleOf(id)?.cameo ?? null,
        events: counts.rule[code] ?? 0,
        judged: judged.get(id)?.all ?? 0,
        wrong: judged.get(id)?.wrong ?? 0,
      }))
      .sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1))
  },
  view: (rows, { desk }) => ({
    title: 'Rules',
    main: html`<h1>Rules <span class="total">${count(rows.length)}</span></h1>
<p class="soft">The entries of the lexicon that found the events, by how many they found.</p>
<div class="table-wrap" tabindex="0" role="region" aria-label="Rules"><table class="numbers"><thead><tr><th scope="col">Rule</th><th scope="col">Code</th><th scope="col" class="num">Events</th><th scope="col" class="num">Judged</th><th scope="col" class="num">Wrong</th></tr></thead><tbody>${rows.map(
      (r) =>
        html`<tr><td><a href="${link('/rule', { id: r.id })}">${r.id.replace(/^actions\//, '')}</a></td><td>${r.cameo === null ? '' : html`<span class="code">${r.cameo}</span> ${nameOfCode(desk.ports.codebook, r.cameo)}`}</td><td class="num">${count(r.events)}</td><td class="num">${r.judged === 0 ? '' : count(r.judged)}</td><td class="num">${r.judged === 0 ? '' : count(r.wrong)}</td></tr>`,
    )}</tbody></table></div>`,
  }),
  json: (rows) => ({ rules: rows }),
})
