import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { datesOf, describeTimex, readCases } from './cases.ts'

const cases = readCases()
// Every third case: each table has a share, and ten rounds stay fast.
const some = cases.filter((_, i) => i % 3 === 0)
const resolveAll = (): string => JSON.stringify(some.map(({ text, published, kind }) => datesOf(text, published, kind)))

describe('dates are the same everywhere', () => {
  afterEach(() => vi.useRealTimers())

  it('under any system clock', () => {
    const now = resolveAll()
    for (const moment of ['1970-01-01T00:00:00Z', '2000-02-29T23:59:59Z', '2038-12-31T12:00:00Z']) {
      vi.useFakeTimers({ now: new Date(moment) })
      expect(resolveAll()).toBe(now)
    }
  })

  it('in any time zone', () => {
    const zone = process.env.TZ
    const offsetIn = (name: string): number => {
      process.env.TZ = name
      return new Date(2024, 0, 1).getTimezoneOffset()
    }
    try {
      expect(offsetIn('UTC')).toBe(0)
      const utc = resolveAll()
      for (const [name, minutes] of [
        ['Pacific/Kiritimati', -840],
        ['Pacific/Pago_Pago', 660],
        ['America/Sao_Paulo', 180],
      ] as const) {
        expect(offsetIn(name)).toBe(minutes)
        expect(resolveAll()).toBe(utc)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('when asked twice, or after other texts', () => {
    expect(resolveAll()).toBe(resolveAll())
  })
})

describe('dates of any text', () => {
  const words = fc.constantFrom(
    ...'in on the of May March 1968 2003 BC last Friday night two weeks later ago early mid- end 3 – - , . ( ) " that year month season summer fall Q3 now every 5 June 12/13/2014 9.45 p.m. 4,000 troops 99 decade century \n'.split(
      ' ',
    ),
  )
  const text = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '))

  it('are in order, apart, inside the text, and of calendar form', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('2023-04-05', null), fc.constantFrom('wire', 'history', null), (words, published, kind) => {
        let at = 0
        for (const timex of datesOf(words, published, kind)) {
          expect(timex.start).toBeGreaterThanOrEqual(at)
          expect(timex.end).toBeGreaterThan(timex.start)
          expect(timex.text).toBe(words.slice(timex.start, timex.end))
          expect(timex.text).toBe(timex.text.trim())
          if (timex.first !== null && timex.last !== null) {
            expect(timex.first).toMatch(/^-?\d{4}-\d\d-\d\d$/)
            expect(timex.value).not.toBeNull()
            if (!timex.first.startsWith('-')) expect(timex.first <= timex.last).toBe(true)
          }
          if (timex.fault !== null) expect(timex.value).toBeNull()
          at = timex.end
        }
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

describe('time is linear in the length of the text', () => {
  const base = cases.map((c) => c.text).join('\n\n')
  // The work is counted, not timed: how many characters regular expressions go over.
  const work = (text: string): number => {
    let characters = 0
    const exec = RegExp.prototype.exec
    RegExp.prototype.exec = function (this: RegExp, s: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0
      const match = exec.call(this, s)
      characters += (match ? match.index + match[0].length : s.length) - from
      return match
    }
    try {
      datesOf(text, '2023-04-05', 'wire')
    } finally {
      RegExp.prototype.exec = exec
    }
    return characters
  }

  it.each([
    ['paragraphs', base],
    ['one endless line', base.replaceAll(/\s+/g, ' ')],
    ['nothing but dates', '3 May 1997, '.repeat(1000)],
    ['nothing but figures', '1234567890 '.repeat(2000)],
    ['no blank at all', 'May1997'.repeat(3000)],
  ])('of %s', (_, text) => {
    const [one, four] = [work(text), work(`${text}\n\n${text}\n\n${text}\n\n${text}`)]
    expect(four).toBeLessThan(one * 4.6 + 1_000_000)
    expect(one).toBeGreaterThan(0)
  })
})

describe('expressions say what they were reckoned from', () => {
  it('publication, an expression before, or nothing', () => {
    const text = 'On 3 May 2015 they met. Two days later they signed. On Monday they spoke.'
    expect(datesOf(text, '2023-04-05', 'wire').map((t) => [describeTimex(t), t.anchor])).toEqual([
      ['3 May 2015|DATE 2015-05-03', null],
      ['Two days later|DATE 2015-05-05', 'text:3-13'],
      ['Monday|DATE 2023-04-03', 'publication'],
    ])
  })
})
