import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { mapped, NONE } from '../../src/lexicon/mapped.ts'

// Only V8 itself knows the hidden class of a record.
setFlagsFromString('--allow-natives-syntax')
const V8 = Number.parseInt(process.versions.v8, 10)
const isOfOneShape = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (one: object, other: object) => boolean

const CORPUS = join(import.meta.dirname, '../../corpus')
const CLAUSES = join(import.meta.dirname, '../../src/extract/clauses')
const articles = readdirSync(CORPUS)
  .filter((slug) => existsSync(join(CORPUS, slug, 'article.txt')))
  .map((slug) => {
    const { published } = JSON.parse(readFileSync(join(CORPUS, slug, 'article.json'), 'utf8'))
    return extract({ id: slug, text: readFileSync(join(CORPUS, slug, 'article.txt'), 'utf8'), published })
  })
const readings = articles.flatMap((a) => a.readings)
const events = articles.flatMap((a) => a.events)
const clauses = readings.flatMap((r) => r.candidates.map((c) => c.clause))

/** The records of which there is one of each shape. */
const shapesOf = (records: readonly object[]): readonly object[] => {
  const shapes: object[] = []
  for (const record of records) if (!shapes.some((shape) => isOfOneShape(shape, record))) shapes.push(record)
  return shapes
}

describe('records of a kind have one hidden class: all that reads them is compiled for that', () => {
  // A spread gives its copies a class of their own (docs/performance.md, "Shapes").
  test.each<[string, readonly object[]]>([
    ['words', readings.flatMap((r) => r.words)],
    ['pieces', readings.flatMap((r) => r.pieces)],
    ['mentions', readings.flatMap((r) => r.mentions)],
    ['clauses', clauses],
    ['arguments', clauses.flatMap((c) => c.args)],
    ['parties', events.flatMap((e) => [...e.source, ...e.target])],
    ['dates', events.flatMap((e) => e.date ?? [])],
    ['events', events],
  ])('%s', (_, records) => {
    expect(records.length).toBeGreaterThan(100)
    expect(shapesOf(records)).toHaveLength(1)
  })

  // V8 keeps lists of whole numbers, as `[]` is one, apart from lists of records; from its version 14 on (Node 26) it does so with what `mapped` makes, too.
  test.runIf(V8 < 14).each<[string, readonly (readonly object[])[]]>([
    ['lists made by mapped, of nothing or of something', [mapped([], () => ({})), mapped([1], () => ({})), NONE, [{}]]],
    ['candidates', readings.map((r) => r.candidates)],
  ])('%s', (_, lists) => {
    expect(lists.some((list) => list.length === 0)).toBe(true)
    expect(shapesOf(lists)).toHaveLength(1)
  })

  // Most mends are of one sentence in a thousand: the corpus doesn't try them all.
  test('no word is copied by a spread', () => {
    const sources = readdirSync(CLAUSES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    expect(sources).toContain('change-word.ts')
    const spread = sources.filter((file) => /\{\s*\.\.\./.test(readFileSync(join(CLAUSES, file), 'utf8')))
    expect(spread, 'write changeWord(word, { … }) in place of { ...word, … }').toEqual([])
  })

  test('getters of sentences that are passed over are made once', () => {
    const { readings: passedOver } = extract({ text: 'Thyme. '.repeat(20) })
    const getters = passedOver.map((r) => Object.getOwnPropertyDescriptor(r, 'words')?.get)
    expect(getters[0]).toBeTypeOf('function')
    expect(new Set(getters).size).toBe(1)
    expect(passedOver.map((r) => r.words.map((w) => w.text))).toEqual(Array.from({ length: 20 }, () => ['Thyme', '.']))
  })

  // Later ones (Node 22 and on) give copies the class of what they are made of.
  test.runIf(V8 < 12)('copies made by a spread have another', () => {
    const [word] = readings.flatMap((r) => r.words)
    expect(shapesOf([{ ...word, head: 0 }, { ...word, index: 1, head: 2 }, word as object]).length).toBeGreaterThan(1)
  })
})
