import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/document.ts'
import { PIECE, SLOTS } from '../../../src/syntax/network/engine.ts'
import { readSyntax } from '../../../src/syntax/read-syntax.ts'
import { loadEnglish, SENTENCES, tokensOf } from './load-english.ts'

const model = loadEnglish()

const isTree = (words: readonly Word[]): boolean =>
  words.filter((word) => word.head === -1).length === 1 &&
  words.every((word) => {
    let at: Word | undefined = word
    for (let steps = 0; steps <= words.length; steps++) {
      if (at?.head === -1) return true
      at = words[at?.head ?? -1]
    }
    return false
  })

const arcs = (text: string): readonly string[] => {
  const words = readSyntax(model, tokensOf(text))
  return words.map((word) => `${word.text} ${word.deprel} ${words[word.head]?.text ?? 'ROOT'}`)
}

describe('readSyntax', () => {
  it.each([
    ['Russian troops crossed the border on Monday .', ['troops nsubj crossed', 'border obj crossed', 'Monday obl crossed']],
    ['The agreement was signed by the two ministers .', ['agreement nsubj:pass signed', 'ministers obl:agent signed']],
    ['China and Russia signed a treaty .', ['China nsubj signed', 'Russia conj China', 'treaty obj signed']],
  ])('reads %s', (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected))
  })

  it('gives nothing for nothing', () => {
    expect(readSyntax(model, [])).toEqual([])
  })

  it('keeps the tokens and their offsets', () => {
    for (const text of SENTENCES) {
      const tokens = tokensOf(text)
      expect(readSyntax(model, tokens).map(({ start, end, text }) => ({ start, end, text }))).toEqual(tokens)
    }
  })

  it('has one root, labelled so, and only that one', () => {
    for (const text of SENTENCES) {
      const words = readSyntax(model, tokensOf(text))
      expect(words.map((word) => word.deprel === 'root')).toEqual(words.map((word) => word.head === -1))
      expect(isTree(words)).toBe(true)
    }
  })

  it('reads the same whatever was read before', () => {
    const before = SENTENCES.map((text) => readSyntax(model, tokensOf(text)))
    for (let i = 0; i < 2 * SLOTS; i += 50) readSyntax(model, tokensOf(Array.from({ length: 50 }, (_, k) => `w${i + k}`).join(' ')))
    expect(SENTENCES.map((text) => readSyntax(model, tokensOf(text)))).toEqual(before)
  })

  it.each([PIECE, PIECE + 1, 5000])('reads %i words as one tree', (count) => {
    const text = Array.from({ length: count }, (_, i) => ['the', 'army', 'shelled', 'towns', ',', 'and'][i % 6]).join(' ')
    const words = readSyntax(model, tokensOf(text))
    expect(words.length).toBe(count)
    expect(isTree(words)).toBe(true)
  })

  it('cuts a monster after a mark where one stands', () => {
    const text = Array.from({ length: 700 }, (_, i) => (i === 400 ? ';' : 'towns')).join(' ')
    const words = readSyntax(model, tokensOf(text))
    const crossing = words.filter((word) => word.head !== -1 && word.index < 401 !== word.head < 401)
    expect(crossing.map((word) => word.deprel)).toEqual(['parataxis'])
  })

  it('runs in a browser: nothing of Node in it', async () => {
    const path = new URL('../../../src/syntax/read-syntax.ts', import.meta.url).pathname
    const { errors, outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', platform: 'browser' })
    expect(errors).toEqual([])
    expect(outputFiles.length).toBe(1)
  })
})
