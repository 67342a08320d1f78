import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Case, isSide, readCodes } from '../../fixtures/codes/read-codes.ts'
import type { Event } from '../../src/document.ts'
import { extract } from '../../src/index.ts'

const fixture = (name: string): URL => new URL(`../../fixtures/codes/${name}`, import.meta.url)

// First figures and figures after repair stand in the heads of the files. The floors only rise.
const SETS = [
  { file: 'sentences.txt', size: 400, floor: 382 },
  { file: 'wire.txt', size: 200, floor: 193 },
  { file: 'wire-01-10.txt', size: 400, floor: 365 },
  { file: 'wire-11-20.txt', size: 400, floor: 362 },
  { file: 'wire-third.txt', size: 240, floor: 211 },
  { file: 'wire-fourth.txt', size: 246, floor: 233 },
  { file: 'wire-fifth.txt', size: 186, floor: 138 },
  { file: 'wire-sixth.txt', size: 106, floor: 92 },
  { file: 'wire-seventh.txt', size: 220, floor: 188 },
  { file: 'wire-eighth.txt', size: 220, floor: 190 },
  { file: 'wire-ninth-b.txt', size: 120, floor: 106 },
  { file: 'wire-ninth-a.txt', size: 125, floor: 106 },
  { file: 'beside-no-events.txt', size: 72, floor: 68 },
  { file: 'ways-01-to-05.txt', size: 393, floor: 362 },
  { file: 'ways-06-to-10.txt', size: 381, floor: 310 },
  { file: 'ways-11-to-14.txt', size: 370, floor: 301 },
  { file: 'ways-15-to-20.txt', size: 367, floor: 297 },
]
const SIDED = [
  { file: 'wire-01-10.txt', size: 336, floor: 279 },
  { file: 'wire-11-20.txt', size: 303, floor: 249 },
  { file: 'wire-third.txt', size: 147, floor: 130 },
  { file: 'wire-fourth.txt', size: 246, floor: 183 },
  { file: 'wire-seventh.txt', size: 220, floor: 145 },
  { file: 'wire-eighth.txt', size: 220, floor: 143 },
  { file: 'wire-ninth-b.txt', size: 120, floor: 82 },
  { file: 'wire-ninth-a.txt', size: 125, floor: 91 },
  { file: 'beside-no-events.txt', size: 53, floor: 51 },
  { file: 'ways-01-to-05.txt', size: 393, floor: 344 },
  { file: 'ways-06-to-10.txt', size: 375, floor: 322 },
  { file: 'ways-11-to-14.txt', size: 368, floor: 239 },
  { file: 'ways-15-to-20.txt', size: 357, floor: 297 },
]
/** Full codes, three or four digits. */
const CODED = [
  { file: 'wire-seventh.txt', size: 220, floor: 173 },
  { file: 'wire-eighth.txt', size: 220, floor: 156 },
  { file: 'wire-ninth-b.txt', size: 120, floor: 100 },
  { file: 'wire-ninth-a.txt', size: 125, floor: 101 },
  { file: 'ways-01-to-05.txt', size: 393, floor: 327 },
  { file: 'ways-06-to-10.txt', size: 381, floor: 214 },
  { file: 'ways-11-to-14.txt', size: 370, floor: 229 },
  { file: 'ways-15-to-20.txt', size: 367, floor: 276 },
]
const SILENT = [
  { file: 'no-events.txt', size: 100, floor: 95 },
  { file: 'no-events-2.txt', size: 100, floor: 93 },
  { file: 'no-events-3.txt', size: 60, floor: 58 },
  { file: 'no-events-4.txt', size: 300, floor: 267 },
  { file: 'no-events-5.txt', size: 104, floor: 90 },
  { file: 'no-events-6.txt', size: 60, floor: 50 },
]

const known = new Map<string, readonly Event[]>()
/** The events of a text, read once for its roots and its sides. */
const eventsOf = (text: string): readonly Event[] => {
  const events = known.get(text) ?? extract({ id: 'case', text, published: '2024-05-20', title: null, url: null, kind: null }).events
  known.set(text, events)
  return events
}

/** What is coded at the words that tell the act: every event whose trigger touches them. */
const codedAt = ({ text, trigger: { start, end } }: Case): readonly Event[] =>
  eventsOf(text).filter(({ trigger }) => trigger.start < end && start < trigger.end)

/** Whether the event of a right root, else the first, has on both sides those entities and no others. */
const sidesHold = (read: Case): boolean => {
  const coded = codedAt(read)
  const event = coded.find(({ action }) => read.roots.includes(action.root)) ?? coded[0]
  return event !== undefined && isSide(read.source, event.source) && isSide(read.target, event.target)
}

describe('unlike sentences about every CAMEO root: the root is right', () => {
  for (const { file, size, floor } of SETS)
    test(`in ${floor} of ${size} sentences of ${file}`, () => {
      const cases = readCodes(fixture(file))
      const wrong = cases.flatMap((read) => {
        const { text, roots } = read
        const coded = codedAt(read).map(({ action }) => action.root)
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

test.for(SIDED)('the sides are right in $floor of $size sentences of $file', { timeout: 60_000 }, ({ file, size, floor }) => {
  const cases = readCodes(fixture(file)).filter(({ source, target }) => source !== null || target !== null)
  const wrong = cases.filter((read) => !sidesHold(read))
  if (process.env.MISSES) console.log(wrong.map(({ text }) => text).join('\n'))
  const right = cases.length - wrong.length
  console.log(`codes: sides right in ${right} of ${cases.length} sentences of ${file}`)
  expect(cases).toHaveLength(size)
  expect(right).toBeGreaterThanOrEqual(floor)
})

test.for(CODED)('the full code is right in $floor of $size sentences of $file', { timeout: 60_000 }, ({ file, size, floor }) => {
  const cases = readCodes(fixture(file))
  const wrong = cases.filter((read) => {
    const coded = codedAt(read)
    const event = coded.find(({ action }) => read.roots.includes(action.root)) ?? coded[0]
    return event === undefined || !read.codes.includes(event.action.cameo)
  })
  if (process.env.MISSES) console.log(wrong.map(({ text }) => text).join('\n'))
  const right = cases.length - wrong.length
  console.log(`codes: full code right in ${right} of ${cases.length} sentences of ${file}`)
  expect(cases).toHaveLength(size)
  expect(right).toBeGreaterThanOrEqual(floor)
})

test.for(SILENT)(
  'business, sport, weather, crime, habits, metaphor and words are no events: silent in $floor of $size of $file',
  ({ file, size, floor }) => {
    const texts = readFileSync(fixture(file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !/^(#|==)/.test(line))
    const loud = texts.filter((text) => eventsOf(text).length > 0)
    if (process.env.MISSES) console.log(loud.join('\n'))
    console.log(`no events: none in ${texts.length - loud.length} of ${texts.length} sentences of ${file}`)
    expect(texts).toHaveLength(size)
    expect(texts.length - loud.length).toBeGreaterThanOrEqual(floor)
  },
)
