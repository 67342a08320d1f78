import { readFileSync } from 'node:fs'

/** The gazetteer from disk: what Node loads in the place of normalize/places/compiled.ts (`#places` in package.json, scripts/bundle.ts). */
export const places: string = readFileSync(new URL('./places.txt', import.meta.url), 'latin1')
