import { describe, expect, it } from 'vitest'
import { loadSyntaxModel } from '../../../src/syntax/network/model.ts'
import { ModelError } from '../../../src/syntax/network/model-error.ts'
import { readSyntax } from '../../../src/syntax/read-syntax.ts'
import { englishBytes, loadEnglish, tokensOf } from './load-english.ts'

const changed = (change: (bytes: Uint8Array) => void): Uint8Array => {
  const bytes = Uint8Array.from(englishBytes())
  change(bytes)
  return bytes
}

const longer = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length + 1)
  out.set(bytes)
  return out
}

describe('loadSyntaxModel', () => {
  it.each([
    ['nothing', new Uint8Array(0), /no model of Annalist/],
    ['a text', new TextEncoder().encode('Not a model at all, but long enough to have a header.'), /no model of Annalist/],
    ['a header alone', englishBytes().slice(0, 24), /cut short/],
    ['a file cut short', englishBytes().slice(0, -8), /cut short/],
    ['a file with more behind it', changed(() => undefined), null],
    ['another version', changed((bytes) => bytes.set([9], 8)), /format 9.*reads format 1/],
    ['a changed byte in its description', changed((bytes) => bytes.set([120], 40)), /damaged/],
    ['a changed byte in its numbers', changed((bytes) => bytes.set([(bytes[2_000_000] ?? 0) ^ 1], 2_000_000)), /damaged/],
    ['a changed checksum', changed((bytes) => bytes.set([(bytes[20] ?? 0) ^ 255], 20)), /damaged/],
  ])('%s', (name, bytes, message) => {
    const given = name === 'a file with more behind it' ? longer(bytes) : bytes
    expect(() => loadSyntaxModel(given)).toThrow(ModelError)
    expect(() => loadSyntaxModel(given)).toThrow(message ?? /cut short or added to/)
  })

  it('takes bytes that begin anywhere in their buffer', () => {
    const bytes = englishBytes()
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    const tokens = tokensOf('The two sides signed a deal .')
    expect(readSyntax(loadSyntaxModel(shifted.subarray(3)), tokens)).toEqual(readSyntax(loadEnglish(), tokens))
  })

  it('is small enough to ship', () => {
    expect(englishBytes().length).toBeLessThan(6_000_000)
  })
})
