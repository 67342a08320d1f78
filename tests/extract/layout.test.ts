import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Article, BlockKind } from '../../src/document.ts'
import { layOut } from '../../src/extract/lay-out.ts'
import { extract } from '../../src/index.ts'
import { isTown } from '../../src/normalize/places/is-town.ts'

type Row = {
  readonly text: string
  readonly kinds?: readonly BlockKind[]
  readonly sections?: readonly number[]
  readonly places?: readonly string[]
  readonly date?: string
}

const folder = new URL('../../fixtures/sentences/', import.meta.url)
const tables = readdirSync(folder)
  .sort()
  .map((file) => ({
    file,
    rows: (parse(readFileSync(new URL(file, folder), 'utf8')) as readonly (string | Row)[]).map(
      (row): Row => (typeof row === 'string' ? { text: row } : row),
    ),
  }))

const article = (text: string): Article => ({ id: 'test', text, published: '2023-04-05', title: null, url: null, kind: null })

describe('sentences, as their table says', () => {
  it('has at least 120 rows', () => {
    expect(tables.flatMap((t) => t.rows).length).toBeGreaterThanOrEqual(120)
  })

  describe.each(tables)('$file', ({ file, rows }) => {
    const test = file === 'known-failures.yaml' ? it.fails : it
    test.each(rows)('$text', ({ text: marked, kinds, sections, places, date }) => {
      const dateline = /⟦(.*?)⟧/su.exec(marked)?.[1]
      const text = marked.replace(/[¦⟦⟧]/gu, '')
      const expected = marked
        .replace(/⟦.*?⟧/su, '')
        .split('¦')
        .map((s) => s.trim())
        .filter((s) => s !== '')
      const { sentences, datelines } = layOut(article(text), isTown)
      expect(sentences.map((s) => text.slice(s.start, s.end))).toEqual(expected.map((s) => s.replace(/^\uFEFF/, '')))
      if (kinds) expect(sentences.map((s) => s.kind)).toEqual(kinds)
      if (sections) expect(sentences.map((s) => s.section)).toEqual(sections)
      expect(datelines.map((d) => text.slice(d.start, d.end))).toEqual(dateline === undefined ? [] : [dateline])
      if (places) expect(datelines.flatMap((d) => d.places.map((p) => text.slice(p.start, p.end)))).toEqual(places)
      expect(datelines.flatMap((d) => (d.date ? [text.slice(d.date.start, d.date.end)] : []))).toEqual(date === undefined ? [] : [date])
    })
  })
})

describe('what goes on without a stop is cut into pieces of 8,192 characters at most', () => {
  const pieces = (text: string): readonly string[] => layOut(article(text), isTown).sentences.map((s) => text.slice(s.start, s.end))
  it.each([
    ['behind a comma', 'Chad met Niger, '.repeat(2000).trim(), 4, /,$/],
    ['at white space where nothing else stands', 'shelled '.repeat(4000).trim(), 4, /shelled$/],
  ])('%s', (_, text, count, end) => {
    const cut = pieces(text)
    expect(cut).toHaveLength(count)
    expect(cut.every((piece) => piece.length <= 8192 && end.test(piece))).toBe(true)
    expect(cut.join(' ')).toBe(text)
  })
  it.each([
    ['a sentence of that length', `${'a'.repeat(8190)}.`],
    ['a word without end', 'a'.repeat(20_000)],
  ])('but not %s', (_, text) => expect(pieces(text)).toEqual([text]))
})

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'MOSCOW (AP) — ',
      'Moscow -',
      'U.S. ',
      'Gen. ',
      '"',
      '”',
      '“',
      '’',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u00A0',
      '\uFEFF',
      '. ',
      '… ',
      '? ',
      '! ',
      '- ',
      '• ',
      '1. ',
      '2014',
      ' (Reuters)\n',
      'Source: AP\n',
      'NATO ',
      'said ',
      'no. ',
      'A. ',
      '[1]',
      '—',
      '😀',
      '\u200B',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.lorem({ mode: 'sentences', maxCount: 2 }),
  )
  const texts = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''))

  it('spans quote it, in order, without overlap, and leave nothing out but white space and datelines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks, datelines, sentences } = layOut(article(text), isTown)
        const spans = [...sentences, ...datelines].sort((a, b) => a.start - b.start || a.end - b.end)
        const left: string[] = []
        let at = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          left.push(text.slice(at, start))
          at = end
        }
        left.push(text.slice(at))
        expect(left.join('').trim()).toBe('')
        for (const [i, s] of sentences.entries()) {
          const quoted = text.slice(s.start, s.end)
          expect(quoted).toBe(quoted.trim())
          expect(s.index).toBe(i)
          const block = blocks[s.block]
          expect(block && block.start <= s.start && s.end <= block.end && block.kind === s.kind && block.section === s.section).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(layOut(article(text), isTown)).toEqual(layOut(article(text), isTown))
      }),
      { numRuns: 50 },
    )
  })
})

describe('time grows with length, not with its square', () => {
  const seeds = [
    '!',
    '.',
    'a',
    'A. ',
    '. ',
    '. . . ',
    '? ',
    '!" ',
    'a\n',
    '.\n',
    'A/',
    'A-',
    '(',
    '“',
    '- ',
    '…',
    'NATO — ',
    'Mr. ',
    '\r\n',
    'a-',
    "a'",
    '1.',
    'x@',
    'word word word. ',
  ]
  it.each(seeds)('%j', (seed) => {
    const time = (length: number): number => {
      const text = seed.repeat(Math.ceil(length / seed.length))
      const start = process.cpuUsage()
      layOut(article(text), isTown)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    time(10_000)
    // Of the processor's time, not the clock's, the least of several: eight times the text, eight times the work; sixty-four times if quadratic.
    const least = (length: number): number => Math.min(...[1, 2, 3].map(() => time(length)))
    expect(least(400_000)).toBeLessThan(40 * Math.max(4, least(50_000)))
  })
})

describe('who wrote an article is nobody that it tells of', () => {
  it.each([
    '(Reporting by Anna Kenya; editing by Tom Reed in Paris)',
    'Additional reporting by Jane Chad in Nairobi',
    'With inputs from Reuters in Kampala.',
    'Jane Chad in Nairobi contributed to this report.',
  ])('%s', (line) => {
    const { events, rejections, readings } = extract(article(`Uganda recalled its ambassador to Kenya.\n\n${line}`))
    expect(events.map((e) => e.trigger.text)).toEqual(['recalled'])
    expect(rejections).toEqual([])
    expect(readings.at(-1)?.mentions).toEqual([])
  })

  it.each([
    ['Reporting by the UN shows that Sudan bombed Chad.', 'bombed'],
    ['Source: Iran attacked Israel, officials said.', 'attacked'],
    ['Editing by Russia of the treaty was condemned by Ukraine.', 'condemned'],
  ])('but what begins like it may tell something: %s', (line, trigger) => {
    const { events } = extract(article(`Uganda recalled its ambassador to Kenya.\n\n${line}`))
    expect(events.map((e) => e.trigger.text)).toContain(trigger)
  })
})
