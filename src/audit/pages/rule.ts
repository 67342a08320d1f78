import { type Estimate, estimate } from '../../verdicts/stats/estimate.ts'
import { gradeJudgement } from '../../verdicts/stats/grade.ts'
import { eventTable, type Listed } from '../html/event-row.ts'
import { facetValues } from '../html/facets.ts'
import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { ruleExamples } from '../html/why.ts'
import { count, many, nameOfCode, percent } from '../html/words.ts'
import type { Choice } from '../index/choose.ts'
import { type Filter, NO_FILTER, writeFilter } from '../index/filter.ts'
import { PageError, page } from '../page.ts'
import type { Rule } from '../ports.ts'
import { barList, latestOf } from './actor.ts'
import { chooseFor, withVerdict } from './events.ts'

type Data = {
  readonly id: string
  readonly rule: Rule | null
  readonly filter: Filter
  readonly choice: Choice
  readonly right: Estimate | null
  readonly latest: readonly Listed[]
}

/** One rule of the lexicon: what it says, what it found, and how often that was right. */
export const rulePage = page<Data>({
  path: '/rule',
  load: (ask) => {
    const id = ask.params.get('id') ?? ''
    const rule = ask.desk.ports.ruleOf(id)
    const filter = { ...NO_FILTER, rule: [id] }
    const choice = chooseFor(ask, filter)
    if (rule === null && choice.total === 0)
      throw new PageError(404, `there is no rule “${id}”, nor an event by it`, 'see the list of rules')
    const grades = [...ask.desk.standing().judgements.values()].flatMap((j) => gradeJudgement(j) ?? []).filter((g) => g.finding.rule === id)
    return {
      id,
      rule,
      filter,
      choice,
      right: estimate(
        id,
        grades.map((g) => ({ value: g.right, weight: 1 })),
      ),
      latest: latestOf(ask, choice, 20),
    }
  },
  view: ({ id, rule, filter, choice, right, latest }, { desk }) => {
    const { codebook } = desk.ports
    const query = writeFilter(filter)
    return {
      title: id,
      main: html`<h1>${id.replace(/^actions\//, '')} <span class="total">rule</span></h1>
${id.startsWith('fallback/') && html`<p class="notice">It fired as a fallback: not all of its conditions held, and nothing fitted better.</p>`}
${
  rule === null
    ? html`<p class="notice">The lexicon that the audit was started with has no such entry: the events were made with another one. Start the audit with the same <code>--lexicon</code>.</p>`
    : html`<dl class="facts"><div><dt>Code</dt><dd><span class="code">${rule.cameo}</span> ${nameOfCode(codebook, rule.cameo)}</dd></div>${rule.says.map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}<div><dt>Written in</dt><dd>lexicon ${rule.file}, line ${rule.line}</dd></div></dl>${ruleExamples(rule, 20)}`
}
<p><a href="${link('/', {}, query)}">${many(choice.total, 'event')}</a> · <a href="${link('/judge', {}, query)}">judge them</a> · ${right === null ? 'none judged yet' : `${many(right.judged, 'event')} judged, ${percent(right.share)} right (${percent(right.low)} to ${percent(right.high)})`}</p>
<div class="columns">${barList(
        'Codes',
        facetValues(choice, filter, 'root', 20),
        (v) => `${v} ${nameOfCode(codebook, v)}`,
        (v) => link('/', {}, writeFilter({ ...filter, root: [v] })),
      )}
${barList('Confidence', facetValues(choice, filter, 'confidence', 5), String, (v) => link('/', {}, writeFilter({ ...filter, confidence: [v] })))}
${barList('Sources', facetValues(choice, filter, 'source', 8), String, (v) => link('/', {}, writeFilter({ ...filter, source: [v] })))}</div>
<h2>Latest</h2>
${latest.length > 0 ? eventTable(latest, codebook, query) : html`<p class="soft">It has found nothing in this database (${count(0)} events).</p>`}`,
    }
  },
  json: ({ id, rule, choice, right, latest }) => ({ id, rule, total: choice.total, right, latest: latest.map(withVerdict) }),
})
