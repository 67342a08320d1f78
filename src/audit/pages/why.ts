import type { Article, Rejection } from '../../document.ts'
import { type Html, html, trusted } from '../html/html.ts'
import { link } from '../html/links.ts'
import { nameOfCode } from '../html/words.ts'
import { PageError, page } from '../page.ts'
import type { Ports, Reading } from '../ports.ts'
import { storedFor } from './article.ts'

type Data = {
  readonly article: Article
  readonly reading: Reading
  readonly tree: string
  readonly rejections: readonly Rejection[]
  readonly fragment: boolean
}

/** How a sentence was read: asked of the extraction itself, on the stored text. */
export const whyPage = page<Data>({
  path: '/why',
  load: async (ask) => {
    const { article, rejections } = storedFor(ask, 'article')
    const index = Number(ask.params.get('sentence'))
    const readings = await ask.desk.ports.explain(article)
    const reading = readings.find((r) => r.sentence.index === index)
    if (reading === undefined)
      throw new PageError(
        404,
        `the article has no sentence ${ask.params.get('sentence') ?? ''}`,
        `write a number from 0 to ${readings.length - 1}`,
      )
    return {
      article,
      reading,
      tree: ask.desk.ports.drawTree(reading.words),
      rejections: rejections.filter((r) => r.sentence.index === index),
      fragment: ask.params.get('fragment') === '1',
    }
  },
  view: ({ article, reading, tree, rejections, fragment }, { desk }) => ({
    title: `Sentence ${reading.sentence.index} of ${article.id}`,
    main: html`<h1>How the sentence was read</h1>
<p><a href="${link('/article', { id: article.id })}#s${reading.sentence.index}">← <bdi>${article.title ?? article.id}</bdi></a>, sentence ${reading.sentence.index}</p>
<blockquote class="text">${article.text.slice(reading.sentence.start, reading.sentence.end)}</blockquote>
<div id="fragment" class="fragment">${readingDetail(article, reading, tree, rejections, desk.ports, fragment ? 'h3' : 'h2')}</div>`,
  }),
  json: ({ article, reading: { resolutions, ...reading }, rejections }) => ({
    article: article.id,
    ...reading,
    resolutions: [...(resolutions ?? [])].map(([head, r]) => ({
      head,
      basis: r.basis,
      because: r.because,
      entities: r.referents.map((x) => x.entity),
    })),
    rejections,
  }),
})

const readingDetail = (
  article: Article,
  reading: Reading,
  tree: string,
  rejections: readonly Rejection[],
  { codebook }: Ports,
  level: 'h2' | 'h3',
): Html => {
  const heading = (name: string): Html => trusted(`<${level}>${name}</${level}>`)
  const { candidates, mentions, timexes, words, resolutions } = reading
  const word = (at: number): string => words[at]?.text ?? ''
  return html`<section>${heading('Acts')}${
    candidates.length === 0
      ? html`<p class="soft">No predicate was seen here.</p>`
      : html`<ul class="candidates">${candidates.map(({ clause, acts }) => {
          const traits = [
            clause.passive ? 'passive' : '',
            clause.negated ? 'negated' : '',
            clause.mood === 'asserted' ? '' : clause.mood,
          ].filter(Boolean)
          return html`<li><strong>${clause.words.map(word).join(' ')}</strong> <span class="soft">${clause.kind}${traits.length > 0 && `, ${traits.join(', ')}`}</span>
<br>${clause.args.map((a) => html`<span class="arg"><span class="soft">${a.slot}</span> ${word(a.head)}${a.via !== 'own' && html` <span class="soft">(${a.via})</span>`}</span> `)}
${
  acts.length === 0
    ? html`<br><span class="soft">No rule fits it.</span>`
    : html`<ol>${acts.slice(0, 6).map((act, i) => html`<li><a href="${link('/rule', { id: `actions/${act.entry.id}` })}">${act.entry.id}</a> <span class="code">${act.entry.cameo}</span> ${nameOfCode(codebook, act.entry.cameo)} <span class="soft">score ${Math.round(act.score * 100) / 100}${i > 0 && ', lost'}</span></li>`)}</ol>`
}</li>`
        })}</ul>`
  }</section>
<section>${heading('Actors and references')}${
    mentions.length === 0
      ? html`<p class="soft">Nobody is mentioned.</p>`
      : html`<ul>${mentions.map((m) => {
          const found = resolutions?.get(m.head)
          return html`<li><strong>${m.text}</strong> → ${m.code ?? m.entity ?? (found ? found.referents.map((r) => r.entity).join(', ') : html`<span class="none">nothing</span>`)} <span class="soft">${found ? `${found.basis}: ${found.because}` : m.basis}${m.rule && `, ${m.rule}`}</span></li>`
        })}</ul>`
  }</section>
<section>${heading('Dates')}${
    timexes.length === 0
      ? html`<p class="soft">None in this sentence.</p>`
      : html`<ul>${timexes.map((t) => html`<li><strong>${t.text}</strong> = ${t.value ?? 'no value'}${t.mod && ` ${t.mod}`} <span class="soft">${t.type.toLowerCase()}, by ${t.rule}${t.fault && `, ${t.fault}`}${anchorOf(t.anchor, article)}</span></li>`)}</ul>`
  }</section>
<section>${heading('Rejected')}${
    rejections.length === 0
      ? html`<p class="soft">Nothing.</p>`
      : html`<ul>${rejections.map((r) => html`<li><q>${r.trigger.text}</q> <strong>${r.reason}</strong> <span class="soft">${r.detail}</span></li>`)}</ul>`
  }</section>
<section>${heading('Tree')}<pre class="tree" tabindex="0" role="region" aria-label="The sentence as a tree">${tree}</pre></section>`
}

const anchorOf = (anchor: string | null, article: Article): string => {
  if (anchor === null) return ''
  if (anchor === 'publication') return `, reckoned from the publication date ${article.published ?? ''}`
  const [, start, end] = /^text:(\d+)-(\d+)$/.exec(anchor) ?? []
  return start === undefined ? `, reckoned from ${anchor}` : `, reckoned from “${article.text.slice(Number(start), Number(end))}”`
}
