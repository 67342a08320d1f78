import type { Party } from '../../document.ts'
import type { About, Exported, Writer } from '../exported.ts'
import { xml } from '../xml.ts'
import { drawTimeline, QUAD_COLOURS } from './draw.ts'
import { tally } from './tally.ts'

/** So many events are listed below the picture, the latest first. */
const LISTED = 1000

const titleOf = ({ title }: About, dated: number, undated: number): string =>
  xml(`${title ?? 'Events'} · ${dated} with a date${undated > 0 ? `, ${undated} without` : ''}`)

const nothing = (title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="60" role="img" aria-label="${title}"><title>${title}</title><text x="20" y="35" font-family="system-ui, sans-serif">No event has a date to draw it at.</text></svg>\n`

/** The timeline as SVG. */
export const writeTimelineSvg: Writer = async function* (events, about) {
  const counted = tally(events)
  const title = titleOf(about, counted.dated, counted.undated)
  yield counted.dated === 0 ? nothing(title) : await drawTimeline(counted, title)
}

const STYLE = `:root{color-scheme:light}body{font:15px/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
svg{max-width:100%;height:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}
td:first-child{white-space:nowrap}mark{background:#fff0b3}small{color:#666}td i{display:inline-block;width:.7em;height:.7em;margin-right:.4em}`

/** The timeline as a page of its own: the picture, and the latest events with their words. Nothing in it is loaded from elsewhere. */
export const writeTimelineHtml: Writer = async function* (events, about) {
  const latest: Exported[] = []
  const later = (a: Exported, b: Exported): number => {
    const [x, y] = [a.event.date?.start ?? '', b.event.date?.start ?? '']
    return x < y ? 1 : x > y ? -1 : 0
  }
  function* kept(): Generator<Exported> {
    for (const exported of events) {
      latest.push(exported)
      if (latest.length >= 2 * LISTED) latest.splice(0, latest.length, ...latest.toSorted(later).slice(0, LISTED))
      yield exported
    }
  }
  const counted = tally(kept())
  const title = titleOf(about, counted.dated, counted.undated)
  const picture = counted.dated === 0 ? nothing(title) : await drawTimeline(counted, title)
  const listed = latest.toSorted(later).slice(0, LISTED)
  const total = counted.dated + counted.undated
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="annalist ${xml(about.version)}"><title>${title}</title><style>${STYLE}</style></head><body>\n<h1>${title}</h1>\n${picture}`
  yield `<h2>${listed.length < total ? `The latest ${listed.length} of ${total} events` : 'Events'}</h2>\n<table><thead><tr><th scope="col">date</th><th scope="col">who to whom</th><th scope="col">what</th><th scope="col">words</th></tr></thead><tbody>\n`
  for (const exported of listed) yield row(exported, about)
  yield '</tbody></table>\n</body></html>\n'
}

const names = (parties: readonly Party[]): string => parties.map((p) => p.name ?? p.text).join(', ') || '—'

const row = ({ event, article, words }: Exported, about: About): string => {
  const { date, source, target, action, trigger, sentence } = event
  const at = trigger.start - sentence.start
  const quoted = `${xml(words.slice(0, at))}<mark>${xml(trigger.text)}</mark>${xml(words.slice(at + trigger.text.length))}`
  const url = article.url !== null && /^https?:/.test(article.url) ? article.url : null
  const origin = url === null ? xml(article.id) : `<a href="${xml(url)}">${xml(article.title ?? article.id)}</a>`
  const status = action.status === 'asserted' ? '' : ` <small>${action.status}</small>`
  return `<tr><td>${xml(date?.value ?? '—')}</td><td>${xml(`${names(source)} → ${names(target)}`)}</td><td><i style="background:${QUAD_COLOURS[action.quad - 1]}"></i>${action.cameo} ${xml(about.nameOf(action.cameo))}${action.negated ? ' <small>not</small>' : ''}${status}</td><td>${quoted} <small>${origin}</small></td></tr>\n`
}
