import type { Tally } from './tally.ts'

export const QUAD_NAMES = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'] as const
/** Told apart also by those who don't see red and green alike. */
export const QUAD_COLOURS = ['#7db7e8', '#1f6fb4', '#f2b36b', '#c0392b'] as const

const WIDTH = 960

/** Draws a tally with Observable Plot: events over time by quad class, and below it the busiest pairs. One self-contained SVG. */
export const drawTimeline = async (tally: Tally, title: string): Promise<string> => {
  const [{ plot, rectY, ruleY, dot }, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const named = <T extends { readonly quad: number }>(bins: readonly T[]) =>
    bins.map((bin) => ({ ...bin, class: QUAD_NAMES[bin.quad - 1] }))
  const ends = tally.bins.flatMap(({ from, to }) => [from.getTime(), to.getTime()])
  const domain = [new Date(Math.min(...ends)), new Date(Math.max(...ends))]
  const shared = {
    document: document as never,
    width: WIDTH,
    marginLeft: 150,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px' },
    color: { domain: [...QUAD_NAMES], range: [...QUAD_COLOURS] },
  }
  const bars = plot({
    ...shared,
    height: 300,
    x: { type: 'utc', domain, label: null },
    y: { label: `events a ${tally.unit}`, grid: true },
    marks: [rectY(named(tally.bins), { x1: 'from', x2: 'to', y: 'count', fill: 'class', inset: 0.5 }), ruleY([0])],
  })
  const pairs = [...new Set(tally.pairs.map(({ pair }) => pair))]
  const dots = plot({
    ...shared,
    height: 40 + 26 * Math.max(1, pairs.length),
    x: { type: 'utc', domain, label: null },
    y: { type: 'point', domain: pairs, label: null, grid: true },
    r: { range: [0, 11] },
    marks: [dot(named(tally.pairs), { x: 'from', y: 'pair', r: 'count', fill: 'class', fillOpacity: 0.8 })],
  })
  const place = (svg: { outerHTML: string }, y: number): string => svg.outerHTML.replace('<svg ', `<svg x="0" y="${y}" `)
  const height = 60 + 300 + 40 + 26 * Math.max(1, pairs.length)
  const legend = QUAD_NAMES.map(
    (name, i) =>
      `<rect x="${150 + i * 190}" y="36" width="12" height="12" fill="${QUAD_COLOURS[i]}"/><text x="${168 + i * 190}" y="47">${name}</text>`,
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12"><title>${title}</title><rect width="100%" height="100%" fill="white"/><text x="150" y="22" font-size="16" font-weight="bold">${title}</text>${legend}${place(bars, 60)}${pairs.length > 0 ? place(dots, 360) : ''}</svg>\n`
}
