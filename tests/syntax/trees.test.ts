import { describe, expect, it } from 'vitest'
import { readSyntax } from '../../src/syntax/read-syntax.ts'
import { tokenize } from '../../src/syntax/tokens.ts'
import { holds, readTables } from './arcs.ts'
import { loadEnglish } from './network/load-english.ts'

const model = loadEnglish()
const tables = readTables()
const wordsOf = (text: string) => readSyntax(model, tokenize(text, { start: 0, end: text.length }))

/** Of the arcs that matter, how many the model must at least get right. */
const FLOOR = 0.85

describe('what must be read of news', () => {
  it('has at least 150 sentences, each once', () => {
    const texts = tables.flatMap(({ rows }) => rows.map(({ text }) => text))
    expect(texts.length).toBeGreaterThanOrEqual(150)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it(`reads ${100 * FLOOR} % of the arcs that matter`, () => {
    const rows = tables.flatMap(({ rows }) => rows)
    const right = rows.flatMap(({ arcs }) => arcs).length
    const all = right + rows.flatMap(({ misses }) => misses).length
    console.log(
      tables
        .map(({ file, rows }) => {
          const [good, bad] = [rows.flatMap(({ arcs }) => arcs).length, rows.flatMap(({ misses }) => misses).length]
          return `${file.padEnd(26)}${good} of ${good + bad} arcs`
        })
        .concat(`all${' '.repeat(23)}${right} of ${all} arcs (${((100 * right) / all).toFixed(1)} %)`)
        .join('\n'),
    )
    expect(right / all).toBeGreaterThanOrEqual(FLOOR)
  })

  describe.each(tables)('$file', ({ rows }) => {
    it.each(rows)('$text', ({ text, arcs, misses }) => {
      const words = wordsOf(text)
      expect(arcs.filter((arc) => !holds(words, arc))).toEqual([])
      expect(
        misses.filter((arc) => holds(words, arc)),
        'read at last: move these from "misses" to "arcs"',
      ).toEqual([])
    })
  })
})
