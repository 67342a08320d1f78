import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCodes } from '../../fixtures/codes/read-codes.ts'
import type { Event } from '../../src/document.ts'
import { extract } from '../../src/index.ts'

const fixture = (name: string): URL => new URL(`../../fixtures/codes/${name}`, import.meta.url)

// First figures and figures after repair stand in the heads of the files. The floors only rise.
const SETS = [
  { file: 'sentences.txt', size: 400, floor: 379 },
  { file: 'wire.txt', size: 200, floor: 192 },
]
const SILENT = 94

const eventsOf = (text: string): readonly Event[] =>
  extract({ id: 'case', text, published: '2024-05-20', title: null, url: null, kind: null }).events

/** What is coded at the words that tell the act: every event whose trigger touches them. */
const codedAs = (text: string, { start, end }: { readonly start: number; readonly end: number }): readonly string[] =>
  eventsOf(text)
    .filter(({ trigger }) => trigger.start < end && start < trigger.end)
    .map(({ action }) => action.root)

describe('unlike sentences about every CAMEO root: the root is right', () => {
  for (const { file, size, floor } of SETS)
    test(`in ${floor} of ${size} sentences of ${file}`, () => {
      const cases = readCodes(fixture(file))
      const wrong = cases.flatMap(({ text, trigger, roots }) => {
        const coded = codedAs(text, trigger)
        return coded.length > 0 && roots.includes(coded[0] as string)
          ? []
          : [`${roots.join('/')} coded ${coded.join(' ') || 'nothing'}: ${text}`]
      })
      if (process.env.MISSES) console.log(wrong.join('\n'))
      const right = cases.length - wrong.length
      console.log(`codes: root right in ${right} of ${cases.length} sentences of ${file} (${((100 * right) / cases.length).toFixed(1)} %)`)
      expect(cases).toHaveLength(size)
      expect(right).toBeGreaterThanOrEqual(floor)
    }, 60_000)
})

test('business, sport, weather, crime, habits, metaphor and words are no events', () => {
  const texts = readFileSync(fixture('no-events.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !/^(#|==)/.test(line))
  const loud = texts.filter((text) => eventsOf(text).length > 0)
  if (process.env.MISSES) console.log(loud.join('\n'))
  console.log(`no events: none in ${texts.length - loud.length} of ${texts.length} sentences`)
  expect(texts).toHaveLength(100)
  expect(texts.length - loud.length).toBeGreaterThanOrEqual(SILENT)
})
