import { allPlaces } from '../../normalize/places/gazetteer.ts'
import { type Html, html } from '../html/html.ts'
import { count } from '../html/words.ts'

const WIDTH = 1080
const HEIGHT = 526

export type Point = { readonly x: number; readonly y: number }

/** Equal Earth (Šavrič, Patterson and Jenny 2018): areas as they are, continents as they look. Degrees in, the drawing's units out. */
export const project = (latitude: number, longitude: number): Point => {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180))
  const t2 = theta * theta
  const t6 = t2 * t2 * t2
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(theta)) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
  const y = a4 * t6 * t2 * theta + a3 * t6 * theta + a2 * t2 * theta + a1 * theta
  return { x: WIDTH / 2 + x * 199, y: HEIGHT / 2 - y * 199 }
}

type World = { readonly dots: string; readonly middles: ReadonlyMap<string, Point> }

/** The land as dots, one a city, and the middle of each country's people: from the gazetteer that places are resolved by. */
const drawWorld = (): World => {
  const dots = new Set<string>()
  const sums = new Map<string, { latitude: number; longitude: number; weight: number }>()
  for (const { country, latitude, longitude, people, rank } of allPlaces()) {
    if (country === null || latitude === null || longitude === null || rank === 'water') continue
    const weight = 1 + people
    const { x, y } = project(latitude, longitude)
    // A grid of four units: dense where people live, and few enough dots to draw.
    dots.add(`M${Math.round(x / 4) * 4} ${Math.round(y / 4) * 4}h0`)
    const sum = sums.get(country) ?? { latitude: 0, longitude: 0, weight: 0 }
    sums.set(country, {
      latitude: sum.latitude + weight * latitude,
      longitude: sum.longitude + weight * longitude,
      weight: sum.weight + weight,
    })
  }
  return {
    dots: [...dots].join(''),
    middles: new Map([...sums].map(([code, s]) => [code, project(s.latitude / s.weight, s.longitude / s.weight)])),
  }
}

let world: World | null = null

/** The middle of a country on the map, or null where it has none. */
export const middleOf = (country: string): Point | null => {
  world ??= drawWorld()
  return world.middles.get(country) ?? null
}

/** Countries as discs whose area tells how many events they hold, over the land as dots. */
export const mapChart = (
  countries: readonly { readonly name: string; readonly count: number }[],
  hrefOf: (country: string) => string,
): Html => {
  world ??= drawWorld()
  const most = countries[0]?.count ?? 1
  return html`<div class="chart map"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="Events by country; the table below has the numbers" width="${WIDTH}" height="${HEIGHT}">
<path class="land" d="${world.dots}" />
${countries.map(({ name, count: n }) => {
  const spot = middleOf(name)
  if (spot === null) return null
  const radius = Math.round((2.5 + 27 * Math.sqrt(n / most)) * 10) / 10
  return html`<a href="${hrefOf(name)}"><circle cx="${Math.round(spot.x)}" cy="${Math.round(spot.y)}" r="${radius}"><title>${name}: ${count(n)} events</title></circle>${radius > 9 && html`<text x="${Math.round(spot.x)}" y="${Math.round(spot.y)}" dy="0.35em" text-anchor="middle">${name}</text>`}</a>`
})}</svg></div>`
}

export type Charts = { readonly mapChart: typeof mapChart; readonly middleOf: typeof middleOf }
