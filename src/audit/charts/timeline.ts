import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Html, html, trusted } from '../html/html.ts'
import { type Months, unitLength } from './count-months.ts'
import { rootColour } from './root-colours.ts'

const MARGIN = { left: 56, right: 12 }
const WIDTH = 1080

/**
 * Events by month and root, drawn by Observable Plot on the server: steps stacked by root. The element tells the script where the months lie, so that a
 * stretch can be brushed. Styles that Plot writes into the drawing are taken out: desk.css has them, and our policy allows no others.
 */
export const timelineChart = ({ unit, stretches, roots }: Months): Html => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const [first, last] = [stretches[0]?.first ?? 0, (stretches.at(-1)?.first ?? 0) + unitLength(unit)]
  const dateOf = (month: number): Date => {
    const date = new Date(Date.UTC(2000, 0, 1))
    date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1)
    return date
  }
  const end = { first: last, counts: stretches.at(-1)?.counts ?? [] }
  const data = [...stretches, end].flatMap(({ first: month, counts }) => {
    const date = dateOf(month)
    return roots.map((root, i) => ({ date, root, events: counts[i] ?? 0 }))
  })
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: 320,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    x: { type: 'utc', label: null, domain: [dateOf(first), dateOf(last)] },
    y: { grid: true, label: `events a ${unit}`, nice: true },
    color: { domain: [...roots], range: roots.map(rootColour) },
    marks: [Plot.areaY(data, { x: 'date', y: 'events', z: 'root', fill: 'root', curve: 'step-after', order: [...roots] }), Plot.ruleY([0])],
  })
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const styled of svg.querySelectorAll('[style]')) styled.removeAttribute('style')
  for (const named of svg.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `Events by ${unit} and act; the table below has the numbers`)
  svg.setAttribute('class', 'plot')
  return html`<div class="chart" tabindex="0" role="region" aria-label="Timeline" data-brush data-first="${first}" data-last="${last}" data-left="${MARGIN.left}" data-right="${MARGIN.right}" data-width="${WIDTH}">${trusted(svg.outerHTML)}</div>`
}
