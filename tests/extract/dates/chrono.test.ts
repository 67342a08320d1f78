import { describe, expect, it } from 'vitest'
import { readClock, readDates } from '../../../src/extract/dates/chrono.ts'
import { datesOf, readCases } from '../../normalize/dates/cases.ts'

// Parsers are taken from chrono's lists by their place: these pin which ones stand there.
describe("chrono's parsers by their place", () => {
  it.each([
    ['year, month and day', '2012 August 23', false, [{ year: 2012, month: 8, day: 23 }]],
    ['ISO 8601', '2012-08-23', false, [{ year: 2012, month: 8, day: 23 }]],
    ['American figures', '8/3/2012', false, [{ year: 2012, month: 8, day: 3 }]],
    ['British figures', '3/8/2012', true, [{ year: 2012, month: 8, day: 3 }]],
    ['day and month', '23 August 2012', false, [{ year: 2012, month: 8, day: 23 }]],
    ['month and day', 'August 23, 2012', false, [{ year: 2012, month: 8, day: 23 }]],
    ['weekdays', 'Tuesday', false, [{ weekday: 2 }]],
    ['months', 'in August 2012', false, [{ year: 2012, month: 8 }]],
    ['no relative dates', 'two days ago', false, []],
    ['no casual dates', 'now and tomorrow', false, []],
  ] as const)('%s: %s', (_, text, dayFirst, fields) => {
    const whole = readDates(text, dayFirst).toSorted((a, b) => b.text.length - a.text.length)
    expect(whole.slice(0, fields.length).map((r) => r.fields)).toEqual(fields)
    if (fields.length === 0) expect(whole).toEqual([])
  })

  it('clock times', () => {
    expect(readClock('9.45 p.m.').map((r) => r.fields)).toEqual([{ time: '21:45' }])
  })

  it('says only what is certain, whatever day it is', () => {
    expect(readDates('Friday, 4 July', false).flatMap((r) => Object.keys(r.fields))).not.toContain('year')
  })
})

describe('chrono in the chain', () => {
  it('reads more expressions than any other parser', () => {
    const counts = new Map<string, number>()
    for (const { text, published, kind } of readCases())
      for (const { rule } of datesOf(text, published, kind)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    const [first] = [...counts].sort((a, b) => b[1] - a[1])
    expect(first?.[0]).toBe('calendar-dates')
  })
})
