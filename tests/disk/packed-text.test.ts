import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packText, unpackText } from '../../src/disk/packed-text.ts'

describe('long strings as one text of Latin-1', () => {
  test.each([
    ['none', {}],
    ['empty ones', { a: '', b: '' }],
    ['lines and tabs', { a: 'x\ty\nz', b: '\n\n' }],
    ['letters of Latin-1', { a: 'Côte d’Ivoire'.replace('’', "'"), b: 'ÿ\0' }],
    ['other letters, before and behind', { a: 'plain', b: '€\tmoney', c: 'Šlechtová "quoted" \\', d: 'plain again' }],
    ['what looks like an escape', { a: '\\u20ac', b: '\\' }],
  ])('%s', (_, fields) => {
    const text = packText(fields)
    expect(text).toMatch(/^[\0-ÿ]*$/)
    expect(unpackText(Buffer.from(text, 'latin1').toString('latin1'))).toEqual(fields)
  })
})

describe('what Node reads in the place of the compiled modules', () => {
  const built = (path: string): URL => new URL(`../../dist/${path}`, import.meta.url)
  const onDisk = (name: string): string => readFileSync(built(`disk/${name}.txt`), 'latin1')
  test('the lexicon is the same', async () =>
    expect(unpackText(onDisk('lexicon'))).toEqual((await import(built('lexicon/compiled.js').href)).packed))
  test('the places are the same', async () =>
    expect(onDisk('places') === (await import(built('normalize/places/compiled.js').href)).places).toBe(true))
})
