import type { Choice } from '../index/choose.ts'
import { type Filter, writeFilter, yearText } from '../index/filter.ts'
import { type Html, html } from './html.ts'
import { link } from './links.ts'
import { many } from './words.ts'

export type Stretch = { readonly from: number; readonly to: number; readonly count: number }

const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 500, 1000]
const MOST = 36

/** Events by year, or by as many years at a time as leaves few enough stretches to see. */
export const stretchesOf = ({ years }: Choice): readonly Stretch[] => {
  if (years.size === 0) return []
  const [low, high] = [Math.min(...years.keys()), Math.max(...years.keys())]
  const length = LENGTHS.find((n) => Math.floor(high / n) - Math.floor(low / n) < MOST) ?? 1000
  const first = Math.floor(low / length)
  const counts = Array.from({ length: Math.floor(high / length) - first + 1 }, () => 0)
  for (const [year, count] of years) counts[Math.floor(year / length) - first] = (counts[Math.floor(year / length) - first] ?? 0) + count
  return counts.map((count, i) => ({ from: (first + i) * length, to: (first + i + 1) * length - 1, count }))
}

const WIDTH = 240
const HEIGHT = 44
const nameOf = ({ from, to }: Stretch): string => (from === to ? String(from) : `${from} to ${to}`)

/** The dates of the events as bars, each a link that chooses its years. */
export const yearBars = (path: string, choice: Choice, filter: Filter): Html => {
  const stretches = stretchesOf(choice)
  const most = Math.max(1, ...stretches.map((s) => s.count))
  const width = WIDTH / Math.max(1, stretches.length)
  const yearOf = (date: string | null, open: number): number => (date === null ? open : Number(date.slice(0, -6)))
  const isOn = ({ from, to }: Stretch): boolean =>
    (filter.from !== null || filter.to !== null) && yearOf(filter.from, from) <= to && yearOf(filter.to, to) >= from
  if (stretches.length < 2) return html``
  return html`<svg class="years" viewBox="0 0 ${WIDTH} ${HEIGHT + 14}" role="group" aria-label="Events by year">${stretches.map((s, i) => {
    if (s.count === 0) return null
    const height = Math.max(1.5, (HEIGHT * s.count) / most)
    return html`<a href="${link(path, {}, writeFilter({ ...filter, from: `${yearText(s.from)}-01-01`, to: `${yearText(s.to)}-12-31` }))}" aria-label="${nameOf(s)}: ${many(s.count, 'event')}"${isOn(s) && html` class="on"`}><title>${nameOf(s)}: ${many(s.count, 'event')}</title><rect class="hit" x="${(i * width).toFixed(1)}" y="0" width="${width.toFixed(1)}" height="${HEIGHT}" /><rect x="${(i * width + 0.5).toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}" width="${Math.max(1, width - 1).toFixed(1)}" height="${height.toFixed(1)}" /></a>`
  })}<text x="0" y="${HEIGHT + 12}">${stretches[0]?.from}</text><text x="${WIDTH}" y="${HEIGHT + 12}" text-anchor="end">${stretches.at(-1)?.to}</text></svg>`
}
