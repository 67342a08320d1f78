import { type Html, html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { count } from '../html/words.ts'
import type { Pairs } from './count-pairs.ts'

const SIZE = 760
const RADIUS = 270
const CENTRE = SIZE / 2
const DRAWN = 160

const round = (n: number): number => Math.round(n * 10) / 10

/**
 * Actors on a circle, by falling number of events, with an arc for each pair: its width tells how many events, its colour how many of them are conflict.
 * Nothing is left to chance: the same events give the same drawing.
 */
export const networkChart = ({ actors, pairs }: Pairs, query: string): Html => {
  const at = new Map(
    actors.map(({ name }, i) => {
      const angle = (i / actors.length) * 2 * Math.PI - Math.PI / 2
      return [name, { x: CENTRE + RADIUS * Math.cos(angle), y: CENTRE + RADIUS * Math.sin(angle), angle }] as const
    }),
  )
  const between = pairs.filter((p) => p.source !== p.target).slice(0, DRAWN)
  const most = between[0]?.count ?? 1
  const loudest = actors[0]?.count ?? 1
  return html`<div class="chart network"><svg viewBox="0 0 ${SIZE} ${SIZE}" role="group" aria-label="Actors and the events between them; the table beside has the numbers" width="${SIZE}" height="${SIZE}">
<g fill="none">${between.toReversed().map((pair) => {
    const [from, to] = [at.get(pair.source), at.get(pair.target)]
    if (!from || !to) return null
    const bend = 0.28
    const [x, y] = [CENTRE + ((from.x + to.x) / 2 - CENTRE) * bend, CENTRE + ((from.y + to.y) / 2 - CENTRE) * bend]
    const hostile = pair.conflict / pair.count
    const width = round(0.6 + 7 * Math.sqrt(pair.count / most))
    return html`<path class="tie ${hostile > 0.66 ? 'conflict' : hostile > 0.33 ? 'mixed' : 'cooperation'}" d="M${round(from.x)} ${round(from.y)}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}" stroke-width="${width}"><title>${pair.source} → ${pair.target}: ${count(pair.count)} events, ${count(pair.conflict)} of conflict</title></path>`
  })}</g>
${actors.map(({ name, count: n }) => {
  const spot = at.get(name)
  if (!spot) return null
  const right = Math.cos(spot.angle) >= -0.001
  const radius = round(3 + 11 * Math.sqrt(n / loudest))
  const degrees = round((spot.angle * 180) / Math.PI + (right ? 0 : 180))
  return html`<a href="${link('/actor', { id: name }, query)}"><circle cx="${round(spot.x)}" cy="${round(spot.y)}" r="${radius}" /><text transform="translate(${round(spot.x)} ${round(spot.y)}) rotate(${degrees})" x="${right ? radius + 5 : -radius - 5}" dy="0.35em" text-anchor="${right ? 'start' : 'end'}">${name}</text></a>`
})}</svg></div>`
}
