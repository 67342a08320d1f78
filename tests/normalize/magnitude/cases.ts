import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Magnitude } from '../../../src/document.ts'
import { lexicon } from '../../../src/lexicon/english.ts'
import { findMagnitude } from '../../../src/normalize/magnitude/find-magnitude.ts'
import { readCase } from '../read-case.ts'

export type Numbers = { readonly dead: string | null; readonly injured: string | null; readonly size: string | null }
export type MagnitudeCase = Numbers & { readonly group: string; readonly text: string }

const FILE = new URL('../../../fixtures/magnitudes/magnitudes.yaml', import.meta.url)

export const magnitudeCases = (): readonly MagnitudeCase[] =>
  Object.entries(parse(readFileSync(FILE, 'utf8')) as Record<string, readonly ({ text: string } & Partial<Numbers>)[]>).flatMap(
    ([group, cases]) => cases.map(({ text, dead = null, injured = null, size = null }) => ({ group, text, dead, injured, size })),
  )

const written = (text: string, magnitude: Magnitude | undefined): string | null => {
  if (!magnitude) return null
  const { min, max, start, end } = magnitude
  return `${max === null ? `${min}+` : max === min ? min : `${min}-${max}`}: ${text.slice(start, end)}`
}

export const numbersOf = (marked: string): Numbers => {
  const { text, reading, candidate, root } = readCase(marked)
  const { dead, injured, size } = findMagnitude(reading, candidate.clause, root, lexicon)
  return { dead: written(text, dead), injured: written(text, injured), size: written(text, size) }
}
