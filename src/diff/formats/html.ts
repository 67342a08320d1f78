import { describeEvent, eventOf } from '../describe.ts'
import type { Change } from '../diff.ts'
import { quote } from '../quote.ts'
import { actorsOf, groupsOf, rootsOf, type Summary, totalOf } from '../summarize.ts'
import { countsLine, headline, type Look, SIGNS } from './format.ts'

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
const link = (text: string, url: string | null): string =>
  url !== null && /^https?:/.test(url) ? `<a href="${html(url)}">${text}</a>` : text

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}table{border-collapse:collapse}
td,th{padding:.15rem .8rem .15rem 0;text-align:left}td+td{text-align:right}li{margin:.5rem 0}mark{background:#fff0b3}del{background:#fbe0dd}ins{background:#dcf3df;text-decoration:none}
blockquote{margin:.2rem 0;color:#444}.added>b{color:#187a2f}.removed>b{color:#b3261e}.changed>b{color:#8a5a00}summary{cursor:pointer;font-weight:600;margin-top:1rem}`

/** A diff as a page of its own. */
export const diffHtml = (summary: Summary, look: Look): string => {
  const one = (change: Change): string => {
    const event = eventOf(change)
    const words = quote(change)
      .map(({ text, marked }) => (marked ? `<mark>${html(text)}</mark>` : html(text)))
      .join('')
    const fields = change.fields
      .map(({ field, before, after }) => `<br>${field}: <del>${html(before)}</del> <ins>${html(after)}</ins>`)
      .join('')
    const article = link(html(change.article.title ?? change.article.id), look.articleLink(change.article))
    return `<li class="${change.kind}"><b>${SIGNS[change.kind]} ${html(describeEvent(event, look.nameOf))}</b> · ${article} · ${link(`<code>${html(event.rule)}</code>`, look.entryLink(event.rule))}${fields}${words === '' ? '' : `<blockquote>${words}</blockquote>`}</li>\n`
  }
  const table = (title: string, rows: readonly (readonly [string, Summary['counts']])[], label: (name: string) => string): string =>
    rows.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">${title}</th><th scope="col">added</th><th scope="col">removed</th><th scope="col">changed</th></tr></thead><tbody>${rows.map(([name, c]) => `<tr><td>${html(label(name))}</td><td>${c.added}</td><td>${c.removed}</td><td>${c.changed}</td></tr>`).join('')}</tbody></table>\n`
  const groups = groupsOf(summary).map(([name, group]) => {
    const left = totalOf(group.counts) - group.shown.length
    return `<details open><summary>${html(name)} — ${countsLine(group.counts)}</summary><ul>\n${group.shown.map(one).join('')}${left > 0 ? `<li>… and ${left} more</li>` : ''}</ul></details>\n`
  })
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Annalist diff</title><style>${STYLE}</style></head><body>\n<h1>${html(headline(summary))}</h1>\n${table('root', rootsOf(summary), (root) => `${root} ${look.nameOf(root)}`)}${table('actor', actorsOf(summary, 20), (a) => a)}${groups.join('')}</body></html>\n`
}
