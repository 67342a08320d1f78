import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count } from '../html/words.ts'
import { page } from '../page.ts'

const LIMIT = 100

type Row = {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly events: number
  readonly rejections: number
}
type Data = {
  readonly rows: readonly Row[]
  readonly find: string
  readonly more: boolean
  readonly first: boolean
  readonly readBy: ReadonlyMap<string, readonly string[]>
}

const SELECT = `SELECT id, title, published,
  (SELECT count(*) FROM events WHERE article = articles.key) AS events,
  (SELECT count(*) FROM rejections WHERE article = articles.key) AS rejections
FROM articles`

/** All articles by id, a page at a time; `find` looks for the beginning of an id. */
export const articlesPage = page<Data>({
  path: '/articles',
  load: ({ desk, params }) => {
    const find = (params.get('find') ?? '').slice(0, 200)
    const after = params.get('after') ?? ''
    // After the last one shown, or from the first that begins so.
    const rows =
      after === ''
        ? desk.query<Row>(`${SELECT} WHERE id >= ? AND id < ? ORDER BY id LIMIT ${LIMIT + 1}`, find, `${find}\u{10ffff}`)
        : desk.query<Row>(`${SELECT} WHERE id > ? AND id < ? ORDER BY id LIMIT ${LIMIT + 1}`, after, `${find}\u{10ffff}`)
    const readBy = new Map<string, string[]>()
    for (const v of desk.standing().verdicts)
      if (v.verdict === 'read') readBy.set(v.article, [...(readBy.get(v.article) ?? []), v.reviewer])
    return { rows: rows.slice(0, LIMIT), find, more: rows.length > LIMIT, first: after === '', readBy }
  },
  view: ({ rows, find, more, first, readBy }, { desk }) => ({
    title: 'Articles',
    main: html`<h1>Articles <span class="total">${count(desk.snapshot().articles)}</span></h1>
<form class="search" action="/articles" role="search"><label class="sr" for="find">Beginning of an article’s id</label><input id="find" name="find" type="search" value="${find}" placeholder="The id begins with"><button>Find</button></form>
${
  rows.length === 0
    ? html`<div class="empty"><h2>No article begins so</h2><p><a href="/articles">See all of them</a>, or search the words of their events <a href="/">among the events</a>.</p></div>`
    : html`<div class="table-wrap" tabindex="0" role="region" aria-label="Articles"><table class="numbers"><thead><tr><th scope="col">Article</th><th scope="col">Published</th><th scope="col" class="num">Events</th><th scope="col" class="num">Rejected</th><th scope="col">Read whole by</th></tr></thead><tbody>${rows.map(
        (r) =>
          html`<tr><td><a href="${link('/article', { id: r.id })}"><bdi>${r.title ?? r.id}</bdi></a>${r.title !== null && html` <bdi class="soft">${r.id}</bdi>`}</td><td class="date">${r.published ?? ''}</td><td class="num">${count(r.events)}</td><td class="num">${count(r.rejections)}</td><td>${(readBy.get(r.id) ?? []).join(', ')}</td></tr>`,
      )}</tbody></table></div>`
}
<nav class="pages" aria-label="Pages">${first ? html`<span></span>` : html`<a href="${link('/articles', { find })}">← First</a>`}<span></span>${more ? html`<a rel="next" href="${link('/articles', { find, after: rows.at(-1)?.id })}">Further →</a>` : html`<span></span>`}</nav>`,
  }),
  json: ({ rows, find, more }) => ({ find, articles: rows, after: more ? (rows.at(-1)?.id ?? null) : null }),
})
