import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count } from '../html/words.ts'
import { page } from '../page.ts'

type Lemma = { readonly reason: string; readonly lemma: string; readonly count: number }
type Sample = {
  readonly id: string
  readonly article: string
  readonly sentence: number
  readonly trigger: string
  readonly detail: string
  readonly rule: string | null
  readonly text: string
}
type Data = {
  readonly reason: string | null
  readonly lemma: string | null
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  readonly lemmas: readonly Lemma[]
  readonly sample: readonly Sample[]
}

const SAMPLE = `SELECT rejections.id, articles.id AS article, rejections.sentence, trigger_text AS trigger, detail, rule, sentences.text FROM rejections
JOIN articles ON articles.key = rejections.article
JOIN sentences ON sentences.article = rejections.article AND sentences.ordinal = rejections.sentence`

/** What became no event, by reason and word: what a lexicon lacks. */
export const rejectionsPage = page<Data>({
  path: '/rejections',
  load: ({ desk, params }) => {
    const reason = params.get('reason')
    const lemma = params.get('lemma')
    const reasons = desk.query<Data['reasons'][number]>(
      'SELECT reason, count(*) AS count FROM rejections GROUP BY reason ORDER BY count DESC, reason',
    )
    const chosen = reason ?? reasons[0]?.reason ?? ''
    return {
      reason,
      lemma,
      reasons,
      lemmas: desk.query<Lemma>(
        'SELECT reason, trigger_lemma AS lemma, count(*) AS count FROM rejections WHERE reason = ? GROUP BY trigger_lemma ORDER BY count DESC, lemma LIMIT 60',
        chosen,
      ),
      sample:
        lemma === null
          ? desk.query<Sample>(`${SAMPLE} WHERE reason = ? LIMIT 30`, chosen)
          : desk.query<Sample>(`${SAMPLE} WHERE reason = ? AND trigger_lemma = ? LIMIT 100`, chosen, lemma),
    }
  },
  view: ({ reason, lemma, reasons, lemmas, sample }, { desk }) => {
    const chosen = reason ?? reasons[0]?.reason ?? null
    return {
      title: 'Rejections',
      main: html`<h1>Rejections <span class="total">${count(desk.snapshot().rejections)}</span></h1>
<p class="soft">Candidates that became no event. A frequent word among those without a code is one that the lexicon lacks.</p>
${
  reasons.length === 0
    ? html`<div class="empty"><h2>Nothing was rejected</h2><p>Every candidate of this database became an event.</p></div>`
    : html`<ul class="chips">${reasons.map((r) => html`<li><a href="${link('/rejections', { reason: r.reason })}"${r.reason === chosen && html` aria-current="true"`}>${r.reason} ${count(r.count)}</a></li>`)}</ul>
<div class="columns two"><section class="bars"><h2>Words</h2><ul>${lemmas.map(
        (l) =>
          html`<li><a href="${link('/rejections', { reason: l.reason, lemma: l.lemma })}"${l.lemma === lemma && html` aria-current="true"`}><span class="value">${l.lemma}</span> <span class="n">${count(l.count)}</span></a></li>`,
      )}</ul></section>
<section><h2>${lemma === null ? 'Some of them' : `“${lemma}”`}</h2><ul class="samples">${sample.map(
        (s) =>
          html`<li><a href="${link('/article', { id: s.article })}#s${s.sentence}"><strong>${s.trigger}</strong></a> <span class="soft">${s.detail}${s.rule && ` (${s.rule})`} · ${s.article}</span><br>${s.text.trim()}</li>`,
      )}</ul></section></div>`
}`,
    }
  },
  json: ({ reasons, lemmas, sample }) => ({ reasons, lemmas, sample }),
})
