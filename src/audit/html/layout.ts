import { readFilter, writeFilter } from '../index/filter.ts'
import type { Ask, View } from '../page.ts'
import { html } from './html.ts'
import { KEYS } from './keys.ts'
import { link } from './links.ts'
import { count } from './words.ts'

const BROWSE = [
  ['/', 'Events'],
  ['/timeline', 'Timeline'],
  ['/network', 'Network'],
  ['/map', 'Map'],
  ['/articles', 'Articles'],
  ['/judge', 'Judge'],
] as const
const WHOLE = [
  ['/rules', 'Rules'],
  ['/rejections', 'Rejections'],
  ['/verdicts', 'Verdicts'],
  ['/quality', 'Quality'],
] as const

/** A whole page around its view. Links to the other ways of looking keep the filter. */
export const layout = ({ title, main, scripts = [] }: View, ask: Ask): string => {
  const { desk, params, path, reviewer } = ask
  const filter = writeFilter(readFilter(params))
  const item = (href: string, name: string, more: string) =>
    html`<li><a href="${link(href, {}, more)}"${href === path && html` aria-current="page"`}>${name}</a></li>`
  const { columns } = desk.snapshot()
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Annalist</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/desk.css">
${['desk.js', ...scripts].map((name) => html`<script type="module" src="/assets/${name}"></script>\n`)}</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="top">
<a class="brand" href="/">Annalist</a>
<nav aria-label="Ways of looking"><ul>${BROWSE.map(([href, name]) => item(href, name, filter))}${WHOLE.map(([href, name]) => item(href, name, ''))}</ul></nav>
<span class="who">${desk.readOnly ? 'read only' : html`judging as <a href="/reviewer">${reviewer}</a>`} <button type="button" class="quiet" data-open="keys" aria-haspopup="dialog">Keys <kbd>?</kbd></button></span>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="foot"><p>${count(columns.size)} events from ${count(desk.snapshot().articles)} articles in ${desk.path} · <a href="${jsonTwin(path, params)}">this page as JSON</a> · <a href="/help">Help</a></p></footer>
<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<div class="keys">${KEYS.map(
    ({ name, keys }) =>
      html`<section><h3>${name}</h3><dl>${keys.map(([key, what]) => html`<div><dt>${key.split(' ').map((k) => html`<kbd>${k}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl></section>`,
  )}</div>
<form method="dialog"><button>Close</button></form>
</dialog>
</body>
</html>`.markup
}

/** The address of a page's JSON twin. */
export const jsonTwin = (path: string, params: URLSearchParams): string =>
  link(path === '/' ? '/events.json' : `${path}.json`, params.toString())
