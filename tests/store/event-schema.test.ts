import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Event } from '../../src/document.ts'
import { eventRecord } from '../../src/store/event-record.ts'
import { eventJsonSchema, eventSchema } from '../../src/store/event-schema.ts'
import { ARTICLES, fakeExtract } from './fake-extract.ts'

const events = ARTICLES.flatMap((a) => fakeExtract(a).events)

test('docs/event.schema.json is the schema of the event record (`npx vitest run -u tests/store/event-schema.test.ts` writes it anew)', async () => {
  await expect(`${JSON.stringify(eventJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/event.schema.json')
})

test('schema and type say the same', () => {
  expectTypeOf<z.output<typeof eventSchema>>().toExtend<Event>()
  expectTypeOf<keyof z.output<typeof eventSchema>>().toEqualTypeOf<keyof Event>()
})

test('the record keeps the order of the schema', () => {
  for (const event of events) expect(JSON.stringify(eventRecord(event))).toBe(JSON.stringify(eventSchema.parse(event)))
})

describe('what the schema refuses', () => {
  const [good] = events as [Event]
  const party = good.source[0]
  test.each<[string, unknown]>([
    ['a field that is missing', { ...good, rule: undefined }],
    ['a field that it does not know', { ...good, note: 'x' }],
    ['an id that is empty', { ...good, id: '' }],
    ['a code beyond CAMEO', { ...good, action: { ...good.action, cameo: '21' } }],
    ['a number for a code', { ...good, action: { ...good.action, cameo: 190 } }],
    ['quad 5', { ...good, action: { ...good.action, quad: 5 } }],
    ['a status it does not know', { ...good, action: { ...good.action, status: 'maybe' } }],
    ['an actor code in lower case', { ...good, source: [{ ...party, code: 'rus' }] }],
    ['a basis it does not know', { ...good, source: [{ ...party, basis: 'guess' }] }],
    ['an offset below zero', { ...good, trigger: { ...good.trigger, start: -1 } }],
    ['half an offset', { ...good, trigger: { ...good.trigger, start: 0.5 } }],
    ['a date without a day', { ...good, date: { ...good.date, start: '2022-02' } }],
    ['latitude beyond the pole', { ...good, place: { name: 'X', country: null, start: 0, end: 1, latitude: 91, longitude: 0 } }],
    ['a number of dead below zero', { ...good, magnitude: { dead: { min: -1, max: null, start: 0, end: 1 } } }],
    ['a kind of number that it does not know', { ...good, magnitude: { missing: { min: 1, max: null, start: 0, end: 1 } } }],
  ])('%s', (_, value) => expect(eventSchema.safeParse(value).success).toBe(false))

  test('but a year before Christ is a year', () =>
    expect(
      eventSchema.safeParse({
        ...good,
        date: { ...good.date, value: '-0043', start: '-0043-01-01', end: '-0043-12-31', precision: 'year' },
      }).success,
    ).toBe(true))
})
