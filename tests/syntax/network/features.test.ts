import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { affixRows, FEATURES_A_WORD, wordKey } from '../../../src/syntax/network/features.ts'

type Case = { readonly form: string; readonly key: number; readonly rows: readonly number[] }

// Written by train/features.py (python3 train/features.py > tests/syntax/network/features.json).
const cases: readonly Case[] = JSON.parse(readFileSync(new URL('features.json', import.meta.url), 'utf8'))

const rowsOf = (form: string): readonly number[] => {
  const out = new Int32Array(FEATURES_A_WORD)
  affixRows(form, 16384, out)
  return Array.from(out)
}

describe('what the network sees of a word', () => {
  it.each(cases)('is in TypeScript what it was in training: $form', ({ form, key, rows }) => {
    expect({ key: wordKey(form), rows: rowsOf(form) }).toEqual({ key, rows })
  })

  it('knows a word whatever its case, and typographic signs as plain ones', () => {
    expect(wordKey('NATO')).toBe(wordKey('nato'))
    expect(wordKey('n’t')).toBe(wordKey("n't"))
    expect(wordKey('Nato')).not.toBe(wordKey('Nate'))
  })

  it('tells cases apart by their shape, and no digits', () => {
    expect(rowsOf('May')).not.toEqual(rowsOf('may'))
    expect(rowsOf('1997')).toEqual(rowsOf('2014'))
  })
})
