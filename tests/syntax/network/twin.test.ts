import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startKernel } from '../../../src/syntax/network/kernel.ts'
import { readSyntax } from '../../../src/syntax/read-syntax.ts'
import { inPlainTypeScript, loadEnglish, SENTENCES, tokensOf } from './load-english.ts'

const kernel = loadEnglish()
const twin = inPlainTypeScript(kernel)

describe('the kernel and its twin', () => {
  it('runs in WebAssembly here', () => {
    expect(startKernel(65536)).not.toBeNull()
  })

  it.each(SENTENCES)('read alike: %s', (text) => {
    const tokens = tokensOf(text)
    expect(readSyntax(kernel, tokens)).toEqual(readSyntax(twin, tokens))
    expect(Array.from(kernel.engine.rivals.subarray(0, tokens.length))).toEqual(Array.from(twin.engine.rivals.subarray(0, tokens.length)))
    expect(Array.from(kernel.engine.leads.subarray(0, tokens.length))).toEqual(Array.from(twin.engine.leads.subarray(0, tokens.length)))
    for (let i = 0; i < tokens.length; i++) {
      for (const head of [1, tokens.length]) {
        expect(kernel.engine.labelMargin(i, head)).toBe(twin.engine.labelMargin(i, head))
        expect(Array.from(kernel.engine.labelScores(i, head))).toEqual(Array.from(twin.engine.labelScores(i, head)))
      }
      expect(Array.from(kernel.engine.scores(i)).slice(0, tokens.length + 1)).toEqual(
        Array.from(twin.engine.scores(i)).slice(0, tokens.length + 1),
      )
    }
  })

  it('read any words alike', () => {
    const word = fc.oneof(fc.constantFrom(...SENTENCES.join(' ').split(' ')), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const tokens = words.map((text, i) => ({ start: i, end: i + 1, text }))
        expect(readSyntax(kernel, tokens)).toEqual(readSyntax(twin, tokens))
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})
